//! Codes batches of documents on all processors, in the order of input.

use std::io::{self, IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use demarche_coder::{Coder, Record};
use demarche_document::{Document, Input, read};
use demarche_lexicon::Lexicon;
use demarche_sources::SourceError;
use rayon::prelude::*;

use crate::arguments::Source;
use crate::error::{self, Error, Outcome};
use crate::input::Batches;

/// A document and what it tells.
pub struct Coded {
    /// The document.
    pub document: Document,
    /// Its own record, then what it tells in text order.
    pub records: Vec<Record>,
}

/// Why a document is missing from the output.
#[derive(Debug, thiserror::Error)]
enum Lost {
    /// It could not be had.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// `C010`: a fault of the program, which must not lose the other documents.
    #[error("C010 {document}: the program failed on this document; please report it with the document")]
    Fault { document: String },
}

/// Codes every document of the sources and hands each to `take`, in the order of input. Those that fail are told.
pub fn each_coded(
    source: &Source,
    lexicon: &Lexicon,
    mut take: impl FnMut(Coded) -> Result<(), Error>,
) -> Result<Outcome, Error> {
    let coder = Coder::new(lexicon);
    each(
        source,
        lexicon,
        |document| coder.code_document(document),
        |document, records| take(Coded { document, records }),
    )
}

/// Reads every document of the sources, works on them in parallel, and hands each with its result to `take`, in the
/// order of input. Those that fail are told.
pub fn each<T: Send>(
    source: &Source,
    lexicon: &Lexicon,
    work: impl Fn(&Document) -> T + Sync,
    mut take: impl FnMut(Document, T) -> Result<(), Error>,
) -> Result<Outcome, Error> {
    let worked = |input: Input| {
        let name = input.id.clone();
        let guarded = AssertUnwindSafe(|| {
            let document = read(input, lexicon.almanac());
            let result = work(&document);
            (document, result)
        });
        catch_unwind(guarded).map_err(|_| Lost::Fault { document: name })
    };
    let mut outcome = Outcome::Done;
    let mut progress = Progress::new();
    for batch in Batches::of(source)? {
        let count = batch.len();
        let done: Vec<Result<(Document, T), Lost>> =
            batch.into_par_iter().map(|found| found.map_err(Lost::from).and_then(worked)).collect();
        progress.clear();
        for each in done {
            match each {
                Ok((document, result)) => take(document, result)?,
                Err(lost) => {
                    outcome = Outcome::SomeFailed;
                    error::tell(&lost);
                }
            }
        }
        progress.advance(count);
    }
    progress.clear();
    Ok(outcome)
}

/// A count on the terminal, where results do not run over the same one.
struct Progress {
    shown: bool,
    documents: usize,
}

impl Progress {
    fn new() -> Self {
        let shown = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { shown, documents: 0 }
    }

    fn advance(&mut self, documents: usize) {
        self.documents += documents;
        self.write(&format!("{} documents", self.documents));
    }

    fn clear(&self) {
        self.write("");
    }

    fn write(&self, text: &str) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\u{1B}[K{text}");
        }
    }
}
