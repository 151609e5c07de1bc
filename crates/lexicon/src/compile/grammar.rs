//! Frames, units, light verbs and classes, with their words and positions looked up.

use std::collections::BTreeMap;

use demarche_document::Language;
use demarche_morphology::{LemmaId, Pos};

use super::actors::Actors;
use super::references::Words;
use super::vocabulary::Vocabulary;
use crate::problem::{Code, Problems};
use crate::source::{SourceClass, SourceFrame, SourceLight, SourceUnit, Text, check_mode};
use crate::trie::keys;
use crate::{
    Anchor, Class, ClassId, Example, Expected, Frame, FrameId, Light, LightId, NounClass, Role, SlotPattern,
    Unit, UnitId,
};

/// What words do, as it is collected.
#[derive(Debug, Default)]
pub(super) struct Grammar {
    pub frames: Vec<Frame>,
    pub units: Vec<Unit>,
    pub lights: Vec<Light>,
    pub classes: Vec<Class>,
    pub examples: Vec<Example>,
    frame_ids: BTreeMap<String, FrameId>,
}

impl Grammar {
    /// Enters the frames.
    pub fn add_frames(&mut self, frames: &[SourceFrame], problems: &mut Problems) {
        for SourceFrame { place, frame } in frames {
            if self.frame_ids.contains_key(&frame.name) {
                let message = format!("frame \"{}\" is defined already", frame.name);
                problems.add(
                    place,
                    Code::DuplicateFrame,
                    message,
                    "remove one of them or give it another name",
                );
                continue;
            }
            self.frame_ids.insert(frame.name.clone(), FrameId(self.frames.len() as u32));
            self.frames.push(frame.clone());
        }
    }

    /// Enters the classes of a language and tells its words of them.
    pub fn add_classes(
        &mut self,
        language: Language,
        classes: &[SourceClass],
        vocabulary: &mut Vocabulary,
        problems: &mut Problems,
    ) {
        let mut found: Vec<(LemmaId, ClassId)> = Vec::new();
        let words = Words { language, vocabulary };
        for class in classes {
            let slots: Vec<SlotPattern> =
                class.slots.iter().filter_map(|slot| words.position(slot, problems)).collect();
            let mut members: Vec<(LemmaId, Vec<String>)> = Vec::new();
            members.extend(class.verbs.iter().filter_map(|verb| words.verb(verb, problems)));
            for (pos, texts) in [(Pos::Noun, &class.nouns), (Pos::Adjective, &class.adjectives)] {
                members.extend(
                    texts.iter().filter_map(|text| Some((words.one(pos, text, problems)?, Vec::new()))),
                );
            }
            for (lemma, particle) in members {
                let class = Class { effect: class.effect, slots: slots.clone(), particle };
                let id = self.classes.iter().position(|known| *known == class).unwrap_or_else(|| {
                    self.classes.push(class);
                    self.classes.len() - 1
                });
                found.push((lemma, ClassId(id as u32)));
            }
        }
        for (lemma, id) in found {
            let class = &self.classes[id.0 as usize];
            let lemma = &mut vocabulary.lemmas[lemma.0 as usize];
            if class.effect == crate::Effect::Speech && class.particle.is_empty() && lemma.pos == Pos::Verb {
                lemma.behaviour |= crate::Behaviour::SPEECH | crate::Behaviour::CLAUSE;
            }
            if !lemma.modal.contains(&id) {
                lemma.modal.push(id);
            }
        }
    }

    /// Enters the light verbs of a language.
    pub fn add_lights(
        &mut self,
        language: Language,
        lights: &[SourceLight],
        vocabulary: &mut Vocabulary,
        problems: &mut Problems,
    ) {
        let first = self.lights.len();
        let words = Words { language, vocabulary };
        for light in lights {
            let via = words.position(&light.via, problems);
            let roles = words.roles(&light.roles, problems);
            for text in &light.verbs {
                let Some((verb, particle)) = words.verb(text, problems) else { continue };
                let Some(via) = via.clone() else { continue };
                self.lights.push(Light { verb, particle, via, roles: roles.clone() });
            }
        }
        for (place, light) in self.lights.iter().enumerate().skip(first) {
            vocabulary.lemmas[light.verb.0 as usize].lights.push(LightId(place as u32));
        }
    }

    /// Enters the units of a language and their examples.
    pub fn add_units(
        &mut self,
        language: Language,
        units: &[SourceUnit],
        vocabulary: &mut Vocabulary,
        actors: &Actors,
        problems: &mut Problems,
    ) {
        let first = self.units.len();
        let words = Words { language, vocabulary };
        for source in units {
            let Some(unit) = self.unit(&words, source, problems) else { continue };
            let same = self.units[first..].iter().find(|known| {
                known.frame == unit.frame
                    && known.anchor == unit.anchor
                    && known.particle == unit.particle
                    && known.needs == unit.needs
                    && known.roles == unit.roles
            });
            if let Some(known) = same {
                let message = format!("the same unit stands at {}", known.origin);
                problems.add(&source.place, Code::DuplicateUnit, message, "remove one of them");
            }
            let id = UnitId(self.units.len() as u32);
            self.units.push(unit);
            for example in &source.examples {
                let expected = example.codes.as_ref().map(|(source, target)| {
                    for code in source.iter().chain(target) {
                        actors
                            .reference(&Text { text: code.clone(), place: example.place.clone() }, problems);
                    }
                    Expected { source: source.clone(), target: target.clone() }
                });
                self.examples.push(Example {
                    unit: id,
                    language,
                    yes: example.yes,
                    text: example.sentence.clone(),
                    expected,
                    origin: example.place.to_string(),
                });
            }
        }
        for (place, unit) in self.units.iter().enumerate().skip(first) {
            let (Anchor::Verb(lemma) | Anchor::Noun(lemma) | Anchor::Adjective(lemma)) = unit.anchor;
            vocabulary.lemmas[lemma.0 as usize].units.push(UnitId(place as u32));
        }
    }

