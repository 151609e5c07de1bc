//! What the document has named so far: who a pronoun or a definite description can mean.

use std::collections::BTreeMap;

use demarche_lexicon::{ActorId, ActorKind, Lexicon, Sector};
use demarche_morphology::{Gender, LemmaId, Number, Person, Pronoun};

use crate::syntax::{genders_agree, numbers_agree};

/// An actor as the text named it once.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Who.
    pub actor: ActorId,
    /// Its part of society, where told.
    pub sector: Option<Sector>,
    /// The person or body by name, where named.
    pub name: Option<String>,
    /// The head word, where a noun named it.
    pub lemma: Option<LemmaId>,
    /// Gender for agreement.
    pub gender: Gender,
    /// Number for agreement.
    pub number: Number,
    /// Whether it is one person.
    pub person: bool,
    /// Whether it was named as a place.
    pub place: bool,
    /// Whether it was the subject of its clause.
    pub subject: bool,
    /// Words that refer back to it (التنظيم, the group), folded.
    pub anaphors: Vec<String>,
    /// Sentence and token of the naming.
    pub at: (u32, u32),
}

/// The named actors of a document, in order of naming.
#[derive(Debug, Default)]
pub struct Memory {
    mentions: Vec<Mention>,
    /// People by the folded words of their names.
    people: BTreeMap<String, (ActorId, Option<Sector>, String)>,
    counts: BTreeMap<ActorId, u32>,
}

/// How many sentences back a pronoun may reach.
const REACH: u32 = 3;
/// How many sentences back a definite description may reach.
const FAR: u32 = 100;

impl Memory {
    /// Notes a naming.
    pub fn note(&mut self, mention: Mention) {
        *self.counts.entry(mention.actor).or_default() += 1;
        self.mentions.push(mention);
    }

    /// Notes that words name a person.
    pub fn introduce(&mut self, key: &str, actor: ActorId, sector: Option<Sector>, name: &str) {
        self.people.entry(key.to_owned()).or_insert((actor, sector, name.to_owned()));
        if let Some(last) = key.split(' ').next_back().filter(|last| last.chars().count() > 3) {
            self.people.entry(last.to_owned()).or_insert((actor, sector, name.to_owned()));
        }
    }

    /// The person whom these words named before.
    pub fn person(&self, key: &str) -> Option<&(ActorId, Option<Sector>, String)> {
        self.people.get(key)
    }

    /// Whom a pronoun means that stands at `at`; `not` is already another party of the same predicate.
    pub fn pronoun(
        &self,
        lexicon: &Lexicon,
        pronoun: Pronoun,
        at: (u32, u32),
        not: &[ActorId],
    ) -> Vec<Mention> {
        if pronoun.person == Person::First && pronoun.number != Number::Singular
            || pronoun.number == Number::Dual
        {
            return self.pair(lexicon, at);
        }
        if pronoun.person != Person::Third {
            return Vec::new();
        }
        let plural = pronoun.number == Number::Plural;
        self.before(at, REACH)
            .filter(|m| !not.contains(&m.actor))
            .filter(|m| {
                genders_agree(m.gender, pronoun.gender)
                    && (numbers_agree(m.number, pronoun.number) || plural && !m.person && m.sector.is_some())
            })
            .max_by_key(|m| {
                let near = 8 * (REACH - (at.0 - m.at.0));
                let subject = 3 * u32::from(m.subject);
                let exact = u32::from(m.gender == pronoun.gender && m.gender != Gender::Any);
                (near + subject + 2 * exact, m.at)
            })
            .cloned()
            .into_iter()
            .collect()
    }

    /// The two sides of the story at `at`: of the states named nearby, the two named most: البلدان, the two sides.
    pub fn pair(&self, lexicon: &Lexicon, at: (u32, u32)) -> Vec<Mention> {
        let mut near: Vec<Mention> = Vec::new();
        for mention in self.before(at, REACH) {
            let kind = lexicon.actor(mention.actor).kind;
            if matches!(kind, ActorKind::Country | ActorKind::Organisation)
                && mention.sector != Some(Sector::Jrn)
                && !near.iter().any(|m| m.actor == mention.actor)
            {
                near.push(mention.clone());
            }
        }
        if near.len() < 2 {
            return Vec::new();
        }
        near.sort_by_key(|m| std::cmp::Reverse((self.counts.get(&m.actor).copied().unwrap_or(0), m.at)));
        near.truncate(2);
        near.sort_by_key(|m| m.at);
        near
    }

    /// The last actor that goes by one of these referring words.
    pub fn last_where(&self, at: (u32, u32), fits: impl Fn(&Mention) -> bool) -> Option<Mention> {
        self.before(at, FAR).find(|m| fits(m)).cloned()
    }

    /// The state most named so far, other than `not`.
    pub fn main_state(&self, lexicon: &Lexicon, not: &[ActorId]) -> Option<ActorId> {
        self.counts
            .iter()
            .filter(|(a, _)| lexicon.actor(**a).kind == ActorKind::Country && !not.contains(a))
            .max_by_key(|(a, count)| (**count, std::cmp::Reverse(**a)))
            .map(|(a, _)| *a)
    }

    /// The namings before a place and within reach of it, nearest first.
    fn before(&self, at: (u32, u32), reach: u32) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().rev().filter(move |m| m.at < at).take_while(move |m| at.0 - m.at.0 <= reach)
    }
}
