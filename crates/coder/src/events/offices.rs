//! Persons with their titles.

use super::{Events, identify, iso};
use crate::record::{Record, RoleRecord};
use crate::syntax::{Head, PhraseId};
use demarche_document::Language;
use demarche_lexicon::{NameKind, NounClass};

impl<'a> Events<'a> {
    /// Persons with their titles.
    pub(super) fn offices(&self) -> Vec<Record> {
        let mut found = Vec::new();
        for index in 0..self.syntax().phrases.len() {
            let id = PhraseId(index as u32);
            let phrase = self.syntax().phrase(id);
            let pairs: Vec<(PhraseId, PhraseId)> = phrase.appositions.iter().map(|&a| (id, a)).collect();
            for (a, b) in pairs {
                let (title, name) = if self.is_title(a) && self.is_person(b) {
                    (a, b)
                } else if self.is_title(b) && self.is_person(a) {
                    (b, a)
                } else {
                    continue;
                };
                found.extend(self.office(id, title, name));
            }
        }
        found
    }

    pub(super) fn is_title(&self, id: PhraseId) -> bool {
        matches!(self.syntax().phrase(id).head, Head::Lemma(l) if self.lexicon.lemma(l).class.contains(NounClass::TITLE))
    }

    pub(super) fn is_person(&self, id: PhraseId) -> bool {
        match &self.syntax().phrase(id).head {
            Head::Unknown => true,
            Head::Name(names) => names.iter().any(|&n| self.lexicon.name(n).kind.contains(NameKind::PERSON)),
            _ => false,
        }
    }

    pub(super) fn office(&self, id: PhraseId, title: PhraseId, name: PhraseId) -> Option<Record> {
        let party = self.actors().single(id).into_iter().next()?;
        let Head::Lemma(lemma) = self.syntax().phrase(title).head else { return None };
        let evidence = self.evidence_of(self.syntax().phrase(id).tokens);
        let document = self.document.input.id.clone();
        let person = self.actors().text(self.syntax().phrase(name).head_tokens);
        let word = self.lexicon.lemma(lemma);
        Some(Record::Role(RoleRecord {
            id: identify(&document, &format!("role|{}|{}", evidence.start, evidence.sentence)),
            document,
            name: person,
            title: if self.parsed.sentence.language == Language::English {
                word.text.clone()
            } else {
                word.gloss.clone()
            },
            actor: self.actor(&party),
            as_of: self.document.metadata.day.map(iso),
            evidence,
        }))
    }
}
