//! `demarche` reads the news in Arabic and English and writes down who did what to whom.
//!
//! Arguments go in, views come out; everything that is known or decided lives in the libraries.

mod arguments;
mod classify;
mod coding;
mod csv;
mod error;
mod examples;
mod explain;
mod gaps;
mod grammar;
mod html;
mod input;
mod knowledge;
mod layout;
mod lexicon;
mod output;
mod read;
mod screen;
mod show;
mod table;
mod told;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Lexicon, Verb};
use crate::error::{Error, Outcome};

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        // Whoever reads the output has seen enough: `demarche read … | head`.
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            error::tell(&error);
            ExitCode::from(error.exit_status())
        }
    }
}

fn run(arguments: Arguments) -> Result<Outcome, Error> {
    match arguments.verb {
        None if arguments.version => knowledge::print_version(),
        None => Err(Error::NoVerb),
        Some(Verb::Read(arguments)) => read::run(arguments),
        Some(Verb::Classify(arguments)) => classify::run(arguments),
        Some(Verb::Explain(arguments)) => explain::run(arguments),
        Some(Verb::Lexicon { verb: Lexicon::Check(arguments) }) => lexicon::run(arguments),
        Some(Verb::Lexicon { verb: Lexicon::Show(arguments) }) => show::run(arguments),
        Some(Verb::Lexicon { verb: Lexicon::Gaps(arguments) }) => gaps::run(arguments),
    }
}
