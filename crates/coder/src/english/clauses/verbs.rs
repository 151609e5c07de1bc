//! Verbs: which clause they head, infinitives, participles.

use super::{Clauses, Group};
use crate::syntax::{
    Atom, ClauseId, Filler, Link, Parent, PhraseId, Predicate, PredicateId, PredicateKind, Slot,
};
use demarche_lexicon::Behaviour;
use demarche_morphology::{Aspect, LemmaId, Pos};

impl<'a> Clauses<'a> {
    pub(super) fn verb(&mut self, atom: &Atom) {
        let Some(lemma) = atom.lemma else { return };
        let group = std::mem::take(&mut self.group);
        let pos = atom.cell.pos;
        let participle =
            matches!(pos, Pos::ActiveParticiple | Pos::PassiveParticiple) && !group.copula && !group.have;
        if participle {
            self.participle(atom, lemma);
            return;
        }
        let passive = pos == Pos::PassiveParticiple && group.copula;
        if group.infinitive {
            self.predicate(atom, lemma, PredicateKind::Bare, passive, &group);
            let subject = self.state().inherited;
            self.give_subject(subject, passive);
            self.settle();
            return;
        }
        self.place(atom, lemma, &group);
        let predicate = self.predicate(atom, lemma, PredicateKind::Finite, passive, &group);
        let state = self.state().clone();
        let clause = self.syntax.clause(self.current).clone();
        let subject = match clause.link {
            Link::Relative => state.topic.or(clause.antecedent),
            _ => state.topic.or(state.inherited),
        };
        self.give_subject(subject, passive);
        if clause.link == Link::Relative
            && state.topic.is_some()
            && let Some(antecedent) = clause.antecedent
            && !passive
        {
            self.give(predicate, Slot::Object, antecedent);
            self.state().object = Some(antecedent);
        }
        self.settle();
    }

    pub(super) fn settle(&mut self) {
        self.joined = false;
        self.after_break = false;
        self.adjacent = false;
    }

    pub(super) fn predicate(
        &mut self,
        atom: &Atom,
        lemma: LemmaId,
        kind: PredicateKind,
        passive: bool,
        group: &Group,
    ) -> PredicateId {
        let id = self.syntax.add_predicate(Predicate {
            tokens: atom.tokens,
            lemma,
            others: Vec::new(),
            cell: atom.cell,
            kind,
            passive,
            clause: self.current,
            arguments: Vec::new(),
            negated: group.negated,
            future: group.future,
            possible: group.possible,
            necessary: group.necessary,
            auxiliaries: Vec::new(),
        });
        let state = self.state();
        state.verb = Some(id);
        state.copula = false;
        id
    }

    pub(super) fn give_subject(&mut self, subject: Option<PhraseId>, passive: bool) {
        let (Some(subject), Some(verb)) = (subject, self.state().verb) else { return };
        let slot = if passive { Slot::Object } else { Slot::Subject };
        self.give(verb, slot, subject);
        self.state().subject = Some(subject);
        if passive {
            self.state().object = Some(subject);
        }
    }

