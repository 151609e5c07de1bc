//! The word lists of a language: verbs, nouns, adjectives, agents, particles, numbers.

use std::collections::BTreeMap;

use demarche_document::Language;
use demarche_morphology::{Cell, Gender, Number, Person, Pos};

use super::{code, tsv};
use crate::problem::{Code, Place, Problems};
use crate::{Behaviour, Function, NounClass, NumberKind, NumberWord, Sector};

/// All word lists of a language.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub verbs: Vec<Verb>,
    pub nouns: Vec<Noun>,
    pub adjectives: Vec<Adjective>,
    pub agents: Vec<Agent>,
    pub particles: Vec<Particle>,
    pub numbers: Vec<NumberForm>,
}

/// A row of `verbs.tsv`.
#[derive(Debug)]
pub(crate) struct Verb {
    pub place: Place,
    pub lemma: String,
    pub forms: VerbForms,
    pub behaviour: Behaviour,
    pub gloss: String,
}

/// What a row tells about the forms of its verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum VerbForms {
    Arabic { root: String, measure: String, vowels: String, masdar: String, extra: String },
    English { past: String, participle: String, gerund: String },
}

/// A row of `nouns.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Noun {
    pub place: Place,
    pub lemma: String,
    /// Arabic only.
    pub gender: String,
    pub plural: String,
    pub class: NounClass,
    pub gloss: String,
}

/// A row of `agents.tsv`.
#[derive(Debug, Clone)]
pub(crate) struct Agent {
    pub noun: Noun,
    pub sector: Option<Sector>,
}

/// A row of `adjectives.tsv`.
#[derive(Debug)]
pub(crate) struct Adjective {
    pub place: Place,
    pub lemma: String,
    /// Arabic only.
    pub feminine: String,
    pub plural: String,
    pub gloss: String,
}

/// A row of `particles.tsv`.
#[derive(Debug)]
pub(crate) struct Particle {
    pub place: Place,
    pub form: String,
    pub function: Function,
    pub cells: Vec<Cell>,
    pub gloss: String,
}

/// A row of `numbers.tsv`.
#[derive(Debug)]
pub(crate) struct NumberForm {
    pub place: Place,
    pub form: String,
    pub word: NumberWord,
}

const NO_WORD: &str = "a row without a word";

/// The lemma of a row, if it is one word, or `several` words are allowed.
fn word(row: &tsv::Row<'_>, several: bool, problems: &mut Problems) -> Option<String> {
    let lemma = row.cell(0);
    if lemma.is_empty() {
        problems.add(&row.place, Code::EmptyCell, NO_WORD, "fill the first cell or remove the row");
        return None;
    }
    if !several && lemma.contains(char::is_whitespace) {
        let message = format!("\"{lemma}\" has several words");
        let remedy = "list the verb alone; what follows it belongs in a unit's `particle`";
        problems.add(&row.place, Code::SeveralWords, message, remedy);
        return None;
    }
    Some(lemma.to_owned())
}

