//! Codes documents: who did what to whom, when, where, whether it happened, who says so, and the words
//! that show it.
//!
//! The principal type is [`Coder`], a pure function of a document and a lexicon: no I/O, no clock, no
//! state; the same input gives the same bytes on any machine and any number of threads.

mod actors;
mod arabic;
mod attachment;
mod classify;
mod coder;
mod coverage;
mod english;
mod events;
mod memory;
mod modality;
mod outline;
mod quotes;
mod reading;
mod record;
mod roles;
mod syntax;

pub use classify::{Classified, Pair};
pub use coder::Coder;
pub use coverage::SentenceCoverage;
pub use record::{
    Actor, Attribution, Casualties, DocumentRecord, EventRecord, Evidence, Modality, Object, Place, Record,
    RelationRecord, RoleRecord, Trigger, When,
};
