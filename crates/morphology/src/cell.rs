//! The grammatical cell of a form, and the reading of a word.

use bitflags::bitflags;
use serde::{Deserialize, Serialize};

/// A lemma of the lexicon, by its place in the lexicon's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LemmaId(pub u32);

/// Part of speech of a form. A masdar and the participles belong to their verb's lemma.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Pos {
    /// Finite verb (English: also the bare infinitive).
    Verb,
    /// Verbal noun; in English the -ing form as a noun is a [`Pos::ActiveParticiple`].
    Masdar,
    /// Active participle; the English -ing form.
    ActiveParticiple,
    /// Passive participle; the English past participle.
    PassiveParticiple,
    /// Noun.
    Noun,
    /// Adjective, the nisba of a country among them.
    Adjective,
    /// Adverb.
    Adverb,
    /// Written number word.
    Number,
    /// Function word; its lemma tells the function.
    Particle,
}

/// Aspect or tense of a verb form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Aspect {
    /// Arabic perfect, English past.
    Past,
    /// Arabic imperfect, English present.
    Present,
    /// Imperative.
    Imperative,
    /// English base form after `to` or a modal.
    Base,
}

/// Voice of a verb form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Voice {
    /// The subject acts.
    Active,
    /// The subject is acted upon.
    Passive,
}

/// Mood of an Arabic imperfect, as far as the unvocalised spelling shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mood {
    /// The spelling does not tell.
    Any,
    /// Only indicative (يكتبون).
    Indicative,
    /// Only subjunctive or jussive (يكتبوا, يقل).
    Jussive,
}

/// Grammatical person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Person {
    /// I, we.
    First,
    /// You.
    Second,
    /// He, she, it, they.
    Third,
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gender {
    /// Not told.
    Any,
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

/// Grammatical number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Number {
    /// Not told.
    Any,
    /// One.
    Singular,
    /// Two.
    Dual,
    /// More.
    Plural,
}

/// State of an Arabic nominal, as far as the stem's spelling shows it. Of verb forms and particles
/// in a form list, it tells whether a pronoun may follow; their readings have [`State::Any`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum State {
    /// The spelling does not tell.
    Any,
    /// Only before a genitive or pronoun (مقاتلو).
    Construct,
    /// Never before a genitive or pronoun (مقاتلون, بلدان).
    Absolute,
    /// Only before a pronoun (شركتـ, أعضاؤ, رما, كتبو). Form lists only: a nominal's reading has
    /// [`State::Construct`].
    Suffixed,
}

/// Where a form stands in its lemma's paradigm. Features that do not apply hold their `Any`, or
/// the first variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// Part of speech.
    pub pos: Pos,
    /// Aspect, for verbs.
    pub aspect: Aspect,
    /// Voice, for verbs.
    pub voice: Voice,
    /// Mood, for Arabic imperfects.
    pub mood: Mood,
    /// Person, for verbs.
    pub person: Person,
    /// Gender.
    pub gender: Gender,
    /// Number.
    pub number: Number,
    /// State, for Arabic nominals.
    pub state: State,
}

impl Cell {
    /// A cell of which only the part of speech is told.
    pub const fn of(pos: Pos) -> Self {
        Self {
            pos,
            aspect: Aspect::Past,
            voice: Voice::Active,
            mood: Mood::Any,
            person: Person::Third,
            gender: Gender::Any,
            number: Number::Any,
            state: State::Any,
        }
    }
}

bitflags! {
    /// What is written at the front of an Arabic word, as one word with it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
    pub struct Proclitics: u16 {
        /// و
        const AND = 1;
        /// ف
        const SO = 1 << 1;
        /// ب before a nominal
        const BI = 1 << 2;
        /// ل before a nominal
        const LI = 1 << 3;
        /// ك before a nominal
        const KA = 1 << 4;
        /// ال
        const ARTICLE = 1 << 5;
        /// س before an imperfect
        const FUTURE = 1 << 6;
        /// ل before an imperfect or after إنّ
        const LA = 1 << 7;
        /// أ of a question
        const QUESTION = 1 << 8;
    }
}

/// A pronoun written at the end of an Arabic word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pronoun {
    /// Person.
    pub person: Person,
    /// Gender; `Any` where both share a form.
    pub gender: Gender,
    /// Number.
    pub number: Number,
}

/// One way to read a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reading {
    /// Whose form it is.
    pub lemma: LemmaId,
    /// Which form.
    pub cell: Cell,
    /// What is written before it.
    pub proclitics: Proclitics,
    /// The pronoun written after it.
    pub enclitic: Option<Pronoun>,
}
