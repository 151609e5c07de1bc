//! The records that come out, in the shapes of the contract.

use serde::Serialize;

use demarche_lexicon::{Dimension, Root, Sector, Trend};

/// Where the words that show a record stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// First Unicode scalar value of the clause.
    pub start: usize,
    /// First one after it.
    pub end: usize,
    /// The clause, untouched.
    pub text: String,
    /// Number of its sentence.
    pub sentence: u32,
    /// `title` where it stands in a title given apart from the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

/// A party to a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Actor {
    /// Country, organisation or group (`PAK`, `IGO:UN`, `ARM:ISIS`).
    pub code: String,
    /// Its part of society.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// Its name, where the text or the lexicon names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The words that name it.
    pub text: String,
    /// First Unicode scalar value of these words.
    pub start: usize,
    /// First one after them.
    pub end: usize,
    /// How it was found where the words do not name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inferred: Option<&'static str>,
}

/// Whether it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// It happened.
    Actual,
    /// It is going on.
    Ongoing,
    /// It happens again and again.
    Habitual,
    /// It is announced or intended.
    Planned,
    /// It may be.
    Possible,
    /// Somebody wants it of another.
    Demanded,
    /// It is said not to be so.
    Denied,
}

impl Modality {
    /// Whether it is told as a fact.
    pub fn is_real(self) -> bool {
        matches!(self, Self::Actual | Self::Ongoing | Self::Habitual)
    }
}

/// When it was, as far as the text tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct When {
    /// First day, ISO.
    pub from: Option<String>,
    /// Last day, ISO.
    pub to: Option<String>,
    /// How exactly it is told; `dateline` where only the day of publication bounds it.
    pub precision: String,
    /// The words that tell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Where it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The country.
    pub code: String,
    /// The place, in the lexicon's spelling.
    pub name: String,
    /// The words that tell it.
    pub text: String,
}

/// What was given, sold, hit, demanded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Object {
    /// The words.
    pub text: String,
    /// The head word, as the lexicon spells it.
    pub item: String,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<f64>,
}

/// People hurt or held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Casualties {
    /// Dead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub killed: Option<u64>,
    /// Wounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub injured: Option<u64>,
    /// Detained.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrested: Option<u64>,
}

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attribution {
    /// The speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Actor>,
    /// The reporting word.
    pub verb: String,
    /// The outlet that was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Speakers behind the speaker, nearest first.
    pub chain: Vec<String>,
}

/// The word that shows the frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trigger {
    /// First Unicode scalar value.
    pub start: usize,
    /// First one after it.
    pub end: usize,
    /// The word as it stands.
    pub text: String,
    /// Its lemma.
    pub lemma: String,
    /// The frame.
    pub frame: String,
}

/// A coded document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentRecord {
    /// Its id.
    pub document: String,
    /// The headline, once.
    pub title: Option<String>,
    /// Its language.
    pub language: demarche_document::Language,
    /// Day or moment of publication.
    pub published: Option<String>,
    /// Section of the outlet.
    pub section: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// Agencies credited.
    pub credits: Vec<String>,
    /// Outlets quoted.
    pub quoted_outlets: Vec<String>,
    /// How many sentences it has, the title among them.
    pub sentences: usize,
    /// What is doubtful.
    pub warnings: Vec<demarche_document::Warning>,
    /// The version of the lexicon that read it.
    pub lexicon: String,
}

/// Who did what to whom.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventRecord {
    /// The document's id.
    pub document: String,
    /// Stable id.
    pub id: String,
    /// PLOVER root.
    #[serde(rename = "type")]
    pub root: Root,
    /// PLOVER mode, or empty.
    pub mode: String,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// The closest CAMEO code.
    pub cameo: String,
    /// Dimensions it belongs to.
    pub dimensions: Vec<Dimension>,
    /// The ontology's scale, -10..10.
    pub intensity: f32,
    /// How sure the coder is, 0..1.
    pub score: f32,
    /// Who.
    pub source: Vec<Actor>,
    /// To whom.
    pub target: Vec<Actor>,
    /// Whether all sides are equals and stand in `source`.
    pub mutual: bool,
    /// Whether it happened.
    pub modality: Modality,
    /// Whose hope, fear, claim or demand it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Actor>,
    /// Whether the text tells it as history or context.
    pub background: bool,
    /// When.
    pub date: When,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Object>,
    /// People hurt or held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub casualties: Option<Casualties>,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// The word that shows it.
    pub trigger: Trigger,
    /// The clause that shows it.
    pub evidence: Evidence,
    /// Every step that made it, in order.
    pub derivation: Vec<String>,
}

/// A stated standing or trend of a relation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RelationRecord {
    /// The document's id.
    pub document: String,
    /// Stable id.
    pub id: String,
    /// The PLOVER root it leans to, if any.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub root: Option<Root>,
    /// Who.
    pub source: Vec<Actor>,
    /// To whom.
    pub target: Vec<Actor>,
    /// Whether all sides are equals and stand in `source`.
    pub mutual: bool,
    /// What they are to one another.
    pub standing: String,
    /// Where it is going.
    pub trend: Trend,
    /// 1 for closeness, -1 for distance.
    pub polarity: i8,
    /// Whether it is so.
    pub modality: Modality,
    /// When.
    pub date: When,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// Dimensions it belongs to.
    pub dimensions: Vec<Dimension>,
    /// How sure the coder is, 0..1.
    pub score: f32,
    /// The word that shows it.
    pub trigger: Trigger,
    /// The clause that shows it.
    pub evidence: Evidence,
    /// Every step that made it, in order.
    pub derivation: Vec<String>,
}

/// A person holds an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleRecord {
    /// The document's id.
    pub document: String,
    /// Stable id.
    pub id: String,
    /// The person.
    pub name: String,
    /// The office.
    pub title: String,
    /// For whom.
    pub actor: Actor,
    /// The day on which the text tells it.
    pub as_of: Option<String>,
    /// The words that show it.
    pub evidence: Evidence,
}

/// One line of the output.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[allow(clippy::large_enum_variant, reason = "records live in one list each, briefly")]
pub enum Record {
    /// The document itself.
    Document(DocumentRecord),
    /// An act.
    Event(EventRecord),
    /// A standing.
    Relation(RelationRecord),
    /// An office.
    Role(RoleRecord),
}
