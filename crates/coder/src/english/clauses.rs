//! Clauses of English: subject before the verb, object after it, complements by valency.

use demarche_document::Span;
use demarche_lexicon::{Behaviour, Effect, Function, Lexicon, NounClass, SlotPattern};
use demarche_morphology::{Aspect, LemmaId, Pos};

use super::phrases::Phrases;
use crate::attachment::{nominal_host, wants};
use crate::roles::effect_of;
use crate::syntax::{
    Argument, Atom, AtomKind, Clause, ClauseId, Filler, Head, Link, Parent, PhraseId, Predicate, PredicateId,
    PredicateKind, Slot, Syntax,
};

/// What is known of a clause while it is read.
#[derive(Default, Clone)]
struct Progress {
    verb: Option<PredicateId>,
    topic: Option<PhraseId>,
    subject: Option<PhraseId>,
    object: Option<PhraseId>,
    inherited: Option<PhraseId>,
    /// "is", "was" without a participle yet.
    copula: bool,
}

/// Words that stand before a verb and bear on it.
#[derive(Default, Clone)]
struct Group {
    negated: bool,
    future: bool,
    possible: bool,
    necessary: bool,
    copula: bool,
    have: bool,
    infinitive: bool,
    begun: bool,
}

/// Reads clauses over the atoms of a sentence.
pub struct Clauses<'a> {
    lexicon: &'a Lexicon,
    syntax: &'a mut Syntax,
    states: Vec<Progress>,
    clause_of: Vec<ClauseId>,
    current: ClauseId,
    group: Group,
    joined: bool,
    after_break: bool,
    last_phrase: Option<PhraseId>,
    adjacent: bool,
    /// A phrase after a conjunction or comma: the subject of a verb, if one follows.
    next_subject: Option<PhraseId>,
}

impl<'a> Clauses<'a> {
    /// Reads the whole sentence; returns the clause of every phrase.
    pub fn read(lexicon: &'a Lexicon, syntax: &'a mut Syntax, tokens: usize) -> Vec<ClauseId> {
        syntax.add_clause(Clause {
            link: Link::Main,
            governor: None,
            antecedent: None,
            outer: None,
            tokens: Span::new(0, tokens),
            quoted: false,
        });
        let mut reader = Self {
            lexicon,
            syntax,
            states: vec![Progress::default()],
            clause_of: Vec::new(),
            current: ClauseId(0),
            group: Group::default(),
            joined: false,
            after_break: true,
            last_phrase: None,
            adjacent: false,
            next_subject: None,
        };
        reader.run();
        reader.finish();
        reader.clause_of
    }

    fn run(&mut self) {
        let mut at = 0;
        while at < self.syntax.atoms.len() {
            let atom = self.syntax.atoms[at].clone();
            at = match &atom.kind {
                AtomKind::Verb if self.is_modifier(at, &atom) => self.bare_phrase(at),
                AtomKind::Verb => {
                    self.verb(&atom);
                    at + 1
                }
                AtomKind::Particle(function) => self.particle(*function, &atom, at),
                AtomKind::Break(c) => {
                    self.pause(*c);
                    at + 1
                }
                AtomKind::Open(c) => {
                    self.open_quote(*c, &atom);
                    at + 1
                }
                AtomKind::Close(_) => {
                    self.close_quote();
                    at + 1
                }
                AtomKind::Date(_) | AtomKind::Other => at + 1,
                _ => self.bare_phrase(at),
            };
            if self.current != ClauseId(0) {
                let clause = &mut self.syntax.clauses[self.current.0 as usize];
                clause.tokens = clause.tokens.join(atom.tokens);
            }
        }
    }

    fn state(&mut self) -> &mut Progress {
        &mut self.states[self.current.0 as usize]
    }

    fn has(&self, lemma: LemmaId, behaviour: Behaviour) -> bool {
        self.lexicon.lemma(lemma).behaviour.intersects(behaviour)
    }

    /// A participle before a noun at the head of a phrase ("fighting forces") is part of the phrase.
    fn is_modifier(&self, at: usize, atom: &Atom) -> bool {
        let next_noun = self.syntax.atoms.get(at + 1).is_some_and(|n| n.kind == AtomKind::Nominal);
        atom.cell.pos == Pos::PassiveParticiple
            && next_noun
            && !self.group.begun
            && self.states[self.current.0 as usize].verb.is_none()
            && false_start(&self.syntax.atoms, at)
    }

    // ---- particles ----

