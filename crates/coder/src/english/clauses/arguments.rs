//! Where phrases belong: subject, object, complements by valency.

use super::super::phrases::Phrases;
use super::{Clauses, Group};
use crate::attachment::{nominal_host, wants};
use crate::roles::effect_of;
use crate::syntax::{
    Argument, Atom, AtomKind, ClauseId, Filler, Head, Link, Parent, PhraseId, PredicateId, Slot,
};
use demarche_lexicon::{Function, NounClass, SlotPattern};
use demarche_morphology::{LemmaId, Pos};

impl<'a> Clauses<'a> {
    pub(super) fn own(&mut self) {
        while self.clause_of.len() < self.syntax.phrases.len() {
            self.clause_of.push(self.current);
        }
    }

    pub(super) fn give(&mut self, predicate: PredicateId, slot: Slot, phrase: PhraseId) {
        if self.syntax.phrase(phrase).parent.is_none() {
            self.syntax.attach(predicate, slot, Filler::Phrase(phrase));
        } else {
            self.syntax
                .predicate_mut(predicate)
                .arguments
                .push(Argument { slot, filler: Filler::Phrase(phrase) });
        }
    }

    pub(super) fn preposition(&mut self, function: Function, atom: &Atom, at: usize) -> usize {
        let Some(preposition) = atom.lemma else { return at + 1 };
        let gerund = self
            .syntax
            .atoms
            .get(at + 1)
            .is_some_and(|n| n.kind == AtomKind::Verb && n.cell.pos == Pos::ActiveParticiple);
        if gerund {
            let governor = self.states[self.current.0 as usize].verb;
            let slot = Slot::Preposition(preposition);
            let object = governor.is_some_and(|g| self.accuses(g, preposition));
            let state = self.states[self.current.0 as usize].clone();
            let subject = if object { state.object } else { state.subject };
            let content =
                governor.is_some_and(|g| effect_of(self.lexicon, self.syntax, g, slot).is_some()) || object;
            self.open(if content { Link::Content } else { Link::Circumstance }, governor, None, atom);
            self.state().inherited = subject;
            return at + 1;
        }
        let Some((phrase, next)) = Phrases::new(self.lexicon, self.syntax).read(at + 1) else {
            return at + 1;
        };
        self.own();
        self.attach(function, preposition, phrase);
        self.last_phrase = Some(phrase);
        self.adjacent = true;
        self.after_break = false;
        self.joined = false;
        self.group = Group::default();
        next
    }

    /// A verb whose unit has the accused as object and the matter after this preposition.
    pub(super) fn accuses(&self, verb: PredicateId, preposition: LemmaId) -> bool {
        let lemma = self.lexicon.lemma(self.syntax.predicate(verb).lemma);
        lemma.units.iter().any(|&u| {
            let roles = &self.lexicon.unit(u).roles;
            roles.iter().any(|(s, _)| *s == SlotPattern::Object)
                && roles.iter().any(|(s, r)| {
                    *s == SlotPattern::Preposition(preposition) && *r == demarche_lexicon::Role::Topic
                })
        })
    }

    pub(super) fn attach(&mut self, function: Function, preposition: LemmaId, phrase: PhraseId) {
        if function == Function::Agent
            && let Some(verb) = self.states[self.current.0 as usize].verb
            && self.syntax.predicate(verb).passive
        {
            self.give(verb, Slot::Subject, phrase);
            return;
        }
        if let Some(last) = self.last_phrase.filter(|_| self.adjacent)
            && let Some(host) = nominal_host(self.lexicon, self.syntax, last, preposition)
        {
            self.syntax.complement(host, preposition, phrase);
            return;
        }
        let mut at = Some(self.current);
        let mut steps = 0;
        while let Some(clause) = at.filter(|_| steps < 2) {
            if let Some(verb) = self.states[clause.0 as usize].verb
                && wants(self.lexicon, self.syntax.predicate(verb).lemma, preposition)
            {
                self.give(verb, Slot::Preposition(preposition), phrase);
                return;
            }
            at = self
                .syntax
                .clause(clause)
                .outer
                .filter(|_| self.syntax.clause(clause).link == Link::Relative);
            steps += 1;
        }
        let state = self.states[self.current.0 as usize].clone();
        let earlier = [state.object, state.topic]
            .into_iter()
            .flatten()
            .find_map(|c| nominal_host(self.lexicon, self.syntax, c, preposition));
        if let Some(host) = earlier {
            self.syntax.complement(host, preposition, phrase);
            return;
        }
        match state.verb {
            Some(verb) => self.give(verb, Slot::Preposition(preposition), phrase),
            None => {
                if let Some(last) = self.last_phrase.filter(|&l| l != phrase && self.adjacent) {
                    self.syntax.complement(last, preposition, phrase);
                }
            }
        }
    }

    pub(super) fn bare_phrase(&mut self, at: usize) -> usize {
        let Some((phrase, next)) = Phrases::new(self.lexicon, self.syntax).read(at) else { return at + 1 };
        self.own();
        self.fill(phrase);
        self.last_phrase = Some(phrase);
        self.adjacent = true;
        self.after_break = false;
        next.max(at + 1)
    }

    /// Subject of the verb to come, object of the verb that stood, or what the subject is.
    pub(super) fn fill(&mut self, phrase: PhraseId) {
        let state = self.states[self.current.0 as usize].clone();
        match state.verb {
            None if state.copula => {
                if let Some(topic) = state.topic.filter(|&t| t != phrase && self.is_side_word(phrase)) {
                    self.syntax.phrase_mut(phrase).parent = Some(Parent::Phrase(topic));
                    self.syntax.phrase_mut(topic).appositions.push(phrase);
                }
            }
            None => self.state().topic = Some(phrase),
            Some(_) if self.joined || self.after_break => self.next_subject = Some(phrase),
            Some(verb) => match state.object {
                None => {
                    self.give(verb, Slot::Object, phrase);
                    self.state().object = Some(phrase);
                }
                Some(object) if self.takes_two(verb) && self.adjacent => {
                    for argument in &mut self.syntax.predicate_mut(verb).arguments {
                        if argument.filler == Filler::Phrase(object) {
                            argument.slot = Slot::Indirect;
                        }
                    }
                    self.give(verb, Slot::Object, phrase);
                    self.state().object = Some(phrase);
                }
                Some(_) => {}
            },
        }
    }

    pub(super) fn is_side_word(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrase(phrase).head, Head::Lemma(l) if {
            let lemma = self.lexicon.lemma(l);
            !lemma.units.is_empty() || lemma.class.intersects(NounClass::TITLE)
        })
    }

    pub(super) fn takes_two(&self, verb: PredicateId) -> bool {
        let lemma = self.lexicon.lemma(self.syntax.predicate(verb).lemma);
        lemma
            .units
            .iter()
            .any(|&u| self.lexicon.unit(u).roles.iter().any(|(s, _)| *s == SlotPattern::Indirect))
    }

    pub(super) fn finish(&mut self) {
        while self.clause_of.len() < self.syntax.phrases.len() {
            self.clause_of.push(ClauseId(0));
        }
    }
}
