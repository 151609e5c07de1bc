//! A table of phrases found by the folded keys of their words.

use serde::{Deserialize, Serialize};

use crate::tokenize::tokenize;
use crate::{Token, TokenKind};

const SLOTS: usize = 1024;

/// Phrases with what they mean; the same phrase may mean several things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Phrases<T> {
    slots: Vec<Vec<Phrase<T>>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Phrase<T> {
    keys: Vec<Box<str>>,
    meaning: T,
    doubtful: bool,
}

/// A phrase that stands in a row of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit<T> {
    pub meaning: T,
    /// Number of tokens it takes.
    pub len: usize,
    /// Whether it is also another word.
    pub doubtful: bool,
    /// The conjunction or preposition written as one with its first word.
    pub clitic: Option<char>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { slots: Vec::new() }
    }
}

impl<T: Copy + PartialEq> Phrases<T> {
    /// Adds a phrase under its folded keys; an empty phrase is ignored.
    pub fn insert(&mut self, phrase: &str, meaning: T, doubtful: bool) {
        let keys: Vec<Box<str>> = tokenize(phrase, 0).into_iter().map(|token| token.key).collect();
        let Some(first) = keys.first() else { return };
        if self.slots.is_empty() {
            self.slots.resize_with(SLOTS, Vec::new);
        }
        let slot = &mut self.slots[slot(first)];
        match slot.iter_mut().find(|known| known.keys == keys && known.meaning == meaning) {
            Some(known) => known.doubtful &= doubtful,
            None => slot.push(Phrase { keys, meaning, doubtful }),
        }
    }

    /// Every phrase that starts at token `at`, the longest first; where the whole word is unknown, the word
    /// without a conjunction or preposition written as one with it is tried.
    pub fn at(&self, tokens: &[Token], at: usize) -> Vec<Hit<T>> {
        let mut hits = Vec::new();
        let Some(token) = tokens.get(at) else { return hits };
        if self.slots.is_empty() {
            return hits;
        }
        self.collect(&token.key, None, tokens, at, &mut hits);
        if hits.is_empty() && token.kind == TokenKind::Word {
            self.collect_without_clitics(&token.key, tokens, at, &mut hits);
        }
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.len));
        hits
    }

    /// The longest phrase at token `at` whose meaning `wanted` accepts.
    pub fn longest<U>(
        &self,
        tokens: &[Token],
        at: usize,
        wanted: impl Fn(T) -> Option<U>,
    ) -> Option<(U, usize)> {
        self.at(tokens, at).into_iter().find_map(|hit| wanted(hit.meaning).map(|found| (found, hit.len)))
    }

    fn collect_without_clitics(&self, key: &str, tokens: &[Token], at: usize, hits: &mut Vec<Hit<T>>) {
        let mut rest = key;
        let mut clitic = None;
        for (number, (letter, after)) in
            std::iter::successors(first_letter(rest), |(_, after)| first_letter(after)).take(2).enumerate()
        {
            let joins = matches!(letter, 'و' | 'ف') && number == 0;
            let governs = matches!(letter, 'ب' | 'ل' | 'ك');
            if !(joins || governs) || after.chars().nth(1).is_none() {
                return;
            }
            if governs || clitic.is_none() {
                clitic = Some(letter);
            }
            rest = after;
            self.collect(rest, clitic, tokens, at, hits);
            if let Some(noun) = rest.strip_prefix('ل').filter(|_| letter == 'ل') {
                self.collect(&format!("ال{noun}"), clitic, tokens, at, hits);
            }
            if !hits.is_empty() {
                return;
            }
        }
    }

    fn collect(
        &self,
        first: &str,
        clitic: Option<char>,
        tokens: &[Token],
        at: usize,
        hits: &mut Vec<Hit<T>>,
    ) {
        for phrase in &self.slots[slot(first)] {
            let len = phrase.keys.len();
            let here = &*phrase.keys[0] == first
                && at + len <= tokens.len()
                && phrase.keys[1..].iter().zip(&tokens[at + 1..]).all(|(key, token)| *key == token.key);
            if here && !(phrase.doubtful && matches!(clitic, Some('ب' | 'ل' | 'ك'))) {
                hits.push(Hit { meaning: phrase.meaning, len, doubtful: phrase.doubtful, clitic });
            }
        }
    }
}

fn first_letter(word: &str) -> Option<(char, &str)> {
    let letter = word.chars().next()?;
    Some((letter, &word[letter.len_utf8()..]))
}

/// FNV-1a, so that the table is the same on every machine.
fn slot(key: &str) -> usize {
    let hash = key.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash % SLOTS as u64) as usize
}
