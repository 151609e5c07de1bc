//! What a case demands of the records.

use demarche_coder::{Actor, Attribution, EventRecord, Modality, Record, RelationRecord, When};
use demarche_lexicon::{CONTEXTS, Root, Sector};

/// A bullet of a case.
#[derive(Debug)]
pub struct Expectation {
    /// As it stands in the page.
    pub text: String,
    demand: Demand,
}

#[derive(Debug)]
enum Demand {
    /// Neither event nor relation.
    Nothing,
    /// Neither event nor relation but those of the other bullets.
    NothingElse,
    /// One record is like this.
    Coded(Pattern),
    /// No record is like this.
    Never(Pattern),
    /// A person holds an office.
    Role { code: String, name: String },
}

#[derive(Debug)]
struct Pattern {
    relation: bool,
    mutual: bool,
    source: Side,
    target: Side,
    what: What,
    conditions: Vec<Condition>,
}

#[derive(Debug)]
enum Side {
    Any,
    These(Vec<(String, Option<Sector>)>),
}

#[derive(Debug)]
enum What {
    AnyRoot,
    Roots(Vec<Root>),
    Relation { polarity: Option<i8>, words: Vec<String> },
}

#[derive(Debug)]
enum Condition {
    Modality(Vec<Modality>),
    By(String, Option<Sector>),
    Unattributed,
    Holder(String),
    Date(String, String),
    Background(bool),
    Object(String),
    Quantity(f64),
    Place(String),
    Inferred,
    Mode(String),
    Frame(String),
    Context(String),
    Killed(u64),
    Injured(u64),
    Arrested(u64),
}

impl Expectation {
    /// Reads a bullet.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(bullet: &str) -> Result<Self, String> {
        let text = bullet.trim();
        let demand = if text == "nothing" {
            Demand::Nothing
        } else if text == "nothing else" {
            Demand::NothingElse
        } else if let Some(rest) = text.strip_prefix("never:") {
            Demand::Never(Pattern::read(rest.trim())?)
        } else if let Some(rest) = text.strip_prefix("role ") {
            let (code, name) = rest.split_once(' ').ok_or("a role has a code and a name")?;
            Demand::Role { code: actor_code(code)?, name: name.trim().to_owned() }
        } else {
            Demand::Coded(Pattern::read(text)?)
        };
        Ok(Self { text: text.to_owned(), demand })
    }

    /// Whether the records of the document meet it; `all` are the bullets of the case.
    pub fn holds(&self, records: &[Record], all: &[Expectation]) -> bool {
        let mut told = records.iter().filter(|r| matches!(r, Record::Event(_) | Record::Relation(_)));
        match &self.demand {
            Demand::Nothing => told.next().is_none(),
            Demand::NothingElse => told.all(|record| all.iter().any(|other| other.is_met_by(record))),
            Demand::Coded(pattern) => told.any(|record| pattern.is_met_by(record)),
            Demand::Never(pattern) => !told.any(|record| pattern.is_met_by(record)),
            Demand::Role { code, name } => records.iter().any(
                |record| matches!(record, Record::Role(r) if r.actor.code == *code && r.name.contains(name)),
            ),
        }
    }

    fn is_met_by(&self, record: &Record) -> bool {
        matches!(&self.demand, Demand::Coded(pattern) if pattern.is_met_by(record))
    }
}

impl Pattern {
    fn read(text: &str) -> Result<Self, String> {
        let mut parts = text.split(", ").map(str::trim);
        let head = parts.next().unwrap_or_default();
        let (relation, head) = match head.strip_prefix("relation ") {
            Some(rest) => (true, rest),
            None => (false, head),
        };
        let mutual = head.contains("<>");
        let sign = if mutual { "<>" } else { ">" };
        let sides: Vec<&str> = head.split(sign).map(str::trim).collect();
        let [source, rest @ ..] = sides.as_slice() else { return Err("no sides".to_owned()) };
        let Some((last, between)) = rest.split_last() else { return Err(format!("no `{sign}`")) };
        let (last, what) = if relation { relation_words(last)? } else { event_root(last)? };
        let conditions: Vec<Condition> = parts.map(condition).collect::<Result<_, _>>()?;
        let (source, target) = if mutual {
            let mut all = vec![*source];
            all.extend(between);
            all.push(last);
            (parties(&all)?, Side::These(Vec::new()))
        } else if between.is_empty() {
            (side(source)?, side(last)?)
        } else {
            return Err("more than one `>`".to_owned());
        };
        Ok(Self { relation, mutual, source, target, what, conditions })
    }

