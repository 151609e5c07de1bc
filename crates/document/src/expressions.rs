//! Finds the dates that stand in running text.

mod absolute;
mod relative;
mod year;

use crate::almanac::{Almanac, Direction, Part, Press, Time, Unit};
use crate::civil::{self, Bounds};
use crate::phrases::Hit;
use crate::{Date, DateMention, Precision, Sentence, Span, Token, TokenKind};

/// The date expressions of a sentence, in order, resolved against `anchor`, the day of publication.
///
/// A date without a year takes the year that brings it nearest to the anchor, the past preferred; a weekday is
/// the last such day on or before the anchor unless a word points ahead. Without an anchor such dates are
/// found but stay without bounds. Prepositions before a date are no part of it.
pub fn find_dates(sentence: &Sentence, anchor: Option<Date>, almanac: &Almanac) -> Vec<DateMention> {
    let reader = Reader::new(&sentence.tokens, anchor, almanac);
    let mut mentions = Vec::new();
    if reader.is_barren() {
        return mentions;
    }
    let mut at = 0;
    while at < sentence.tokens.len() {
        match reader.mention(at) {
            Some(mention) => {
                at = mention.tokens.end as usize;
                mentions.push(mention);
            }
            None => at += 1,
        }
    }
    mentions
}

/// What an expression tells, and where it ends.
#[derive(Debug, Clone, Copy)]
struct Reading {
    bounds: (Option<Date>, Option<Date>),
    precision: Precision,
    end: usize,
    /// What it is made of, for ranges: years range with years, days with days.
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Day,
    Month,
    Year,
    Relative,
    /// "three days ago" told by a preposition that the mention leaves out.
    Ago,
}

impl Reading {
    fn new(bounds: Option<Bounds>, precision: Precision, end: usize, kind: Kind) -> Self {
        Self { bounds: (bounds.map(|(from, _)| from), bounds.map(|(_, to)| to)), precision, end, kind }
    }
}

/// A name of a month of either calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Month {
    Gregorian(u8),
    Hijri(u8),
}

struct Reader<'a> {
    tokens: &'a [Token],
    hits: Vec<Vec<Hit<Time>>>,
    anchor: Option<Date>,
    almanac: &'a Almanac,
}

impl<'a> Reader<'a> {
    fn new(tokens: &'a [Token], anchor: Option<Date>, almanac: &'a Almanac) -> Self {
        let hits = (0..tokens.len()).map(|at| almanac.time.at(tokens, at)).collect();
        Self { tokens, hits, anchor, almanac }
    }

    /// Whether no token can start a date.
    fn is_barren(&self) -> bool {
        self.tokens.iter().zip(&self.hits).all(|(token, hits)| {
            token.kind != TokenKind::Number && !token.key.starts_with("mid-") && hits.is_empty()
        })
    }

    fn mention(&self, at: usize) -> Option<DateMention> {
        let mut reading = self.reading(at)?;
        reading = self.range(at, reading).unwrap_or(reading);
        let (from, to) = reading.bounds;
        let (from, to, precision) = match self.opening(at) {
            Some(Time::Since) => {
                let to = self.anchor.filter(|&anchor| from.is_none_or(|from| from <= anchor));
                (from, to, Precision::OpenStart)
            }
            Some(Time::Until) if reading.kind != Kind::Ago => (None, to, Precision::OpenEnd),
            _ => (from, to, reading.precision),
        };
        Some(DateMention { tokens: Span::new(at, reading.end), from, to, precision })
    }

    /// "since" or "until" right before `at`.
    fn opening(&self, at: usize) -> Option<Time> {
        (1..=3.min(at)).find_map(|back| {
            self.hits[at - back].iter().find_map(|hit| match hit.meaning {
                Time::Since | Time::Until => {
                    let gap = at - back + hit.len;
                    let filled = gap == at || (gap + 1 == at && self.is_article(gap));
                    filled.then_some(hit.meaning)
                }
                _ => None,
            })
        })
    }

    fn is_article(&self, at: usize) -> bool {
        &*self.tokens[at].key == "the"
    }

    /// One date expression, without a range.
    fn reading(&self, at: usize) -> Option<Reading> {
        self.part(at).or_else(|| self.whole(at))
    }

