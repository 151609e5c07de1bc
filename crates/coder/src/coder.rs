//! The way of a document through the coder.

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
    let mut kept: Vec<Record> = Vec::with_capacity(records.len());
    for record in records {
        match kept.iter().position(|k| same(k, &record)) {
            Some(at) => {
                if rank(&record) > rank(&kept[at]) {
                    kept.remove(at);
                    kept.push(record);
                }
            }
            None => kept.push(record),
        }
    }
    kept
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

fn same(a: &Record, b: &Record) -> bool {
    let codes = |actors: &[crate::Actor]| {
        let mut codes: Vec<String> = actors.iter().map(|a| a.code.clone()).collect();
        codes.sort();
        codes
    };
    match (a, b) {
        (Record::Event(a), Record::Event(b)) => {
            a.trigger.frame == b.trigger.frame
                && codes(&a.source) == codes(&b.source)
                && codes(&a.target) == codes(&b.target)
                && a.modality.is_real() == b.modality.is_real()
                && (a.date == b.date || a.date.text.is_none() || b.date.text.is_none())
        }
        (Record::Relation(a), Record::Relation(b)) => {
            a.trigger.frame == b.trigger.frame
                && codes(&a.source) == codes(&b.source)
                && codes(&a.target) == codes(&b.target)
        }
        (Record::Role(a), Record::Role(b)) => a.name == b.name && a.title == b.title,
        _ => false,
    }
}
