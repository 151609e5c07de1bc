//! From the files of a lexicon folder to one image.

mod actors;
mod contexts;
mod country_names;
mod grammar;
mod inflection;
mod phrases;
mod references;
mod vocabulary;

use demarche_document::{Almanac, Language};

use crate::image::{self, Tables};
use crate::problem::{Code, Place, Problems};
use crate::source::Source;
use crate::{Example, Files, Problem};

use actors::Actors;
use grammar::Grammar;
use vocabulary::{Lists, Vocabulary};

/// A lexicon in bytes, and what is not carried in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    /// The image that [`crate::Lexicon::load`] loads.
    pub image: Vec<u8>,
    /// The version that it will tell.
    pub version: String,
    /// The sentences that its units are tested by, in the order of the units.
    pub examples: Vec<Example>,
    /// What somebody should look at, by file and line.
    pub warnings: Vec<Problem>,
}

/// Reads, checks and compiles the files of a lexicon folder. The same files give the same bytes, in
/// whatever order they came.
///
/// # Errors
/// All problems found, by file and line, warnings among them, if any is an error.
pub fn compile(files: &Files) -> Result<Compiled, Vec<Problem>> {
    let mut problems = Problems::default();
    let source = Source::read(files, &mut problems);
    let mut vocabulary = Vocabulary::default();
    let mut grammar = Grammar::default();
    for language in [Language::Arabic, Language::English] {
        vocabulary.add_words(language, &source.language(language).words, &mut problems);
    }
    let actors = Actors::collect(&source, &mut vocabulary, &mut problems);
    grammar.add_frames(&source.frames, &mut problems);
    for language in [Language::Arabic, Language::English] {
        let own = source.language(language);
        grammar.add_classes(language, &own.classes, &mut vocabulary, &mut problems);
        grammar.add_lights(language, &own.lights, &mut vocabulary, &mut problems);
        grammar.add_units(language, &own.units, &mut vocabulary, &actors, &mut problems);
        grammar.inherit(language, &mut vocabulary);
        contexts::add(language, &own.contexts, &mut vocabulary, &mut problems);
    }
    let almanac = almanac(&source, &mut problems);
    if problems.has_errors() {
        return Err(problems.into_sorted());
    }
    let image = pack(vocabulary, actors, &grammar, almanac);
    let version = image::version(&image);
    Ok(Compiled { image, version, examples: grammar.examples, warnings: problems.into_sorted() })
}

/// The sentences that the units of a lexicon folder are tested by.
///
/// # Errors
/// As [`compile`].
pub fn examples(files: &Files) -> Result<Vec<Example>, Vec<Problem>> {
    compile(files).map(|compiled| compiled.examples)
}

/// The words of time and outlets; a folder that has none of their files reads no dates.
fn almanac(source: &Source, problems: &mut Problems) -> Almanac {
    let files = [
        ("ar/calendar.toml", &source.arabic.calendar),
        ("en/calendar.toml", &source.english.calendar),
        ("ar/outlets.toml", &source.arabic.outlets),
        ("en/outlets.toml", &source.english.outlets),
    ];
    if files.iter().all(|(_, found)| found.is_empty()) {
        return Almanac::default();
    }
    for (path, found) in files {
        if found.len() != 1 {
            let file = found.get(1).map_or_else(|| format!("lexicon/{path}"), |(file, _)| file.clone());
            let message = format!("there are {} files of the kind {path}", found.len());
            let place = Place { file, line: 1 };
            problems.add(&place, Code::Almanac, message, "write exactly one in each language");
            return Almanac::default();
        }
    }
    let [ar_calendar, en_calendar, ar_outlets, en_outlets] = files.map(|(_, found)| found[0].1.as_str());
    Almanac::from_toml(ar_calendar, en_calendar, ar_outlets, en_outlets).unwrap_or_else(|error| {
        let shown = files.iter().find(|(path, _)| *path == error.file).map(|(_, found)| found[0].0.clone());
        let line = error.line.and_then(|line| u32::try_from(line).ok()).unwrap_or(1);
        let place = Place { file: shown.unwrap_or(error.file), line };
        problems.add(&place, Code::Almanac, error.message, "write it as the format of the file wants it");
        Almanac::default()
    })
}

fn pack(vocabulary: Vocabulary, actors: Actors, grammar: &Grammar, almanac: Almanac) -> Vec<u8> {
    let Vocabulary { lemmas, arabic, english } = vocabulary;
    let Actors { actors, names, arabic: arabic_names, english: english_names, .. } = actors;
    let mut sections = Vec::new();
    let [arabic_numbers, english_numbers] =
        [(arabic, arabic_names), (english, english_names)].map(|(lists, names)| {
            let Lists { forms, agents, particles, numbers, .. } = lists;
            sections.extend([forms.finish(), names.finish(), agents.finish(), particles.finish()]);
            numbers.into_iter().collect()
        });
    let tables = Tables {
        actors,
        names,
        frames: grammar.frames.clone(),
        lemmas,
        units: grammar.units.clone(),
        lights: grammar.lights.clone(),
        classes: grammar.classes.clone(),
        arabic_numbers,
        english_numbers,
        almanac,
    };
    sections.push(postcard::to_stdvec(&tables).expect("tables hold nothing that cannot be serialised"));
    image::pack(sections.try_into().expect("four sections of each language and the tables"))
}
