//! Years and decades.

use super::{Kind, Reader, Reading};
use crate::almanac::{Direction, Time, Unit};
use crate::civil;
use crate::{Date, Precision, TokenKind};

impl Reader<'_> {
    /// A year of four digits, with the words that may stand before and after it.
    pub(super) fn year_after(&self, at: usize) -> Option<(i64, usize)> {
        let of = self.after(at, |time| time == Time::Of);
        let word = self.after(of, |time| matches!(time, Time::Unit(Unit::Year, 0 | 1)));
        for start in [word, of, at] {
            if let Some(year) = self.plain(start).filter(|year| (1500..=2100).contains(year)) {
                let adjacent = !self.is_mark(start + 1, &["%"]);
                let end = self.after(start + 1, |time| time == Time::GregorianEra);
                return adjacent.then_some((i64::from(year), end));
            }
        }
        None
    }

    /// "العام 2016", "عام 1436هـ", or a bare year where the words around it allow no number of things.
    pub(super) fn year(&self, at: usize) -> Option<Reading> {
        let worded = self.after(at, |time| matches!(time, Time::Unit(Unit::Year, _)));
        if worded > at {
            if let Some(year) = self.plain(worded) {
                let hijri = self.after(worded + 1, |time| time == Time::HijriEra);
                if (1300..1500).contains(&year) && hijri > worded + 1 {
                    return Some(Reading::new(
                        civil::hijri_year(year.into()),
                        Precision::Year,
                        hijri,
                        Kind::Year,
                    ));
                }
                if (1000..=2100).contains(&year) {
                    let end = self.after(worded + 1, |time| time == Time::GregorianEra);
                    return Some(Reading::new(
                        civil::years(year.into(), year.into()),
                        Precision::Year,
                        end,
                        Kind::Year,
                    ));
                }
            }
            return None;
        }
        let hijri = self.after(at + 1, |time| time == Time::HijriEra);
        if let Some(year) = self.plain(at).filter(|year| (1300..1500).contains(year) && hijri > at + 1) {
            return Some(Reading::new(civil::hijri_year(year.into()), Precision::Year, hijri, Kind::Year));
        }
        self.bare_year(at).filter(|_| self.stands_as_year(at))
    }

    pub(super) fn bare_year(&self, at: usize) -> Option<Reading> {
        let year = self.plain(at).filter(|year| (1800..=2100).contains(year))?;
        let end = self.after(at + 1, |time| time == Time::GregorianEra);
        Some(Reading::new(civil::years(year.into(), year.into()), Precision::Year, end, Kind::Year))
    }

    fn stands_as_year(&self, at: usize) -> bool {
        if self.is_mark(at + 1, &["%", "$", "€"]) || (at > 0 && self.is_mark(at - 1, &["$", "€", "£", "+"]))
        {
            return false;
        }
        let counted = at > 0 && self.is(at - 1, |time| time == Time::About);
        if counted || self.is(at + 1, |time| matches!(time, Time::Zone(_))) {
            return false;
        }
        let next = self.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word);
        let accusative = next.is_some_and(|next| {
            !self.is_latin(at + 1) && next.key.ends_with('ا') && next.key.chars().count() > 2
        });
        let plural = next.is_some_and(|next| {
            !next.capital
                && (next.key.ends_with('s')
                    && &*next.key != "'s"
                    && !matches!(&*next.key, "as" | "was" | "has" | "is")
                    || matches!(
                        &*next.key,
                        "people"
                            | "men"
                            | "women"
                            | "children"
                            | "km"
                            | "kilometres"
                            | "pct"
                            | "mln"
                            | "feet"
                    ))
        });
        let led = at > 0
            && self.is(at - 1, |time| {
                matches!(
                    time,
                    Time::Preposition
                        | Time::MonthCue
                        | Time::Since
                        | Time::Until
                        | Time::And
                        | Time::Between
                )
            });
        let led = led
            || (at > 0
                && self.tokens[at - 1].kind == TokenKind::Mark
                && matches!(&*self.tokens[at - 1].key, "(" | "-" | "–"));
        let closed = next.is_none();
        let latin = next.is_some() && self.is_latin(at + 1);
        let several = plural && !self.article_before(at);
        !accusative && (closed || (led && !several) || (latin && !plural))
    }

    fn article_before(&self, at: usize) -> bool {
        at > 0 && &*self.tokens[at - 1].key == "the"
    }

    /// "the 1980s", "'80s", "ثمانينيات القرن الماضي".
    pub(super) fn decade(&self, at: usize) -> Option<Reading> {
        let token = self.tokens.get(at)?;
        if let Some(digits) = token.key.strip_suffix('s').filter(|_| token.kind == TokenKind::Number) {
            let digits = digits.trim_start_matches('\'');
            let year: i64 = digits.parse().ok().filter(|year| year % 10 == 0)?;
            let first = match digits.len() {
                4 if (1700..=2100).contains(&year) => year,
                2 => self.century_of(year)?,
                _ => return None,
            };
            let last = if first % 100 == 0 && first < 2000 { first + 99 } else { first + 9 };
            return Some(Reading::new(civil::years(first, last), Precision::Decade, at + 1, Kind::Year));
        }
        let (decade, len) = self.find(at, |time| match time {
            Time::Decade(decade) => Some(i64::from(decade)),
            _ => None,
        })?;
        let mut end = at + len;
        if self.is_latin(at) && !(self.article_before(at) || self.cued(at)) {
            return None;
        }
        let of_age = |key: &str| key.starts_with("عمر") || key == "العمر";
        if self.tokens.get(end).is_some_and(|next| &*next.key == "من")
            && self.tokens.get(end + 1).is_some_and(|next| of_age(&next.key))
        {
            return None;
        }
        let mut first = self.century_of(decade)?;
        let century = self.after(self.after(end, |time| time == Time::Of), |time| {
            matches!(time, Time::Unit(Unit::Century, 1))
        });
        if let Some((direction, len)) = self.direction(century).filter(|_| century > end) {
            end = century + len;
            if direction == Direction::Last {
                let this = self.anchor.map_or(2000, |anchor: Date| i64::from(anchor.year()));
                first = this - this.rem_euclid(100) - 100 + decade;
            }
        }
        Some(Reading::new(civil::years(first, first + 9), Precision::Decade, end, Kind::Year))
    }

    /// The latest decade of that name that has begun by the anchor.
    fn century_of(&self, decade: i64) -> Option<i64> {
        let this = self.anchor.map_or(2000, |anchor| i64::from(anchor.year()));
        let first = this - this.rem_euclid(100) + decade;
        Some(if first <= this { first } else { first - 100 })
    }
}