pub(super) fn verbs(
    file: &str,
    language: Language,
    text: &str,
    verbs: &mut Vec<Verb>,
    problems: &mut Problems,
) {
    let arabic = ["lemma", "valency", "gloss", "root", "measure", "vowels", "masdar", "extra"];
    let english = ["lemma", "valency", "gloss", "past", "participle", "gerund"];
    let (columns, optional): (&[&str], &[&str]) = match language {
        Language::Arabic => (&arabic, &["extra"]),
        _ => (&english, &["gloss"]),
    };
    for row in tsv::rows(file, text, columns, optional, problems) {
        let Some(lemma) = word(&row, false, problems) else { continue };
        let mut behaviour = Behaviour::empty();
        for letter in row.cell(1).chars() {
            behaviour |= match letter {
                't' => Behaviour::TRANSITIVE,
                'c' => Behaviour::CLAUSE,
                's' => Behaviour::SPEECH,
                'l' => Behaviour::LINKING,
                'x' => Behaviour::AUXILIARY,
                'i' => Behaviour::INFINITIVE,
                'd' => Behaviour::DITRANSITIVE,
                _ => {
                    let message = format!("unknown valency letter \"{letter}\"");
                    problems.add(&row.place, Code::Valency, message, "write letters of: t c s l x i d");
                    continue;
                }
            };
        }
        let cell = |index| row.cell(index).to_owned();
        let forms = match language {
            Language::Arabic => VerbForms::Arabic {
                root: cell(3),
                measure: cell(4),
                vowels: cell(5),
                masdar: cell(6),
                extra: cell(7),
            },
            _ => VerbForms::English { past: cell(3), participle: cell(4), gerund: cell(5) },
        };
        verbs.push(Verb { place: row.place.clone(), lemma, forms, behaviour, gloss: cell(2) });
    }
}

pub(super) fn nouns(
    file: &str,
    language: Language,
    text: &str,
    nouns: &mut Vec<Noun>,
    problems: &mut Problems,
) {
    let optional: &[&str] = if language == Language::Arabic { &[] } else { &["gender", "gloss"] };
    for row in tsv::rows(file, text, &["lemma", "gender", "plural", "class", "gloss"], optional, problems) {
        nouns.extend(noun(&row, problems));
    }
}

pub(super) fn agents(
    file: &str,
    language: Language,
    text: &str,
    agents: &mut Vec<Agent>,
    problems: &mut Problems,
) {
    let columns = ["lemma", "gender", "plural", "class", "gloss", "sector"];
    let optional: &[&str] = if language == Language::Arabic { &[] } else { &["gender", "gloss"] };
    for row in tsv::rows(file, text, &columns, optional, problems) {
        let Some(noun) = noun(&row, problems) else { continue };
        let sector = match row.cell(5) {
            "" => None,
            given => match code(given, &row.place, Code::Sector, Sector::ALL, problems) {
                Some(sector) => Some(sector),
                None => continue,
            },
        };
        agents.push(Agent { noun, sector });
    }
}

fn noun(row: &tsv::Row<'_>, problems: &mut Problems) -> Option<Noun> {
    let lemma = word(row, true, problems)?;
    let class = class_words(row.cell(3).split_whitespace(), &row.place, problems);
    let cell = |index| row.cell(index).to_owned();
    Some(Noun { place: row.place.clone(), lemma, gender: cell(1), plural: cell(2), class, gloss: cell(4) })
}

/// The classes that words name; unknown ones are reported.
pub(crate) fn class_words<'w>(
    words: impl Iterator<Item = &'w str>,
    place: &Place,
    problems: &mut Problems,
) -> NounClass {
    let mut class = NounClass::empty();
    for word in words {
        let upper = word.to_ascii_uppercase();
        match NounClass::from_name(&upper).filter(|_| word.bytes().all(|byte| byte.is_ascii_lowercase())) {
            Some(named) => class |= named,
            None => {
                let all: Vec<String> = NounClass::all().iter_names().map(|(n, _)| n.to_lowercase()).collect();
                let remedy = format!("write words of: {}", all.join(" "));
                problems.add(place, Code::ClassWord, format!("unknown class \"{word}\""), remedy);
            }
        }
    }
    class
}

pub(super) fn adjectives(
    file: &str,
    language: Language,
    text: &str,
    adjectives: &mut Vec<Adjective>,
    problems: &mut Problems,
) {
    let columns = ["lemma", "feminine", "plural", "gloss"];
    let optional: &[&str] =
        if language == Language::Arabic { &["feminine"] } else { &["feminine", "plural", "gloss"] };
    for row in tsv::rows(file, text, &columns, optional, problems) {
        let Some(lemma) = word(&row, true, problems) else { continue };
        let cell = |index| row.cell(index).to_owned();
        adjectives.push(Adjective {
            place: row.place.clone(),
            lemma,
            feminine: cell(1),
            plural: cell(2),
            gloss: cell(3),
        });
    }
}

