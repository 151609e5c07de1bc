//! From the rows of the word lists to inflected forms.

use demarche_document::Language;
use demarche_morphology::arabic::{self, Measure, Root, parse_extra, parse_plurals, parse_vowels};
use demarche_morphology::{Cell, EntryError, Gender, Pos, english};

use crate::Behaviour;
use crate::problem::{Code, Place, Problems};
use crate::source::{Adjective, Noun, Verb, VerbForms};

/// Inflected forms with their cells.
pub(super) type Inflected = Vec<(String, Cell)>;

/// Reports what the morphology says of a row.
pub(super) fn report(error: &EntryError, place: &Place, problems: &mut Problems) {
    let kind = match error.column {
        "root" => Code::Root,
        "measure" => Code::Measure,
        "vowels" => Code::Vowels,
        "lemma" => Code::Spelling,
        _ => Code::Inflection,
    };
    problems.add(
        place,
        kind,
        format!("{} \"{}\" does not do", error.column, error.found),
        error.advice.clone(),
    );
}

fn alternatives(cell: &str) -> Vec<String> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Every form of a verb, its participles and masdars.
pub(super) fn verb(verb: &Verb) -> Result<Inflected, EntryError> {
    match &verb.forms {
        VerbForms::Arabic { root, measure, vowels, masdar, extra } => {
            let entry = arabic::Verb {
                lemma: verb.lemma.clone(),
                root: Root::parse(root)?,
                measure: Measure::parse(measure)?,
                vowels: parse_vowels(vowels)?,
                transitive: verb.behaviour.contains(Behaviour::TRANSITIVE),
                masdars: alternatives(masdar),
                extra: parse_extra(extra)?,
            };
            entry.check()?;
            Ok(entry.forms())
        }
        VerbForms::English { past, participle, gerund } => {
            let mut gerunds = alternatives(gerund).into_iter();
            let entry = english::Verb {
                lemma: verb.lemma.clone(),
                past: alternatives(past),
                past_participle: alternatives(participle),
                present_participle: gerunds.next(),
                doubles: false,
            };
            let mut forms = entry.forms();
            forms.extend(gerunds.map(|form| (form, Cell::of(Pos::ActiveParticiple))));
            Ok(forms)
        }
    }
}

/// Every form of a noun of one word.
pub(super) fn noun(language: Language, noun: &Noun, problems: &mut Problems) -> Inflected {
    match language {
        Language::Arabic => {
            let Some(gender) = gender(&noun.gender) else {
                let message = format!("gender \"{}\" of \"{}\"", noun.gender, noun.lemma);
                problems.add(&noun.place, Code::Gender, message, "write m or f");
                return Vec::new();
            };
            arabic_noun(&noun.lemma, gender, &noun.plural).unwrap_or_else(|error| {
                report(&error, &noun.place, problems);
                Vec::new()
            })
        }
        _ => english_noun(&noun.lemma, &noun.plural),
    }
}

pub(super) fn gender(cell: &str) -> Option<Gender> {
    match cell {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

pub(super) fn arabic_noun(lemma: &str, gender: Gender, plural: &str) -> Result<Inflected, EntryError> {
    let entry = arabic::Noun { lemma: lemma.to_owned(), gender, plurals: parse_plurals(plural)? };
    Ok(entry.forms())
}

pub(super) fn english_noun(lemma: &str, plural: &str) -> Inflected {
    let plural = (!plural.is_empty()).then(|| plural.to_owned());
    english::Noun { lemma: lemma.to_owned(), plural }.forms()
}

/// Every form of an adjective.
pub(super) fn adjective(language: Language, adjective: &Adjective, problems: &mut Problems) -> Inflected {
    match language {
        Language::Arabic => arabic_adjective(&adjective.lemma, &adjective.feminine, &adjective.plural)
            .unwrap_or_else(|error| {
                report(&error, &adjective.place, problems);
                Vec::new()
            }),
        _ => english_adjective(&adjective.lemma),
    }
}

pub(super) fn arabic_adjective(lemma: &str, feminine: &str, plural: &str) -> Result<Inflected, EntryError> {
    let feminine = (!feminine.is_empty()).then(|| feminine.to_owned());
    let entry = arabic::Adjective { lemma: lemma.to_owned(), feminine, plurals: parse_plurals(plural)? };
    Ok(entry.forms())
}

pub(super) fn english_adjective(lemma: &str) -> Inflected {
    english::Adjective { lemma: lemma.to_owned(), compares: false }.forms()
}
