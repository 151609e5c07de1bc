//! When, where, over what, by whom told, and the words that show it.

use super::{COUNTS, Events, Sides, iso, precision};
use crate::actors::Party;
use crate::modality::Stance;
use crate::record::{Actor, Attribution, Casualties, Evidence, Modality, Object, Place, Trigger, When};
use crate::roles::{Shown, effect};
use crate::syntax::{ClauseId, Filler, Head, Link, Parent, PredicateId, PredicateKind, Slot, bytes};
use demarche_document::{Field, Precision, Span, Tokens};
use demarche_lexicon::{Effect, Frame, NounClass, Role, Sector};

impl<'a> Events<'a> {
    pub(super) fn actor(&self, party: &Party) -> Actor {
        let place = bytes(self.parsed.sentence, party.tokens);
        let (start, end) = self.offsets(place);
        Actor {
            code: self.lexicon.actor(party.actor).code.clone(),
            sector: party.sector,
            name: party.name.clone(),
            text: self.document.slice(self.parsed.sentence.field, place).to_owned(),
            start,
            end,
            inferred: party.inferred,
        }
    }

    pub(super) fn offsets(&self, place: Span<demarche_document::Bytes>) -> (usize, usize) {
        let field = self.parsed.sentence.field;
        (
            self.document.char_offset(field, place.start as usize),
            self.document.char_offset(field, place.end as usize),
        )
    }

    pub(super) fn trigger(&self, shown: &Shown, frame: &Frame) -> Trigger {
        let predicate = self.syntax().predicate(shown.predicate);
        let place = bytes(self.parsed.sentence, predicate.tokens);
        let (start, end) = self.offsets(place);
        Trigger {
            start,
            end,
            text: self.document.slice(self.parsed.sentence.field, place).to_owned(),
            lemma: self.lexicon.lemma(predicate.lemma).text.clone(),
            frame: frame.name.clone(),
        }
    }

    /// The words from the first to the last that the record rests on.
    pub(super) fn evidence(&self, shown: &Shown, sides: &Sides) -> Evidence {
        let mut span = self.reach(shown.predicate);
        if let Some(verb) = shown.told_by {
            span = span.join(self.syntax().predicate(verb).tokens);
        }
        for party in sides.source.iter().chain(&sides.target) {
            let clause = self.syntax().clause(self.syntax().predicate(shown.predicate).clause).tokens;
            if clause.covers(party.tokens) && !self.far(span, party.tokens) {
                span = span.join(party.tokens);
            }
        }
        self.evidence_of(span)
    }

    pub(super) fn far(&self, a: Span<Tokens>, b: Span<Tokens>) -> bool {
        a.start.saturating_sub(b.end) > 12 || b.start.saturating_sub(a.end) > 12
    }

    pub(super) fn evidence_of(&self, span: Span<Tokens>) -> Evidence {
        let place = bytes(self.parsed.sentence, span);
        let (start, end) = self.offsets(place);
        Evidence {
            start,
            end,
            text: self.document.slice(self.parsed.sentence.field, place).to_owned(),
            sentence: self.parsed.sentence.index,
            field: (self.parsed.sentence.field == Field::Title).then_some("title"),
        }
    }

    pub(super) fn reach(&self, predicate: PredicateId) -> Span<Tokens> {
        let p = self.syntax().predicate(predicate);
        let mut span = match p.kind {
            PredicateKind::Nominal(phrase) => self.syntax().extent(phrase),
            _ => p.tokens,
        };
        for argument in &p.arguments {
            if let Filler::Phrase(phrase) = argument.filler {
                let own = self.syntax().phrase(phrase).parent;
                if matches!(own, Some(Parent::Predicate(host, _)) if host == predicate) {
                    span = span.join(self.syntax().extent(phrase));
                }
            }
        }
        span
    }

    pub(super) fn subject_of(&self, predicate: PredicateId) -> Option<Party> {
        let p = self.syntax().predicate(predicate);
        let slots = match p.kind {
            PredicateKind::Nominal(_) => [Slot::Genitive, Slot::Adjective],
            _ => [Slot::Subject, Slot::Subject],
        };
        slots.into_iter().find_map(|slot| {
            self.syntax().fillers(predicate, slot).find_map(|filler| match filler {
                Filler::Phrase(phrase) => self.actors().resolve(phrase, &[]).into_iter().next(),
                Filler::Predicate(_) => None,
            })
        })
    }

