//! Dates that stand in running text, resolved against the day of publication.

use serde::{Deserialize, Serialize};

use crate::{Date, Span, Tokens};

/// How exactly a date is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// One day.
    Day,
    /// A week or a few days.
    Week,
    /// One month.
    Month,
    /// Part of a year: a season, a quarter, "early 2015".
    Season,
    /// One year.
    Year,
    /// Ten years.
    Decade,
    /// From a day on ("since 2016"): `to` is empty or the day of publication.
    OpenStart,
    /// Up to a day ("until 2020").
    OpenEnd,
}

/// A date expression of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// The tokens that tell it, without a preposition before it.
    pub tokens: Span<Tokens>,
    /// First day, where it is bounded.
    pub from: Option<Date>,
    /// Last day, where it is bounded.
    pub to: Option<Date>,
    /// How exactly it is told.
    pub precision: Precision,
}
