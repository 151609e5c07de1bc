//! What actors do to one another, whatever the language.

use serde::{Deserialize, Serialize};

use crate::codes::codes;

/// A frame, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FrameId(pub u32);

/// The root types of PLOVER.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are the ontology's own")]
pub enum Root {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

codes! { Root, "root type",
    Agree = "AGREE",
    Consult = "CONSULT",
    Support = "SUPPORT",
    Concede = "CONCEDE",
    Cooperate = "COOPERATE",
    Aid = "AID",
    Retreat = "RETREAT",
    Request = "REQUEST",
    Accuse = "ACCUSE",
    Reject = "REJECT",
    Threaten = "THREATEN",
    Protest = "PROTEST",
    Sanction = "SANCTION",
    Mobilize = "MOBILIZE",
    Coerce = "COERCE",
    Assault = "ASSAULT",
}

/// The four quarters of the ontology: words or deeds, for or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Quad {
    VerbalCooperation,
    MaterialCooperation,
    VerbalConflict,
    MaterialConflict,
}

codes! { Quad, "quad class",
    VerbalCooperation = "verbal_cooperation",
    MaterialCooperation = "material_cooperation",
    VerbalConflict = "verbal_conflict",
    MaterialConflict = "material_conflict",
}

/// The side of a relation that a frame tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Dimension {
    Military,
    Diplomatic,
    Economic,
}

codes! { Dimension, "dimension",
    Military = "military",
    Diplomatic = "diplomatic",
    Economic = "economic",
}

/// Whether a frame gives an act or a standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// An act: an `event` record.
    Event,
    /// A standing or trend of a relation: a `relation` record.
    Relation,
}

codes! { RecordKind, "kind of record",
    Event = "event",
    Relation = "relation",
}

/// Where a relation is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Trend {
    Warming,
    Cooling,
    Steady,
    Ended,
}

codes! { Trend, "trend",
    Warming = "warming",
    Cooling = "cooling",
    Steady = "steady",
    Ended = "ended",
}

/// How a missing side may be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inference {
    /// The nationality of the goods is the source (طائرات روسية were sold: by Russia).
    OriginIsSource,
    /// The nationality of the goods is the target (bought from Russia).
    OriginIsTarget,
    /// The country of the place is the target (attacks in Pakistan).
    PlaceIsTarget,
    /// The country last named as a place is the target (peace talks: those of the country at war).
    TheatreIsTarget,
    /// The country of the place is the source.
    PlaceIsSource,
    /// Who is named in the object or the content is the target.
    ContentIsTarget,
    /// The people of the clause's country take part (a demonstration in Beirut).
    PlaceIsSourcePeople,
}

codes! { Inference, "inference",
    OriginIsSource = "origin-is-source",
    OriginIsTarget = "origin-is-target",
    PlaceIsTarget = "place-is-target",
    TheatreIsTarget = "theatre-is-target",
    PlaceIsSource = "place-is-source",
    ContentIsTarget = "content-is-target",
    PlaceIsSourcePeople = "place-is-source-people",
}

/// Something actors do to one another, or a standing between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Its name, as units call it (`airstrike`).
    pub name: String,
    /// In short, in English.
    pub gloss: String,
    /// Act or standing.
    pub record: RecordKind,
    /// PLOVER root type; a relation may have none.
    pub root: Option<Root>,
    /// PLOVER mode; empty where none fits.
    pub mode: String,
    /// PLOVER contexts that it always brings.
    pub contexts: Vec<String>,
    /// Dimensions it belongs to.
    pub dimensions: Vec<Dimension>,
    /// The closest CAMEO code, digits only; empty for relations.
    pub cameo: String,
    /// The ontology's scale, -10..10.
    pub intensity: f32,
    /// Whether the sides are equals: all in `source`, none in `target`.
    pub mutual: bool,
    /// Standing, for a relation (`ally`, `adversary`, `influence` …).
    pub standing: String,
    /// Trend, for a relation.
    pub trend: Option<Trend>,
    /// 1 or -1 for a relation, 0 for an act.
    pub polarity: i8,
    /// How a missing side may be found, in the order tried.
    pub infer: Vec<Inference>,
}