    /// Gives nouns of several words that anchor no unit the units and modal classes of the noun that heads them
    /// (اتفاق سلام is an اتفاق). Only events and ties have the units of their head, only those and texts its
    /// classes: a heart attack that is listed as something else is no attack.
    pub fn inherit(&self, language: Language, vocabulary: &mut Vocabulary) {
        let mut inherited: Vec<(LemmaId, Vec<UnitId>, Vec<ClassId>)> = Vec::new();
        for (head, id) in vocabulary.phrases(language) {
            let heads = vocabulary.find(language, Pos::Noun, head).iter();
            let (mut units, mut modal) = (Vec::new(), Vec::new());
            for head in heads.map(|head| &vocabulary.lemmas[head.0 as usize]) {
                units.extend(head.units.iter().copied());
                modal.extend(head.modal.iter().copied());
            }
            inherited.push((id, units, modal));
        }
        for (id, units, modal) in inherited {
            let lemma = &mut vocabulary.lemmas[id.0 as usize];
            if !lemma.units.is_empty() {
                continue;
            }
            let happens = NounClass::EVENT | NounClass::TIE;
            if lemma.class.intersects(happens) {
                lemma.units = units;
            }
            if lemma.modal.is_empty() && lemma.class.intersects(happens | NounClass::TEXT) {
                lemma.modal = modal;
            }
        }
    }

    fn unit(&self, words: &Words<'_>, source: &SourceUnit, problems: &mut Problems) -> Option<Unit> {
        let frame = self.frame_ids.get(&source.frame.text).copied();
        if frame.is_none() {
            let message = format!("unknown frame \"{}\"", source.frame.text);
            let remedy = "write a frame of lexicon/frames, or define it there";
            problems.add(&source.frame.place, Code::UnknownFrame, message, remedy);
        }
        let mut particle = Vec::new();
        let anchor = if let Some(verb) = &source.verb {
            words.verb(verb, problems).map(|(lemma, rest)| {
                particle = rest;
                Anchor::Verb(lemma)
            })
        } else if let Some(noun) = &source.noun {
            words.one(Pos::Noun, noun, problems).map(Anchor::Noun)
        } else {
            source
                .adjective
                .as_ref()
                .and_then(|adjective| words.one(Pos::Adjective, adjective, problems).map(Anchor::Adjective))
        };
        particle.extend(source.particle.iter().flat_map(|particle| keys(&particle.text)));
        let roles = words.roles(&source.roles, problems);
        let masdar = words.roles(&source.masdar, problems);
        let mut needs = Vec::new();
        for (position, texts) in &source.needs {
            let lemmas = texts.iter().flat_map(|text| words.heads(text, problems)).collect();
            needs.extend(words.position(position, problems).map(|slot| (slot, lemmas)));
        }
        let only = words.classes(&source.only, problems);
        let never = words.classes(&source.never, problems);
        let without = source.without.iter().map(|text| keys(&text.text).join(" ")).collect();
        let frame_id = frame?;
        let frame = &self.frames[frame_id.0 as usize];
        report_mutual(frame, &roles, source, problems);
        let mode = source.mode.as_ref().filter(|mode| check_mode(frame.root, mode, problems));
        Some(Unit {
            language: words.language,
            frame: frame_id,
            anchor: anchor?,
            particle,
            roles,
            masdar,
            needs,
            only,
            never,
            without,
            contexts: source.contexts.iter().map(|context| context.text.clone()).collect(),
            mode: mode.map(|mode| mode.text.clone()),
            nominal: source.nominal,
            origin: source.place.to_string(),
        })
    }
}

/// Warns of sides that are no equals in a mutual frame, and of equals in another.
fn report_mutual(frame: &Frame, roles: &[(SlotPattern, Role)], source: &SourceUnit, problems: &mut Problems) {
    let wrong = |role: &Role| match frame.mutual {
        true => matches!(role, Role::Source | Role::Target),
        false => *role == Role::Party,
    };
    if let Some((_, role)) = roles.iter().find(|(_, role)| wrong(role)) {
        let (is, want) = match frame.mutual {
            true => ("mutual", "party"),
            false => ("not mutual", "source and target"),
        };
        let message = format!("role {role} where frame {} is {is}", frame.name);
        problems.add(&source.place, Code::MutualRoles, message, format!("write {want}"));
    }
}
