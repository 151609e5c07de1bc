//! From shown units to records: parties, missing sides, modality, date, place, object, evidence.

mod circumstances;
mod duties;
mod offices;
mod sides;

use demarche_document::{Date, Document, Precision};
use demarche_lexicon::{Frame, Lexicon, RecordKind, Root, Trend};

use crate::actors::{Actors, Party};
use crate::memory::Memory;
use crate::modality::stance;
use crate::reading::Parsed;
use crate::record::{Actor, Casualties, EventRecord, Modality, Record, RelationRecord, When};
use crate::roles::{Roles, Shown};
use crate::syntax::Syntax;

/// Makes the records of one sentence.
pub struct Events<'a> {
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The document.
    pub document: &'a Document,
    /// The sentence and its grammar.
    pub parsed: &'a Parsed<'a>,
    /// Who was named up to and in this sentence.
    pub memory: &'a Memory,
    /// The date of the sentence before, for a sentence that goes on with it.
    pub before: Option<&'a When>,
}

/// The frame of a duty that a speaker lays on another.
const DEMAND: &str = "demand";

/// Which casualties the target of a frame counts as.
type Count = fn(&mut Casualties) -> &mut Option<u64>;

/// Frames whose target is counted.
const COUNTS: [(&str, Count); 5] = [
    ("kill", |c| &mut c.killed),
    ("assassinate", |c| &mut c.killed),
    ("massacre", |c| &mut c.killed),
    ("wound", |c| &mut c.injured),
    ("arrest", |c| &mut c.arrested),
];

/// Both sides of a record, and the steps that found them.
struct Sides {
    source: Vec<Party>,
    target: Vec<Party>,
    mutual: bool,
    steps: Vec<String>,
    inferred: u32,
}

impl<'a> Events<'a> {
    fn syntax(&self) -> &'a Syntax {
        &self.parsed.syntax
    }

    fn actors(&self) -> Actors<'a> {
        Actors {
            lexicon: self.lexicon,
            document: self.document,
            sentence: self.parsed.sentence,
            syntax: self.syntax(),
            memory: self.memory,
            day: self.document.metadata.day,
        }
    }

    /// All records of the sentence, in text order.
    pub fn read(&self) -> Vec<Record> {
        let roles = Roles { lexicon: self.lexicon, syntax: self.syntax(), sentence: self.parsed.sentence };
        let mut records: Vec<Record> = roles
            .read()
            .iter()
            .filter_map(|readings| readings.iter().find_map(|shown| self.record(shown)))
            .collect();
        records.extend(self.duties());
        records.extend(self.offices());
        records
    }

    fn record(&self, shown: &Shown) -> Option<Record> {
        let unit = self.lexicon.unit(shown.unit);
        let frame = self.lexicon.frame(unit.frame);
        let sides = self.sides(shown, frame);
        let mut stance = stance(self.lexicon, self.syntax(), shown.predicate, shown.told_by);
        if !self.worth_telling(shown, frame, &sides) {
            return None;
        }
        let main = shown.told_by.unwrap_or(shown.predicate);
        let evidence = self.evidence(shown, &sides);
        let mut derivation = vec![format!(
            "{} shows {} ({})",
            self.lexicon.lemma(self.syntax().predicate(shown.predicate).lemma).text,
            frame.name,
            unit.origin
        )];
        derivation.extend(sides.steps.iter().cloned());
        derivation.extend(stance.steps.iter().cloned());
        let trigger = self.trigger(shown, frame);
        let attribution = self.attribution(main, &stance);
        let mut contexts = frame.contexts.clone();
        contexts.extend(unit.contexts.iter().cloned());
        self.add_contexts(shown, &sides, &mut contexts);
        if stance.modality == Modality::Actual && self.is_plan(shown) {
            stance.modality = Modality::Planned;
            derivation.push("planned: what is announced is a plan".to_owned());
        }
        let date = self.date(main, &stance);
        let score = self.score(shown, &sides, &stance);
        let source: Vec<Actor> = sides.source.iter().map(|p| self.actor(p)).collect();
        let target: Vec<Actor> = sides.target.iter().map(|p| self.actor(p)).collect();
        let document = self.document.input.id.clone();
        let key =
            format!("{:?}|{}|{}|{}", frame.name, trigger.start, evidence.start, self.parsed.sentence.index);
        let id = identify(&document, &key);
        Some(match frame.record {
            RecordKind::Event => Record::Event(EventRecord {
                document,
                id,
                root: frame.root?,
                mode: unit.mode.clone().unwrap_or_else(|| frame.mode.clone()),
                contexts,
                cameo: frame.cameo.clone(),
                dimensions: frame.dimensions.clone(),
                intensity: frame.intensity,
                score,
                source,
                target,
                mutual: sides.mutual,
                modality: stance.modality,
                holder: stance.holder.and_then(|h| self.subject_of(h)).map(|p| self.actor(&p)),
                background: stance.background,
                date,
                place: self.place(shown, &sides),
                object: self.object(shown),
                casualties: self.casualties(shown, frame),
                attribution,
                trigger,
                evidence,
                derivation,
            }),
            RecordKind::Relation => Record::Relation(RelationRecord {
                document,
                id,
                root: frame.root,
                source,
                target,
                mutual: sides.mutual,
                standing: frame.standing.clone(),
                trend: frame.trend.unwrap_or(Trend::Steady),
                polarity: frame.polarity,
                modality: stance.modality,
                date,
                attribution,
                contexts,
                dimensions: frame.dimensions.clone(),
                score,
                trigger,
                evidence,
                derivation,
            }),
        })
    }
}

/// Parties of a mutual frame all stand in the source.
fn merge_parties(sides: &mut Sides, parties: Vec<Party>) {
    let told: Vec<Party> = sides.source.drain(..).chain(sides.target.drain(..)).collect();
    for party in parties.into_iter().chain(told) {
        if !sides.source.iter().any(|p| p.actor == party.actor) {
            sides.source.push(party);
        }
    }
}

/// Roots that are nothing without the one they are done to.
fn needs_recipient(frame: &Frame) -> bool {
    matches!(frame.root, Some(Root::Cooperate | Root::Aid | Root::Sanction | Root::Support | Root::Consult))
}

fn identify(document: &str, key: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(document.as_bytes());
    hasher.update(b"\0");
    hasher.update(key.as_bytes());
    hasher.finalize().to_hex()[..16].to_owned()
}

fn iso(day: Date) -> String {
    day.to_string()
}

fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "day",
        Precision::Week => "week",
        Precision::Month => "month",
        Precision::Season => "season",
        Precision::Year => "year",
        Precision::Decade => "decade",
        Precision::OpenStart => "open_start",
        Precision::OpenEnd => "open_end",
    }
}
