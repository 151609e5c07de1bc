//! Words: what the lexicon knows of a lemma.

use bitflags::bitflags;
use demarche_document::Language;
use demarche_morphology::Pos;
use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::{ActorId, ClassId, ContextId, LightId, Sector, UnitId};

/// What a function word does in a sentence. The engine knows these; the words are in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// Takes a nominal (في, من, against).
    Preposition,
    /// Joins likes (و, and).
    And,
    /// Joins alternatives (أو, or).
    Or,
    /// Contrasts (لكن, but).
    But,
    /// Opens a content clause with a nominal first (أنّ, إنّ) or any order (that).
    That,
    /// Opens a content clause with a verb first (أنْ); English infinitive `to`.
    To,
    /// Opens a relative clause (الذي, who, which).
    Relative,
    /// Denies (لا, لم, ليس, not, never).
    Negator,
    /// Marks the future (سوف, will).
    Future,
    /// Marks what is done before a perfect, what may be before an imperfect (قد).
    Qad,
    /// May, might, could.
    May,
    /// Must, should, ought.
    Must,
    /// Be: كان and its sisters, `be`, and other linking verbs.
    Copula,
    /// Have, as an auxiliary.
    Have,
    /// Do, as an auxiliary.
    Do,
    /// This, that, before a noun or alone.
    Demonstrative,
    /// Free pronoun (هو, they).
    Pronoun,
    /// Possessive word (his, their).
    Possessive,
    /// Article (a, the).
    Article,
    /// Quantifier before a noun (كل, بعض, some, dozens).
    Quantifier,
    /// If (إذا, لو, unless).
    If,
    /// When, while, after, before, with a clause (عندما, بينما, بعدما).
    When,
    /// Because, since.
    Because,
    /// Although, despite.
    Although,
    /// So that, in order to.
    Purpose,
    /// Question word.
    Question,
    /// Opens a new turn of the story (كما, كذلك, فيما, meanwhile).
    Connector,
    /// Between, with two sides (بين).
    Between,
    /// By, of the agent of a passive (من قبل, على يد, by).
    Agent,
    /// According to (وفق, بحسب).
    According,
    /// Perhaps (ربما).
    Perhaps,
    /// Any other small word that stands between phrases without a part in them (أيضا, also).
    Adverb,
}

codes! { Function, "function",
    Preposition = "preposition",
    And = "and",
    Or = "or",
    But = "but",
    That = "that",
    To = "to",
    Relative = "relative",
    Negator = "negator",
    Future = "future",
    Qad = "qad",
    May = "may",
    Must = "must",
    Copula = "copula",
    Have = "have",
    Do = "do",
    Demonstrative = "demonstrative",
    Pronoun = "pronoun",
    Possessive = "possessive",
    Article = "article",
    Quantifier = "quantifier",
    If = "if",
    When = "when",
    Because = "because",
    Although = "although",
    Purpose = "purpose",
    Question = "question",
    Connector = "connector",
    Between = "between",
    Agent = "agent",
    According = "according",
    Perhaps = "perhaps",
    Adverb = "adverb",
}

bitflags! {
    /// What a noun stands for; what a role asks of its filler.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
    pub struct NounClass: u32 {
        /// One person (جندي, minister).
        const HUMAN = 1;
        /// Several persons, a body (جيش, وفد, crowd).
        const GROUP = 1 << 1;
        /// A place or building.
        const PLACE = 1 << 2;
        /// A stretch of time.
        const TIME = 1 << 3;
        /// A weapon, vehicle of war or ammunition.
        const WEAPON = 1 << 4;
        /// What is said or written: statement, decision, law.
        const TEXT = 1 << 5;
        /// Money.
        const MONEY = 1 << 6;
        /// Goods, energy, aid in kind.
        const GOODS = 1 << 7;
        /// Something that happens.
        const EVENT = 1 << 8;
        /// A measure, part or kind of something: the next noun is the matter (عدد, سلسلة, group of).
        const PARTITIVE = 1 << 9;
        /// A link between sides (علاقات, ties, تحالف).
        const TIE = 1 << 10;
        /// An idea, quality or feeling.
        const ABSTRACT = 1 << 11;
        /// A title of office or rank (وزير, general).
        const TITLE = 1 << 12;
        /// A unit of measure or currency.
        const UNIT = 1 << 13;
    }
}

bitflags! {
    /// How a verb builds its clause.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
    pub struct Behaviour: u8 {
        /// Takes a direct object.
        const TRANSITIVE = 1;
        /// Takes a content clause (قال إن, said that).
        const CLAUSE = 1 << 1;
        /// Reports speech.
        const SPEECH = 1 << 2;
        /// Links a subject with what it is (كان, become).
        const LINKING = 1 << 3;
        /// Begins, goes on, is about to: stands before another verb (بدأ يكتب).
        const AUXILIARY = 1 << 4;
        /// Takes an infinitive (plan to leave).
        const INFINITIVE = 1 << 5;
        /// Takes two objects (grant Ukraine a loan).
        const DITRANSITIVE = 1 << 6;
    }
}

/// A word of one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lemma {
    /// As the lexicon spells it: with hamzas and shaddas, without other vowel marks.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// What it is; masdars and participles belong to a verb.
    pub pos: Pos,
    /// What it does, where it is a function word. One word may have several lemmas.
    pub function: Option<Function>,
    /// What it stands for, where it is a noun.
    pub class: NounClass,
    /// How it builds its clause, where it is a verb.
    pub behaviour: Behaviour,
    /// The sector it gives, where it is an agent noun, title or institution.
    pub sector: Option<Sector>,
    /// The country, where it is a nisba or demonym.
    pub country: Option<ActorId>,
    /// What it makes of the modality of its complement.
    pub modal: Vec<ClassId>,
    /// The units it anchors.
    pub units: Vec<UnitId>,
    /// Its uses as a light verb.
    pub lights: Vec<LightId>,
    /// The contexts it brings to an event that it stands in, in the order of [`crate::CONTEXTS`].
    pub contexts: Vec<ContextId>,
    /// In short, in English.
    pub gloss: String,
}
