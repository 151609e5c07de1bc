//! What may go wrong in the command itself, and the exit status that tells it.

use std::fmt::Display;
use std::io::{self, Write};

use demarche_lexicon::LoadError;

/// How a verb that ran to its end went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was done.
    Done,
    /// Some of the input failed; the rest was done.
    SomeFailed,
}

/// Why a verb stopped, with a stable code to search for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// `C001`: no verb was given.
    #[error("C001 no command was given; `demarche --help` lists them")]
    NoVerb,
    /// `C002`: nothing to read.
    #[error("C002 there is nothing to read; name files or folders, or pipe text in")]
    NoInput,
    /// `C003`: the output cannot be written.
    #[error("C003 {place}: cannot be written: {reason}; check the folder, its rights and the space left")]
    Output {
        /// Where it was to be written.
        place: String,
        /// What the system says.
        reason: io::Error,
    },
    /// `C004`: a lexicon folder cannot be read.
    #[error("C004 the lexicon folder cannot be read: {0}; give a folder laid out as the bundled one")]
    LexiconFolder(io::Error),
    /// `C005`: a lexicon has errors.
    #[error("C005 the lexicon has errors ({0}, listed above); `demarche lexicon check DIR` lists them again")]
    Lexicon(usize),
    /// `C006`: a compiled lexicon does not load.
    #[error("C006 the lexicon cannot be loaded: {0}; build the program again")]
    Load(#[from] LoadError),
    /// `C007`: no record has the id.
    #[error(
        "C007 no record here has an id that begins with {id:?} ({records} looked at in {documents} documents); give the files that were read when the id was printed, with the same --lexicon, --date and --lang"
    )]
    NoRecord {
        /// What was asked for.
        id: String,
        /// How many records there are.
        records: usize,
        /// In how many documents.
        documents: usize,
    },
    /// `C008`: several records have such an id.
    #[error("C008 the ids of several records begin with {id:?}: {}; give more of it", found.join(", "))]
    AmbiguousId {
        /// What was asked for.
        id: String,
        /// The ids.
        found: Vec<String>,
    },
    /// `C009`: the lexicon does not know the word.
    #[error(
        "C009 the lexicon has no word, name or phrase {0:?}; look for another spelling, or add it to a folder of your own"
    )]
    UnknownWord(String),
}

impl Error {
    /// 2 where the command was used wrongly, else 1.
    pub fn exit_status(&self) -> u8 {
        match self {
            Self::NoVerb | Self::NoInput | Self::LexiconFolder(_) => 2,
            _ => 1,
        }
    }

    /// Whether the reader of the output went away.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output { reason, .. } if reason.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// Writes a message to the standard error. One that cannot be written there has nowhere else to go.
pub fn tell(message: &dyn Display) {
    let _ = writeln!(io::stderr(), "demarche: {message}");
}
