//! How the words of a language show frames, and what words make of the modality of others.

use demarche_document::Language;
use demarche_morphology::LemmaId;
use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::{FrameId, NounClass};

/// A lexical unit, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitId(pub u32);

/// A light-verb pattern, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LightId(pub u32);

/// A class of words by what they make of others' modality, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClassId(pub u32);

/// A grammatical position in which a unit finds a participant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SlotPattern {
    /// Subject of the verb (of the active voice, whatever voice the text has).
    Subject,
    /// Direct object of the active voice.
    Object,
    /// Second object (منح الوزير وساما; gave Ukraine aid: Ukraine).
    Indirect,
    /// What a noun or masdar is of: idafa, `of`, 's.
    Genitive,
    /// An adjective of nationality beside the noun.
    Adjective,
    /// A complement with this preposition, by lemma.
    Preposition(LemmaId),
    /// A content clause or infinitive.
    Content,
}

/// What a participant is in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Who does it.
    Source,
    /// To whom.
    Target,
    /// One of several equals.
    Party,
    /// The thing given, sold, demanded, hit.
    Object,
    /// Where.
    Place,
    /// With what.
    Instrument,
    /// Over what; also the matter agreed, threatened, demanded.
    Topic,
}

codes! { Role, "role",
    Source = "source",
    Target = "target",
    Party = "party",
    Object = "object",
    Place = "place",
    Instrument = "instrument",
    Topic = "topic",
}

/// The word or words that show a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// A verb, in any finite form, participle or masdar.
    Verb(LemmaId),
    /// A noun of action or of a tie.
    Noun(LemmaId),
    /// An adjective (hostile to).
    Adjective(LemmaId),
}

/// One way in which a language shows a frame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// Its language.
    pub language: Language,
    /// The frame it shows.
    pub frame: FrameId,
    /// The word that anchors it.
    pub anchor: Anchor,
    /// Words that must follow the anchor at once (crack *down*), folded keys.
    pub particle: Vec<String>,
    /// Positions and what stands in them.
    pub roles: Vec<(SlotPattern, Role)>,
    /// Positions of the masdar, where they differ from those derived from `roles`.
    pub masdar: Vec<(SlotPattern, Role)>,
    /// Head lemmas that a position must have (expressed *concern*): any of the list.
    pub needs: Vec<(SlotPattern, Vec<LemmaId>)>,
    /// Classes that the head of a position must have, where it is no actor.
    pub only: Vec<(SlotPattern, NounClass)>,
    /// Classes that the head of a position must not have.
    pub never: Vec<(SlotPattern, NounClass)>,
    /// Folded keys whose presence in the clause forbids the unit.
    pub without: Vec<String>,
    /// Contexts this unit adds to its frame's.
    pub contexts: Vec<String>,
    /// Mode in place of the frame's, where given.
    pub mode: Option<String>,
    /// Whether the masdar counts as an anchor too.
    pub nominal: bool,
    /// File and line, for `explain` and errors.
    pub origin: String,
}

/// A verb that lends its subject to a noun of action (شنّ هجوما, carried out an attack).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Light {
    /// The verb.
    pub verb: LemmaId,
    /// Words that must follow the verb at once (carry *out*), folded keys.
    pub particle: Vec<String>,
    /// Where the noun of action stands.
    pub via: SlotPattern,
    /// What the verb's own positions are to the noun's frame.
    pub roles: Vec<(SlotPattern, Role)>,
}

/// What a word makes of its complement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It is reported (قال, said): attribution, fact untouched.
    Speech,
    /// It is claimed, the text keeps its distance (زعم, alleged).
    Claim,
    /// It is said not to be so (نفى, denied).
    Deny,
    /// It did happen (نجح في, managed to).
    Achieve,
    /// It is going on (واصل, continued; عمل على, works to).
    Continue,
    /// It begins (بدأ).
    Begin,
    /// It comes to an end (أوقف, stopped).
    Cease,
    /// It is intended (اعتزم, plans to, agreed to, announced plans).
    Plan,
    /// It was tried (حاول).
    Attempt,
    /// It is wanted of another (طالب ب, urged).
    Demand,
    /// It is threatened (هدد ب).
    Threaten,
    /// It is feared (خشي).
    Fear,
    /// It is hoped for (أمل).
    Hope,
    /// It may be (احتمل, likely).
    Possible,
    /// It did not happen (فشل في, refused to).
    Fail,
    /// It was prevented (أحبط, foiled).
    Prevent,
    /// Someone makes another do it (أجبر).
    Cause,
    /// Someone lets another do it (سمح ل).
    Allow,
    /// It is remembered, celebrated, shown (ذكرى, anniversary, film): background.
    Recall,
    /// It is done usually (اعتاد).
    Habit,
}

codes! { Effect, "effect",
    Speech = "speech",
    Claim = "claim",
    Deny = "deny",
    Achieve = "achieve",
    Continue = "continue",
    Begin = "begin",
    Cease = "cease",
    Plan = "plan",
    Attempt = "attempt",
    Demand = "demand",
    Threaten = "threaten",
    Fear = "fear",
    Hope = "hope",
    Possible = "possible",
    Fail = "fail",
    Prevent = "prevent",
    Cause = "cause",
    Allow = "allow",
    Recall = "recall",
    Habit = "habit",
}

/// A class of words with one effect on the modality of their complement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Class {
    /// What it does.
    pub effect: Effect,
    /// Where the complement stands besides a content clause; empty: in any position.
    pub slots: Vec<SlotPattern>,
    /// Words that must follow the word of the class at once (rule *out*), folded keys.
    pub particle: Vec<String>,
}
