//! From a noun phrase to the actors it names.

use demarche_document::{Date, Document, Sentence, Span, Tokens};
use demarche_lexicon::{
    ActorId, ActorKind, Lexicon, Name, NameId, NameKind, NounClass, RecordKind, Sector, Term,
};
use demarche_morphology::{Gender, LemmaId, Number};

use crate::attachment::nationalities;
use crate::memory::{Memory, Mention};
use crate::syntax::{Head, Parent, PhraseId, Slot, Syntax, bytes};

/// An actor found in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// Who.
    pub actor: ActorId,
    /// Its part of society.
    pub sector: Option<Sector>,
    /// The person or body by name.
    pub name: Option<String>,
    /// The words.
    pub tokens: Span<Tokens>,
    /// How it was found where the words do not name it.
    pub inferred: Option<&'static str>,
}

/// Resolves phrases of one sentence.
pub struct Actors<'a> {
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// The document.
    pub document: &'a Document,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its grammar.
    pub syntax: &'a Syntax,
    /// What was named before.
    pub memory: &'a Memory,
    /// The day of publication.
    pub day: Option<Date>,
}

/// How deep a phrase is searched for the actor it belongs to.
const DEPTH: u8 = 8;

impl Actors<'_> {
    /// The actors that a phrase names, conjuncts included. `not` are parties already found on the other side.
    pub fn resolve(&self, phrase: PhraseId, not: &[ActorId]) -> Vec<Party> {
        let mut found: Vec<Party> = Vec::new();
        for each in self.syntax.joined(phrase) {
            for party in self.one(each, not, DEPTH) {
                if !found.iter().any(|f| f.actor == party.actor && f.sector == party.sector) {
                    found.push(party);
                }
            }
        }
        found
    }

    /// The actors that a phrase names, without its conjuncts.
    pub fn single(&self, phrase: PhraseId) -> Vec<Party> {
        self.one(phrase, &[], DEPTH)
    }

    /// The folded words of the name in a phrase: its own, or that of the name beside a title.
    pub fn name_key(&self, id: PhraseId) -> String {
        let phrase = self.syntax.phrase(id);
        let named = std::iter::once(id)
            .chain(phrase.appositions.iter().copied())
            .find(|&p| matches!(self.syntax.phrase(p).head, Head::Unknown | Head::Name(_)));
        self.key(self.syntax.phrase(named.unwrap_or(id)).head_tokens)
    }

    fn at(&self, phrase: PhraseId) -> (u32, u32) {
        (self.sentence.index, self.syntax.phrase(phrase).tokens.start)
    }

    fn one(&self, id: PhraseId, not: &[ActorId], depth: u8) -> Vec<Party> {
        let phrase = self.syntax.phrase(id);
        if depth == 0 {
            return Vec::new();
        }
        match &phrase.head {
            Head::Name(names) => self.named(id, names),
            Head::Unknown => self.unknown(id),
            Head::Pronoun(pronoun) => {
                let inferred = if pronoun.number == Number::Dual { "dual" } else { "pronoun" };
                self.memory
                    .pronoun(self.lexicon, *pronoun, self.at(id), not)
                    .into_iter()
                    .map(|m| Party {
                        actor: m.actor,
                        sector: m.sector,
                        name: m.name,
                        tokens: phrase.head_tokens,
                        inferred: Some(inferred),
                    })
                    .collect()
            }
            Head::Number => Vec::new(),
            Head::Lemma(lemma) => self.noun(id, *lemma, not, depth),
        }
    }

    /// A name of the lexicon.
    fn named(&self, id: PhraseId, names: &[NameId]) -> Vec<Party> {
        let phrase = self.syntax.phrase(id);
        let best = |n: &&Name| (preference(n), n.terms.iter().any(|t| self.holds(t)));
        let Some(name) = names.iter().rev().map(|&n| self.lexicon.name(n)).max_by_key(best) else {
            return Vec::new();
        };
        let actor = self.lexicon.actor(name.actor);
        if actor.kind == ActorKind::Region {
            return actor
                .members
                .iter()
                .map(|&member| Party {
                    actor: member,
                    sector: None,
                    name: Some(name.text.clone()),
                    tokens: phrase.tokens,
                    inferred: Some("region"),
                })
                .collect();
        }
        let mut sector = name.sector;
        if name.kind.contains(NameKind::PERSON) {
            sector = self.office(name).or(self.title_sector(id)).or(sector);
        }
        let inferred = (name.kind.contains(NameKind::CAPITAL) && !name.kind.contains(NameKind::PROPER))
            .then_some("capital");
        let named = name.person.clone().or_else(|| {
            name.kind.intersects(NameKind::INSTITUTION | NameKind::METONYM).then(|| name.text.clone())
        });
        vec![Party { actor: name.actor, sector, name: named, tokens: phrase.tokens, inferred }]
    }

    /// The sector of the office that a person held on the day of publication, else of the last one.
    fn office(&self, name: &Name) -> Option<Sector> {
        match self.lexicon.actor(name.actor).kind {
            ActorKind::ArmedGroup => Some(Sector::Reb),
            ActorKind::Organisation => Some(Sector::Igo),
            _ => name.terms.iter().find(|t| self.holds(t)).or(name.terms.last()).map(|t| t.sector),
        }
    }

    fn holds(&self, term: &Term) -> bool {
        self.day.is_some_and(|day| term.from.is_none_or(|f| f <= day) && term.to.is_none_or(|to| day <= to))
    }

    fn title_sector(&self, id: PhraseId) -> Option<Sector> {
        self.syntax.phrase(id).appositions.iter().find_map(|&a| match self.syntax.phrase(a).head {
            Head::Lemma(l) => self.lexicon.lemma(l).sector,
            _ => None,
        })
    }

    /// Words that the lexicon does not know: a person, by the title beside the name or by an earlier naming.
    fn unknown(&self, id: PhraseId) -> Vec<Party> {
        let phrase = self.syntax.phrase(id);
        for &apposition in &phrase.appositions {
            let mut parties = self.one(apposition, &[], DEPTH - 1);
            if let Some(party) = parties.first_mut() {
                party.name = Some(self.text(phrase.head_tokens));
                party.tokens = phrase.tokens;
                parties.truncate(1);
                return parties;
            }
        }
        let key = self.key(phrase.head_tokens);
        match self.memory.person(&key) {
            Some((actor, sector, name)) => vec![Party {
                actor: *actor,
                sector: *sector,
                name: Some(name.clone()),
                tokens: phrase.tokens,
                inferred: None,
            }],
            None => Vec::new(),
        }
    }

    /// A noun: an office or body of a state, a people, the sides of a pair, or a thing that belongs to somebody.
    fn noun(&self, id: PhraseId, lemma_id: LemmaId, not: &[ActorId], depth: u8) -> Vec<Party> {
        let phrase = self.syntax.phrase(id);
        let lemma = self.lexicon.lemma(lemma_id);
        if let Some(country) = lemma.country {
            return vec![self.party(id, country, None, None)];
        }
        let social = lemma.sector.is_some()
            || lemma.class.intersects(NounClass::HUMAN | NounClass::GROUP | NounClass::TITLE);
        if social && phrase.cell.number == Number::Dual && phrase.definite && phrase.genitive.is_none() {
            let pair = self.memory.pair(self.lexicon, self.at(id));
            if !pair.is_empty() && lemma.sector.is_none_or(|s| s == Sector::Gov) {
                return pair
                    .into_iter()
                    .map(|m| Party { inferred: Some("the two sides"), ..self.party(id, m.actor, None, None) })
                    .collect();
            }
        }
        if self.is_side_word(lemma_id)
            && nationalities(self.lexicon, self.syntax, id).is_empty()
            && phrase.appositions.is_empty()
            && let Some(other) = self.other_side(id)
        {
            return vec![other];
        }
        if let Some(person) = self.named_in_apposition(id, lemma.sector) {
            return vec![person];
        }
        let owners = self.owners(id, depth, not);
        if !owners.is_empty() {
            let inferred = if social { None } else { Some("belongs to") };
            return owners
                .into_iter()
                .map(|owner| Party {
                    actor: owner.actor,
                    sector: if lemma.sector.is_some() { lemma.sector } else { owner.sector },
                    name: if social { None } else { owner.name.clone() },
                    tokens: phrase.tokens,
                    inferred: owner.inferred.or(inferred),
                })
                .collect();
        }
        if !social {
            return Vec::new();
        }
        self.described(id, lemma_id)
    }

    /// A word for one side of a tie: حليف, خصم, شريك, ally.
    fn is_side_word(&self, lemma: LemmaId) -> bool {
        let lemma = self.lexicon.lemma(lemma);
        lemma.class.contains(NounClass::HUMAN)
            && lemma.units.iter().any(|&u| {
                let frame = self.lexicon.frame(self.lexicon.unit(u).frame);
                frame.record == RecordKind::Relation && frame.mutual
            })
    }

    /// حليفتها: not the owner of the tie but the state that the story pairs it with.
    fn other_side(&self, id: PhraseId) -> Option<Party> {
        let phrase = self.syntax.phrase(id);
        let owner = phrase.possessor.or(phrase.genitive)?;
        let owners: Vec<ActorId> = self.one(owner, &[], 3).into_iter().map(|p| p.actor).collect();
        let state = |m: &Mention| {
            self.lexicon.actor(m.actor).kind == ActorKind::Country && !owners.contains(&m.actor)
        };
        let other = self.memory.last_where(self.at(id), state).filter(|_| !owners.is_empty())?;
        Some(Party {
            inferred: Some("the other side of the story"),
            ..self.party(id, other.actor, None, None)
        })
    }

    fn party(&self, id: PhraseId, actor: ActorId, sector: Option<Sector>, name: Option<String>) -> Party {
        Party { actor, sector, name, tokens: self.syntax.phrase(id).tokens, inferred: None }
    }

    /// وزير الدفاع الباكستاني خورام داستجير خان: the name beside a title.
    fn named_in_apposition(&self, id: PhraseId, sector: Option<Sector>) -> Option<Party> {
        let phrase = self.syntax.phrase(id);
        for &apposition in &phrase.appositions {
            let inner = self.syntax.phrase(apposition);
            match &inner.head {
                Head::Name(names) => {
                    let mut party = self.named(apposition, names).into_iter().next()?;
                    party.sector = sector.or(party.sector);
                    if let Some(owner) = self.owners(id, 3, &[]).into_iter().next() {
                        party.actor = owner.actor;
                    }
                    party.tokens = phrase.tokens;
                    return Some(party);
                }
                Head::Unknown => {
                    let owner = self
                        .owners(id, 3, &[])
                        .into_iter()
                        .next()
                        .map(|o| o.actor)
                        .or_else(|| self.memory.person(&self.key(inner.head_tokens)).map(|p| p.0))?;
                    let mut party = self.party(id, owner, sector, Some(self.text(inner.head_tokens)));
                    party.tokens = phrase.tokens;
                    return Some(party);
                }
                _ => {}
            }
        }
        None
    }

    /// Whose it is: nationality, what it is of, possessor.
    fn owners(&self, id: PhraseId, depth: u8, not: &[ActorId]) -> Vec<Party> {
        let phrase = self.syntax.phrase(id);
        let nations: Vec<Party> = nationalities(self.lexicon, self.syntax, id)
            .into_iter()
            .filter_map(|(lemma, _)| self.lexicon.lemma(lemma).country)
            .map(|country| self.party(id, country, None, None))
            .collect();
        if !nations.is_empty() {
            return nations;
        }
        if let Some(genitive) = phrase.genitive {
            let found: Vec<Party> = self
                .syntax
                .joined(genitive)
                .flat_map(|g| self.one(g, not, depth.saturating_sub(1)))
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        if let Some(possessor) = phrase.possessor {
            let found = self.one(possessor, not, depth.saturating_sub(1));
            if !found.is_empty() {
                return found;
            }
        }
        for &(_, inner) in &phrase.complements {
            let names_place = matches!(&self.syntax.phrase(inner).head, Head::Name(_));
            if names_place {
                let found = self.one(inner, not, depth.saturating_sub(1));
                if !found.is_empty() {
                    return found;
                }
            }
        }
        Vec::new()
    }

    /// التنظيم, الرئيس, "the group": somebody named before.
    fn described(&self, id: PhraseId, lemma_id: LemmaId) -> Vec<Party> {
        let phrase = self.syntax.phrase(id);
        let lemma = self.lexicon.lemma(lemma_id);
        let key = self.key(phrase.head_tokens);
        if phrase.definite {
            let at = self.at(id);
            let by_anaphor = self
                .memory
                .last_where(at, |m| m.anaphors.iter().any(|a| *a == key || key.ends_with(a.as_str())));
            let by_title = || {
                self.memory.last_where(at, |m| {
                    m.lemma == Some(lemma_id)
                        || (m.person && lemma.sector.is_some() && m.sector == lemma.sector)
                })
            };
            if let Some(m) = by_anaphor.or_else(by_title) {
                let sector = lemma.sector.or(m.sector);
                return vec![Party {
                    inferred: Some("named before"),
                    ..self.party(id, m.actor, sector, m.name)
                }];
            }
        }
        let Some(sector) = lemma.sector else { return Vec::new() };
        match self.memory.main_state(self.lexicon, &[]) {
            Some(state) => {
                vec![Party {
                    inferred: Some("state of the story"),
                    ..self.party(id, state, Some(sector), None)
                }]
            }
            None => Vec::new(),
        }
    }

    /// What a phrase adds to the memory of the document.
    pub fn mention(&self, id: PhraseId, party: &Party, subject: bool) -> Mention {
        let phrase = self.syntax.phrase(id);
        let lemma = match phrase.head {
            Head::Lemma(l) => Some(l),
            _ => None,
        };
        let anaphors = match &phrase.head {
            Head::Name(names) => names.iter().flat_map(|&n| self.lexicon.name(n).anaphors.clone()).collect(),
            _ => Vec::new(),
        };
        let kind = self.lexicon.actor(party.actor).kind;
        let person = party.name.is_some()
            || lemma.is_some_and(|l| {
                self.lexicon.lemma(l).class.intersects(NounClass::HUMAN | NounClass::TITLE)
                    && phrase.cell.number == Number::Singular
            });
        let gender = match (&phrase.head, kind) {
            (Head::Lemma(_), _) => phrase.cell.gender,
            _ if person => Gender::Any,
            (_, ActorKind::Country) => self.country_gender(party.actor),
            _ => Gender::Any,
        };
        let number = if phrase.cell.number == Number::Any { Number::Singular } else { phrase.cell.number };
        let number = match &phrase.head {
            Head::Lemma(l)
                if number == Number::Plural && !self.lexicon.lemma(*l).class.contains(NounClass::HUMAN) =>
            {
                Number::Any
            }
            _ => number,
        };
        Mention {
            actor: party.actor,
            sector: party.sector,
            name: party.name.clone(),
            lemma,
            gender,
            number,
            person,
            place: matches!(&phrase.head, Head::Name(_))
                && matches!(
                    phrase.parent,
                    Some(Parent::Predicate(_, Slot::Preposition(_))) | Some(Parent::Phrase(_))
                ),
            subject,
            anaphors,
            at: self.at(id),
        }
    }

    /// Names of states are feminine but for some, most of which carry the article.
    fn country_gender(&self, actor: ActorId) -> Gender {
        let name = &self.lexicon.actor(actor).arabic;
        if name.starts_with("ال") && !name.ends_with(['ا', 'ة']) || name == "لبنان" {
            Gender::Any
        } else {
            Gender::Feminine
        }
    }

    /// The untouched words.
    pub fn text(&self, tokens: Span<Tokens>) -> String {
        self.document.slice(self.sentence.field, bytes(self.sentence, tokens)).to_owned()
    }

    /// The folded words.
    pub fn key(&self, tokens: Span<Tokens>) -> String {
        let keys: Vec<&str> = self.sentence.tokens[tokens.range()].iter().map(|t| &*t.key).collect();
        keys.join(" ")
    }
}

/// Which meaning of a name is taken first.
fn preference(name: &Name) -> u8 {
    let order = [
        NameKind::PROPER,
        NameKind::METONYM,
        NameKind::CAPITAL,
        NameKind::PEOPLE,
        NameKind::INSTITUTION,
        NameKind::PERSON,
        NameKind::PLACE,
    ];
    order
        .iter()
        .rev()
        .zip(1u8..)
        .filter(|(kind, _)| name.kind.contains(**kind))
        .map(|(_, rank)| rank)
        .max()
        .unwrap_or(0)
}