    fn whole(&self, at: usize) -> Option<Reading> {
        self.absolute(at).or_else(|| self.relative(at))
    }

    /// "early 2015", "مطلع العام الماضي", "mid-March", "late 1980s".
    fn part(&self, at: usize) -> Option<Reading> {
        if let Some(rest) = self.tokens[at].key.strip_prefix("mid-") {
            return self.mid_compound(at, rest);
        }
        let (part, len) = self.find(at, |time| match time {
            Time::Part(part) => Some(part),
            _ => None,
        })?;
        let mut start = at + len;
        start += usize::from(
            self.tokens.get(start).is_some_and(|token| matches!(&*token.key, "the" | "of" | "-")),
        );
        start += usize::from(self.tokens.get(start).is_some_and(|token| &*token.key == "the"));
        let mut whole = self.tokens.get(start).and_then(|_| self.whole(start))?;
        let cut = |bounds: Bounds| {
            let days = civil::days_between(bounds.0, bounds.1) + 1;
            let third = |number: i64| civil::shift(bounds.0, Unit::Day, days * number / 3);
            match part {
                Part::Early => Some((bounds.0, civil::shift(third(1)?, Unit::Day, -1)?)),
                Part::Mid => Some((third(1)?, civil::shift(third(2)?, Unit::Day, -1)?)),
                Part::Late => Some((third(2)?, bounds.1)),
            }
        };
        let precision = match whole.precision {
            Precision::Year | Precision::Season => Precision::Season,
            Precision::Decade => Precision::Year,
            Precision::Month => Precision::Week,
            Precision::Week => Precision::Week,
            _ => return Some(whole),
        };
        if let (Some(from), Some(to)) = whole.bounds {
            let bounds = cut((from, to));
            whole.bounds = (bounds.map(|(from, _)| from), bounds.map(|(_, to)| to));
        }
        Some(Reading { precision, ..whole })
    }

    fn mid_compound(&self, at: usize, rest: &str) -> Option<Reading> {
        let years = rest.strip_suffix('s').unwrap_or(rest).parse::<i64>().ok().filter(|_| rest.len() >= 4);
        if let Some(year) = years.filter(|year| (1800..=2100).contains(year)) {
            return Some(if rest.ends_with('s') {
                Reading::new(civil::years(year + 3, year + 6), Precision::Year, at + 1, Kind::Year)
            } else {
                let bounds = civil::day(year, 5, 1).zip(civil::day(year, 8, 31));
                Reading::new(bounds, Precision::Season, at + 1, Kind::Year)
            });
        }
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let month = names.iter().position(|name| rest.starts_with(name) && rest.len() <= 9)? as u8 + 1;
        let (year, end) = match self.year_after(at + 1) {
            Some((year, end)) => (Some(year), end),
            None => (None, at + 1),
        };
        let (first, last) = self.gregorian_month(month, year)?;
        let bounds = civil::shift(first, Unit::Day, 9).zip(civil::shift(last, Unit::Day, -9));
        Some(Reading::new(bounds, Precision::Week, end, Kind::Month))
    }

    /// "2013-2017", "من 2010 إلى 2015", "between 2010 and 2015", from the first date on.
    fn range(&self, at: usize, first: Reading) -> Option<Reading> {
        let joint = self.tokens.get(first.end)?;
        let dash = joint.kind == TokenKind::Mark && matches!(&*joint.key, "-" | "–" | "—");
        let from = self.opens_range(at, |time| matches!(time, Time::From | Time::Since));
        let between = self.opens_range(at, |time| matches!(time, Time::Between));
        let pair = self.has_dual_year_before(at);
        let to = self.is(first.end, |time| matches!(time, Time::To));
        let and = self.is(first.end, |time| time == Time::And) || joint.key.starts_with('و');
        if !(dash || (from && to) || ((between || pair) && and)) {
            return None;
        }
        let next = first.end + 1;
        if dash && !matches!(first.kind, Kind::Year | Kind::Day | Kind::Month) {
            return None;
        }
        if let Some(reading) = self.short_last_year(next, first).filter(|_| dash) {
            return Some(reading);
        }
        let second = self
            .tokens
            .get(next)
            .and_then(|_| self.absolute(next).or_else(|| self.bare_year(next)))
            .filter(|second| second.kind == first.kind)?;
        let ordered = match (first.bounds.0, second.bounds.1) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        ordered.then_some(Reading { bounds: (first.bounds.0, second.bounds.1), end: second.end, ..first })
    }

