//! Turns what people have, plain texts, web pages and JSON lines, into inputs for the reader of documents.
//!
//! The principal function is [`documents`]: it takes a name and anything that can be read, and yields one
//! [`Input`](demarche_document::Input) after another, or a [`SourceError`] that names file, line and remedy. A
//! bad document never loses the others.

mod decode;
mod error;
mod format;
mod html;
mod jsonl;
mod plain;
mod stream;

pub use decode::{Decoded, decode};
pub use error::SourceError;
pub use format::Format;
pub use html::page;
pub use jsonl::record;
pub use plain::without_tags;
pub use stream::{Documents, documents};
