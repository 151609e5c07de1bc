//! Half-open ranges that know what they count.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Counts bytes of a UTF-8 string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bytes {}

/// Counts tokens of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tokens {}

/// A half-open range of `Unit`s; a span of tokens cannot pass for one of bytes.
#[derive(Serialize, Deserialize)]
pub struct Span<Unit> {
    /// First unit inside.
    pub start: u32,
    /// First unit after it.
    pub end: u32,
    #[serde(skip)]
    unit: PhantomData<Unit>,
}

impl<Unit> Span<Unit> {
    /// The span from `start` up to, not including, `end`.
    ///
    /// # Panics
    /// When `end` lies before `start`.
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Self { start: start as u32, end: end as u32, unit: PhantomData }
    }

    /// The span of the one unit at `index`.
    pub fn one(index: usize) -> Self {
        Self::new(index, index + 1)
    }

    /// How many units it holds.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds none.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the unit at `index` lies inside.
    pub fn contains(self, index: usize) -> bool {
        self.range().contains(&index)
    }

    /// Whether every unit of `other` lies inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether a unit lies in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The least span that covers both.
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end), unit: PhantomData }
    }
}

impl<Unit> Clone for Span<Unit> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Unit> Copy for Span<Unit> {}

impl<Unit> PartialEq for Span<Unit> {
    fn eq(&self, other: &Self) -> bool {
        self.start == other.start && self.end == other.end
    }
}

impl<Unit> Eq for Span<Unit> {}

impl<Unit> PartialOrd for Span<Unit> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<Unit> Ord for Span<Unit> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}

impl<Unit> fmt::Debug for Span<Unit> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
