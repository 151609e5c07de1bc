//! `demarche read`: codes documents and prints what they tell.

use demarche_lexicon::Lexicon;

use crate::arguments::{Read, ReadFormat};
use crate::coding::{Coded, each_coded};
use crate::csv::Csv;
use crate::error::{Error, Outcome};
use crate::html::Page;
use crate::knowledge;
use crate::output::Output;
use crate::table::Table;

/// A way to print coded documents one after another.
pub trait View {
    /// Prints a document.
    fn document(&mut self, coded: &Coded) -> Result<(), Error>;

    /// Prints what comes after the last one.
    fn finish(&mut self) -> Result<(), Error>;
}

/// Runs the verb.
pub fn run(arguments: Read) -> Result<Outcome, Error> {
    let lexicon = knowledge::load(arguments.source.lexicon.folder.as_deref())?;
    let output = Output::to(arguments.output.as_deref())?;
    let mut view = view(arguments.format, output, &lexicon)?;
    let outcome = each_coded(&arguments.source, &lexicon, |coded| view.document(&coded))?;
    view.finish()?;
    Ok(outcome)
}

fn view(format: ReadFormat, output: Output, lexicon: &Lexicon) -> Result<Box<dyn View>, Error> {
    Ok(match format {
        ReadFormat::Table => Box::new(Table::new(output)),
        ReadFormat::Json => Box::new(JsonLines { output }),
        ReadFormat::Csv => Box::new(Csv::begin(output)?),
        ReadFormat::Html => Box::new(Page::begin(output, lexicon)?),
    })
}

/// One record a line.
struct JsonLines {
    output: Output,
}

impl View for JsonLines {
    fn document(&mut self, coded: &Coded) -> Result<(), Error> {
        for record in &coded.records {
            self.output.json(record)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Error> {
        self.output.finish()
    }
}