    /// The "17" of "2014-17".
    fn short_last_year(&self, at: usize, first: Reading) -> Option<Reading> {
        let from =
            first.bounds.0.filter(|_| first.kind == Kind::Year && first.precision == Precision::Year)?;
        let short = self.plain(at).filter(|_| self.tokens[at].key.len() == 2 && !self.tokens[at].spaced)?;
        let first_year = i64::from(from.year());
        let last = first_year - first_year.rem_euclid(100) + i64::from(short);
        let to = civil::day(last, 12, 31).filter(|_| last > first_year)?;
        Some(Reading { bounds: (Some(from), Some(to)), end: at + 1, ..first })
    }

    fn opens_range(&self, at: usize, wanted: impl Fn(Time) -> bool) -> bool {
        (1..=2.min(at)).any(|back| {
            self.hits[at - back].iter().any(|hit| {
                let gap = at - back + hit.len;
                wanted(hit.meaning) && (gap == at || (gap + 1 == at && self.is_article(gap)))
            })
        })
    }

    /// "بين عامي 2010 و2015" and "عامي 2010 و2015": the dual stands inside the first reading.
    fn has_dual_year_before(&self, at: usize) -> bool {
        self.is(at, |time| matches!(time, Time::Unit(Unit::Year, 0 | 2)))
    }

    /// The longest phrase at `at` that `wanted` accepts.
    fn find<U>(&self, at: usize, wanted: impl Fn(Time) -> Option<U>) -> Option<(U, usize)> {
        self.hits.get(at)?.iter().find_map(|hit| wanted(hit.meaning).map(|found| (found, hit.len)))
    }

    /// The number of tokens of a phrase at `at` that `wanted` accepts.
    fn len(&self, at: usize, wanted: impl Fn(Time) -> bool) -> Option<usize> {
        self.hits.get(at)?.iter().find(|hit| wanted(hit.meaning)).map(|hit| hit.len)
    }

    fn is(&self, at: usize, wanted: impl Fn(Time) -> bool) -> bool {
        self.len(at, wanted).is_some()
    }

    /// End of an optional phrase at `at`.
    fn after(&self, at: usize, wanted: impl Fn(Time) -> bool) -> usize {
        at + self.len(at, wanted).unwrap_or(0)
    }

    fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark && marks.contains(&&*token.key))
    }

    /// A whole number in plain digits.
    fn plain(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        token.key.parse().ok()
    }

    /// A number in digits or words.
    fn count(&self, at: usize) -> Option<(i64, usize)> {
        if let Some(number) = self.plain(at) {
            return Some((i64::from(number), 1));
        }
        self.find(at, |time| match time {
            Time::Number(number) => Some(i64::from(number)),
            _ => None,
        })
    }

    fn direction(&self, at: usize) -> Option<(Direction, usize)> {
        self.find(at, |time| match time {
            Time::Direction(direction) => Some(direction),
            _ => None,
        })
    }

    /// Whether the token ends the name of an outlet in quotation marks, such as «روسيا اليوم».
    fn ends_outlet(&self, at: usize) -> bool {
        at > 1
            && self.is_mark(at - 2, &["«", "\"", "“", "(", "{"])
            && self
                .almanac
                .press
                .at(self.tokens, at - 1)
                .iter()
                .any(|hit| matches!(hit.meaning, Press::Outlet(_)) && hit.len == 2)
    }

    fn is_latin(&self, at: usize) -> bool {
        self.tokens[at].key.starts_with(|c: char| c.is_ascii())
    }

    fn gregorian_month(&self, month: u8, year: Option<i64>) -> Option<Bounds> {
        match (year, self.anchor) {
            (Some(year), _) => civil::month(year, month),
            (None, Some(anchor)) => {
                let year = i64::from(anchor.year());
                civil::nearest(anchor, (year - 1..=year + 1).filter_map(|year| civil::month(year, month)))
            }
            (None, None) => None,
        }
    }
}
