//! The compiled lexicon, ready to answer.

use std::borrow::Cow;
use std::fmt;

use demarche_document::{Almanac, Language, fold};
use demarche_morphology::{Forms, LemmaId, Pos, Reading};

use crate::image::{self, LoadError, Tables};
use crate::reading::PhraseReading;
use crate::trie::WordTrie;
use crate::{
    Actor, ActorId, Class, ClassId, Frame, FrameId, Lemma, Light, LightId, Name, NameId, NumberWord, Unit,
    UnitId,
};

/// All that the program knows, loaded from an image that [`crate::compile`] made.
///
/// Identifiers are places in this lexicon's tables; look-ups by an identifier of another lexicon panic or
/// give something else.
#[derive(Clone)]
pub struct Lexicon {
    version: String,
    actors: Vec<Actor>,
    /// Actors by code.
    codes: Vec<(Box<str>, ActorId)>,
    names: Vec<Name>,
    frames: Vec<Frame>,
    lemmas: Vec<Lemma>,
    units: Vec<Unit>,
    lights: Vec<Light>,
    classes: Vec<Class>,
    arabic: LanguageLexicon,
    english: LanguageLexicon,
    almanac: Almanac,
}

#[derive(Clone)]
struct LanguageLexicon {
    forms: Forms,
    names: WordTrie<NameId>,
    agents: WordTrie<Reading>,
    particles: WordTrie<Reading>,
    numbers: Vec<(String, NumberWord)>,
}

impl Lexicon {
    /// Loads an image. The forms and tries are used as they lie in `bytes`; only the tables are decoded.
    ///
    /// # Errors
    /// [`LoadError`] if the bytes are no image of this version, or damaged.
    pub fn load(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, LoadError> {
        let (version, sections) = image::unpack(bytes.into())?;
        let [
            arabic_forms,
            arabic_names,
            arabic_agents,
            arabic_particles,
            english_forms,
            english_names,
            english_agents,
            english_particles,
            tables,
        ] = sections;
        let Tables {
            actors,
            names,
            frames,
            lemmas,
            units,
            lights,
            classes,
            arabic_numbers,
            english_numbers,
            almanac,
        } = postcard::from_bytes(&tables)
            .map_err(|error| LoadError::Damaged { part: "tables", reason: error.to_string() })?;
        let mut codes: Vec<(Box<str>, ActorId)> =
            (0..).zip(&actors).map(|(id, actor)| (actor.code.as_str().into(), ActorId(id))).collect();
        codes.sort();
        codes.dedup_by(|later, first| later.0 == first.0);
        Ok(Self {
            version,
            actors,
            codes,
            names,
            frames,
            lemmas,
            units,
            lights,
            classes,
            arabic: LanguageLexicon::new(
                arabic_forms,
                arabic_names,
                arabic_agents,
                arabic_particles,
                arabic_numbers,
            )?,
            english: LanguageLexicon::new(
                english_forms,
                english_names,
                english_agents,
                english_particles,
                english_numbers,
            )?,
            almanac,
        })
    }

    /// Twelve hexadecimal digits that change whenever what the lexicon knows changes.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The words of time and outlets, for the reader of documents.
    pub fn almanac(&self) -> &Almanac {
        &self.almanac
    }

    fn language(&self, language: Language) -> Option<&LanguageLexicon> {
        match language {
            Language::Arabic => Some(&self.arabic),
            Language::English => Some(&self.english),
            Language::Other => None,
        }
    }

    fn language_or_english(&self, language: Language) -> &LanguageLexicon {
        self.language(language).unwrap_or(&self.english)
    }

    /// A word.
    pub fn lemma(&self, id: LemmaId) -> &Lemma {
        &self.lemmas[id.0 as usize]
    }

    /// All words, in the order of their identifiers.
    pub fn lemmas(&self) -> impl ExactSizeIterator<Item = (LemmaId, &Lemma)> {
        self.lemmas.iter().enumerate().map(|(id, lemma)| (LemmaId(id as u32), lemma))
    }

    /// The first word of a part of speech that is spelled so; failing that, the first whose key is the same.
    /// It walks through all words: for tests and for people who ask.
    pub fn find_lemma(&self, language: Language, text: &str, pos: Pos) -> Option<LemmaId> {
        let key = fold(text);
        let of_kind = || self.lemmas().filter(|(_, lemma)| lemma.language == language && lemma.pos == pos);
        let exact = of_kind().find(|(_, lemma)| lemma.text == text);
        exact.or_else(|| of_kind().find(|(_, lemma)| fold(&lemma.text) == key)).map(|(id, _)| id)
    }

    /// The inflected words of a language; English for [`Language::Other`].
    pub fn forms(&self, language: Language) -> &Forms {
        &self.language_or_english(language).forms
    }

    /// An actor.
    pub fn actor(&self, id: ActorId) -> &Actor {
        &self.actors[id.0 as usize]
    }

    /// All actors, in the order of their identifiers: countries by code, then groups, then regions.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = (ActorId, &Actor)> {
        self.actors.iter().enumerate().map(|(id, actor)| (ActorId(id as u32), actor))
    }

