//! Words, numbers and marks of a sentence.

use crate::{Bytes, Span};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with their inner apostrophes and hyphens.
    Word,
    /// Digits of any script, with their inner separators.
    Number,
    /// One punctuation mark or symbol.
    Mark,
}

/// One word, number or mark, with its place in the untouched text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the field (title or text) of its sentence.
    pub span: Span<Bytes>,
    /// The folded key under which the lexicon knows it ([`crate::fold`]); numbers in ASCII digits.
    pub key: Box<str>,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether the word starts with an upper-case letter (never so in Arabic).
    pub capital: bool,
    /// Whether white space stands before it.
    pub spaced: bool,
}
