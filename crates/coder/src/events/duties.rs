//! Duties that a speaker lays on another.

use super::{DEMAND, Events, Sides, identify};
use crate::actors::Party;
use crate::modality::{Stance, stance};
use crate::record::{EventRecord, Modality, Record};
use crate::roles::Shown;
use crate::syntax::{Filler, PredicateId, Slot};
use demarche_lexicon::UnitId;

impl<'a> Events<'a> {
    /// "Russia must leave, he said": a duty that a speaker lays on another is a demand of his.
    pub(super) fn duties(&self) -> Vec<Record> {
        let Some(frame) = self.lexicon.frame_named(DEMAND).map(|f| self.lexicon.frame(f)) else {
            return Vec::new();
        };
        let duty = |index: usize| {
            let id = PredicateId(index as u32);
            let predicate = self.syntax().predicate(id);
            if !predicate.necessary {
                return None;
            }
            let stance = stance(self.lexicon, self.syntax(), id, None);
            let speaker = self.subject_of(*stance.speech.first()?)?;
            let target: Vec<Party> = self
                .syntax()
                .fillers(id, if predicate.passive { Slot::Object } else { Slot::Subject })
                .filter_map(|f| match f {
                    Filler::Phrase(phrase) => Some(self.actors().resolve(phrase, &[])),
                    Filler::Predicate(_) => None,
                })
                .flatten()
                .filter(|p| p.actor != speaker.actor || p.inferred == Some("the two sides"))
                .collect();
            if target.is_empty() {
                return None;
            }
            let shown = Shown {
                predicate: id,
                told_by: None,
                unit: UnitId(0),
                fills: Vec::new(),
                fit: 0.0,
                consumes: Vec::new(),
            };
            let sides =
                Sides { source: vec![speaker], target, mutual: false, steps: Vec::new(), inferred: 0 };
            let trigger = self.trigger(&shown, frame);
            let document = self.document.input.id.clone();
            Some(Record::Event(EventRecord {
                id: identify(&document, &format!("duty|{}|{}", trigger.start, self.parsed.sentence.index)),
                document,
                root: frame.root?,
                mode: frame.mode.clone(),
                contexts: frame.contexts.clone(),
                cameo: frame.cameo.clone(),
                dimensions: frame.dimensions.clone(),
                intensity: frame.intensity,
                score: 0.6,
                source: sides.source.iter().map(|p| self.actor(p)).collect(),
                target: sides.target.iter().map(|p| self.actor(p)).collect(),
                mutual: false,
                modality: Modality::Actual,
                holder: None,
                background: false,
                date: self.date(id, &Stance { modality: Modality::Actual, ..stance }),
                place: None,
                object: None,
                casualties: None,
                attribution: None,
                evidence: self.evidence(&shown, &sides),
                trigger,
                derivation: vec!["a duty that the speaker lays on another is a demand of his".to_owned()],
            }))
        };
        (0..self.syntax().predicates.len()).filter_map(duty).collect()
    }
}