    fn particle(&mut self, function: Function, atom: &Atom, at: usize) -> usize {
        match function {
            Function::And | Function::Or | Function::But => {
                self.joined = true;
                self.group = Group::default();
            }
            Function::Negator => self.group.negated = true,
            Function::Future => {
                self.group.future = true;
                self.group.begun = true;
            }
            Function::May => {
                self.group.possible = true;
                self.group.begun = true;
            }
            Function::Must => {
                self.group.necessary = true;
                self.group.begun = true;
            }
            Function::Perhaps => self.group.possible = true,
            Function::Copula => self.copula(),
            Function::Have => {
                self.group.have = true;
                self.group.begun = true;
            }
            Function::Do => self.group.begun = true,
            Function::To => return self.to(atom, at),
            Function::That => self.that(atom, at),
            Function::Relative => self.relative(atom),
            Function::Question if self.last_phrase.is_some() && self.adjacent => self.relative(atom),
            Function::When => return self.opener_or_preposition(Link::Temporal, atom, at),
            Function::If => self.adverbial(Link::Condition, atom),
            Function::Because | Function::Although => self.adverbial(Link::Circumstance, atom),
            Function::Purpose => self.adverbial(Link::Purpose, atom),
            Function::Preposition | Function::Between | Function::Agent | Function::According => {
                return self.preposition(function, atom, at);
            }
            Function::Pronoun
            | Function::Article
            | Function::Possessive
            | Function::Quantifier
            | Function::Demonstrative => {
                return self.bare_phrase(at);
            }
            _ => {}
        }
        at + 1
    }

    fn copula(&mut self) {
        self.group.copula = true;
        self.group.begun = true;
        if self.state().verb.is_none() {
            self.state().copula = true;
        }
    }

    fn open(&mut self, link: Link, governor: Option<PredicateId>, antecedent: Option<PhraseId>, atom: &Atom) {
        let quoted = self.syntax.clause(self.current).quoted;
        self.current = self.syntax.add_clause(Clause {
            link,
            governor,
            antecedent,
            outer: Some(self.current),
            tokens: atom.tokens,
            quoted,
        });
        self.states.push(Progress::default());
        self.group = Group::default();
        self.joined = false;
        self.after_break = false;
        self.adjacent = false;
    }

    /// The nearest verb on the way out that takes a content clause.
    fn content_governor(&self) -> Option<PredicateId> {
        let mut at = Some(self.current);
        let mut nearest = None;
        while let Some(clause) = at {
            if let Some(verb) = self.states[clause.0 as usize].verb {
                nearest = nearest.or(Some(verb));
                let lemma = self.lexicon.lemma(self.syntax.predicate(verb).lemma);
                if lemma.behaviour.intersects(Behaviour::CLAUSE | Behaviour::SPEECH) {
                    return Some(verb);
                }
            }
            at = self.syntax.clause(clause).outer;
        }
        nearest
    }

    fn that(&mut self, atom: &Atom, at: usize) {
        let next_verb = self.syntax.atoms.get(at + 1).is_some_and(|n| {
            n.kind == AtomKind::Verb
                || matches!(
                    n.kind,
                    AtomKind::Particle(Function::Copula | Function::Have | Function::May | Function::Future)
                )
        });
        let takes = self.states[self.current.0 as usize]
            .verb
            .is_some_and(|v| self.has(self.syntax.predicate(v).lemma, Behaviour::CLAUSE | Behaviour::SPEECH));
        if self.adjacent && (next_verb || !takes) && self.last_phrase.is_some() {
            self.relative(atom);
            return;
        }
        if self.joined {
            let mut clause = Some(self.current);
            while let Some(c) = clause {
                if self.syntax.clause(c).link == Link::Content {
                    let governor = self.syntax.clause(c).governor;
                    self.current = c;
                    self.open(Link::Content, governor, None, atom);
                    return;
                }
                clause = self.syntax.clause(c).outer;
            }
        }
        let governor = self.content_governor();
        self.open(Link::Content, governor, None, atom);
    }

    /// "to" before a verb opens an infinitive; else it is a preposition.
    fn to(&mut self, atom: &Atom, at: usize) -> usize {
        let verb_next =
            self.syntax.atoms[at + 1..].iter().find(|a| !matches!(a.kind, AtomKind::Other)).is_some_and(
                |n| n.kind == AtomKind::Verb && n.cell.aspect == Aspect::Base && n.cell.pos == Pos::Verb,
            );
        let auxiliary_next = self
            .syntax
            .atoms
            .get(at + 1)
            .is_some_and(|n| matches!(n.kind, AtomKind::Particle(Function::Copula | Function::Have)));
        if !verb_next && !auxiliary_next {
            return self.preposition(Function::Preposition, atom, at);
        }
        let governor = self.states[self.current.0 as usize].verb;
        let nominal = self.last_phrase.filter(|_| self.adjacent).filter(|&p| {
            matches!(self.syntax.phrase(p).head, Head::Lemma(l) if !self.lexicon.lemma(l).modal.is_empty())
        });
        let content =
            governor.is_some_and(|g| effect_of(self.lexicon, self.syntax, g, Slot::Content).is_some());
        let copula = self.states[self.current.0 as usize].copula && governor.is_none();
        let link = if content || nominal.is_some() || copula { Link::Content } else { Link::Purpose };
        let subject = self.controller(governor);
        self.open(link, governor, None, atom);
        self.group.infinitive = true;
        self.group.future = copula;
        self.state().inherited = subject;
        at + 1
    }

