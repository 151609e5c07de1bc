//! Arabic words: from root and measure to spelled forms, and from a written word to its readings.
//!
//! A verb is built in four steps: the radicals fill a pattern ([`Measure`]), weak and doubled
//! radicals settle, endings are joined, and the sounds are spelled with the hamza's seats. The rules
//! are those of the school grammars (Wright, *A Grammar of the Arabic Language*, vol. I, on the verb).

mod analyse;
mod clitics;
mod conjugation;
mod declension;
mod joining;
mod measure;
mod nominal;
mod orthography;
mod particle;
mod pattern;
mod root;
mod stems;
mod verb;
mod weak;

pub use analyse::analyse;
pub use clitics::{Peeled, peel};
pub use measure::Measure;
pub use nominal::{Adjective, Noun, Plural, parse_plurals};
pub use particle::{particle_forms, preposition_forms};
pub use root::Root;
pub use stems::{Stem, Stems};
pub use verb::{Verb, parse_extra, parse_vowels};
