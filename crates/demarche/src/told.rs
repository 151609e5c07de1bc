//! What the views show of a record, whatever its kind.

use demarche_coder::{
    Actor, EventRecord, Evidence, Modality, Record, RelationRecord, RoleRecord, Trigger, When,
};
use demarche_document::Date;
use demarche_lexicon::{Quad, Root};

/// A record that a document tells: an event, a relation or an office.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    /// An act.
    Event(&'a EventRecord),
    /// A standing.
    Relation(&'a RelationRecord),
    /// An office.
    Role(&'a RoleRecord),
}

impl<'a> Told<'a> {
    /// The record, unless it is that of the document itself.
    pub fn of(record: &'a Record) -> Option<Self> {
        match record {
            Record::Document(_) => None,
            Record::Event(event) => Some(Self::Event(event)),
            Record::Relation(relation) => Some(Self::Relation(relation)),
            Record::Role(role) => Some(Self::Role(role)),
        }
    }

    /// Its id.
    pub fn id(&self) -> &'a str {
        match self {
            Self::Event(event) => &event.id,
            Self::Relation(relation) => &relation.id,
            Self::Role(role) => &role.id,
        }
    }

    /// What kind it is, as records spell it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Event(_) => "event",
            Self::Relation(_) => "relation",
            Self::Role(_) => "role",
        }
    }

    /// The PLOVER root.
    pub fn root(&self) -> Option<Root> {
        match self {
            Self::Event(event) => Some(event.root),
            Self::Relation(relation) => relation.root,
            Self::Role(_) => None,
        }
    }

    /// The quarter of an event.
    pub fn quad(&self) -> Option<Quad> {
        match self {
            Self::Event(event) => Some(event.root.quad()),
            Self::Relation(_) | Self::Role(_) => None,
        }
    }

    /// Root and mode, standing and trend, or title of office.
    pub fn what(&self) -> String {
        match self {
            Self::Event(event) if event.mode.is_empty() => event.root.to_string(),
            Self::Event(event) => format!("{} {}", event.root, event.mode),
            Self::Relation(relation) => {
                format!("{}, {}", relation.standing.replace('_', " "), relation.trend)
            }
            Self::Role(role) => role.title.clone(),
        }
    }

    /// Who.
    pub fn source(&self) -> &'a [Actor] {
        match self {
            Self::Event(event) => &event.source,
            Self::Relation(relation) => &relation.source,
            Self::Role(role) => std::slice::from_ref(&role.actor),
        }
    }

    /// To whom.
    pub fn target(&self) -> &'a [Actor] {
        match self {
            Self::Event(event) => &event.target,
            Self::Relation(relation) => &relation.target,
            Self::Role(_) => &[],
        }
    }

    /// Whether all sides are equals.
    pub fn mutual(&self) -> bool {
        match self {
            Self::Event(event) => event.mutual,
            Self::Relation(relation) => relation.mutual,
            Self::Role(_) => false,
        }
    }

    /// Whether it happened.
    pub fn modality(&self) -> Option<Modality> {
        match self {
            Self::Event(event) => Some(event.modality),
            Self::Relation(relation) => Some(relation.modality),
            Self::Role(_) => None,
        }
    }

    /// Whether the text tells it as history.
    pub fn background(&self) -> bool {
        matches!(self, Self::Event(event) if event.background)
    }

    /// When.
    pub fn date(&self) -> Option<&'a When> {
        match self {
            Self::Event(event) => Some(&event.date),
            Self::Relation(relation) => Some(&relation.date),
            Self::Role(_) => None,
        }
    }

    /// When, in short.
    pub fn day(&self) -> String {
        match self {
            Self::Role(role) => role.as_of.clone().unwrap_or_default(),
            _ => self.date().map(day).unwrap_or_default(),
        }
    }

    /// The word that shows it.
    pub fn trigger(&self) -> Option<&'a Trigger> {
        match self {
            Self::Event(event) => Some(&event.trigger),
            Self::Relation(relation) => Some(&relation.trigger),
            Self::Role(_) => None,
        }
    }

    /// The clause that shows it.
    pub fn evidence(&self) -> &'a Evidence {
        match self {
            Self::Event(event) => &event.evidence,
            Self::Relation(relation) => &relation.evidence,
            Self::Role(role) => &role.evidence,
        }
    }

    /// The steps that made it.
    pub fn derivation(&self) -> &'a [String] {
        match self {
            Self::Event(event) => &event.derivation,
            Self::Relation(relation) => &relation.derivation,
            Self::Role(_) => &[],
        }
    }
}

/// The word for a modality.
pub fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual => "actual",
        Modality::Ongoing => "ongoing",
        Modality::Habitual => "habitual",
        Modality::Planned => "planned",
        Modality::Possible => "possible",
        Modality::Demanded => "demanded",
        Modality::Denied => "denied",
    }
}

/// A day, month or year by its name, a stretch of time by its ends.
pub fn day(when: &When) -> String {
    match (&when.from, &when.to) {
        (None, None) => String::new(),
        (Some(from), None) => format!("≥ {from}"),
        (None, Some(to)) => format!("≤ {to}"),
        (Some(from), Some(to)) if from == to => from.clone(),
        (Some(from), Some(to)) => whole(from, to).unwrap_or_else(|| format!("{from} – {to}")),
    }
}

/// The month or year whose first and last days these are.
fn whole(from: &str, to: &str) -> Option<String> {
    let (first, last) = (from.parse::<Date>().ok()?, to.parse::<Date>().ok()?);
    if first == first.first_of_month() && last == first.last_of_month() {
        return from.get(..7).map(str::to_owned);
    }
    (first == first.first_of_year() && last == first.last_of_year())
        .then(|| from.get(..4).map(str::to_owned))?
}

#[cfg(test)]
mod tests {
    use demarche_coder::When;

    use super::day;

    fn when(from: &str, to: &str) -> When {
        let given = |day: &str| (!day.is_empty()).then(|| day.to_owned());
        When { from: given(from), to: given(to), precision: "day".to_owned(), text: None }
    }

    #[test]
    fn whole_months_and_years_go_by_their_names() {
        assert_eq!(day(&when("2018-02-01", "2018-02-28")), "2018-02");
        assert_eq!(day(&when("2018-01-01", "2018-12-31")), "2018");
        assert_eq!(day(&when("2018-03-06", "2018-03-06")), "2018-03-06");
        assert_eq!(day(&when("2018-01-02", "2018-12-31")), "2018-01-02 – 2018-12-31");
    }

    #[test]
    fn open_ends_are_marked() {
        assert_eq!(day(&when("", "2018-03-06")), "≤ 2018-03-06");
        assert_eq!(day(&when("2018-03-06", "")), "≥ 2018-03-06");
        assert_eq!(day(&when("", "")), "");
    }
}
