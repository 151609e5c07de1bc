//! Dates told by day, month, year or decade.

use super::{Kind, Month, Reader, Reading};
use crate::almanac::{Direction, Season, Time, Unit};
use crate::civil::{self, Bounds};
use crate::{Precision, TokenKind};

/// What follows a month: a year, or a word such as "last".
#[derive(Debug, Clone, Copy)]
enum Year {
    Told(i64),
    Pointed(Direction),
    Open,
}

impl Reader<'_> {
    pub(super) fn absolute(&self, at: usize) -> Option<Reading> {
        self.iso(at)
            .or_else(|| self.weekday_and_day(at))
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.season(at))
            .or_else(|| self.year(at))
            .or_else(|| self.decade(at))
    }

    /// `2018-03-06` and `6/3/2018`.
    fn iso(&self, at: usize) -> Option<Reading> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        if token.key.contains('/') {
            let parts: Vec<u32> = token.key.split('/').map(str::parse).collect::<Result<_, _>>().ok()?;
            let date = match parts[..] {
                [day, month, year] if (1300..1500).contains(&year) => {
                    civil::from_hijri(year.into(), u8::try_from(month).ok()?, day)
                }
                [year, month, day] if year > 1000 => civil::day(year.into(), u8::try_from(month).ok()?, day),
                [day, month, year] if year > 1000 && month <= 12 => {
                    civil::day(year.into(), u8::try_from(month).ok()?, day)
                }
                [month, day, year] if year > 1000 => civil::day(year.into(), u8::try_from(month).ok()?, day),
                [from, to] if (1900..2100).contains(&from) => {
                    let last = if to < 100 { from - from % 100 + to } else { to };
                    let bounds = civil::years(from.into(), last.into()).filter(|_| last == from + 1)?;
                    return Some(Reading::new(Some(bounds), Precision::Year, at + 1, Kind::Year));
                }
                _ => None,
            }?;
            let end = self.after(at + 1, |time| matches!(time, Time::HijriEra | Time::GregorianEra));
            return Some(Reading::new(Some((date, date)), Precision::Day, end, Kind::Day));
        }
        let parted = self.is_mark(at + 1, &["-", "/"]) && self.is_mark(at + 3, &["-", "/"]);
        let (first, month, last) =
            (self.plain(at)?, u8::try_from(self.plain(at + 2)?).ok()?, self.plain(at + 4)?);
        let (year, day) = if first > 1000 { (first, last) } else { (last, first) };
        let end = self.after(at + 5, |time| matches!(time, Time::HijriEra | Time::GregorianEra));
        let date = if (1300..1500).contains(&year) {
            civil::from_hijri(year.into(), month, day)
        } else {
            civil::day(year.into(), month, day).filter(|_| year > 1500)
        }?;
        parted.then(|| Reading::new(Some((date, date)), Precision::Day, end, Kind::Day))
    }

    /// "Tuesday, March 6, 2018", "الثلاثاء (6 مارس)".
    fn weekday_and_day(&self, at: usize) -> Option<Reading> {
        let start = self.after(at, |time| time == Time::DayWord);
        let (_, len) = self.weekday_at(start)?;
        let mut next = start + len;
        next += usize::from(self.is_mark(next, &[",", "،", ".", "-"]));
        let opened = self.is_mark(next, &["("]);
        next += usize::from(opened);
        let next = self.after(next, |time| time == Time::DayWord);
        let mut reading =
            self.day_and_month(next).or_else(|| self.month_first(next)).or_else(|| self.iso(next))?;
        if reading.kind != Kind::Day {
            return None;
        }
        reading.end += usize::from(opened && self.is_mark(reading.end, &[")"]));
        Some(reading)
    }

    /// The day of the week at `at`; short forms and Latin ones must have a capital.
    pub(super) fn weekday_at(&self, at: usize) -> Option<(u8, usize)> {
        let hit = self.hits.get(at)?.iter().find(|hit| matches!(hit.meaning, Time::Weekday(_)))?;
        let Time::Weekday(day) = hit.meaning else { return None };
        let latin = self.is_latin(at);
        if latin && !self.tokens[at].capital {
            return None;
        }
        let dotted = self.is_mark(at + hit.len, &["."]) || self.is_mark(at + hit.len, &[","]);
        if hit.doubtful && !dotted {
            return None;
        }
        Some((day, hit.len + usize::from(hit.doubtful && self.is_mark(at + hit.len, &["."]))))
    }

    /// The month at `at` with the second name that may stand beside it: "يناير (كانون الثاني)", "مارس/آذار".
    fn month_at(&self, at: usize) -> Option<(Month, usize, bool)> {
        let hit =
            self.hits.get(at)?.iter().find(|hit| matches!(hit.meaning, Time::Month(_) | Time::Hijri(_)))?;
        let month = match hit.meaning {
            Time::Month(month) => Month::Gregorian(month),
            Time::Hijri(month) => Month::Hijri(month),
            _ => return None,
        };
        if self.is_latin(at) && !self.tokens[at].capital {
            return None;
        }
        let mut end = at + hit.len;
        let mut doubtful = hit.doubtful;
        if self.is_latin(at) && self.tokens[at].key.len() <= 4 && self.is_mark(end, &["."]) {
            let goes_on = self.tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Number);
            if goes_on {
                end += 1;
            }
        }
        if let Some(len) = self.len(end, |time| time == hit.meaning).filter(|_| !self.is_latin(at)) {
            end += len;
            doubtful = false;
        }
        if self.is_mark(end, &["(", "/", "-"]) {
            let second = self.find(end + 1, |time| match time {
                Time::Month(second) => Some(Month::Gregorian(second)),
                _ => None,
            });
            if let Some((_, len)) = second.filter(|(second, _)| *second == month) {
                let parenthesis = self.is_mark(end, &["("]);
                if !parenthesis || self.is_mark(end + 1 + len, &[")"]) {
                    end += 1 + len + usize::from(parenthesis);
                    doubtful = false;
                }
            }
        }
        Some((month, end, doubtful))
    }

    fn day_of_month(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(day) = self.plain(at).filter(|day| (1..=31).contains(day)) {
            return Some((day, 1));
        }
        self.find(at, |time| match time {
            Time::Ordinal(day) => Some(u32::from(day)),
            _ => None,
        })
    }

    /// "6 مارس 2018", "6th of March", "26 و27 ماي الجاري", "26-28 July".
    fn day_and_month(&self, at: usize) -> Option<Reading> {
        let start = self.after(at, |time| time == Time::DayWord);
        let (first, len) = self.day_of_month(start)?;
        let mut next = start + len;
        let mut last = first;
        let joined = self.is_mark(next, &["-", "–", "و"]) || self.is(next, |time| time == Time::And);
        if let Some((day, len)) = self.day_of_month(next + 1).filter(|(day, _)| joined && *day > first) {
            last = day;
            next += 1 + len;
        }
        next = self.after(next, |time| time == Time::Of);
        next = self.after(next, |time| time == Time::MonthWord);
        let (month, end, _) = self.month_at(next)?;
        self.day_reading(first, last, month, end)
    }

    fn day_reading(&self, first: u32, last: u32, month: Month, end: usize) -> Option<Reading> {
        let (year, end) = self.year_of_month(month, end);
        let at = |year: i64, day: u32| match month {
            Month::Gregorian(month) => civil::day(year, month, day),
            Month::Hijri(month) => civil::from_hijri(year, month, day),
        };
        let bounds = |year: i64| Some((at(year, first)?, at(year, last)?));
        let existing = match month {
            Month::Gregorian(month) => civil::day(2000, month, last).is_some(),
            Month::Hijri(_) => last <= 30,
        };
        if !existing {
            return None;
        }
        let found = self.in_year(month, year, bounds);
        let precision = if first == last { Precision::Day } else { Precision::Week };
        Some(Reading::new(found, precision, end, Kind::Day))
    }

    /// The bounds in the year told, or in that nearest to the anchor.
    fn in_year(&self, month: Month, year: Year, bounds: impl Fn(i64) -> Option<Bounds>) -> Option<Bounds> {
        if let Year::Told(year) = year {
            return bounds(year);
        }
        let anchor = self.anchor?;
        let this = match month {
            Month::Gregorian(_) => i64::from(anchor.year()),
            Month::Hijri(_) => civil::hijri_year_of(anchor)?,
        };
        let mut candidates = (this - 1..=this + 1).filter_map(&bounds);
        match year {
            Year::Pointed(Direction::Last) => candidates.filter(|&(_, to)| to <= anchor).last(),
            Year::Pointed(Direction::Next) => candidates.find(|&(from, _)| from > anchor),
            Year::Pointed(Direction::This) => bounds(this),
            _ => civil::nearest(anchor, candidates),
        }
    }

    /// The year after a month: "2018", ", 2018", "من العام 2016", "الماضي", "من العام الماضي".
    fn year_of_month(&self, month: Month, at: usize) -> (Year, usize) {
        if let Some((direction, len)) =
            self.direction(at).filter(|_| !self.tokens[at].key.starts_with(|c: char| c.is_ascii()))
        {
            return (Year::Pointed(direction), at + len);
        }
        let comma = at + usize::from(self.is_mark(at, &[",", "،"]));
        if let Some((year, end)) = self.year_after(comma) {
            return (Year::Told(year), end);
        }
        let of = self.after(at, |time| time == Time::Of);
        let year_word = |time| matches!(time, Time::Unit(Unit::Year, 0 | 1));
        if let Month::Hijri(_) = month {
            for start in [comma, of, self.after(of, year_word)] {
                if let Some(year) = self.plain(start).filter(|year| (1300..1500).contains(year)) {
                    let end = self.after(start + 1, |time| time == Time::HijriEra);
                    return (Year::Told(year.into()), end);
                }
            }
        }
        if of > at && self.is(of, year_word) {
            let pointed = self.after(of, year_word);
            if let (Some((direction, len)), Some(anchor)) = (self.direction(pointed), self.anchor) {
                let this = i64::from(anchor.year());
                let year = match direction {
                    Direction::Last => this - 1,
                    Direction::This => this,
                    Direction::Next => this + 1,
                };
                return (Year::Told(year), pointed + len);
            }
        }
        if let Some((direction, len)) = self.direction(of).filter(|_| self.is_latin(of))
            && let (Some(end), Some(anchor)) = (self.len(of + len, year_word), self.anchor)
        {
            let step = match direction {
                Direction::Last => -1,
                Direction::This => 0,
                Direction::Next => 1,
            };
            return (Year::Told(i64::from(anchor.year()) + step), of + len + end);
        }
        (Year::Open, at)
    }

    /// "March 6, 2018", "March 2018", "شهر مارس", "last December", "in March".
    fn month_first(&self, at: usize) -> Option<Reading> {
        let pointed = self.direction(at).filter(|_| self.is_latin(at));
        let worded = self.after(at, |time| time == Time::MonthWord);
        let start = pointed.map_or(worded, |(_, len)| at + len);
        let (month, end, doubtful) = self.month_at(start)?;
        if let Some(reading) = self.english_day(start, month, end) {
            return Some(reading);
        }
        let (mut year, end) = self.year_of_month(month, end);
        if let (Year::Open, Some((direction, _))) = (year, pointed) {
            year = Year::Pointed(direction);
        }
        let certain = !doubtful || !matches!(year, Year::Open) || worded > at || self.cued(at);
        if !certain {
            return None;
        }
        let bounds = self.in_year(month, year, |year| match month {
            Month::Gregorian(month) => civil::month(year, month),
            Month::Hijri(month) => civil::hijri_month(year, month),
        });
        Some(Reading::new(bounds, Precision::Month, end, Kind::Month))
    }

    /// "March 6", "March 6th", "March 6-8", with a year or without.
    fn english_day(&self, at: usize, month: Month, end: usize) -> Option<Reading> {
        if !self.is_latin(at) {
            return None;
        }
        let (first, len) = self.day_of_month(end)?;
        let next = end + len;
        let worded =
            self.plain(end).is_none() && self.tokens[end].key.starts_with(|c: char| c.is_alphabetic());
        if worded
            && !self.is_mark(next, &[",", "."])
            && self.tokens.get(next).is_some_and(|next| next.kind == TokenKind::Word)
        {
            return None;
        }
        let joined = self.is_mark(next, &["-", "–"]) || self.is(next, |time| time == Time::And);
        let (last, next) = match self.day_of_month(next + 1).filter(|(day, _)| joined && *day > first) {
            Some((last, len)) => (last, next + 1 + len),
            None => (first, next),
        };
        self.day_reading(first, last, month, next)
    }

    /// Whether the word before `at` makes a doubtful name a month.
    pub(super) fn cued(&self, at: usize) -> bool {
        (1..=3.min(at)).any(|back| {
            self.hits[at - back].iter().any(|hit| {
                hit.len == back
                    && matches!(hit.meaning, Time::MonthCue | Time::Part(_) | Time::Since | Time::MonthWord)
            })
        })
    }

    /// "صيف 2014", "summer of 2014", "last winter", "this spring".
    fn season(&self, at: usize) -> Option<Reading> {
        let pointed = self.direction(at).filter(|_| self.is_latin(at));
        let start = at + pointed.map_or(0, |(_, len)| len);
        let (season, len) = self.find(start, |time| match time {
            Time::Season(season) => Some(season),
            _ => None,
        })?;
        let end = start + len;
        let bounds = |year: i64| {
            let (month, last_year, last) = match season {
                Season::Spring => (3, year, 5),
                Season::Summer => (6, year, 8),
                Season::Autumn => (9, year, 11),
                Season::Winter => (12, year + 1, 2),
            };
            Some((civil::day(year, month, 1)?, civil::month(last_year, last)?.1))
        };
        let (mut year, end) = self.year_of_month(Month::Gregorian(1), end);
        if let (Year::Open, Some((direction, _))) = (year, pointed) {
            year = Year::Pointed(direction);
        }
        if matches!(year, Year::Open) {
            return None;
        }
        let found = match (year, self.anchor) {
            (Year::Pointed(Direction::This), Some(anchor)) => {
                let this = i64::from(anchor.year());
                civil::nearest(anchor, [this - 1, this].into_iter().filter_map(bounds))
            }
            _ => self.in_year(Month::Gregorian(1), year, bounds),
        };
        Some(Reading::new(found, Precision::Season, end, Kind::Month))
    }
}