    pub(super) fn attribution(&self, main: PredicateId, stance: &Stance) -> Option<Attribution> {
        let mut chain = stance.speech.iter();
        let Some(&nearest) = chain.next() else { return self.according(main) };
        let verb = self.syntax().predicate(nearest);
        let outlet = verb.arguments.iter().find_map(|a| match a.filler {
            Filler::Phrase(phrase) if matches!(a.slot, Slot::Preposition(_)) => {
                let text = self.actors().key(self.syntax().phrase(phrase).head_tokens);
                self.lexicon.almanac().outlet(&text)
            }
            _ => None,
        });
        Some(Attribution {
            speaker: self.subject_of(nearest).map(|p| self.actor(&p)),
            verb: self.lexicon.lemma(verb.lemma).text.clone(),
            outlet: outlet.map(str::to_owned),
            chain: chain
                .filter_map(|&s| self.subject_of(s))
                .map(|p| self.lexicon.actor(p.actor).code.clone())
                .collect(),
        })
    }

    /// وفق مصدر, according to a source.
    pub(super) fn according(&self, main: PredicateId) -> Option<Attribution> {
        let p = self.syntax().predicate(main);
        p.arguments.iter().find_map(|a| match (a.slot, a.filler) {
            (Slot::Preposition(word), Filler::Phrase(phrase))
                if self.lexicon.lemma(word).function == Some(demarche_lexicon::Function::According) =>
            {
                let speaker = self.actors().resolve(phrase, &[]).into_iter().next();
                let key = self.actors().key(self.syntax().phrase(phrase).head_tokens);
                Some(Attribution {
                    speaker: speaker.map(|p| self.actor(&p)),
                    verb: self.lexicon.lemma(word).text.clone(),
                    outlet: self.lexicon.almanac().outlet(&key).map(str::to_owned),
                    chain: Vec::new(),
                })
            }
            _ => None,
        })
    }

    pub(super) fn date(&self, main: PredicateId, stance: &Stance) -> When {
        let predicate = self.syntax().predicate(main);
        let mut clause = predicate.clause;
        for _ in 0..3 {
            if let Some(found) = self.date_in(clause, predicate.tokens) {
                return found;
            }
            let c = self.syntax().clause(clause);
            match (c.link, c.outer) {
                (Link::Temporal | Link::Circumstance | Link::Purpose, Some(outer)) => clause = outer,
                _ => break,
            }
        }
        if let Some(found) = self.date_of_occasion(main) {
            return found;
        }
        if self.goes_on()
            && let Some(before) = self.before
        {
            return before.clone();
        }
        let day = self.document.metadata.day.map(iso);
        match stance.modality {
            Modality::Planned | Modality::Possible | Modality::Demanded => {
                When { from: day, to: None, precision: "dateline".to_owned(), text: None }
            }
            _ => When { from: None, to: day, precision: "dateline".to_owned(), text: None },
        }
    }

    /// "during a visit that he paid last month": the date told of the occasion.
    pub(super) fn date_of_occasion(&self, main: PredicateId) -> Option<When> {
        self.syntax().predicate(main).arguments.iter().find_map(|a| {
            let (Slot::Preposition(_), Filler::Phrase(phrase)) = (a.slot, a.filler) else { return None };
            let event = crate::attachment::lemmas(self.syntax().phrase(phrase))
                .any(|l| self.lexicon.lemma(l).class.contains(NounClass::EVENT));
            let told = self.syntax().clauses.iter().position(|c| c.antecedent == Some(phrase))?;
            event.then(|| self.date_in(ClauseId(told as u32), self.syntax().phrase(phrase).tokens)).flatten()
        })
    }

    /// The date expression of a clause that stands nearest to the verb.
    pub(super) fn date_in(&self, clause: ClauseId, verb: Span<Tokens>) -> Option<When> {
        let found = self
            .parsed
            .dates
            .iter()
            .filter(|d| self.clause_of(d.tokens) == Some(clause))
            .min_by_key(|d| d.tokens.start.abs_diff(verb.start))?;
        let mut to = found.to;
        if found.precision == Precision::OpenStart && to.is_none() {
            to = self.document.metadata.day;
        }
        Some(When {
            from: found.from.map(iso),
            to: to.map(iso),
            precision: precision(found.precision).to_owned(),
            text: Some(self.actors().text(found.tokens)),
        })
    }

