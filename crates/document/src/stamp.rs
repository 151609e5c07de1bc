//! Reads the date and time of publication in any form that outlets and wires print.

use jiff::ToSpan;
use jiff::civil::Time as ClockTime;

use crate::almanac::{Almanac, Time};
use crate::civil;
use crate::tokenize::tokenize;
use crate::{Date, Token, TokenKind};

/// A moment of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The day as printed.
    pub day: Date,
    /// The time as printed.
    pub time: Option<ClockTime>,
    /// Minutes east of Greenwich, where told.
    pub zone: Option<i16>,
    /// The weekday printed beside it, from 1, Monday, to 7.
    pub weekday: Option<u8>,
    /// The Hijri date printed beside it, as a Gregorian day.
    pub hijri: Option<Date>,
    /// Whether two names of the month stand together that are not the same month.
    pub months_disagree: bool,
    /// Words and numbers that no part of the stamp accounts for.
    pub unexplained: usize,
}

impl Stamp {
    /// `2018-03-06T01:57:00Z` where time and zone are known, else the day.
    pub fn iso(&self) -> String {
        let moment = self
            .time
            .zip(self.zone)
            .and_then(|(time, zone)| self.day.to_datetime(time).checked_sub(i64::from(zone).minutes()).ok());
        match moment {
            Some(moment) => moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            None => self.day.to_string(),
        }
    }

    /// Whether the weekday printed is that of the day.
    pub fn weekday_fits(&self) -> bool {
        self.weekday.is_none_or(|weekday| weekday == civil::weekday(self.day))
    }
}

/// Reads a stamp; `None` where no day with month and year is found.
pub(crate) fn read_stamp(text: &str, almanac: &Almanac) -> Option<Stamp> {
    if text.len() > 400 {
        return None;
    }
    let text = text.trim();
    iso(text).or_else(|| Scanner::new(&parted(text), almanac).scan())
}

/// `2018-03-06`, `20180306`, `2018-03-06T01:57:00+03:00`, `2018-03-06 01:57`.
fn iso(text: &str) -> Option<Stamp> {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        let slice = bytes.get(range)?;
        slice
            .iter()
            .all(u8::is_ascii_digit)
            .then(|| slice.iter().fold(0_u32, |n, d| n * 10 + u32::from(d - b'0')))
    };
    let compact = bytes.len() >= 8 && digits(0..8).is_some();
    let dashed = matches!((bytes.get(4), bytes.get(7)), (Some(b'-'), Some(b'-')) | (Some(b'/'), Some(b'/')));
    let (month, day, rest) = match (compact, dashed) {
        (true, _) => (digits(4..6)?, digits(6..8)?, 8),
        (_, true) => (digits(5..7)?, digits(8..10)?, 10),
        _ => return None,
    };
    let year = digits(0..4).filter(|&year| year > 1000)?;
    let day = civil::day(year.into(), u8::try_from(month).ok()?, day)?;
    let stamp = Stamp {
        day,
        time: None,
        zone: None,
        weekday: None,
        hijri: None,
        months_disagree: false,
        unexplained: 0,
    };
    let rest = text.get(rest..)?;
    if rest.is_empty() {
        return Some(stamp);
    }
    let clock = rest.strip_prefix(['T', 't', ' '])?;
    let end = clock.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(clock.len());
    let time =
        if clock[..end].contains(':') { clock_time(&clock[..end])? } else { compact_time(&clock[..end])? };
    let zone = match clock[end..].trim() {
        "" => None,
        "Z" | "z" | "UTC" | "GMT" => Some(0),
        zone => Some(numeric_zone(zone)?),
    };
    Some(Stamp { time: Some(time), zone, ..stamp })
}

fn numeric_zone(zone: &str) -> Option<i16> {
    let (sign, digits) = match zone.as_bytes().first()? {
        b'+' => (1, &zone[1..]),
        b'-' => (-1, &zone[1..]),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let number: i16 = digits.parse().ok()?;
    let minutes = if digits.len() <= 2 { number.checked_mul(60)? } else { number / 100 * 60 + number % 100 };
    (minutes <= 14 * 60).then_some(sign * minutes)
}

fn compact_time(digits: &str) -> Option<ClockTime> {
    let number: u32 = digits.parse().ok()?;
    match digits.len() {
        4 => ClockTime::new((number / 100) as i8, (number % 100) as i8, 0, 0).ok(),
        6 => ClockTime::new((number / 10000) as i8, (number / 100 % 100) as i8, (number % 100) as i8, 0).ok(),
        _ => None,
    }
}

/// `01:57`, `1:57:00`, `03:25:46.85`.
fn clock_time(text: &str) -> Option<ClockTime> {
    let whole = text.split('.').next()?;
    let mut parts = whole.split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    ClockTime::new(hour, minute, second, 0).ok()
}

/// Puts spaces where a hyphen joins digits to letters, as in `1-MAR-1987`.
fn parted(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut parted = String::with_capacity(text.len());
    for (at, &c) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| characters[before]);
        let after = characters.get(at + 1).copied();
        let joins = c == '-'
            && before.zip(after).is_some_and(|(before, after)| before.is_numeric() != after.is_numeric())
            && before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(char::is_alphanumeric);
        parted.push(if joins { ' ' } else { c });
    }
    parted
}

