//! Frames, units, light verbs and classes, with their words and positions looked up.

use std::collections::BTreeMap;

use demarche_document::Language;
use demarche_morphology::{LemmaId, Pos};

use super::actors::Actors;
use super::vocabulary::Vocabulary;
use crate::problem::{Code, Problems};
use crate::source::{
    ByPosition, SourceClass, SourceFrame, SourceLight, SourceUnit, Text, check_mode, class_words, code,
};
use crate::trie::keys;
use crate::{
    Anchor, Class, ClassId, Example, Expected, Frame, FrameId, Function, Light, LightId, Role, SlotPattern,
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

/// The word lists of a kind, as remedies name them.
fn list_of(language: Language, pos: Pos) -> String {
    let folder = if language == Language::Arabic { "ar" } else { "en" };
    let list = match pos {
        Pos::Verb => "verbs",
        Pos::Adjective => "adjectives",
        Pos::Particle => "particles",
        _ => "nouns",
    };
    format!("lexicon/{folder}/{list}.tsv")
}

/// Look-ups in one language.
struct Words<'v> {
    language: Language,
    vocabulary: &'v Vocabulary,
}

impl Words<'_> {
    fn find(&self, pos: Pos, text: &str) -> &[LemmaId] {
        self.vocabulary.find(self.language, pos, text)
    }

    /// The one word that is meant; several are warned of, none is reported.
    fn one(&self, pos: Pos, text: &Text, problems: &mut Problems) -> Option<LemmaId> {
        let found = self.find(pos, &text.text);
        if let (true, Pos::Noun) = (found.is_empty(), pos)
            && let Some(noun) = self.vocabulary.noun_of(self.language, &text.text)
        {
            return Some(noun);
        }
        if found.len() > 1 {
            let message = format!("\"{}\" is {} listed words; the first is taken", text.text, found.len());
            let remedy = "tell them apart by spelling, or put the one meant first";
            problems.add(&text.place, Code::AmbiguousWord, message, remedy);
        }
        if found.is_empty() {
            self.report_unlisted(pos, text, problems);
        }
        found.first().copied()
    }

    fn report_unlisted(&self, pos: Pos, text: &Text, problems: &mut Problems) {
        let given = &text.text;
        let list = list_of(self.language, pos);
        let derived = match pos {
            Pos::Noun => self.vocabulary.verb_of(self.language, &[Pos::Masdar], given),
            _ => None,
        };
        if let Some(verb) = derived {
            let verb = &self.vocabulary.lemmas[verb.0 as usize].text;
            let message = format!("\"{given}\" is the masdar of the verb \"{verb}\"");
            let remedy = format!("write the verb, or add the noun to {list} if it stands for itself");
            problems.add(&text.place, Code::MasdarAsNoun, message, remedy);
            return;
        }
        let remedy = match self.vocabulary.similar(self.language, pos, given) {
            Some(similar) => format!("write \"{similar}\", or add it to {list}"),
            None => format!("add it to {list}"),
        };
        problems.add(&text.place, Code::UnlistedWord, format!("\"{given}\" is not listed"), remedy);
    }

    /// A verb, and the words that must follow it where the text has several (carry out).
    fn verb(&self, text: &Text, problems: &mut Problems) -> Option<(LemmaId, Vec<String>)> {
        match text.text.split_once(' ') {
            Some((verb, particle)) if self.find(Pos::Verb, &text.text).is_empty() => {
                let verb = Text { text: verb.to_owned(), place: text.place.clone() };
                Some((self.one(Pos::Verb, &verb, problems)?, keys(particle)))
            }
            _ => Some((self.one(Pos::Verb, text, problems)?, Vec::new())),
        }
    }

    /// The words that a position's head may be: nouns, agents, adjectives used as nouns, or the verbs whose
    /// masdars they are.
    fn heads(&self, text: &Text, problems: &mut Problems) -> Vec<LemmaId> {
        let found = self.find(Pos::Noun, &text.text);
        if !found.is_empty() {
            return found.to_vec();
        }
        let kinds = [Pos::Masdar, Pos::ActiveParticiple, Pos::PassiveParticiple];
        let derived = self.vocabulary.verb_of(self.language, &kinds, &text.text);
        let adjectives = self.find(Pos::Adjective, &text.text);
        let plural = self.vocabulary.noun_of(self.language, &text.text);
        let found: Vec<LemmaId> =
            plural.into_iter().chain(derived).chain(adjectives.iter().copied()).collect();
        if found.is_empty() {
            self.report_unlisted(Pos::Noun, text, problems);
        }
        found
    }

    fn position(&self, text: &Text, problems: &mut Problems) -> Option<SlotPattern> {
        Some(match text.text.as_str() {
            "subject" => SlotPattern::Subject,
            "object" => SlotPattern::Object,
            "indirect" => SlotPattern::Indirect,
            "genitive" => SlotPattern::Genitive,
            "adjective" => SlotPattern::Adjective,
            "content" => SlotPattern::Content,
            word => match self.preposition(word) {
                Some(id) => SlotPattern::Preposition(id),
                None => {
                    let remedy = format!(
                        "write subject object indirect genitive adjective content, or a preposition of {}",
                        list_of(self.language, Pos::Particle)
                    );
                    let message = format!("unknown position \"{word}\"");
                    problems.add(&text.place, Code::Position, message, remedy);
                    return None;
                }
            },
        })
    }

    /// The lemma that stands for a preposition: the plainest of its functions.
    fn preposition(&self, word: &str) -> Option<LemmaId> {
        let order = [Function::Preposition, Function::Between, Function::Agent, Function::According];
        let rank = |id: &LemmaId| {
            let function = self.vocabulary.lemmas[id.0 as usize].function;
            order.iter().position(|known| Some(*known) == function).unwrap_or(order.len())
        };
        self.find(Pos::Particle, word).iter().copied().min_by_key(rank)
    }

    fn roles(&self, given: &ByPosition, problems: &mut Problems) -> Vec<(SlotPattern, Role)> {
        let mut roles = Vec::new();
        for (position, values) in given {
            let slot = self.position(position, problems);
            if values.len() != 1 {
                let message = format!("position \"{}\" has {} roles", position.text, values.len());
                problems.add(&position.place, Code::Role, message, "give it one role");
            }
            for value in values {
                let role = code(&value.text, &value.place, Code::Role, Role::ALL, problems);
                roles.extend(slot.clone().zip(role));
            }
        }
        roles
    }

    fn classes(&self, given: &ByPosition, problems: &mut Problems) -> Vec<(SlotPattern, crate::NounClass)> {
        let mut all = Vec::new();
        for (position, words) in given {
            let class = class_words(words.iter().map(|word| word.text.as_str()), &position.place, problems);
            all.extend(self.position(position, problems).map(|slot| (slot, class)));
        }
        all
    }
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
