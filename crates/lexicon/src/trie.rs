//! Phrases found word by word.
//!
//! A trie is an FST over the keys of the words, parted by spaces, with the place of a group of values
//! behind every phrase. A walk over a text stops at the first word that continues no phrase.
//!
//! In an image a trie is four lengths and counts (u32, little endian): bytes of the FST, groups, values, and
//! 0; then the FST, the end of every group (u32) and the values (u64).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use demarche_document::{fold, tokenize};
use fst::raw::{Fst, Output};
use smallvec::SmallVec;

/// The keys of the words of a phrase, cut as the reader of documents cuts text.
pub(crate) fn keys(phrase: &str) -> Vec<String> {
    // A contraction's ending stands behind its word in a text and would be cut apart here.
    if phrase.starts_with(['\'', '\u{2019}']) && !phrase.contains(char::is_whitespace) {
        return vec![fold(phrase)];
    }
    let keys = tokenize(phrase, 0).into_iter().map(|token| token.key.into_string());
    keys.filter(|key| !key.is_empty()).collect()
}

/// What a trie can keep: something that goes into a number.
pub(crate) trait Packed: Ord + Copy {
    /// What is handed out for it.
    type Value;

    fn pack(self) -> u64;

    /// Undoes [`Packed::pack`]; none for a number that it never makes.
    fn unpack(number: u64) -> Option<Self::Value>;
}

/// Values by phrase: the longest phrase that a text begins with, or all of them.
#[derive(Clone)]
pub struct WordTrie<T> {
    phrases: Fst<Cow<'static, [u8]>>,
    /// Where each group of values ends.
    ends: Vec<u32>,
    values: Vec<T>,
}

const HEADER: usize = 16;

/// The phrases that a text begins with: for each the number of its words, and its values.
pub type PhraseMatches<'t, T> = SmallVec<[(usize, &'t [T]); 4]>;

impl<T> WordTrie<T> {
    /// Loads what [`TrieBuilder::finish`] made; the FST stays as it lies. None, if the bytes are something else.
    pub(crate) fn load<P: Packed<Value = T>>(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let number = |index: usize| {
            let bytes = bytes.get(4 * index..4 * index + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
        };
        let (length, groups, values) = (number(0)?, number(1)?, number(2)?);
        if bytes.len() != HEADER + length + 4 * groups + 8 * values {
            return None;
        }
        let (ends, rest) = bytes[HEADER + length..].split_at(4 * groups);
        let ends = ends.chunks_exact(4).map(|end| Some(u32::from_le_bytes(end.try_into().ok()?)));
        let ends = ends.collect::<Option<Vec<u32>>>()?;
        let values = rest.chunks_exact(8).map(|value| P::unpack(u64::from_le_bytes(value.try_into().ok()?)));
        let values = values.collect::<Option<Vec<T>>>()?;
        let phrases = match bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[HEADER..HEADER + length]),
            Cow::Owned(bytes) => Cow::Owned(bytes[HEADER..HEADER + length].to_vec()),
        };
        Some(Self { phrases: Fst::new(phrases).ok()?, ends, values })
    }

    fn group(&self, group: u64) -> &[T] {
        let group = usize::try_from(group).unwrap_or(usize::MAX);
        let end = |index: usize| self.ends.get(index).map(|&end| end as usize);
        let start = group.checked_sub(1).map_or(Some(0), end);
        start.zip(end(group)).and_then(|(start, end)| self.values.get(start..end)).unwrap_or_default()
    }

    /// Every phrase that a row of folded words begins with, the shortest first.
    pub fn matches<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> PhraseMatches<'_, T> {
        let mut found = PhraseMatches::new();
        let mut node = self.phrases.root();
        let mut sum = Output::zero();
        for (words, key) in keys.into_iter().enumerate() {
            let space = (words > 0).then_some(b' ');
            for byte in space.into_iter().chain(key.bytes()) {
                let Some(step) = node.find_input(byte) else { return found };
                let step = node.transition(step);
                sum = sum.cat(step.out);
                node = self.phrases.node(step.addr);
            }
            if node.is_final() && !key.is_empty() {
                found.push((words + 1, self.group(sum.cat(node.final_output()).value())));
            }
        }
        found
    }

    /// The longest phrase that a row of folded words begins with: the number of its words, and its values.
    pub fn longest<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> Option<(usize, &[T])> {
        self.matches(keys).pop()
    }

    /// The values of a phrase of exactly these folded words.
    pub fn exact(&self, keys: &[&str]) -> &[T] {
        match self.matches(keys.iter().copied()).pop() {
            Some((words, values)) if words == keys.len() => values,
            _ => &[],
        }
    }

    /// How many phrases there are.
    pub fn len(&self) -> usize {
        self.phrases.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }
}

