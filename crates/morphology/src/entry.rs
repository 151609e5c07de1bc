//! What may be wrong with an entry of the lexicon.

use thiserror::Error;

/// A column of an entry that cannot be read, with what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{column} `{found}`: {advice}")]
pub struct EntryError {
    /// The column, as its header calls it.
    pub column: &'static str,
    /// What stands there.
    pub found: String,
    /// What to write instead.
    pub advice: String,
}

impl EntryError {
    pub(crate) fn new(column: &'static str, found: &str, advice: impl Into<String>) -> Self {
        Self { column, found: found.to_owned(), advice: advice.into() }
    }
}
