//! The measures (forms) of the verb.

use std::fmt;
use std::str::FromStr;

use crate::EntryError;

/// A measure of the verb: I to X of three radicals, Q1, Q2 and Q4 of four.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// فعل
    I,
    /// فعّل
    II,
    /// فاعل
    III,
    /// أفعل
    IV,
    /// تفعّل
    V,
    /// تفاعل
    VI,
    /// انفعل
    VII,
    /// افتعل
    VIII,
    /// افعلّ
    IX,
    /// استفعل
    X,
    /// فعلل
    Q1,
    /// تفعلل
    Q2,
    /// افعللّ
    Q4,
}

impl Measure {
    /// Every measure, in the grammars' order.
    pub const ALL: [Self; 13] = [
        Self::I,
        Self::II,
        Self::III,
        Self::IV,
        Self::V,
        Self::VI,
        Self::VII,
        Self::VIII,
        Self::IX,
        Self::X,
        Self::Q1,
        Self::Q2,
        Self::Q4,
    ];

    /// Reads `I` to `X`, `Q1`, `Q2` or `Q4`.
    ///
    /// # Errors
    /// [`EntryError`] if it is none of them.
    pub fn parse(text: &str) -> Result<Self, EntryError> {
        Self::ALL.into_iter().find(|measure| measure.name() == text).ok_or_else(|| {
            EntryError::new("measure", text, "write I, II, III, IV, V, VI, VII, VIII, IX, X, Q1, Q2 or Q4")
        })
    }

    /// Its name, as the lexicon writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::II => "II",
            Self::III => "III",
            Self::IV => "IV",
            Self::V => "V",
            Self::VI => "VI",
            Self::VII => "VII",
            Self::VIII => "VIII",
            Self::IX => "IX",
            Self::X => "X",
            Self::Q1 => "Q1",
            Self::Q2 => "Q2",
            Self::Q4 => "Q4",
        }
    }

    /// How many radicals its root has.
    pub fn radicals(self) -> usize {
        if matches!(self, Self::Q1 | Self::Q2 | Self::Q4) { 4 } else { 3 }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Measure {
    type Err = EntryError;

    fn from_str(text: &str) -> Result<Self, EntryError> {
        Self::parse(text)
    }
}