    /// The innermost clause around some tokens.
    pub(super) fn clause_of(&self, tokens: Span<Tokens>) -> Option<ClauseId> {
        self.syntax()
            .clauses
            .iter()
            .enumerate()
            .filter(|(_, c)| c.tokens.covers(tokens))
            .min_by_key(|(_, c)| c.tokens.len())
            .map(|(index, _)| ClauseId(index as u32))
    }

    /// كما, كذلك: the sentence goes on with the one before.
    pub(super) fn goes_on(&self) -> bool {
        self.syntax().atoms.first().is_some_and(|a| {
            a.kind == crate::syntax::AtomKind::Particle(demarche_lexicon::Function::Connector)
        })
    }

    pub(super) fn place(&self, shown: &Shown, sides: &Sides) -> Option<Place> {
        let taken: Vec<Span<Tokens>> = sides
            .source
            .iter()
            .chain(&sides.target)
            .filter(|p| {
                p.inferred != Some("country of the place") && p.inferred != Some("people of the place")
            })
            .map(|p| p.tokens)
            .collect();
        let phrase = self
            .place_phrases(shown)
            .into_iter()
            .find(|&p| self.is_place(p) && !taken.contains(&self.syntax().phrase(p).tokens))?;
        let party = self.actors().single(phrase).into_iter().next()?;
        let text = self.actors().text(self.syntax().phrase(phrase).tokens);
        let name = match &self.syntax().phrase(phrase).head {
            Head::Name(names) => self.lexicon.name(*names.first()?).text.clone(),
            _ => text.clone(),
        };
        Some(Place { code: self.lexicon.actor(party.actor).code.clone(), name, text })
    }

    pub(super) fn object(&self, shown: &Shown) -> Option<Object> {
        shown.fills.iter().filter(|f| f.role == Role::Object).find_map(|fill| {
            let Filler::Phrase(phrase) = fill.filler else { return None };
            let p = self.syntax().phrase(phrase);
            let Head::Lemma(lemma) = p.head else { return None };
            Some(Object {
                text: self.actors().text(p.tokens),
                item: self.lexicon.lemma(lemma).text.clone(),
                quantity: p.quantity,
            })
        })
    }

    /// How many were hurt or held, where the number stands with them.
    pub(super) fn casualties(&self, shown: &Shown, frame: &Frame) -> Option<Casualties> {
        let &(_, count) = COUNTS.iter().find(|(name, _)| *name == frame.name)?;
        let number = shown.fills.iter().filter(|f| f.role == Role::Target).find_map(|f| match f.filler {
            Filler::Phrase(phrase) => self.syntax().phrase(phrase).quantity,
            Filler::Predicate(_) => None,
        })?;
        let mut casualties = Casualties::default();
        *count(&mut casualties) = Some(number as u64);
        Some(casualties)
    }

    /// أعلن خططا: the matter of the unit is a plan.
    pub(super) fn is_plan(&self, shown: &Shown) -> bool {
        shown.fills.iter().filter(|f| matches!(f.role, Role::Topic)).any(|f| {
            matches!(f.filler, Filler::Phrase(p) if crate::attachment::lemmas(self.syntax().phrase(p)).any(|l| {
                effect(self.lexicon, l, Slot::Genitive) == Some(Effect::Plan)
            }))
        })
    }

    /// What the words of the clause and the parties add to the frame's contexts.
    pub(super) fn add_contexts(&self, shown: &Shown, sides: &Sides, contexts: &mut Vec<String>) {
        let mut span = self.reach(shown.predicate);
        if let Some(verb) = shown.told_by {
            span = span.join(self.reach(verb));
        }
        for atom in self.syntax().atoms.iter().filter(|a| span.covers(a.tokens)) {
            let Some(lemma) = atom.lemma else { continue };
            contexts.extend(self.lexicon.lemma(lemma).contexts.iter().map(|c| c.as_str().to_owned()));
        }
        for party in sides.source.iter().chain(&sides.target) {
            if party.sector == Some(Sector::Mil) {
                contexts.push("military".to_owned());
            }
            if self.lexicon.actor(party.actor).kind == demarche_lexicon::ActorKind::ArmedGroup {
                contexts.push("terrorism".to_owned());
            }
        }
        contexts.sort();
        contexts.dedup();
    }
}
