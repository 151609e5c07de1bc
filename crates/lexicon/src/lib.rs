//! What the program knows: actors, words, frames and how words show them, read from a folder of
//! plain files, checked, compiled into one image, and looked up.
//!
//! The principal type is [`Lexicon`]. [`Files`] holds the texts of a folder, [`compile()`] makes an image
//! of them or tells every [`Problem`] with file, line and remedy, and [`Lexicon::load`] makes the image
//! answer. Nothing here touches the file system but [`Files::from_dir`].

mod actor;
mod codes;
mod compile;
mod example;
mod files;
mod frame;
mod image;
mod lemma;
mod lookup;
mod number;
mod ontology;
mod problem;
mod reading;
mod source;
mod trie;
mod unit;

pub use actor::{Actor, ActorCode, ActorId, ActorKind, Name, NameId, NameKind, Sector, Term};
pub use codes::UnknownCode;
pub use compile::{Compiled, compile, examples};
pub use example::{Example, Expected};
pub use files::Files;
pub use frame::{Dimension, Frame, FrameId, Inference, Quad, RecordKind, Root, Trend};
pub use image::LoadError;
pub use lemma::{Behaviour, Function, Lemma, NounClass};
pub use lookup::Lexicon;
pub use number::{NumberKind, NumberWord};
pub use ontology::{CONTEXTS, ContextId};
pub use problem::{Code, Problem, Severity};
pub use trie::{PhraseMatches, WordTrie};
pub use unit::{Anchor, Class, ClassId, Effect, Light, LightId, Role, SlotPattern, Unit, UnitId};
