//! Dates told against the day of publication.

use super::{Kind, Reader, Reading};
use crate::almanac::{Direction, Time, Unit};
use crate::civil;
use crate::{Date, Precision};

impl Reader<'_> {
    pub(super) fn relative(&self, at: usize) -> Option<Reading> {
        self.day_word(at)
            .or_else(|| self.weekday(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.pointed_unit(at))
            .or_else(|| self.unit_pointed(at))
            .or_else(|| self.this_unit(at))
    }

    fn on(&self, date: Option<Date>, end: usize) -> Reading {
        Reading::new(date.map(|date| (date, date)), Precision::Day, end, Kind::Relative)
    }

    /// "أمس الجمعة", "اليوم (الاثنين)", "yesterday".
    fn day_word(&self, at: usize) -> Option<Reading> {
        let (offset, len) = self.find(at, |time| match time {
            Time::Day(offset) => Some(offset),
            _ => None,
        })?;
        let mut end = at + len;
        let counted =
            self.count(end).is_some_and(|(_, len)| self.is(end + len, |time| matches!(time, Time::Unit(..))));
        if self.is(end, |time| time == Time::Narrative) || counted || self.ends_outlet(at) {
            return None;
        }
        let opened = self.is_mark(end, &["(", "،", ","]);
        let weekday = end + usize::from(opened);
        if let Some((_, len)) = self.weekday_at(weekday) {
            let close = weekday + len;
            match (self.is_mark(end, &["("]), self.is_mark(close, &[")"])) {
                (true, true) => end = close + 1,
                (false, _) if !opened => end = close,
                _ => {}
            }
        }
        Some(self.on(self.anchor.and_then(|anchor| civil::shift(anchor, Unit::Day, offset.into())), end))
    }

    /// "الجمعة الماضي", "last Monday", "يوم الثلاثاء", "Friday".
    fn weekday(&self, at: usize) -> Option<Reading> {
        let pointed = self.direction(at).filter(|_| self.is_latin(at));
        let start = pointed.map_or_else(|| self.after(at, |time| time == Time::DayWord), |(_, len)| at + len);
        let (wanted, len) = self.weekday_at(start)?;
        let mut end = start + len;
        let mut direction = pointed.map(|(direction, _)| direction);
        if let Some((after, len)) = self.direction(end).filter(|_| !self.is_latin(start)) {
            direction = Some(after);
            end += len;
        }
        let date = self.anchor.and_then(|anchor| {
            let latest = civil::weekday_on_or_before(anchor, wanted)?;
            match direction {
                Some(Direction::Last) if latest == anchor => civil::shift(latest, Unit::Day, -7),
                Some(Direction::Next) => civil::shift(latest, Unit::Day, 7),
                _ => Some(latest),
            }
        });
        Some(self.on(date, end))
    }

    /// "three days ago"; "قبل ثلاثة أيام", "منذ يومين", where the preposition stands before `at`.
    fn ago(&self, at: usize) -> Option<Reading> {
        let (count, next) = self.quantity(at)?;
        let (unit, told, end) = self.unit(next)?;
        let count = if told == 0 || next > at { count } else { Some(i64::from(told)) };
        if let Some(len) = self.len(end, |time| time == Time::Ago) {
            return Some(self.back(unit, count, end + len));
        }
        let before = at > 0 && self.is(at - 1, |time| matches!(time, Time::Before | Time::Since));
        let pointed = self.direction(end).is_some() || self.direction(next).is_some();
        let latin = self.is_latin(at);
        let of_another = self.tokens.get(end).is_some_and(|next| &*next.key == "من");
        (before && !latin && !pointed && !of_another).then(|| self.back(unit, count, end))
    }

    fn back(&self, unit: Unit, count: Option<i64>, end: usize) -> Reading {
        let (Some(anchor), Some(count)) = (self.anchor, count) else {
            let bounds = (None, self.anchor);
            return Reading { bounds, precision: wider(unit), end, kind: Kind::Ago };
        };
        let precision = match unit {
            Unit::Hour | Unit::Day => Precision::Day,
            Unit::Week => Precision::Week,
            Unit::Month => Precision::Month,
            Unit::Year => Precision::Year,
            Unit::Decade | Unit::Century => Precision::Decade,
        };
        let day = civil::shift(anchor, unit, -count);
        Reading::new(day.and_then(|day| civil::around(day, unit)), precision, end, Kind::Ago)
    }

    /// A number, "a few", or nothing before a unit; `None` inside for what is not told.
    fn quantity(&self, at: usize) -> Option<(Option<i64>, usize)> {
        if let Some((count, len)) = self.count(at).filter(|(count, _)| (1..=5000).contains(count)) {
            return Some((Some(count), at + len));
        }
        if let Some(len) = self.len(at, |time| time == Time::Vague) {
            return Some((None, at + len));
        }
        self.is(at, |time| matches!(time, Time::Unit(..))).then_some((None, at))
    }

    fn unit(&self, at: usize) -> Option<(Unit, u8, usize)> {
        let ((unit, told), len) = self.find(at, |time| match time {
            Time::Unit(unit, told) => Some((unit, told)),
            _ => None,
        })?;
        Some((unit, told, at + len))
    }

    /// "last year", "the past three weeks", "this month", "next few days".
    fn pointed_unit(&self, at: usize) -> Option<Reading> {
        let (direction, len) = self.direction(at).filter(|_| self.is_latin(at))?;
        let next = at + len;
        let (count, start) = self.quantity(next)?;
        let (unit, told, end) = self.unit(start)?;
        if unit == Unit::Day && told == 1 && start == next {
            return (direction == Direction::This).then(|| self.on(self.anchor, end));
        }
        let single = told == 1 && start == next;
        Some(if single {
            self.one(unit, direction, end)
        } else {
            self.several(unit, count.or(dual(told)), direction, end)
        })
    }

    /// "العام الماضي", "الأعوام العشرة الماضية", "اليومين الماضيين".
    fn unit_pointed(&self, at: usize) -> Option<Reading> {
        if self.is_latin(at) {
            return None;
        }
        let (unit, told, mut next) = self.unit(at)?;
        if told == 1 && at > 0 && self.is(at - 1, |time| time == Time::General) {
            return None;
        }
        let mut count = dual(told);
        if let Some((number, len)) = self.count(next).filter(|_| told != 1) {
            count = Some(number);
            next += len;
        }
        while let Some(len) = self.len(next, |time| time == Time::Vague).filter(|_| told == 0) {
            if self.direction(next + len).is_none() {
                break;
            }
            next += len;
        }
        let (direction, len) = self.direction(next)?;
        if unit == Unit::Day && told == 1 {
            return (direction == Direction::This).then(|| self.on(self.anchor, next + len));
        }
        Some(if told == 1 {
            self.one(unit, direction, next + len)
        } else {
            self.several(unit, count, direction, next + len)
        })
    }

    /// "هذا العام", "هذه السنة".
    fn this_unit(&self, at: usize) -> Option<Reading> {
        let len = self.len(at, |time| time == Time::Demonstrative)?;
        let (unit, told, end) = self.unit(at + len)?;
        (told == 1).then(|| self.one(unit, Direction::This, end))
    }

    fn one(&self, unit: Unit, direction: Direction, end: usize) -> Reading {
        let step = match direction {
            Direction::Last => -1,
            Direction::This => 0,
            Direction::Next => 1,
        };
        let precision = match unit {
            Unit::Hour | Unit::Day => Precision::Day,
            Unit::Week => Precision::Week,
            Unit::Month => Precision::Month,
            Unit::Year => Precision::Year,
            Unit::Decade | Unit::Century => Precision::Decade,
        };
        let bounds = self
            .anchor
            .and_then(|anchor| {
                // From the 31st a step of a month would land in the month after.
                let start = if unit == Unit::Month { anchor.first_of_month() } else { anchor };
                civil::shift(start, unit, step)
            })
            .and_then(|day| civil::around(day, unit));
        Reading::new(bounds, precision, end, Kind::Relative)
    }

    fn several(&self, unit: Unit, count: Option<i64>, direction: Direction, end: usize) -> Reading {
        let bounds = match (self.anchor, direction, count) {
            (None, ..) => (None, None),
            (Some(anchor), Direction::Next, Some(count)) => (Some(anchor), civil::shift(anchor, unit, count)),
            (Some(anchor), Direction::Next, None) => (Some(anchor), None),
            (Some(anchor), _, Some(count)) => (civil::shift(anchor, unit, -count), Some(anchor)),
            (Some(anchor), _, None) => (None, Some(anchor)),
        };
        Reading { bounds, precision: wider(unit), end, kind: Kind::Relative }
    }
}

/// What the form of a unit tells: the dual is two.
fn dual(told: u8) -> Option<i64> {
    (told == 2).then_some(2)
}

/// The precision of several units.
fn wider(unit: Unit) -> Precision {
    match unit {
        Unit::Hour => Precision::Day,
        Unit::Day => Precision::Week,
        Unit::Week => Precision::Month,
        Unit::Month => Precision::Season,
        Unit::Year => Precision::Year,
        Unit::Decade | Unit::Century => Precision::Decade,
    }
}
