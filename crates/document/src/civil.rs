//! Days, weeks, months and years of the calendar, and their Hijri counterparts.

use icu_calendar::Iso;
use icu_calendar::cal::Hijri;
use icu_calendar::cal::hijri::UmmAlQura;

use crate::Date;
use crate::almanac::Unit;

/// First and last day of something.
pub(crate) type Bounds = (Date, Date);

pub(crate) fn day(year: i64, month: u8, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

pub(crate) fn month(year: i64, month: u8) -> Option<Bounds> {
    let first = day(year, month, 1)?;
    Some((first, first.last_of_month()))
}

pub(crate) fn years(first: i64, last: i64) -> Option<Bounds> {
    Some((day(first, 1, 1)?, day(last, 12, 31)?))
}

/// Moves by whole units; months and years keep the day where it exists.
pub(crate) fn shift(from: Date, unit: Unit, count: i64) -> Option<Date> {
    let span = jiff::Span::new();
    let span = match unit {
        Unit::Hour => span.try_days(count / 24),
        Unit::Day => span.try_days(count),
        Unit::Week => span.try_weeks(count),
        Unit::Month => span.try_months(count),
        Unit::Year => span.try_years(count),
        Unit::Decade => span.try_years(count.checked_mul(10)?),
        Unit::Century => span.try_years(count.checked_mul(100)?),
    }
    .ok()?;
    from.checked_add(span).ok()
}

/// The unit that holds `date`: its week from Monday on, its month, year, decade or century.
pub(crate) fn around(date: Date, unit: Unit) -> Option<Bounds> {
    let year = i64::from(date.year());
    match unit {
        Unit::Hour | Unit::Day => Some((date, date)),
        Unit::Week => {
            let monday = shift(date, Unit::Day, -i64::from(date.weekday().to_monday_zero_offset()))?;
            Some((monday, shift(monday, Unit::Day, 6)?))
        }
        Unit::Month => Some((date.first_of_month(), date.last_of_month())),
        Unit::Year => years(year, year),
        Unit::Decade => years(year - year.rem_euclid(10), year - year.rem_euclid(10) + 9),
        Unit::Century => years(year - year.rem_euclid(100), year - year.rem_euclid(100) + 99),
    }
}

/// From 1, Monday, to 7, Sunday.
pub(crate) fn weekday(date: Date) -> u8 {
    date.weekday().to_monday_one_offset() as u8
}

/// The last such weekday on or before `anchor`.
pub(crate) fn weekday_on_or_before(anchor: Date, wanted: u8) -> Option<Date> {
    let back = (7 + weekday(anchor) - wanted) % 7;
    shift(anchor, Unit::Day, -i64::from(back))
}

/// A day of the Hijri calendar of Umm al-Qura as a Gregorian one; news dates may be off by one.
pub(crate) fn from_hijri(year: i64, month: u8, day: u32) -> Option<Date> {
    let year = i32::try_from(year).ok().filter(|year| (1..=1600).contains(year))?;
    let hijri =
        icu_calendar::Date::try_new_hijri_with_calendar(year, month, u8::try_from(day).ok()?, calendar())
            .ok()?;
    let iso = hijri.to_calendar(Iso);
    self::day(i64::from(iso.year().extended_year()), iso.month().ordinal, u32::from(iso.day_of_month().0))
}

/// First and last day of a Hijri month.
pub(crate) fn hijri_month(year: i64, month: u8) -> Option<Bounds> {
    let first = from_hijri(year, month, 1)?;
    let last = from_hijri(year, month, 30).or_else(|| from_hijri(year, month, 29))?;
    Some((first, last))
}

/// First and last day of a Hijri year.
pub(crate) fn hijri_year(year: i64) -> Option<Bounds> {
    Some((from_hijri(year, 1, 1)?, hijri_month(year, 12)?.1))
}

/// The Hijri year in which a day falls.
pub(crate) fn hijri_year_of(date: Date) -> Option<i64> {
    let iso =
        icu_calendar::Date::try_new_iso(date.year().into(), date.month() as u8, date.day() as u8).ok()?;
    Some(i64::from(iso.to_calendar(calendar()).year().extended_year()))
}

fn calendar() -> Hijri<UmmAlQura> {
    Hijri::new_umm_al_qura()
}

/// Of several possible spans of days the one nearest to the anchor; what lies ahead counts as twice as far,
/// for news tells of the past.
pub(crate) fn nearest(anchor: Date, candidates: impl IntoIterator<Item = Bounds>) -> Option<Bounds> {
    candidates.into_iter().min_by_key(|&(from, to)| {
        let ahead = days_between(anchor, from);
        let behind = days_between(to, anchor);
        if ahead > 0 { 2 * ahead } else { behind.max(0) }
    })
}

/// Days from one day to a later one; negative where it is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hijri_days_are_those_of_umm_al_qura() {
        assert_eq!(from_hijri(1445, 9, 1), day(2024, 3, 11));
        assert_eq!(from_hijri(1439, 6, 18), day(2018, 3, 6));
        assert_eq!(from_hijri(1445, 13, 1), None);
        assert_eq!(hijri_year_of(day(2018, 3, 6).unwrap()), Some(1439));
    }

    #[test]
    fn the_nearest_year_prefers_the_past() {
        let anchor = day(2015, 7, 21).unwrap();
        let decembers = (2014..=2016).filter_map(|year| month(year, 12));
        assert_eq!(nearest(anchor, decembers), month(2014, 12));
        let augusts = (2014..=2016).filter_map(|year| month(year, 8));
        assert_eq!(nearest(anchor, augusts), month(2015, 8));
    }

    #[test]
    fn a_weekday_is_the_last_on_or_before_the_anchor() {
        let tuesday = day(2018, 3, 6).unwrap();
        assert_eq!(weekday(tuesday), 2);
        assert_eq!(weekday_on_or_before(tuesday, 2), Some(tuesday));
        assert_eq!(weekday_on_or_before(tuesday, 3), day(2018, 2, 28));
    }
}