    /// The actor of a code; of several that share one (`IGO:OTHER`), the first.
    pub fn actor_by_code(&self, code: &str) -> Option<ActorId> {
        let place = self.codes.binary_search_by(|(known, _)| (**known).cmp(code)).ok()?;
        Some(self.codes[place].1)
    }

    /// A name.
    pub fn name(&self, id: NameId) -> &Name {
        &self.names[id.0 as usize]
    }

    /// All names, in the order of their identifiers.
    pub fn all_names(&self) -> &[Name] {
        &self.names
    }

    /// A frame.
    pub fn frame(&self, id: FrameId) -> &Frame {
        &self.frames[id.0 as usize]
    }

    /// All frames, in the order of their identifiers.
    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// The frame of a name.
    pub fn frame_named(&self, name: &str) -> Option<FrameId> {
        self.frames.iter().position(|frame| frame.name == name).map(|place| FrameId(place as u32))
    }

    /// A unit.
    pub fn unit(&self, id: UnitId) -> &Unit {
        &self.units[id.0 as usize]
    }

    /// All units, in the order of their identifiers.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// A use of a light verb.
    pub fn light(&self, id: LightId) -> &Light {
        &self.lights[id.0 as usize]
    }

    /// A class of words.
    pub fn class(&self, id: ClassId) -> &Class {
        &self.classes[id.0 as usize]
    }

    /// The names of a language, by folded words; English for [`Language::Other`].
    ///
    /// Arabic names are in it with the article as written, peoples with and without it; conjunctions and
    /// prepositions written as one with the first word are for the caller to take off.
    pub fn names(&self, language: Language) -> &WordTrie<NameId> {
        &self.language_or_english(language).names
    }

    /// Agents, titles and other nominals of several words, in all their forms, by folded words.
    ///
    /// A reading has the article where the phrase is definite by its form (وزير الدفاع, الأمين العام) and the
    /// pronoun that is written inside it (وزير خارجيتها).
    pub fn agents(&self, language: Language) -> &WordTrie<Reading> {
        &self.language_or_english(language).agents
    }

    /// Function words of several words, by folded words.
    pub fn particles(&self, language: Language) -> &WordTrie<Reading> {
        &self.language_or_english(language).particles
    }

    /// What a number word tells, by its folded key.
    pub fn number_word(&self, language: Language, key: &str) -> Option<NumberWord> {
        let numbers = &self.language(language)?.numbers;
        let place = numbers.partition_point(|(known, _)| known.as_str() < key);
        numbers.get(place).filter(|(known, _)| known == key).map(|(_, word)| *word)
    }
}

impl LanguageLexicon {
    fn new(
        forms: Cow<'static, [u8]>,
        names: Cow<'static, [u8]>,
        agents: Cow<'static, [u8]>,
        particles: Cow<'static, [u8]>,
        numbers: Vec<(String, NumberWord)>,
    ) -> Result<Self, LoadError> {
        let damaged =
            || LoadError::Damaged { part: "phrases", reason: "their lengths or values are wrong".into() };
        Ok(Self {
            forms: Forms::new(forms)?,
            names: WordTrie::load::<NameId>(names).ok_or_else(damaged)?,
            agents: WordTrie::load::<PhraseReading>(agents).ok_or_else(damaged)?,
            particles: WordTrie::load::<PhraseReading>(particles).ok_or_else(damaged)?,
            numbers,
        })
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("version", &self.version).finish_non_exhaustive()
    }
}