    fn is_met_by(&self, record: &Record) -> bool {
        match record {
            Record::Event(event) => {
                !self.relation
                    && self.sides(&event.source, &event.target, event.mutual)
                    && match &self.what {
                        What::AnyRoot => true,
                        What::Roots(roots) => roots.contains(&event.root),
                        What::Relation { .. } => false,
                    }
                    && self.is_real(event.modality)
                    && self.conditions.iter().all(|condition| condition.of_event(event))
            }
            Record::Relation(relation) => {
                self.relation
                    && self.sides(&relation.source, &relation.target, relation.mutual)
                    && match &self.what {
                        What::AnyRoot => true,
                        What::Roots(_) => false,
                        What::Relation { polarity, words } => {
                            let trend = relation.trend.as_str();
                            polarity.is_none_or(|sign| sign == relation.polarity)
                                && words.iter().all(|word| *word == relation.standing || *word == trend)
                        }
                    }
                    && self.is_real(relation.modality)
                    && self.conditions.iter().all(|condition| condition.of_relation(relation))
            }
            Record::Document(_) | Record::Role(_) => false,
        }
    }

    fn is_real(&self, modality: Modality) -> bool {
        modality.is_real() || self.conditions.iter().any(|c| matches!(c, Condition::Modality(_)))
    }

    fn sides(&self, source: &[Actor], target: &[Actor], mutual: bool) -> bool {
        let wildcard = matches!(self.source, Side::Any) && matches!(self.target, Side::Any);
        (wildcard || self.mutual == mutual) && is_side(&self.source, source) && is_side(&self.target, target)
    }
}

fn is_side(side: &Side, actors: &[Actor]) -> bool {
    let Side::These(expected) = side else { return true };
    let is = |(code, sector): &(String, Option<Sector>), actor: &Actor| {
        *code == actor.code && sector.is_none_or(|sector| actor.sector == Some(sector))
    };
    expected.iter().all(|e| actors.iter().any(|a| is(e, a)))
        && actors.iter().all(|a| expected.iter().any(|e| is(e, a)))
}

/// The words after the last side: a root, several by `|`, or `*`.
fn event_root(text: &str) -> Result<(&str, What), String> {
    let (side, root) = text.rsplit_once(' ').ok_or("no root")?;
    if root == "*" {
        return Ok((side, What::AnyRoot));
    }
    let roots = root.split('|').map(|name| Root::ALL.iter().copied().find(|r| r.as_str() == name));
    let roots: Option<Vec<Root>> = roots.collect();
    Ok((side, What::Roots(roots.ok_or_else(|| format!("{root} is no root"))?)))
}

/// `B + ally`, `B - influence cooling`, `B *`.
fn relation_words(text: &str) -> Result<(&str, What), String> {
    for (polarity, sign) in [(Some(1), " + "), (Some(-1), " - ")] {
        if let Some((side, words)) = text.split_once(sign) {
            let words = words.split_whitespace().map(str::to_owned).collect();
            return Ok((side, What::Relation { polarity, words }));
        }
    }
    let side = text.strip_suffix('*').ok_or("a relation has `+` or `-` and words, or `*`")?;
    Ok((side.trim(), What::AnyRoot))
}

fn side(text: &str) -> Result<Side, String> {
    match text {
        "*" => Ok(Side::Any),
        "-" => Ok(Side::These(Vec::new())),
        _ => parties(&[text]),
    }
}

fn parties(texts: &[&str]) -> Result<Side, String> {
    if texts.contains(&"*") {
        return Ok(Side::Any);
    }
    texts.iter().flat_map(|text| text.split(',')).map(actor).collect::<Result<_, _>>().map(Side::These)
}

fn actor(text: &str) -> Result<(String, Option<Sector>), String> {
    match text.trim().split_once(' ') {
        None => Ok((actor_code(text.trim())?, None)),
        Some((code, sector)) => {
            let found = Sector::ALL.iter().copied().find(|s| s.as_str() == sector);
            Ok((actor_code(code)?, Some(found.ok_or_else(|| format!("{sector} is no sector"))?)))
        }
    }
}

fn actor_code(code: &str) -> Result<String, String> {
    match demarche_bundled::lexicon().actor_by_code(code) {
        Some(_) => Ok(code.to_owned()),
        None => Err(format!("{code} is no actor of the lexicon")),
    }
}

fn modality(word: &str) -> Option<Modality> {
    Some(match word {
        "actual" => Modality::Actual,
        "ongoing" => Modality::Ongoing,
        "habitual" => Modality::Habitual,
        "planned" => Modality::Planned,
        "possible" => Modality::Possible,
        "demanded" => Modality::Demanded,
        "denied" => Modality::Denied,
        _ => return None,
    })
}

