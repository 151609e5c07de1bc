//! Number words.

use serde::{Deserialize, Serialize};

/// What a number word tells.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct NumberWord {
    /// How many.
    pub value: f64,
    /// How it is meant.
    pub kind: NumberKind,
    /// What a multiplier tells where no number stands before it, if that is another value (آلاف, some two
    /// thousand; ألفا, two thousand).
    pub alone: Option<f64>,
}

impl NumberWord {
    /// What a word tells that is listed twice: a number that multiplies too, a multiplier that tells another value alone.
    /// None where the two disagree.
    pub(crate) fn join(self, other: Self) -> Option<Self> {
        let (first, second) = if self.kind <= other.kind { (self, other) } else { (other, self) };
        match (first.kind, second.kind) {
            _ if first == second => Some(first),
            (NumberKind::Exact, NumberKind::Multiplier) if second.alone.is_none() => {
                Some(Self { alone: (first.value != second.value).then_some(first.value), ..second })
            }
            (NumberKind::Multiplier, NumberKind::Vague) if first.alone.is_none() => {
                Some(Self { alone: Some(second.value), ..first })
            }
            _ => None,
        }
    }
}

/// How the value of a number word is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// The number itself (three, ثلاثون).
    Exact,
    /// Multiplies the number before it; alone it stands for itself, or for `alone` (thousand, آلاف).
    Multiplier,
    /// About so many (dozens, عشرات).
    Vague,
}
