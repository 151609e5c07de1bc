//! Where phrases belong: subject, object, complements by valency.

use super::super::phrases::Phrases;
use super::{Clauses, Progress};
use crate::attachment::{marks_object, nominal_host, wants};
use crate::syntax::{
    Argument, Atom, AtomKind, ClauseId, Filler, Head, Link, Parent, PhraseId, Predicate, PredicateId,
    PredicateKind, Slot,
};
use demarche_document::{Span, Tokens};
use demarche_lexicon::{Behaviour, Function, NounClass, SlotPattern};
use demarche_morphology::{LemmaId, Pos, Pronoun};

impl<'a> Clauses<'a> {
    pub(super) fn clitic(&mut self, tokens: Span<Tokens>, pronoun: Pronoun) -> PhraseId {
        let id = Phrases::new(self.lexicon, self.syntax).clitic(tokens, pronoun);
        self.own(id);
        id
    }

    /// Notes the clause of all phrases made since.
    pub(super) fn own(&mut self, _last: PhraseId) {
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
        if let Some(pronoun) = atom.pronoun {
            let clause = self.syntax.clause(self.current);
            let phrase = match clause.antecedent {
                Some(a) if clause.link == Link::Relative && self.pronoun_agrees(a, pronoun) => a,
                _ => self.clitic(atom.tokens, pronoun),
            };
            self.attach(function, atom, preposition, phrase);
            return at + 1;
        }
        let Some((phrase, next)) = Phrases::new(self.lexicon, self.syntax).read(at + 1) else {
            return at + 1;
        };
        self.own(phrase);
        self.attach(function, atom, preposition, phrase);
        self.last_phrase = Some(phrase);
        self.adjacent = true;
        self.after_break = false;
        self.joined = false;
        next
    }

    /// Finds the host of a complement.
    pub(super) fn attach(&mut self, function: Function, atom: &Atom, preposition: LemmaId, phrase: PhraseId) {
        if function == Function::Agent {
            if let Some(verb) = self.states[self.current.0 as usize].verb
                && self.syntax.fillers(verb, Slot::Subject).next().is_none()
                && self.last_phrase.is_none_or(|last| !self.names_act(last))
            {
                self.syntax.predicate_mut(verb).passive = true;
                self.give(verb, Slot::Subject, phrase);
                self.state().subject = Some(phrase);
                return;
            }
            if let (Some(verb), Some(last)) = (self.states[self.current.0 as usize].verb, self.last_phrase)
                && matches!(self.syntax.phrase(last).parent, Some(Parent::Predicate(host, Slot::Subject)) if host == verb)
                && !self.names_act(last)
            {
                self.syntax.predicate_mut(verb).passive = true;
                let state = self.states[self.current.0 as usize].clone();
                self.subject_to_object(verb, &state);
                self.state().object = true;
                self.give(verb, Slot::Subject, phrase);
                return;
            }
            if let Some(last) = self.last_phrase {
                self.syntax.complement(last, preposition, phrase);
                return;
            }
        }
        let resumptive = self.syntax.phrase(phrase).parent.is_some();
        if self.has_it(atom, preposition, phrase) {
            return;
        }
        if !resumptive
            && let Some(last) = self.last_phrase.filter(|_| self.adjacent)
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
        if !resumptive && let Some(host) = self.earlier_host(preposition) {
            self.syntax.complement(host, preposition, phrase);
            return;
        }
        match self.states[self.current.0 as usize].verb {
            Some(verb) => self.give(verb, Slot::Preposition(preposition), phrase),
            None => match self.last_phrase.filter(|&l| l != phrase && !resumptive && self.adjacent) {
                Some(last) => {
                    let topic = self.states[self.current.0 as usize].topic;
                    if topic == Some(last) && self.syntax.phrase(phrase).subject.is_none() {
                        self.syntax.phrase_mut(phrase).subject = topic;
                    }
                    self.syntax.complement(last, preposition, phrase);
                }
                None => self.state().waiting.push((preposition, phrase)),
            },
        }
    }

    /// لروسيا علاقات: who has it stands before what is had, in a clause of its own.
    pub(super) fn has_it(&mut self, atom: &Atom, preposition: LemmaId, who: PhraseId) -> bool {
        let tokens = match atom.pronoun {
            Some(_) => atom.tokens,
            None => self.syntax.phrase(who).tokens,
        };
        let Some(next) = self.syntax.atoms.iter().find(|a| a.tokens.start >= tokens.end) else {
            return false;
        };
        let had = next.kind == AtomKind::Nominal && !next.definite && next.cell.pos != Pos::ActiveParticiple;
        let opens = self.joined || self.states[self.current.0 as usize].verb.is_none();
        if !had || !opens || !marks_object(self.lexicon, preposition) {
            return false;
        }
        if self.states[self.current.0 as usize].verb.is_some() {
            self.sibling(self.current, atom, None);
        }
        self.state().owner = Some(who);
        true
    }

    /// An earlier argument of the clause's verb whose head asks for the preposition.
    pub(super) fn earlier_host(&self, preposition: LemmaId) -> Option<PhraseId> {
        let state = &self.states[self.current.0 as usize];
        let mut candidates: Vec<PhraseId> = state
            .verb
            .map(|v| {
                self.syntax
                    .predicate(v)
                    .arguments
                    .iter()
                    .filter_map(|a| match a.filler {
                        Filler::Phrase(p) => Some(p),
                        Filler::Predicate(_) => None,
                    })
                    .collect()
            })
            .unwrap_or_default();
        candidates.extend(state.topic);
        candidates.iter().rev().find_map(|&c| nominal_host(self.lexicon, self.syntax, c, preposition))
    }

