//! The way of a document through the coder.

use std::collections::BTreeMap;

use demarche_document::{Document, Input, SentenceRole, read};
use demarche_lexicon::Lexicon;

use crate::events::Events;
use crate::memory::Memory;
use crate::outline::outline;
use crate::reading::{parse, remember};
use crate::record::{DocumentRecord, Record, When};

/// Codes documents with one lexicon.
#[derive(Clone, Copy)]
pub struct Coder<'a> {
    pub(crate) lexicon: &'a Lexicon,
}

impl<'a> Coder<'a> {
    /// A coder that knows what `lexicon` knows.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon }
    }

    /// Reads and codes what a source handed over: first the document's own record, then what it tells, in text order.
    pub fn code(&self, input: Input) -> Vec<Record> {
        let document = read(input, self.lexicon.almanac());
        self.code_document(&document)
    }

    /// Codes a document that has been read.
    pub fn code_document(&self, document: &Document) -> Vec<Record> {
        let mut records = vec![Record::Document(self.describe(document))];
        let mut memory = Memory::default();
        let mut before: Option<When> = None;
        let day = document.metadata.day;
        for sentence in &document.sentences {
            let Some(parsed) = parse(self.lexicon, document, sentence) else { continue };
            remember(self.lexicon, document, &parsed, day, &mut memory);
            let events = Events {
                lexicon: self.lexicon,
                document,
                parsed: &parsed,
                memory: &memory,
                before: before.as_ref(),
            };
            let found = events.read();
            let dated = found.iter().find_map(|r| match r {
                Record::Event(e) if e.date.text.is_some() => Some(e.date.clone()),
                _ => None,
            });
            if sentence.role == SentenceRole::Body {
                before = dated.or(None);
            }
            records.extend(found);
        }
        once(records)
    }

    /// How the grammar reads a sentence of a document: one line a word, then one line a predicate.
    pub fn outline(&self, document: &Document, sentence: u32) -> Vec<String> {
        let found = document.sentences.iter().find(|s| s.index == sentence);
        found
            .and_then(|sentence| parse(self.lexicon, document, sentence))
            .map(|parsed| outline(self.lexicon, document, &parsed))
            .unwrap_or_default()
    }

    fn describe(&self, document: &Document) -> DocumentRecord {
        let m = &document.metadata;
        DocumentRecord {
            document: document.input.id.clone(),
            title: m.title.clone(),
            language: document.language,
            published: m.published.clone(),
            section: m.section.clone(),
            outlet: m.outlet.clone(),
            credits: m.credits.clone(),
            quoted_outlets: m.quoted_outlets.clone(),
            sentences: document.sentences.len(),
            warnings: document.warnings.clone(),
            lexicon: self.lexicon.version().to_owned(),
        }
    }
}

/// What says the same of the same sides by the same frame is kept once: the first that is news, else the first; what
/// the headline tells yields to the story.
fn once(records: Vec<Record>) -> Vec<Record> {
    let mut kept: Vec<Option<Record>> = Vec::with_capacity(records.len());
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for record in records {
        let places = alike.entry(likeness(&record)).or_default();
        let old = places.iter().copied().find(|&at| kept[at].as_ref().is_some_and(|k| same(k, &record)));
        if let Some(at) = old {
            if kept[at].as_ref().is_some_and(|k| rank(&record) <= rank(k)) {
                continue;
            }
            kept[at] = None;
            places.retain(|&place| place != at);
        }
        places.push(kept.len());
        kept.push(Some(record));
    }
    kept.into_iter().flatten().collect()
}

/// What records that may be the same have in common.
fn likeness(record: &Record) -> String {
    match record {
        Record::Event(e) => format!(
            "{} {:?} {:?} {}",
            e.trigger.frame,
            codes(&e.source),
            codes(&e.target),
            e.modality.is_real()
        ),
        Record::Relation(r) => format!("{} {:?} {:?}", r.trigger.frame, codes(&r.source), codes(&r.target)),
        Record::Role(r) => format!("{} {}", r.name, r.title),
        Record::Document(d) => d.document.clone(),
    }
}

/// The codes of a side, in order.
fn codes(actors: &[crate::Actor]) -> Vec<&str> {
    let mut codes: Vec<&str> = actors.iter().map(|a| a.code.as_str()).collect();
    codes.sort_unstable();
    codes
}

/// Which of two records of the same is kept: the higher.
fn rank(record: &Record) -> u8 {
    let (background, evidence) = match record {
        Record::Event(e) => (e.background, &e.evidence),
        Record::Relation(r) => (false, &r.evidence),
        _ => return 0,
    };
    2 * u8::from(!background) + u8::from(evidence.sentence > 0)
}

/// Whether two records alike in frame and sides are the same: events of two told dates are not.
fn same(a: &Record, b: &Record) -> bool {
    match (a, b) {
        (Record::Event(a), Record::Event(b)) => {
            a.date == b.date || a.date.text.is_none() || b.date.text.is_none()
        }
        (Record::Relation(_), Record::Relation(_)) | (Record::Role(_), Record::Role(_)) => true,
        _ => false,
    }
}
