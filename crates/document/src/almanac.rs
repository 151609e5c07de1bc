//! The words of time and the names of outlets, as the lexicon supplies them.

mod file;

use serde::{Deserialize, Serialize};

use crate::phrases::Phrases;

/// Calendar and outlet words of all languages, compiled from the lexicon's `calendar.toml` and
/// `outlets.toml` files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Almanac {
    pub(crate) time: Phrases<Time>,
    pub(crate) press: Phrases<Press>,
    /// English short names of outlets; [`Press::Outlet`] indexes it.
    pub(crate) outlets: Vec<Outlet>,
}

/// A calendar or outlet file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {message}", line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct AlmanacError {
    /// The file, named from the lexicon folder.
    pub file: String,
    /// The line, where it is known.
    pub line: Option<usize>,
    /// What is wrong and how to put it right.
    pub message: String,
}

impl Almanac {
    /// Reads the four files of the lexicon.
    ///
    /// # Errors
    /// When a file is not TOML, has an unknown key, or a number (of a month, a decade) that does not exist.
    pub fn from_toml(
        ar_calendar: &str,
        en_calendar: &str,
        ar_outlets: &str,
        en_outlets: &str,
    ) -> Result<Self, AlmanacError> {
        let mut almanac = Self::default();
        almanac.add_calendar("ar/calendar.toml", ar_calendar)?;
        almanac.add_calendar("en/calendar.toml", en_calendar)?;
        almanac.add_outlets("ar/outlets.toml", ar_outlets)?;
        almanac.add_outlets("en/outlets.toml", en_outlets)?;
        Ok(almanac)
    }

    /// The English short name under which an outlet is recorded, found by any of its names.
    pub fn outlet(&self, name: &str) -> Option<&str> {
        let tokens = crate::tokenize::tokenize(name, 0);
        self.press
            .at(&tokens, 0)
            .into_iter()
            .filter(|hit| hit.len == tokens.len() && hit.clitic.is_none())
            .find_map(|hit| match hit.meaning {
                Press::Outlet(index) => Some(&*self.outlets[usize::from(index)].name),
                _ => None,
            })
    }
}

/// An outlet by its English short name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Outlet {
    pub name: Box<str>,
    pub kind: OutletKind,
}

/// What an outlet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OutletKind {
    Agency,
    Newspaper,
    Broadcaster,
}

/// What a word of the press means in a credit or a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Press {
    /// A known outlet.
    Outlet(u16),
    /// "agency", "newspaper": the outlet's name follows or precedes.
    Generic,
    /// "agencies": several, unnamed.
    Agencies,
    /// A word that stands beside a name in a credit line.
    Label,
    /// A verb of telling somebody.
    Tell,
    /// A noun for an interview or statement.
    Interview,
    /// A word that reports what an outlet says.
    Report,
    /// The word that leads from an interview to the outlet.
    Introduce,
    /// A noun for what belongs to an outlet, such as its correspondent.
    Possession,
    /// A section of an outlet.
    Section,
}

/// What a word of time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Time {
    Month(u8),
    Hijri(u8),
    /// From 1, Monday, to 7, Sunday.
    Weekday(u8),
    /// Days after that of publication.
    Day(i8),
    /// A unit, and how many the word itself tells: 1, 2, or 0 for a plural.
    Unit(Unit, u8),
    Direction(Direction),
    /// "this" where it stands before its noun in a language whose adjectives follow theirs.
    Demonstrative,
    /// A noun after which the word for "year" means "general".
    General,
    /// A word after which "the day" is one of the tale.
    Narrative,
    Part(Part),
    /// The first year of a decade within its century.
    Decade(u8),
    Season(Season),
    Since,
    Until,
    Ago,
    Before,
    Between,
    From,
    To,
    And,
    Of,
    /// A word before which a year is likely.
    Preposition,
    Vague,
    /// "the day of", before a weekday or a date.
    DayWord,
    MonthWord,
    /// A preposition after which a doubtful month name is a month.
    MonthCue,
    About,
    Am,
    Pm,
    HijriEra,
    GregorianEra,
    /// Minutes east of Greenwich.
    Zone(i16),
    Label,
    Number(u32),
    Ordinal(u8),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Direction {
    Last,
    This,
    Next,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Part {
    Early,
    Mid,
    Late,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}