    /// Whose act an infinitive or gerund is: the object of urging verbs, else the subject.
    fn controller(&self, governor: Option<PredicateId>) -> Option<PhraseId> {
        let governor = governor?;
        let state = &self.states[self.syntax.predicate(governor).clause.0 as usize];
        let other = matches!(
            effect_of(self.lexicon, self.syntax, governor, Slot::Content),
            Some(Effect::Demand | Effect::Cause | Effect::Allow | Effect::Prevent)
        ) || self.last_is_object(state);
        if other {
            state.object.or(self.last_phrase.filter(|_| self.adjacent)).or(state.subject)
        } else {
            state.subject.or(state.inherited)
        }
    }

    fn last_is_object(&self, state: &Progress) -> bool {
        self.adjacent && state.object.is_some() && state.object == self.last_phrase && {
            matches!(self.syntax.phrase(state.object.unwrap_or(PhraseId(0))).head, Head::Name(_))
        }
    }

    fn relative(&mut self, atom: &Atom) {
        let antecedent = self.last_phrase;
        self.open(Link::Relative, None, antecedent, atom);
    }

    fn adverbial(&mut self, link: Link, atom: &Atom) {
        let governor = self.states[self.current.0 as usize].verb;
        self.open(link, governor, None, atom);
    }

    /// after, before, since, until: a preposition unless a verb follows its phrase.
    fn opener_or_preposition(&mut self, link: Link, atom: &Atom, at: usize) -> usize {
        let verb_first = self.syntax.atoms[at + 1..]
            .iter()
            .take(14)
            .take_while(|a| !matches!(a.kind, AtomKind::Break(_) | AtomKind::Close(_)))
            .any(|a| {
                (a.kind == AtomKind::Verb && a.cell.pos == Pos::Verb)
                    || matches!(
                        a.kind,
                        AtomKind::Particle(
                            Function::Copula | Function::Have | Function::Future | Function::May
                        )
                    )
            });
        let gerund = self
            .syntax
            .atoms
            .get(at + 1)
            .is_some_and(|a| a.kind == AtomKind::Verb && a.cell.pos == Pos::ActiveParticiple);
        if gerund {
            let governor = self.states[self.current.0 as usize].verb;
            let subject = self.states[self.current.0 as usize].subject;
            self.open(link, governor, None, atom);
            self.state().inherited = subject;
            return at + 1;
        }
        if verb_first {
            self.adverbial(link, atom);
            return at + 1;
        }
        self.preposition(Function::Preposition, atom, at)
    }

    // ---- marks ----

    fn pause(&mut self, mark: char) {
        self.after_break = true;
        self.adjacent = false;
        self.group = Group::default();
        if mark == ';' {
            self.current = ClauseId(0);
        }
        if mark == ',' {
            self.leave_closed();
        }
    }

    /// A comma ends a relative or adverbial clause that has its verb, if the clause around still lacks one.
    fn leave_closed(&mut self) {
        let mut at = self.current;
        while let Some(outer) = self.syntax.clause(at).outer {
            let c = self.syntax.clause(at);
            let done = self.states[at.0 as usize].verb.is_some();
            if !done || c.link == Link::Content && c.quoted {
                break;
            }
            let waits = self.states[outer.0 as usize].verb.is_none();
            if matches!(
                c.link,
                Link::Relative | Link::Temporal | Link::Condition | Link::Circumstance | Link::Purpose
            ) && waits
            {
                self.current = outer;
                return;
            }
            at = outer;
        }
    }

    fn open_quote(&mut self, mark: char, atom: &Atom) {
        if matches!(mark, '(' | '[') {
            return;
        }
        let speech = self.states[self.current.0 as usize]
            .verb
            .filter(|&v| self.has(self.syntax.predicate(v).lemma, Behaviour::SPEECH));
        if speech.is_some() {
            self.open(Link::Content, speech, None, atom);
            self.syntax.clauses[self.current.0 as usize].quoted = true;
            self.after_break = true;
        }
    }

