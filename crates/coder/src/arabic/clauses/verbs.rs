//! Verbs: which clause they head, auxiliaries, participles, bare relatives.

use super::{Clauses, Pending};
use crate::syntax::{
    Argument, Atom, AtomKind, ClauseId, Filler, Head, Link, PhraseId, Predicate, PredicateKind, Slot,
};
use demarche_lexicon::{Behaviour, Effect, Function};
use demarche_morphology::{Aspect, LemmaId, Pos, State};

impl<'a> Clauses<'a> {
    pub(super) fn verb(&mut self, atom: &Atom) {
        let Some(lemma) = atom.lemma else { return };
        if self.merge_auxiliary(atom, lemma) {
            return;
        }
        self.place(atom);
        let cell = atom.cell;
        let mut pending = std::mem::take(&mut self.pending);
        if self.lexicon.lemma(lemma).modal.iter().any(|&c| self.lexicon.class(c).effect == Effect::Continue) {
            pending.negated = false;
        }
        let predicate = self.syntax.add_predicate(Predicate {
            tokens: atom.tokens,
            lemma,
            others: atom.others.clone(),
            cell,
            kind: PredicateKind::Finite,
            passive: cell.voice == demarche_morphology::Voice::Passive,
            clause: self.current,
            arguments: Vec::new(),
            negated: pending.negated,
            future: atom.future || pending.future,
            possible: pending.possible || (pending.qad && cell.aspect == Aspect::Present),
            necessary: pending.necessary,
            auxiliaries: Vec::new(),
        });
        let auxiliary = self.lemma_is(Some(lemma), Behaviour::AUXILIARY | Behaviour::LINKING);
        let (topic, waiting) = {
            let state = self.state();
            state.verb = Some(predicate);
            state.open_auxiliary = auxiliary;
            (state.topic, std::mem::take(&mut state.waiting))
        };
        for (preposition, phrase) in waiting {
            self.give(predicate, Slot::Preposition(preposition), phrase);
        }
        let antecedent = self.syntax.clause(self.current).antecedent;
        let link = self.syntax.clause(self.current).link;
        if let Some(pronoun) = atom.pronoun {
            let object = match antecedent {
                Some(a) if link == Link::Relative && self.pronoun_agrees(a, pronoun) => a,
                _ => self.clitic(atom.tokens, pronoun),
            };
            self.give(predicate, Slot::Object, object);
            self.state().object = true;
            if link == Link::Relative && Some(object) == antecedent {
                self.joined = false;
                self.after_break = false;
                return;
            }
        }
        let preverbal = if link == Link::Relative { topic.or(antecedent) } else { topic };
        if let Some(subject) = preverbal
            && self.agrees_verb(subject, cell, true)
        {
            self.give(predicate, Slot::Subject, subject);
            self.state().subject = Some(subject);
        }
        self.joined = false;
        self.after_break = false;
        self.adjacent = false;
    }

    /// كان يكتب, بدأ يكتب: the second verb is what is told.
    pub(super) fn merge_auxiliary(&mut self, atom: &Atom, lemma: LemmaId) -> bool {
        let state = self.states[self.current.0 as usize].clone();
        let (Some(verb), true, false) = (state.verb, state.open_auxiliary, self.joined) else { return false };
        if atom.cell.aspect == Aspect::Past && !self.pending.qad {
            return false;
        }
        let pending = std::mem::take(&mut self.pending);
        let predicate = self.syntax.predicate_mut(verb);
        let auxiliary = predicate.lemma;
        predicate.auxiliaries.push(auxiliary);
        predicate.lemma = lemma;
        predicate.others = atom.others.clone();
        predicate.tokens = atom.tokens;
        predicate.negated |= pending.negated;
        predicate.future |= atom.future || pending.future;
        predicate.passive = atom.cell.voice == demarche_morphology::Voice::Passive;
        predicate.cell = atom.cell;
        let still = self.lemma_is(Some(lemma), Behaviour::AUXILIARY | Behaviour::LINKING);
        self.state().open_auxiliary = still;
        self.state().object = false;
        if let Some(pronoun) = atom.pronoun {
            let object = self.clitic(atom.tokens, pronoun);
            self.give(verb, Slot::Object, object);
            self.state().object = true;
        }
        true
    }

