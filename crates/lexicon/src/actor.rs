//! States, organisations, groups and persons, and the names they go by.

use bitflags::bitflags;
use demarche_document::{Date, Language};
use serde::{Deserialize, Serialize};

use crate::codes::codes;

/// An actor of the lexicon, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActorId(pub u32);

/// A name of the lexicon, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NameId(pub u32);

/// What kind of actor it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A state, or a land treated as one (PSE, XKX, TWN, SUN …).
    Country,
    /// An international organisation (`IGO:…`).
    Organisation,
    /// An armed group across borders (`ARM:…`).
    ArmedGroup,
    /// A region without a code of its own (Central Asia): stands for its members.
    Region,
}

codes! { ActorKind, "kind of actor",
    Country = "country",
    Organisation = "organisation",
    ArmedGroup = "armed_group",
    Region = "region",
}

/// Part a unit of a society plays in it; codes as in the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the codes are the ontology's own")]
pub enum Sector {
    Gov,
    Mil,
    Cop,
    Spy,
    Jud,
    Leg,
    Pty,
    Opp,
    Reb,
    Uaf,
    Prm,
    Cvl,
    Bus,
    Jrn,
    Edu,
    Med,
    Rel,
    Lab,
    Ref,
    Crm,
    Igo,
}

codes! { Sector, "sector",
    Gov = "GOV",
    Mil = "MIL",
    Cop = "COP",
    Spy = "SPY",
    Jud = "JUD",
    Leg = "LEG",
    Pty = "PTY",
    Opp = "OPP",
    Reb = "REB",
    Uaf = "UAF",
    Prm = "PRM",
    Cvl = "CVL",
    Bus = "BUS",
    Jrn = "JRN",
    Edu = "EDU",
    Med = "MED",
    Rel = "REL",
    Lab = "LAB",
    Ref = "REF",
    Crm = "CRM",
    Igo = "IGO",
}

/// The printed code of an actor (`PAK`, `IGO:UN`, `ARM:ISIS`).
pub type ActorCode = String;

/// An actor that the lexicon knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// Its code.
    pub code: ActorCode,
    /// What it is.
    pub kind: ActorKind,
    /// Its English name, for views.
    pub english: String,
    /// Its Arabic name, for views.
    pub arabic: String,
    /// The actors it stands for, where it is a region or bloc; empty else.
    pub members: Vec<ActorId>,
    /// The country an armed group belongs to first, where it has one.
    pub home: Option<ActorId>,
    /// Its continent or region code, for views and defaults; empty where unknown.
    pub region: String,
}

bitflags! {
    /// What a name is used for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub struct NameKind: u16 {
        /// The actor itself: a country's, organisation's or group's own name.
        const PROPER = 1;
        /// Its capital: the place, or the government where it acts.
        const CAPITAL = 1 << 1;
        /// Another city or region of it: a place first.
        const PLACE = 1 << 2;
        /// A building or nickname that stands for an institution (الكرملين).
        const METONYM = 1 << 3;
        /// An institution of it (a ministry, its army by name, a party, a state company).
        const INSTITUTION = 1 << 4;
        /// A person.
        const PERSON = 1 << 5;
        /// A people of it in the plural (الروس, Russians).
        const PEOPLE = 1 << 6;
    }
}

/// A time in office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Title as recorded, in English (`prime minister`).
    pub title: String,
    /// Part of the state it gives its holder.
    pub sector: Sector,
    /// First day, where known.
    pub from: Option<Date>,
    /// Last day; none while it lasts.
    pub to: Option<Date>,
}

/// A name in one language and what it stands for. Several names may share their words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// As the lexicon spells it.
    pub text: String,
    /// The language it is a name in.
    pub language: Language,
    /// Whose name it is.
    pub actor: ActorId,
    /// What it is used for.
    pub kind: NameKind,
    /// The sector it gives, if any.
    pub sector: Option<Sector>,
    /// For persons: the offices, by date.
    pub terms: Vec<Term>,
    /// For persons: whose name this is, in English, so that spellings of one person meet.
    pub person: Option<String>,
    /// Words that refer back to it once it is known (التنظيم, the group), folded keys.
    pub anaphors: Vec<String>,
}
