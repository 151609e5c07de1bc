//! Documents as the coder sees them: text that keeps its offsets, metadata, language, sentences,
//! tokens and the dates that stand in them.
//!
//! The principal type is [`Document`], made by [`read`] from an [`Input`] and an [`Almanac`], the
//! calendar and outlet words that the lexicon supplies. Nothing here touches files or clocks.

mod almanac;
mod civil;
mod dates;
mod document;
mod expressions;
mod fold;
mod head;
mod language;
mod offsets;
mod phrases;
mod press;
mod read;
mod segment;
mod span;
mod stamp;
mod token;
mod tokenize;

pub use almanac::{Almanac, AlmanacError};
pub use dates::{DateMention, Precision};
pub use document::{Document, Field, Input, Language, Metadata, Sentence, SentenceRole, Warning};
pub use expressions::find_dates;
pub use fold::fold;
/// A day of the proleptic Gregorian calendar.
pub use jiff::civil::Date;
pub use read::read;
pub use span::{Bytes, Span, Tokens};
pub use token::{Token, TokenKind};
pub use tokenize::tokenize;
