//! The sentences that units are tested by.

use demarche_document::Language;

use crate::UnitId;

/// A sentence that a unit must code, or must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The unit.
    pub unit: UnitId,
    /// The language of the sentence.
    pub language: Language,
    /// Whether the unit must code it.
    pub yes: bool,
    /// The sentence.
    pub text: String,
    /// Who the actors must be, where the example tells.
    pub expected: Option<Expected>,
    /// File and line.
    pub origin: String,
}

/// The codes that an example expects, without sectors, in the order written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    /// Codes in `source`; all sides, where the frame is mutual.
    pub source: Vec<String>,
    /// Codes in `target`.
    pub target: Vec<String>,
}
