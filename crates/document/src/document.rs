//! The document: what was given, what was found out about it, and its sentences.

use serde::{Deserialize, Serialize};

use crate::offsets::Offsets;
use crate::{Bytes, Date, Span, Token};

/// A language that the coder reads, or none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Anything else: kept, reported, not coded.
    #[serde(rename = "und")]
    Other,
}

/// What a source hands over: a text and whatever is known about it from outside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Identifies the document in every record.
    pub id: String,
    /// The text, untouched; all offsets point into it.
    pub text: String,
    /// The language, where the source tells it.
    pub language: Option<Language>,
    /// A title given apart from the text.
    pub title: Option<String>,
    /// The publication date as the source writes it: ISO, or any form the almanac reads.
    pub date: Option<String>,
    /// The outlet that published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

/// Which string of the document a span points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The title given apart from the text.
    Title,
    /// The text.
    Text,
}

/// What a sentence is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SentenceRole {
    /// The headline; a second printing of it is dropped.
    Title,
    /// Running text of the story.
    Body,
}

/// One sentence with its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its number in the document; the title is 0, the body starts at 1.
    pub index: u32,
    /// Which string it stands in.
    pub field: Field,
    /// Where it stands there.
    pub span: Span<Bytes>,
    /// Number of its paragraph, from 0.
    pub paragraph: u32,
    /// Its language: that of its paragraph.
    pub language: Language,
    /// What it is for.
    pub role: SentenceRole,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
}

/// Facts about the document that are no part of its story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Metadata {
    /// The headline, once.
    pub title: Option<String>,
    /// Publication date and, where known, time in UTC (`2018-03-06T01:57:00Z` or `2018-03-06`).
    pub published: Option<String>,
    /// The publication day, to which relative dates are anchored.
    pub day: Option<Date>,
    /// The section of the outlet.
    pub section: Option<String>,
    /// The outlet that published it.
    pub outlet: Option<String>,
    /// Agencies credited with it, by their English short name (`AFP`).
    pub credits: Vec<String>,
    /// Outlets that it quotes, by their English short name.
    pub quoted_outlets: Vec<String>,
}

/// Something doubtful that a reader should know, with a code that can be searched for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Stable code, such as `D003`.
    pub code: &'static str,
    /// What is doubtful, in a sentence.
    pub message: String,
}

/// A document, read: sentences and tokens over the untouched text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What was given.
    pub input: Input,
    /// Its main language.
    pub language: Language,
    /// What its head and foot tell.
    pub metadata: Metadata,
    /// Title and body, in order.
    pub sentences: Vec<Sentence>,
    /// What is doubtful.
    pub warnings: Vec<Warning>,
    pub(crate) title_offsets: Offsets,
    pub(crate) text_offsets: Offsets,
}

impl Document {
    /// The string that `field` names.
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Title => self.input.title.as_deref().unwrap_or_default(),
            Field::Text => &self.input.text,
        }
    }

    /// Unicode scalar values before byte `byte` of a field; those of the whole field where `byte` lies behind it.
    pub fn char_offset(&self, field: Field, byte: usize) -> usize {
        let offsets = match field {
            Field::Title => &self.title_offsets,
            Field::Text => &self.text_offsets,
        };
        offsets.characters(self.field(field), byte)
    }

    /// The untouched text of a span of a field.
    pub fn slice(&self, field: Field, span: Span<Bytes>) -> &str {
        &self.field(field)[span.range()]
    }
}
