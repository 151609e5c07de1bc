//! From the files of a lexicon folder to entries that know their file and line.
//!
//! The principal type is [`Source`], everything the folder says, as it says it: words are not yet
//! looked up in one another's lists.

mod actors;
mod contexts;
mod dates;
mod frames;
mod grammar;
mod offices;
mod table;
mod tsv;
mod units;
mod words;

use std::fmt::Display;
use std::str::FromStr;

use demarche_document::Language;

pub(crate) use actors::{Bilingual, Country, Group, Named, Region};
pub(crate) use contexts::SourceContext;
pub(crate) use frames::{SourceFrame, check_mode};
pub(crate) use grammar::{SourceClass, SourceLight};
pub(crate) use offices::Office;
pub(crate) use table::Text;
pub(crate) use units::{ByPosition, SourceUnit};
pub(crate) use words::{
    Adjective, Agent, Noun, NumberForm, Particle, Verb, VerbForms, Words, class_words, report_duplicates,
};

use crate::Files;
use crate::problem::{Code, Place, Problems};

/// Everything a lexicon folder says.
#[derive(Debug, Default)]
pub(crate) struct Source {
    pub frames: Vec<SourceFrame>,
    pub countries: Vec<Country>,
    pub groups: Vec<Group>,
    pub regions: Vec<Region>,
    pub offices: Vec<Office>,
    pub arabic: LanguageSource,
    pub english: LanguageSource,
}

/// What the folder of one language says.
#[derive(Debug, Default)]
pub(crate) struct LanguageSource {
    pub words: Words,
    pub classes: Vec<SourceClass>,
    pub lights: Vec<SourceLight>,
    pub contexts: Vec<SourceContext>,
    pub units: Vec<SourceUnit>,
    /// Files of words of time and of outlets: name shown, text.
    pub calendar: Vec<(String, String)>,
    pub outlets: Vec<(String, String)>,
}

impl Source {
    /// Reads every file, collecting problems.
    pub fn read(files: &Files, problems: &mut Problems) -> Self {
        let mut source = Self::default();
        for (path, shown, text) in files.sources() {
            source.read_file(path, &shown, text, problems);
        }
        source
    }

    /// What belongs to a language.
    pub fn language(&self, language: Language) -> &LanguageSource {
        match language {
            Language::Arabic => &self.arabic,
            _ => &self.english,
        }
    }

    fn read_file(&mut self, path: &str, shown: &str, text: &str, problems: &mut Problems) {
        let parts: Vec<&str> = path.split('/').collect();
        let stem = parts.last().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
        // `verbs-2.tsv` is read as `verbs.tsv`.
        let subject = stem.split('-').next().unwrap_or(stem);
        match parts.as_slice() {
            ["frames", _] => frames::read(shown, stem, text, &mut self.frames, problems),
            ["actors", "countries", _] => {
                self.countries.extend(actors::country(shown, stem, text, problems));
            }
            ["actors", "offices", _] => offices::read(shown, stem, text, &mut self.offices, problems),
            ["actors", _] if subject == "organisations" || subject == "armed" => {
                actors::groups(shown, subject == "armed", text, &mut self.groups, problems);
            }
            ["actors", _] if subject == "regions" => {
                actors::regions(shown, text, &mut self.regions, problems);
            }
            [folder @ ("ar" | "en"), rest @ ..] => {
                let (language, all) = match *folder {
                    "ar" => (Language::Arabic, &mut self.arabic),
                    _ => (Language::English, &mut self.english),
                };
                match (rest, subject) {
                    (["units", _], _) => units::read(shown, text, &mut all.units, problems),
                    ([_], "classes") => grammar::classes(shown, text, &mut all.classes, problems),
                    ([_], "light") => grammar::lights(shown, text, &mut all.lights, problems),
                    ([_], "contexts") => contexts::read(shown, text, &mut all.contexts, problems),
                    ([_], "calendar") => all.calendar.push((shown.to_owned(), text.to_owned())),
                    ([_], "outlets") => all.outlets.push((shown.to_owned(), text.to_owned())),
                    ([_], "verbs") => words::verbs(shown, language, text, &mut all.words.verbs, problems),
                    ([_], "nouns") => words::nouns(shown, language, text, &mut all.words.nouns, problems),
                    ([_], "adjectives") => {
                        words::adjectives(shown, language, text, &mut all.words.adjectives, problems);
                    }
                    ([_], "agents") => words::agents(shown, language, text, &mut all.words.agents, problems),
                    ([_], "particles") => words::particles(shown, text, &mut all.words.particles, problems),
                    ([_], "numbers") => words::numbers(shown, text, &mut all.words.numbers, problems),
                    _ => unknown_file(shown, problems),
                }
            }
            _ => unknown_file(shown, problems),
        }
    }
}

fn unknown_file(shown: &str, problems: &mut Problems) {
    let place = Place { file: shown.to_owned(), line: 1 };
    problems.add(&place, Code::UnknownFile, "no part of the lexicon reads this file", "move or rename it");
}

/// Reads a code, or reports it with all that it could be.
pub(crate) fn code<T>(given: &str, place: &Place, kind: Code, all: &[T], problems: &mut Problems) -> Option<T>
where
    T: FromStr<Err = crate::UnknownCode> + Display,
{
    match given.parse() {
        Ok(code) => Some(code),
        Err(error) => {
            let all: Vec<String> = all.iter().map(T::to_string).collect();
            problems.add(place, kind, error.to_string(), format!("write one of: {}", all.join(" ")));
            None
        }
    }
}