impl<T> fmt::Debug for WordTrie<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WordTrie").field("phrases", &self.len()).finish_non_exhaustive()
    }
}

/// Collects phrases; what comes out does not depend on the order in which they came.
#[derive(Debug)]
pub(crate) struct TrieBuilder<T> {
    phrases: BTreeMap<String, BTreeSet<T>>,
}

impl<T> Default for TrieBuilder<T> {
    fn default() -> Self {
        Self { phrases: BTreeMap::new() }
    }
}

impl<T: Packed> TrieBuilder<T> {
    /// Adds a phrase of these keys; a phrase without words is left out.
    pub fn add(&mut self, keys: &[String], value: T) {
        if !keys.is_empty() {
            self.phrases.entry(keys.join(" ")).or_default().insert(value);
        }
    }

    /// The bytes of the trie.
    pub fn finish(self) -> Vec<u8> {
        let mut map = fst::raw::Builder::memory();
        let (mut ends, mut packed) = (Vec::new(), Vec::new());
        for (group, (phrase, values)) in self.phrases.into_iter().enumerate() {
            map.insert(phrase, group as u64).expect("a B-tree gives its keys in order, each once");
            packed.extend(values.into_iter().map(Packed::pack));
            ends.push(packed.len() as u32);
        }
        let map = map.into_inner().expect("writing to memory does not fail");
        let mut bytes = Vec::new();
        for count in [map.len(), ends.len(), packed.len(), 0] {
            bytes.extend((count as u32).to_le_bytes());
        }
        bytes.extend(map);
        bytes.extend(ends.into_iter().flat_map(u32::to_le_bytes));
        bytes.extend(packed.into_iter().flat_map(u64::to_le_bytes));
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::{Packed, TrieBuilder, WordTrie, keys};

    impl Packed for u32 {
        type Value = u32;

        fn pack(self) -> u64 {
            self.into()
        }

        fn unpack(number: u64) -> Option<u32> {
            number.try_into().ok()
        }
    }

    fn trie(phrases: &[(&str, u32)]) -> WordTrie<u32> {
        let mut builder = TrieBuilder::default();
        for (phrase, value) in phrases {
            builder.add(&keys(phrase), *value);
        }
        WordTrie::load::<u32>(builder.finish().into()).expect("a trie")
    }

    #[test]
    fn bytes_that_are_no_trie_are_refused() {
        let mut builder = TrieBuilder::default();
        builder.add(&keys("New York"), 1_u32);
        let bytes = builder.finish();
        assert!(WordTrie::load::<u32>(bytes[..bytes.len() - 1].to_vec().into()).is_none());
        assert!(WordTrie::load::<u32>(Vec::new().into()).is_none());
        assert!(WordTrie::load::<u32>(bytes.into()).is_some());
    }

    #[test]
    fn the_longest_phrase_wins_and_shorter_ones_are_kept() {
        let trie = trie(&[("New York", 1), ("New York Times", 2), ("New Zealand", 3), ("York", 4)]);
        assert_eq!(trie.longest(["new", "york", "times", "said"]), Some((3, [2].as_slice())));
        assert_eq!(trie.longest(["new", "york", "said"]), Some((2, [1].as_slice())));
        let all: Vec<usize> =
            trie.matches(["new", "york", "times"]).into_iter().map(|(words, _)| words).collect();
        assert_eq!(all, [2, 3]);
    }

    #[test]
    fn half_a_word_is_no_match() {
        let trie = trie(&[("Iran", 1)]);
        assert_eq!(trie.longest(["iranian"]), None);
        assert_eq!(trie.longest(["ira", "n"]), None);
        assert_eq!(trie.longest([]), None);
    }

    #[test]
    fn one_phrase_may_have_several_values_and_one_value_several_spellings() {
        let trie = trie(&[("إسلام آباد", 7), ("اسلام اباد", 7), ("إسلام آباد", 3)]);
        assert_eq!(trie.exact(&["اسلام", "اباد"]), [3, 7]);
        assert_eq!(trie.exact(&["اسلام"]), [0_u32; 0]);
        assert_eq!(trie.len(), 1);
    }

    #[test]
    fn words_are_cut_as_in_texts() {
        assert_eq!(keys("U.S. State Department"), ["u.s.", "state", "department"]);
        assert_eq!(keys("People's Republic"), ["people", "'s", "republic"]);
        assert_eq!(keys("'s"), ["'s"]);
    }
}
