//! The lexicon that a verb works with.

use std::borrow::Cow;
use std::path::Path;

use demarche_lexicon::{Files, Problem, Severity, compile};

use crate::error::{self, Error, Outcome};
use crate::output::Output;

/// The bundled lexicon, or an analyst's folder laid over it. Errors in the folder are told one by one.
pub fn load(folder: Option<&Path>) -> Result<Cow<'static, demarche_lexicon::Lexicon>, Error> {
    if folder.is_none() {
        return Ok(Cow::Borrowed(demarche_bundled::lexicon()));
    }
    match compile(&files(folder)?) {
        Ok(compiled) => Ok(Cow::Owned(demarche_lexicon::Lexicon::load(compiled.image)?)),
        Err(problems) => {
            let errors: Vec<&Problem> = problems.iter().filter(|p| p.severity() == Severity::Error).collect();
            for problem in &errors {
                error::tell(problem);
            }
            Err(Error::Lexicon(errors.len()))
        }
    }
}

/// The files of that lexicon.
pub fn files(folder: Option<&Path>) -> Result<Files, Error> {
    let bundled = demarche_bundled::files();
    match folder {
        None => Ok(bundled),
        Some(folder) => Ok(bundled.overlay(Files::from_dir(folder).map_err(Error::LexiconFolder)?)),
    }
}

/// Prints the versions of the program and of the bundled lexicon.
pub fn print_version() -> Result<Outcome, Error> {
    let mut output = Output::standard();
    let version = demarche_bundled::lexicon().version();
    output.line(&format!("demarche {} (lexicon {version})", env!("CARGO_PKG_VERSION")))?;
    output.finish()?;
    Ok(Outcome::Done)
}