    fn close_quote(&mut self) {
        let mut at = Some(self.current);
        while let Some(clause) = at {
            let c = self.syntax.clause(clause);
            if c.quoted && c.outer.is_some_and(|o| !self.syntax.clause(o).quoted) {
                self.current = c.outer.unwrap_or(ClauseId(0));
                return;
            }
            at = c.outer;
        }
    }

    // ---- verbs ----

    fn verb(&mut self, atom: &Atom) {
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

    fn settle(&mut self) {
        self.joined = false;
        self.after_break = false;
        self.adjacent = false;
    }

    fn predicate(
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

    fn give_subject(&mut self, subject: Option<PhraseId>, passive: bool) {
        let (Some(subject), Some(verb)) = (subject, self.state().verb) else { return };
        let slot = if passive { Slot::Object } else { Slot::Subject };
        self.give(verb, slot, subject);
        self.state().subject = Some(subject);
        if passive {
            self.state().object = Some(subject);
        }
    }

    /// Finds or opens the clause of a finite verb.
    fn place(&mut self, atom: &Atom, lemma: LemmaId, group: &Group) {
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
    fn quoted_before(&mut self, atom: &Atom, speaker: Option<PhraseId>) {
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

    fn detach(&mut self, verb: PredicateId, phrase: PhraseId) {
        self.syntax.predicate_mut(verb).arguments.retain(|a| a.filler != Filler::Phrase(phrase));
        if matches!(self.syntax.phrase(phrase).parent, Some(Parent::Predicate(p, _)) if p == verb) {
            self.syntax.phrase_mut(phrase).parent = None;
        }
    }

    /// "killing seven", "troops fighting rebels", "a deal signed by".
    fn participle(&mut self, atom: &Atom, lemma: LemmaId) {
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

    // ---- phrases ----

    fn own(&mut self) {
        while self.clause_of.len() < self.syntax.phrases.len() {
            self.clause_of.push(self.current);
        }
    }

    fn give(&mut self, predicate: PredicateId, slot: Slot, phrase: PhraseId) {
        if self.syntax.phrase(phrase).parent.is_none() {
            self.syntax.attach(predicate, slot, Filler::Phrase(phrase));
        } else {
            self.syntax
                .predicate_mut(predicate)
                .arguments
                .push(Argument { slot, filler: Filler::Phrase(phrase) });
        }
    }

    fn preposition(&mut self, function: Function, atom: &Atom, at: usize) -> usize {
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
    fn accuses(&self, verb: PredicateId, preposition: LemmaId) -> bool {
        let lemma = self.lexicon.lemma(self.syntax.predicate(verb).lemma);
        lemma.units.iter().any(|&u| {
            let roles = &self.lexicon.unit(u).roles;
            roles.iter().any(|(s, _)| *s == SlotPattern::Object)
                && roles.iter().any(|(s, r)| {
                    *s == SlotPattern::Preposition(preposition) && *r == demarche_lexicon::Role::Topic
                })
        })
    }

    fn attach(&mut self, function: Function, preposition: LemmaId, phrase: PhraseId) {
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

    fn bare_phrase(&mut self, at: usize) -> usize {
        let Some((phrase, next)) = Phrases::new(self.lexicon, self.syntax).read(at) else { return at + 1 };
        self.own();
        self.fill(phrase);
        self.last_phrase = Some(phrase);
        self.adjacent = true;
        self.after_break = false;
        next.max(at + 1)
    }

    /// Subject of the verb to come, object of the verb that stood, or what the subject is.
    fn fill(&mut self, phrase: PhraseId) {
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

    fn is_side_word(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrase(phrase).head, Head::Lemma(l) if {
            let lemma = self.lexicon.lemma(l);
            !lemma.units.is_empty() || lemma.class.intersects(NounClass::TITLE)
        })
    }

    fn takes_two(&self, verb: PredicateId) -> bool {
        let lemma = self.lexicon.lemma(self.syntax.predicate(verb).lemma);
        lemma
            .units
            .iter()
            .any(|&u| self.lexicon.unit(u).roles.iter().any(|(s, _)| *s == SlotPattern::Indirect))
    }

    fn finish(&mut self) {
        while self.clause_of.len() < self.syntax.phrases.len() {
            self.clause_of.push(ClauseId(0));
        }
    }
}

/// Whether a participle opens its phrase rather than follows one.
fn false_start(atoms: &[Atom], at: usize) -> bool {
    at == 0 || matches!(atoms[at - 1].kind, AtomKind::Break(_) | AtomKind::Open(_))
}