struct Scanner<'a> {
    tokens: Vec<Token>,
    almanac: &'a Almanac,
    at: usize,
    day: Option<Date>,
    hijri: Option<Date>,
    time: Option<ClockTime>,
    zone: Option<i16>,
    weekday: Option<u8>,
    months_disagree: bool,
    unexplained: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: &str, almanac: &'a Almanac) -> Self {
        Self {
            tokens: tokenize(text, 0),
            almanac,
            at: 0,
            day: None,
            hijri: None,
            time: None,
            zone: None,
            weekday: None,
            months_disagree: false,
            unexplained: 0,
        }
    }

    fn scan(mut self) -> Option<Stamp> {
        while self.at < self.tokens.len() {
            let taken = self.date() || self.clock() || self.named_zone() || self.named_day() || self.label();
            if !taken {
                self.unexplained += usize::from(self.tokens[self.at].kind != TokenKind::Mark);
                self.at += 1;
            }
        }
        Some(Stamp {
            day: self.day.or(self.hijri)?,
            time: self.time,
            zone: self.zone,
            weekday: self.weekday,
            hijri: self.hijri,
            months_disagree: self.months_disagree,
            unexplained: self.unexplained,
        })
    }

    fn find<U>(&self, at: usize, wanted: impl Fn(Time) -> Option<U>) -> Option<(U, usize)> {
        self.almanac.time.longest(&self.tokens, at, wanted)
    }

    fn skip(&self, at: usize, wanted: impl Fn(Time) -> bool) -> usize {
        at + self.find(at, |time| wanted(time).then_some(())).map_or(0, |(_, len)| len)
    }

    fn number(&self, at: usize) -> Option<u32> {
        self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?.key.parse().ok()
    }

    fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark && &*token.key == mark)
    }

    fn date(&mut self) -> bool {
        let found = self.numeric_date().or_else(|| self.day_first()).or_else(|| self.month_first());
        let Some((date, hijri, end)) = found else { return false };
        let known = if hijri { &mut self.hijri } else { &mut self.day };
        if known.is_none() {
            *known = Some(date);
        }
        self.at = end;
        true
    }

    /// `06/03/2018`, `6-3-2018`, `2018/3/6`; the day first where both orders are possible.
    fn numeric_date(&self) -> Option<(Date, bool, usize)> {
        let token = self.tokens.get(self.at).filter(|token| token.kind == TokenKind::Number)?;
        let slashed: Vec<u32> = token.key.split(['/', '.']).filter_map(|part| part.parse().ok()).collect();
        let (parts, end) = if slashed.len() == 3 && !token.key.contains(':') {
            (slashed, self.at + 1)
        } else {
            if !(self.is_mark(self.at + 1, "-") && self.is_mark(self.at + 3, "-")) {
                return None;
            }
            (vec![self.number(self.at)?, self.number(self.at + 2)?, self.number(self.at + 4)?], self.at + 5)
        };
        let (year, month, day) = match parts[..] {
            [year, month, day] if year > 1000 => (year, month, day),
            [day, month, year] if month <= 12 => (year, month, day),
            [month, day, year] => (year, month, day),
            _ => return None,
        };
        let date = civil::day(year.into(), u8::try_from(month).ok()?, day).filter(|_| year > 1000)?;
        Some((date, false, end))
    }

    /// `6 March 2018`, `٠٦ مارس (آذار) ٢٠١٨`, `18 جمادى الآخرة 1439 هـ`.
    fn day_first(&mut self) -> Option<(Date, bool, usize)> {
        let (day, len) = self.day_of_month(self.at)?;
        let month_at = self.skip(self.at + len, |time| time == Time::Of);
        let (month, hijri, end) = self.month(month_at)?;
        let end = end + usize::from(self.is_mark(end, ",") || self.is_mark(end, "،"));
        let (year, end) = self.year(self.skip(end, |time| time == Time::Of), hijri)?;
        self.finish(year, month, day, hijri, end)
    }

    /// `March 6, 2018`.
    fn month_first(&mut self) -> Option<(Date, bool, usize)> {
        let (month, hijri, end) = self.month(self.at)?;
        let (day, len) = self.day_of_month(end)?;
        let end = end + len;
        let end = end + usize::from(self.is_mark(end, ",") || self.is_mark(end, "،"));
        let (year, end) = self.year(end, hijri)?;
        self.finish(year, month, day, hijri, end)
    }

    fn finish(&self, year: u32, month: u8, day: u32, hijri: bool, end: usize) -> Option<(Date, bool, usize)> {
        let date = if hijri {
            civil::from_hijri(year.into(), month, day)
        } else {
            civil::day(year.into(), month, day)
        };
        let end = self.skip(end, |time| matches!(time, Time::HijriEra | Time::GregorianEra));
        Some((date?, hijri, end))
    }

    fn day_of_month(&self, at: usize) -> Option<(u32, usize)> {
        let ordinal = |time| match time {
            Time::Ordinal(day) => Some(u32::from(day)),
            _ => None,
        };
        self.number(at)
            .map(|day| (day, 1))
            .or_else(|| self.find(at, ordinal))
            .filter(|(day, _)| (1..=31).contains(day))
    }

    fn month(&mut self, at: usize) -> Option<(u8, bool, usize)> {
        let named = |time| match time {
            Time::Month(month) => Some((month, false)),
            Time::Hijri(month) => Some((month, true)),
            _ => None,
        };
        let ((month, hijri), len) = self.find(at, named)?;
        let mut end = at + len;
        end += usize::from(self.is_mark(end, "."));
        if (self.is_mark(end, "(") || self.is_mark(end, "/"))
            && let Some(((second, _), len)) =
                self.find(end + 1, named).filter(|((_, other), _)| *other == hijri)
        {
            self.months_disagree |= second != month;
            let close = end + 1 + len;
            end = close + usize::from(self.is_mark(close, ")"));
        }
        Some((month, hijri, end))
    }

    fn year(&self, at: usize, hijri: bool) -> Option<(u32, usize)> {
        let year = self.number(at)?;
        let fits = if hijri { (1300..1500).contains(&year) } else { (1500..=2200).contains(&year) };
        fits.then_some((year, at + 1))
    }

    fn clock(&mut self) -> bool {
        let Some(token) = self.tokens.get(self.at).filter(|token| token.kind == TokenKind::Number) else {
            return false;
        };
        let end = self.at + 1;
        let mark = |time| match time {
            Time::Am => Some(false),
            Time::Pm => Some(true),
            _ => None,
        };
        let half = self.find(end, mark);
        let zone_follows = self.find(end, |time| matches!(time, Time::Zone(_)).then_some(())).is_some();
        let time = if token.key.contains(':') {
            clock_time(&token.key)
        } else if token.key.len() == 4 && zone_follows {
            compact_time(&token.key)
        } else if half.is_some() {
            let dotted = token.key.replace('.', ":");
            if dotted.contains(':') { clock_time(&dotted) } else { clock_time(&format!("{dotted}:00")) }
        } else {
            None
        };
        let Some(mut time) = time else { return false };
        self.at = end;
        if let Some((afternoon, len)) = half {
            let hour = match (time.hour(), afternoon) {
                (12, false) => 0,
                (hour, true) if hour < 12 => hour + 12,
                (hour, _) => hour,
            };
            time = ClockTime::new(hour, time.minute(), time.second(), 0).unwrap_or(time);
            self.at += len;
        }
        if self.time.is_none() {
            self.time = Some(time);
            self.offset();
        }
        true
    }

    /// `+0300` right after the time.
    fn offset(&mut self) {
        let sign = if self.is_mark(self.at, "+") {
            1
        } else if self.is_mark(self.at, "-") {
            -1
        } else {
            return;
        };
        let Some(digits) =
            self.tokens.get(self.at + 1).filter(|token| token.kind == TokenKind::Number && !token.spaced)
        else {
            return;
        };
        if let Some(minutes) = numeric_zone(&format!("+{}", digits.key)) {
            self.zone = Some(sign * minutes);
            self.at += 2;
        }
    }

    fn named_zone(&mut self) -> bool {
        let zone = |time| match time {
            Time::Zone(minutes) => Some(minutes),
            _ => None,
        };
        let Some((minutes, len)) = self.find(self.at, zone) else { return false };
        let labelled = self
            .at
            .checked_sub(1)
            .is_some_and(|before| self.tokens[before].kind == TokenKind::Number || self.explains(before));
        if self.time.is_none() || !labelled {
            return false;
        }
        self.at += len;
        if self.zone.is_none() {
            self.zone = Some(minutes);
            let signed = self.is_mark(self.at, "+") || self.is_mark(self.at, "-");
            if let Some(hours) = self.number(self.at + 1).filter(|hours| signed && *hours <= 14) {
                let sign = if self.is_mark(self.at, "+") { 1 } else { -1 };
                self.zone = Some(minutes + sign * hours as i16 * 60);
                self.at += 2;
            }
        }
        true
    }

    /// Whether the token before a zone is a word for time, or morning or evening.
    fn explains(&self, at: usize) -> bool {
        self.find(at, |time| matches!(time, Time::Label | Time::Am | Time::Pm).then_some(())).is_some()
            || self.tokens[at].key.ends_with('.')
    }

    fn named_day(&mut self) -> bool {
        let weekday = |time| match time {
            Time::Weekday(day) => Some(day),
            _ => None,
        };
        let Some((day, len)) = self.find(self.at, weekday) else { return false };
        self.weekday.get_or_insert(day);
        self.at += len;
        true
    }

    fn label(&mut self) -> bool {
        let end = self.skip(self.at, |time| {
            matches!(
                time,
                Time::Label | Time::DayWord | Time::HijriEra | Time::GregorianEra | Time::Am | Time::Pm
            )
        });
        let taken = end > self.at;
        self.at = end;
        taken
    }
}