    /// Finds or opens the clause of a verb.
    pub(super) fn place(&mut self, atom: &Atom) {
        if self.state().verb.is_none() {
            if !self.joined
                && let Some(antecedent) = self.resumed(atom)
            {
                self.open(Link::Relative, None, Some(antecedent), atom);
                return;
            }
            if self.syntax.clause(self.current).link == Link::Main || !self.joined {
                return;
            }
        } else if !self.joined {
            if let Some(antecedent) = self.resumed(atom).or_else(|| self.described(atom)) {
                self.open(Link::Relative, None, Some(antecedent), atom);
                return;
            }
            let mut at = self.syntax.clause(self.current).outer;
            while let Some(clause) = at {
                let state = &self.states[clause.0 as usize];
                let waits = match state.topic {
                    Some(topic) => self.agrees_verb(topic, atom.cell, true),
                    None => self.syntax.clause(clause).link == Link::Main,
                };
                if state.verb.is_none() && waits {
                    self.leave_to(clause);
                    return;
                }
                at = self.syntax.clause(clause).outer;
            }
            let inherited = self.states[self.current.0 as usize].subject;
            if self.after_break {
                self.sibling(ClauseId(0), atom, inherited);
            } else {
                self.open(Link::Circumstance, self.states[self.current.0 as usize].verb, None, atom);
                self.state().inherited = inherited;
            }
            return;
        }
        // و + verb: joined to the clause around that speaks in the same way.
        let speech = self.lemma_is(atom.lemma, Behaviour::SPEECH);
        let mut target = self.current;
        if self.after_break || speech {
            let mut at = Some(self.current);
            while let Some(clause) = at {
                if let Some(verb) = self.states[clause.0 as usize].verb {
                    let p = self.syntax.predicate(verb);
                    if p.cell.aspect == atom.cell.aspect
                        && (!speech
                            || self.lemma_is(Some(p.lemma), Behaviour::SPEECH)
                            || clause == ClauseId(0))
                    {
                        target = clause;
                    }
                }
                at = self.syntax.clause(clause).outer;
            }
        } else {
            let mut at = Some(self.current);
            while let Some(clause) = at {
                if let Some(verb) = self.states[clause.0 as usize].verb
                    && self.syntax.predicate(verb).cell.aspect == atom.cell.aspect
                {
                    target = clause;
                    break;
                }
                at = self.syntax.clause(clause).outer;
            }
        }
        let inherited = self.states[target.0 as usize].subject;
        self.sibling(target, atom, inherited);
    }

    /// A clause joined to `target`.
    pub(super) fn sibling(&mut self, target: ClauseId, atom: &Atom, inherited: Option<PhraseId>) {
        let clause = self.syntax.clause(target).clone();
        let carried = self.states[target.0 as usize]
            .verb
            .map(|v| {
                let p = self.syntax.predicate(v);
                Pending {
                    possible: p.possible,
                    future: p.future && clause.link != Link::Main,
                    ..Pending::default()
                }
            })
            .unwrap_or_default();
        let pending = self.pending;
        self.current = clause.outer.unwrap_or(ClauseId(0));
        self.open(clause.link, clause.governor, clause.antecedent, atom);
        self.syntax.clauses[self.current.0 as usize].quoted = clause.quoted;
        self.pending = Pending {
            possible: pending.possible || (carried.possible && atom.cell.aspect == Aspect::Present),
            future: pending.future || carried.future,
            ..pending
        };
        self.state().inherited = inherited;
    }

    /// A verb right after an indefinite noun that it agrees with tells of that noun.
    pub(super) fn described(&self, atom: &Atom) -> Option<PhraseId> {
        let last = self.last_phrase.filter(|_| !self.after_break)?;
        let phrase = self.syntax.phrase(last);
        let fits = !phrase.definite
            && matches!(phrase.head, Head::Lemma(_))
            && self.agrees_verb(last, atom.cell, true);
        fits.then_some(last)
    }

    /// رحلة … قام بها: an indefinite noun before the verb that a pronoun on the verb or just after it resumes.
    pub(super) fn resumed(&self, verb: &Atom) -> Option<PhraseId> {
        let last = self.last_phrase.filter(|_| !self.after_break)?;
        let at =
            self.syntax.atoms.iter().position(|a| a.tokens == verb.tokens && a.kind == AtomKind::Verb)?;
        let pronoun = verb.pronoun.or_else(|| {
            self.syntax.atoms[at + 1..]
                .iter()
                .take(2)
                .find(|a| matches!(a.kind, AtomKind::Particle(Function::Preposition)))
                .and_then(|a| a.pronoun)
        })?;
        self.around(last).into_iter().find(|&c| {
            let phrase = self.syntax.phrase(c);
            !phrase.definite && matches!(phrase.head, Head::Lemma(_)) && self.pronoun_agrees(c, pronoun)
        })
    }

    pub(super) fn is_adverbial_participle(&self, atom: &Atom) -> bool {
        atom.cell.pos == Pos::ActiveParticiple
            && !atom.definite
            && atom.pronoun.is_none()
            && (self.after_break || self.joined)
            && atom.cell.state == State::Absolute
            && atom.lemma.is_some_and(|l| self.lexicon.lemma(l).pos == Pos::Verb)
            && self.states.iter().any(|s| s.verb.is_some())
    }

    /// مشيرا إلى, مؤكدة أن: the subject of the clause around does this too.
    pub(super) fn participle(&mut self, atom: &Atom) {
        let Some(lemma) = atom.lemma else { return };
        let mut host = self.current;
        while self.states[host.0 as usize].verb.is_none() || self.syntax.clause(host).link == Link::Relative {
            match self.syntax.clause(host).outer {
                Some(outer) => host = outer,
                None => break,
            }
        }
        let governor = self.states[host.0 as usize].verb;
        let subject = self.states[host.0 as usize].subject.or(self.states[host.0 as usize].inherited);
        self.leave_to(host);
        self.open(Link::Circumstance, governor, None, atom);
        let predicate = self.syntax.add_predicate(Predicate {
            tokens: atom.tokens,
            lemma,
            others: atom.others.clone(),
            cell: atom.cell,
            kind: PredicateKind::Bare,
            passive: false,
            clause: self.current,
            arguments: Vec::new(),
            negated: false,
            future: false,
            possible: false,
            necessary: false,
            auxiliaries: Vec::new(),
        });
        if let Some(subject) = subject {
            self.syntax
                .predicate_mut(predicate)
                .arguments
                .push(Argument { slot: Slot::Subject, filler: Filler::Phrase(subject) });
        }
        let state = self.state();
        state.verb = Some(predicate);
        state.subject = subject;
    }
}