    /// Finds or opens the clause of a finite verb.
    pub(super) fn place(&mut self, atom: &Atom, lemma: LemmaId, group: &Group) {
        let state = self.states[self.current.0 as usize].clone();
        let Some(verb) = state.verb else { return };
        let predicate = self.syntax.predicate(verb).clone();
        if let Some(subject) =
            self.next_subject.take().filter(|&s| Some(s) == self.last_phrase && self.adjacent)
        {
            let mut around = self.current;
            while self.states[around.0 as usize]
                .verb
                .is_some_and(|v| self.syntax.predicate(v).kind == PredicateKind::Bare)
                && let Some(outer) = self.syntax.clause(around).outer
            {
                around = outer;
            }
            let target = self.syntax.clause(around).clone();
            self.current = target.outer.unwrap_or(ClauseId(0));
            let (link, governor) = match target.link {
                Link::Content => (Link::Content, target.governor),
                _ => (Link::Main, None),
            };
            self.open(link, governor, None, atom);
            self.syntax.clauses[self.current.0 as usize].quoted = target.quoted;
            self.state().topic = Some(subject);
            return;
        }
        if self.joined {
            let mut target = self.current;
            if self.syntax.clause(target).link != Link::Main
                && predicate.kind == PredicateKind::Bare
                && !group.begun
                && atom.cell.aspect != Aspect::Base
            {
                target = self.syntax.clause(target).outer.unwrap_or(target);
            }
            let clause = self.syntax.clause(target).clone();
            let inherited = self.states[target.0 as usize].subject;
            self.current = clause.outer.unwrap_or(ClauseId(0));
            self.open(clause.link, clause.governor, clause.antecedent, atom);
            self.syntax.clauses[self.current.0 as usize].quoted = clause.quoted;
            self.state().inherited = inherited;
            return;
        }
        // "said Russia attacked": the phrase after the verb is the subject of what was said.
        if let Some(object) = state.object.filter(|&o| Some(o) == self.last_phrase && self.adjacent)
            && self.has(predicate.lemma, Behaviour::CLAUSE | Behaviour::SPEECH)
        {
            self.detach(verb, object);
            self.state().object = None;
            self.open(Link::Content, Some(verb), None, atom);
            self.state().topic = Some(object);
            return;
        }
        // A relative or adverbial clause has its verb; the clause around still waits for its own.
        let mut at = self.syntax.clause(self.current).outer;
        while let Some(clause) = at {
            let outer = &self.states[clause.0 as usize];
            if outer.verb.is_none() && outer.topic.is_some() {
                self.current = clause;
                return;
            }
            at = self.syntax.clause(clause).outer;
        }
        // "…, Russia said": what stands before is its content.
        if self.has(lemma, Behaviour::SPEECH) && state.topic.is_some() {
            let topic = self.last_phrase;
            self.quoted_before(atom, topic);
            return;
        }
        let topic = self.last_phrase.filter(|_| self.adjacent || self.after_break);
        let from = state.object.filter(|&o| Some(o) == topic);
        if let Some(object) = from {
            self.detach(verb, object);
        }
        self.open(Link::Circumstance, Some(verb), None, atom);
        self.state().topic = topic;
    }

    /// Turns the main clause into the content of a verb of speech that follows it.
    pub(super) fn quoted_before(&mut self, atom: &Atom, speaker: Option<PhraseId>) {
        let next = PredicateId(self.syntax.predicates.len() as u32);
        if let Some(speaker) = speaker {
            for predicate in 0..self.syntax.predicates.len() {
                self.detach(PredicateId(predicate as u32), speaker);
            }
        }
        for clause in &mut self.syntax.clauses {
            if clause.link == Link::Main {
                clause.link = Link::Content;
                clause.governor = Some(next);
            }
        }
        self.open(Link::Main, None, None, atom);
        self.syntax.clauses[self.current.0 as usize].outer = None;
        self.state().topic = speaker;
    }

    pub(super) fn detach(&mut self, verb: PredicateId, phrase: PhraseId) {
        self.syntax.predicate_mut(verb).arguments.retain(|a| a.filler != Filler::Phrase(phrase));
        if matches!(self.syntax.phrase(phrase).parent, Some(Parent::Predicate(p, _)) if p == verb) {
            self.syntax.phrase_mut(phrase).parent = None;
        }
    }

    /// "killing seven", "troops fighting rebels", "a deal signed by".
    pub(super) fn participle(&mut self, atom: &Atom, lemma: LemmaId) {
        let passive = atom.cell.pos == Pos::PassiveParticiple;
        let auxiliary = self.states[self.current.0 as usize].verb.filter(|&v| {
            !self.joined && !passive && self.has(self.syntax.predicate(v).lemma, Behaviour::AUXILIARY)
        });
        if let Some(verb) = auxiliary {
            let subject = self.states[self.current.0 as usize].subject;
            self.open(Link::Content, Some(verb), None, atom);
            self.state().inherited = subject;
            self.predicate(atom, lemma, PredicateKind::Bare, false, &Group::default());
            self.give_subject(subject, false);
            self.settle();
            return;
        }
        if self.adjacent
            && !self.joined
            && let Some(antecedent) = self.last_phrase
        {
            self.open(Link::Relative, None, Some(antecedent), atom);
            self.predicate(atom, lemma, PredicateKind::Bare, passive, &Group::default());
            self.give_subject(Some(antecedent), passive);
            self.settle();
            return;
        }
        let governor = self.states[self.current.0 as usize].verb;
        let state = self.states[self.current.0 as usize].clone();
        if governor.is_none() && self.syntax.clause(self.current).link != Link::Main {
            let subject = state.inherited;
            self.predicate(atom, lemma, PredicateKind::Bare, passive, &Group::default());
            self.give_subject(subject, passive);
            self.settle();
            return;
        }
        let subject = state.subject.or(state.inherited);
        self.open(Link::Circumstance, governor, None, atom);
        self.predicate(atom, lemma, PredicateKind::Bare, passive, &Group::default());
        self.give_subject(subject, passive);
        self.settle();
    }
}
