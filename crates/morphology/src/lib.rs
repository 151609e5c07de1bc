//! Inflected words of Arabic and English: generated when the lexicon is compiled, looked up when a
//! text is read.
//!
//! The principal types are [`FormsBuilder`], which packs generated forms into one FST image, and
//! [`Forms`], which finds the [`Reading`]s of a word in it. What is generated is told by entries
//! ([`arabic::Verb`], [`arabic::Noun`], [`arabic::Adjective`], [`english::Verb`], [`english::Noun`]).

pub mod arabic;
mod cell;
pub mod english;
mod entry;
mod forms;
mod packed;

pub use cell::{
    Aspect, Cell, Gender, LemmaId, Mood, Number, Person, Pos, Proclitics, Pronoun, Reading, State, Voice,
};
pub use entry::EntryError;
pub use forms::{Forms, FormsBuilder, FormsError};

use smallvec::SmallVec;

/// The readings of one word, best guess of order first: fewest proclitics, then by lemma and cell.
pub type Readings = SmallVec<[Reading; 6]>;
