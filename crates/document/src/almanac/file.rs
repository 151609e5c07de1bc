//! The shape of `calendar.toml` and `outlets.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Almanac, AlmanacError, Direction, Outlet, OutletKind, Part, Press, Season, Time, Unit};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calendar {
    month: Vec<Month>,
    hijri: Vec<Month>,
    weekday: BTreeMap<String, Vec<String>>,
    day: Vec<Day>,
    unit: Vec<UnitWords>,
    direction: BTreeMap<String, Vec<String>>,
    part: BTreeMap<String, Vec<String>>,
    decade: BTreeMap<String, Vec<String>>,
    season: BTreeMap<String, Vec<String>>,
    link: BTreeMap<String, Vec<String>>,
    clock: BTreeMap<String, Vec<String>>,
    zone: Vec<Zone>,
    dateline: Dateline,
    number: BTreeMap<String, Vec<String>>,
    ordinal: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Month {
    number: u8,
    names: Vec<String>,
    #[serde(default)]
    doubtful: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Day {
    offset: i8,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitWords {
    unit: Unit,
    one: Vec<String>,
    #[serde(default)]
    two: Vec<String>,
    many: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Zone {
    minutes: i16,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dateline {
    labels: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outlets {
    outlet: Vec<OutletNames>,
    words: BTreeMap<String, Vec<String>>,
    section: Section,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutletNames {
    name: String,
    kind: OutletKind,
    names: Vec<String>,
    #[serde(default)]
    doubtful: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    names: Vec<String>,
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, AlmanacError> {
    toml::from_str(text).map_err(|error| AlmanacError {
        file: file.to_owned(),
        line: error
            .span()
            .and_then(|span| text.get(..span.start))
            .map(|before| 1 + before.bytes().filter(|&byte| byte == b'\n').count()),
        message: error.message().to_owned(),
    })
}

/// An error at the first line that holds `found`.
fn wrong(file: &str, text: &str, found: &str, message: String) -> AlmanacError {
    let line = text.lines().position(|line| line.contains(found)).map(|index| index + 1);
    AlmanacError { file: file.to_owned(), line, message }
}

impl Almanac {
    pub(super) fn add_calendar(&mut self, file: &str, text: &str) -> Result<(), AlmanacError> {
        let calendar: Calendar = parse(file, text)?;
        for (months, hijri) in [(&calendar.month, false), (&calendar.hijri, true)] {
            for month in months {
                if !(1..=12).contains(&month.number) {
                    let found = format!("number = {}", month.number);
                    let message =
                        format!("month {} does not exist: give a number from 1 to 12", month.number);
                    return Err(wrong(file, text, &found, message));
                }
                let meaning = if hijri { Time::Hijri(month.number) } else { Time::Month(month.number) };
                self.add_time(&month.names, meaning, &month.doubtful);
            }
        }
        let no_doubt = Vec::new();
        let doubtful_weekdays = calendar.weekday.get("doubtful").unwrap_or(&no_doubt);
        for (name, words) in calendar.weekday.iter().filter(|(name, _)| *name != "doubtful") {
            let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
            let Some(index) = days.iter().position(|day| day == name) else {
                return Err(unknown(file, text, "weekday", name, &days));
            };
            self.add_time(words, Time::Weekday(index as u8 + 1), doubtful_weekdays);
        }
        for day in &calendar.day {
            self.add_time(&day.words, Time::Day(day.offset), &[]);
        }
        for words in &calendar.unit {
            self.add_time(&words.one, Time::Unit(words.unit, 1), &[]);
            self.add_time(&words.two, Time::Unit(words.unit, 2), &[]);
            self.add_time(&words.many, Time::Unit(words.unit, 0), &[]);
        }
        self.add_named(
            file,
            text,
            "direction",
            &calendar.direction,
            &[
                ("last", Time::Direction(Direction::Last)),
                ("this", Time::Direction(Direction::This)),
                ("next", Time::Direction(Direction::Next)),
                ("demonstrative", Time::Demonstrative),
                ("general", Time::General),
                ("narrative", Time::Narrative),
            ],
        )?;
        self.add_named(
            file,
            text,
            "part",
            &calendar.part,
            &[
                ("early", Time::Part(Part::Early)),
                ("mid", Time::Part(Part::Mid)),
                ("late", Time::Part(Part::Late)),
            ],
        )?;
        self.add_named(
            file,
            text,
            "season",
            &calendar.season,
            &[
                ("spring", Time::Season(Season::Spring)),
                ("summer", Time::Season(Season::Summer)),
                ("autumn", Time::Season(Season::Autumn)),
                ("winter", Time::Season(Season::Winter)),
            ],
        )?;
        self.add_named(
            file,
            text,
            "link",
            &calendar.link,
            &[
                ("since", Time::Since),
                ("until", Time::Until),
                ("ago", Time::Ago),
                ("before", Time::Before),
                ("between", Time::Between),
                ("from", Time::From),
                ("to", Time::To),
                ("and", Time::And),
                ("of", Time::Of),
                ("time", Time::Preposition),
                ("vague", Time::Vague),
                ("day", Time::DayWord),
                ("month", Time::MonthWord),
                ("cue", Time::MonthCue),
                ("about", Time::About),
            ],
        )?;
        self.add_named(
            file,
            text,
            "clock",
            &calendar.clock,
            &[
                ("am", Time::Am),
                ("pm", Time::Pm),
                ("hijri", Time::HijriEra),
                ("gregorian", Time::GregorianEra),
            ],
        )?;
        for zone in &calendar.zone {
            if zone.minutes.abs() > 14 * 60 {
                let found = format!("minutes = {}", zone.minutes);
                let message = format!("{} minutes is no time zone: none is more than 840 off", zone.minutes);
                return Err(wrong(file, text, &found, message));
            }
            self.add_time(&zone.names, Time::Zone(zone.minutes), &[]);
        }
        self.add_time(&calendar.dateline.labels, Time::Label, &[]);
        for (number, words) in &calendar.decade {
            let decade = counted(file, text, number, 90)?;
            self.add_time(words, Time::Decade(decade as u8), &[]);
        }
        for (number, words) in &calendar.number {
            let number = counted(file, text, number, 1_000_000)?;
            self.add_time(words, Time::Number(number), &[]);
        }
        for (number, words) in &calendar.ordinal {
            let ordinal = counted(file, text, number, 31)?;
            self.add_time(words, Time::Ordinal(ordinal as u8), &[]);
        }
        Ok(())
    }

    pub(super) fn add_outlets(&mut self, file: &str, text: &str) -> Result<(), AlmanacError> {
        let outlets: Outlets = parse(file, text)?;
        for outlet in &outlets.outlet {
            let index = self.outlet_index(file, text, outlet)?;
            for name in &outlet.names {
                self.press.insert(name, Press::Outlet(index), outlet.doubtful.contains(name));
            }
        }
        let known = [
            ("generic", Press::Generic),
            ("agencies", Press::Agencies),
            ("label", Press::Label),
            ("tell", Press::Tell),
            ("interview", Press::Interview),
            ("report", Press::Report),
            ("introduce", Press::Introduce),
            ("possession", Press::Possession),
        ];
        for (name, words) in &outlets.words {
            let Some((_, meaning)) = known.iter().find(|(key, _)| key == name) else {
                return Err(unknown(file, text, "words", name, &known.map(|(key, _)| key)));
            };
            for word in words {
                self.press.insert(word, *meaning, false);
            }
        }
        for name in &outlets.section.names {
            self.press.insert(name, Press::Section, false);
        }
        Ok(())
    }

    fn outlet_index(&mut self, file: &str, text: &str, outlet: &OutletNames) -> Result<u16, AlmanacError> {
        if let Some(index) = self.outlets.iter().position(|known| *known.name == *outlet.name) {
            if self.outlets[index].kind != outlet.kind {
                let message = format!("{} is of another kind in the other language's file", outlet.name);
                return Err(wrong(file, text, &outlet.name, message));
            }
            return Ok(index as u16);
        }
        self.outlets.push(Outlet { name: outlet.name.as_str().into(), kind: outlet.kind });
        u16::try_from(self.outlets.len() - 1)
            .map_err(|_| wrong(file, text, &outlet.name, "more than 65,535 outlets: remove some".to_owned()))
    }

    fn add_named(
        &mut self,
        file: &str,
        text: &str,
        table: &str,
        given: &BTreeMap<String, Vec<String>>,
        known: &[(&str, Time)],
    ) -> Result<(), AlmanacError> {
        for (name, words) in given {
            let Some((_, meaning)) = known.iter().find(|(key, _)| key == name) else {
                let keys: Vec<&str> = known.iter().map(|(key, _)| *key).collect();
                return Err(unknown(file, text, table, name, &keys));
            };
            self.add_time(words, *meaning, &[]);
        }
        Ok(())
    }

    fn add_time(&mut self, words: &[String], meaning: Time, doubtful: &[String]) {
        for word in words {
            self.time.insert(word, meaning, doubtful.contains(word));
        }
    }
}

fn unknown(file: &str, text: &str, table: &str, name: &str, known: &[&str]) -> AlmanacError {
    let message = format!("[{table}] has no key {name}; use one of: {}", known.join(", "));
    wrong(file, text, name, message)
}

fn counted(file: &str, text: &str, number: &str, most: u32) -> Result<u32, AlmanacError> {
    number
        .parse()
        .ok()
        .filter(|&number: &u32| number <= most)
        .ok_or_else(|| wrong(file, text, number, format!("{number} is no number from 0 to {most}")))
}