fn condition(text: &str) -> Result<Condition, String> {
    let number = |rest: &str| rest.parse::<u64>().map_err(|_| format!("{rest} is no number"));
    if let Some(modalities) = text.split('|').map(modality).collect::<Option<Vec<Modality>>>() {
        return Ok(Condition::Modality(modalities));
    }
    if let Some((word, rest)) = text.split_once(' ') {
        return match word {
            "by" if rest == "-" => Ok(Condition::Unattributed),
            "by" => actor(rest).map(|(code, sector)| Condition::By(code, sector)),
            "holder" => actor_code(rest).map(Condition::Holder),
            "object" => Ok(Condition::Object(rest.to_owned())),
            "quantity" => rest.parse().map(Condition::Quantity).map_err(|_| format!("{rest} is no number")),
            "place" => actor_code(rest).map(Condition::Place),
            "mode" => Ok(Condition::Mode(rest.to_owned())),
            "frame" => Ok(Condition::Frame(rest.to_owned())),
            "killed" => number(rest).map(Condition::Killed),
            "injured" => number(rest).map(Condition::Injured),
            "arrested" => number(rest).map(Condition::Arrested),
            _ => Err(format!("`{text}` is no condition")),
        };
    }
    match text {
        "background" => return Ok(Condition::Background(true)),
        "news" => return Ok(Condition::Background(false)),
        "inferred" => return Ok(Condition::Inferred),
        _ => {}
    }
    if CONTEXTS.contains(&text) {
        return Ok(Condition::Context(text.to_owned()));
    }
    if text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || "-.".contains(c))
    {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        return Ok(Condition::Date(from.to_owned(), to.to_owned()));
    }
    Err(format!("`{text}` is no condition"))
}

impl Condition {
    fn of_event(&self, event: &EventRecord) -> bool {
        let people = event.casualties.unwrap_or_default();
        match self {
            Self::Background(background) => event.background == *background,
            Self::Holder(code) => event.holder.as_ref().is_some_and(|holder| holder.code == *code),
            Self::Object(word) => {
                event.object.as_ref().is_some_and(|o| o.item == *word || o.text.contains(word.as_str()))
            }
            Self::Quantity(number) => event.object.as_ref().is_some_and(|o| o.quantity == Some(*number)),
            Self::Place(code) => event.place.as_ref().is_some_and(|place| place.code == *code),
            Self::Mode(mode) => event.mode == *mode,
            Self::Killed(number) => people.killed == Some(*number),
            Self::Injured(number) => people.injured == Some(*number),
            Self::Arrested(number) => people.arrested == Some(*number),
            Self::Inferred => event.source.iter().chain(&event.target).any(|a| a.inferred.is_some()),
            Self::Frame(frame) => event.trigger.frame == *frame,
            Self::Context(context) => event.contexts.contains(context),
            Self::Modality(words) => words.contains(&event.modality),
            Self::By(code, sector) => is_by(event.attribution.as_ref(), code, *sector),
            Self::Unattributed => event.attribution.is_none(),
            Self::Date(from, to) => is_dated(&event.date, from, to),
        }
    }

    fn of_relation(&self, relation: &RelationRecord) -> bool {
        match self {
            Self::Inferred => relation.source.iter().chain(&relation.target).any(|a| a.inferred.is_some()),
            Self::Frame(frame) => relation.trigger.frame == *frame,
            Self::Context(context) => relation.contexts.contains(context),
            Self::Modality(words) => words.contains(&relation.modality),
            Self::By(code, sector) => is_by(relation.attribution.as_ref(), code, *sector),
            Self::Unattributed => relation.attribution.is_none(),
            Self::Date(from, to) => is_dated(&relation.date, from, to),
            _ => false,
        }
    }
}

fn is_by(attribution: Option<&Attribution>, code: &str, sector: Option<Sector>) -> bool {
    attribution.and_then(|a| a.speaker.as_ref()).is_some_and(|speaker| {
        speaker.code == code && sector.is_none_or(|sector| speaker.sector == Some(sector))
    })
}

/// Whether the first and last day lie in what is written; an empty end is open.
fn is_dated(date: &When, from: &str, to: &str) -> bool {
    let lies = |day: &Option<String>, prefix: &str| {
        prefix.is_empty() || day.as_ref().is_some_and(|day| day.starts_with(prefix))
    };
    lies(&date.from, from) && lies(&date.to, to)
}

#[cfg(test)]
mod tests {
    use super::Expectation;

    #[test]
    fn bullets_of_every_kind_are_read() {
        for bullet in [
            "nothing",
            "nothing else",
            "RUS > UKR ASSAULT",
            "RUS MIL,BLR > UKR ASSAULT, planned|possible, by UKR GOV, 2022-02, background, mode aerial",
            "SAU <> IRN <> CHN AGREE|SUPPORT, place CHN",
            "- > PAK ASSAULT, killed 7",
            "PSE > - PROTEST",
            "relation USA <> ISR + ally",
            "relation USA > PAK - influence cooling, 2018",
            "never: RUS > * ASSAULT",
            "never: * > * *",
            "role PAK Khawaja Asif",
        ] {
            assert!(Expectation::read(bullet).is_ok(), "{bullet}: {:?}", Expectation::read(bullet).err());
        }
    }

    #[test]
    fn a_wrong_bullet_is_told() {
        for bullet in [
            "RUS UKR ASSAULT",
            "RUS > UKR",
            "RUS > UKR WAR",
            "XYZ > UKR ASSAULT",
            "RUS > UKR ASSAULT, maybe",
            "role PAK",
        ] {
            assert!(Expectation::read(bullet).is_err(), "{bullet}");
        }
    }
}