pub(super) fn particles(file: &str, text: &str, particles: &mut Vec<Particle>, problems: &mut Problems) {
    for row in tsv::rows(file, text, &["form", "function", "features", "gloss"], &["gloss"], problems) {
        let Some(form) = word(&row, true, problems) else { continue };
        let Some(function) = code(row.cell(1), &row.place, Code::Function, Function::ALL, problems) else {
            continue;
        };
        let mut cells = Vec::new();
        for features in row.cell(2).split(|c: char| c == '|' || c.is_whitespace()).filter(|f| !f.is_empty()) {
            match cell(features) {
                Some(cell) => cells.push(cell),
                None => {
                    let message = format!("unknown features \"{features}\"");
                    let remedy = "write person, gender (m f -) and number (s d p -) like 3ms, 3-p, 1s";
                    problems.add(&row.place, Code::Features, message, remedy);
                }
            }
        }
        if cells.is_empty() {
            cells.push(Cell::of(Pos::Particle));
        }
        let gloss = row.cell(3).to_owned();
        particles.push(Particle { place: row.place.clone(), form, function, cells, gloss });
    }
}

/// Reads `3ms`, `3-p`, `1s`.
fn cell(features: &str) -> Option<Cell> {
    let mut rest = features.chars();
    let person = match rest.next()? {
        '1' => Person::First,
        '2' => Person::Second,
        '3' => Person::Third,
        _ => return None,
    };
    let rest: Vec<char> = rest.collect();
    let (gender, number) = match rest.as_slice() {
        [number] => ('-', *number),
        [gender, number] => (*gender, *number),
        _ => return None,
    };
    let gender = match gender {
        'm' => Gender::Masculine,
        'f' => Gender::Feminine,
        '-' => Gender::Any,
        _ => return None,
    };
    let number = match number {
        's' => Number::Singular,
        'd' => Number::Dual,
        'p' => Number::Plural,
        '-' => Number::Any,
        _ => return None,
    };
    Some(Cell { person, gender, number, ..Cell::of(Pos::Particle) })
}

pub(super) fn numbers(file: &str, text: &str, numbers: &mut Vec<NumberForm>, problems: &mut Problems) {
    for row in tsv::rows(file, text, &["form", "value"], &[], problems) {
        let Some(form) = word(&row, true, problems) else { continue };
        let given = row.cell(1);
        let (kind, digits) = match given.split_at_checked(1) {
            Some(("x", digits)) => (NumberKind::Multiplier, digits),
            Some(("~", digits)) => (NumberKind::Vague, digits),
            _ => (NumberKind::Exact, given),
        };
        match digits.parse::<f64>() {
            Ok(value) if value.is_finite() && value >= 0.0 => {
                let place = row.place.clone();
                numbers.push(NumberForm { place, form, word: NumberWord { value, kind, alone: None } });
            }
            _ => {
                let message = format!("number word \"{form}\" with value \"{given}\"");
                let remedy = "write a value like 3, x1000 for a multiplier, ~20 for a vague number";
                problems.add(&row.place, Code::NumberValue, message, remedy);
            }
        }
    }
}

/// Reports the rows that list a word again, by a key of what tells words apart.
pub(crate) fn report_duplicates<'r>(
    rows: impl Iterator<Item = (String, &'r str, &'r Place)>,
    problems: &mut Problems,
) {
    let mut first: BTreeMap<String, &Place> = BTreeMap::new();
    for (key, word, place) in rows {
        match first.get(&key) {
            Some(earlier) => {
                let message = format!("\"{word}\" is listed already at {earlier}");
                problems.add(place, Code::DuplicateWord, message, "remove one of the rows");
            }
            None => {
                first.insert(key, place);
            }
        }
    }
}