    pub(super) fn names_act(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrase(phrase).head, Head::Lemma(l) if !self.lexicon.lemma(l).units.is_empty())
    }

    pub(super) fn bare_phrase(&mut self, at: usize) -> usize {
        let Some((phrase, next)) = Phrases::new(self.lexicon, self.syntax).read(at) else { return at + 1 };
        let next = next.max(at + 1);
        self.own(phrase);
        self.fill(phrase);
        self.last_phrase = Some(phrase);
        self.adjacent = true;
        self.after_break = false;
        self.joined = false;
        next
    }

    /// Subject, object or topic.
    pub(super) fn fill(&mut self, phrase: PhraseId) {
        let state = self.states[self.current.0 as usize].clone();
        let Some(verb) = state.verb else {
            if let Some(owner) = self.state().owner.take() {
                let had = self.syntax.phrase_mut(phrase);
                had.possessor = had.possessor.or(Some(owner));
            }
            self.duty(phrase);
            match state.topic {
                None => self.state().topic = Some(phrase),
                Some(topic) if !self.syntax.phrase(phrase).definite || self.is_side_of(phrase) => {
                    self.syntax.phrase_mut(phrase).subject = Some(topic);
                }
                Some(_) => {}
            }
            return;
        };
        if matches!(self.syntax.phrase(phrase).head, Head::Pronoun(_)) {
            return;
        }
        if self.joined && self.after_break && (state.subject.is_some() || state.object) {
            let inherited = None;
            let atom = self.atom_of(phrase);
            self.sibling(ClauseId(0), &atom, inherited);
            self.state().topic = Some(phrase);
            return;
        }
        let cell = self.syntax.predicate(verb).cell;
        let bare = self.syntax.predicate(verb).kind == PredicateKind::Bare;
        if state.subject.is_none()
            && !bare
            && self.agrees_verb(phrase, cell, false)
            && !self.rather_object(verb, phrase, &state)
        {
            self.give(verb, Slot::Subject, phrase);
            self.state().subject = Some(phrase);
            return;
        }
        if !state.object {
            self.give(verb, Slot::Object, phrase);
            self.state().object = true;
        } else {
            let double =
                self.lexicon.lemma(self.syntax.predicate(verb).lemma).units.iter().any(|&u| {
                    self.lexicon.unit(u).roles.iter().any(|(slot, _)| *slot == SlotPattern::Indirect)
                });
            if double {
                for argument in &mut self.syntax.predicate_mut(verb).arguments {
                    if argument.slot == Slot::Object {
                        argument.slot = Slot::Indirect;
                    }
                }
                self.give(verb, Slot::Object, phrase);
            }
        }
    }

    /// A phrase that hangs on another tells a side of a tie (حليف روسيا).
    pub(super) fn is_side_of(&self, phrase: PhraseId) -> bool {
        let p = self.syntax.phrase(phrase);
        matches!(p.head, Head::Lemma(l) if {
            let lemma = self.lexicon.lemma(l);
            !lemma.units.is_empty() && lemma.class.contains(NounClass::HUMAN)
        })
    }

    /// على البلدين تجاوز الماضي: a masdar that is laid on somebody.
    pub(super) fn duty(&mut self, phrase: PhraseId) {
        let p = self.syntax.phrase(phrase).clone();
        let (Head::Lemma(lemma), Pos::Masdar) = (&p.head, p.cell.pos) else { return };
        let on = self.state().waiting.clone();
        let Some(&(_, who)) =
            on.iter().find(|(preposition, _)| self.lexicon.lemma(*preposition).text == "على")
        else {
            return;
        };
        let mut arguments = vec![Argument { slot: Slot::Subject, filler: Filler::Phrase(who) }];
        arguments.extend(p.genitive.map(|g| Argument { slot: Slot::Genitive, filler: Filler::Phrase(g) }));
        self.syntax.add_predicate(Predicate {
            tokens: p.head_tokens,
            lemma: *lemma,
            others: p.others.clone(),
            cell: p.cell,
            kind: PredicateKind::Nominal(phrase),
            passive: false,
            clause: self.current,
            arguments,
            negated: false,
            future: false,
            possible: false,
            necessary: true,
            auxiliaries: Vec::new(),
        });
    }

    pub(super) fn atom_of(&self, phrase: PhraseId) -> Atom {
        let tokens = self.syntax.phrase(phrase).tokens;
        self.syntax
            .atoms
            .iter()
            .find(|a| a.tokens.overlaps(tokens))
            .cloned()
            .unwrap_or_else(|| self.syntax.atoms[0].clone())
    }

    /// With a subject at hand from before, a thing after the verb is its object.
    pub(super) fn rather_object(&self, verb: PredicateId, phrase: PhraseId, state: &Progress) -> bool {
        let p = self.syntax.phrase(phrase);
        let predicate = self.syntax.predicate(verb);
        let Some(before) = state.inherited else { return false };
        if !self.lemma_is(Some(predicate.lemma), Behaviour::TRANSITIVE)
            || !self.agrees_verb(before, predicate.cell, true)
        {
            return false;
        }
        match p.head {
            Head::Lemma(l) => {
                let lemma = self.lexicon.lemma(l);
                lemma.sector.is_none()
                    && lemma.country.is_none()
                    && !lemma.class.intersects(NounClass::HUMAN | NounClass::GROUP | NounClass::TITLE)
            }
            _ => false,
        }
    }
}
