//! Clauses of Arabic: who governs whom, subject and object by order and agreement, complements by valency.

mod agreement;
mod arguments;
mod verbs;

use demarche_document::Span;
use demarche_lexicon::{Behaviour, Function, Lexicon, SlotPattern};
use demarche_morphology::{Cell, Gender, LemmaId, Number};

use super::words::subject_pronoun;
use crate::syntax::{
    Atom, AtomKind, Clause, ClauseId, Filler, Link, Parent, PhraseId, PredicateId, PredicateKind, Slot,
    Syntax,
};

/// What is known of a clause while it is read.
#[derive(Default, Clone)]
struct Progress {
    verb: Option<PredicateId>,
    topic: Option<PhraseId>,
    subject: Option<PhraseId>,
    object: bool,
    /// Who has what the clause goes on to name.
    owner: Option<PhraseId>,
    /// Complements that stand before the verb.
    waiting: Vec<(LemmaId, PhraseId)>,
    /// Subject of the clause it is joined to: its own where no other is told.
    inherited: Option<PhraseId>,
    /// The verb may still be the auxiliary of another.
    open_auxiliary: bool,
}

/// Marks that stand before a verb and bear on it.
#[derive(Default, Clone, Copy)]
struct Pending {
    negated: bool,
    qad: bool,
    future: bool,
    possible: bool,
    necessary: bool,
}

/// Reads clauses over the atoms of a sentence.
pub struct Clauses<'a> {
    lexicon: &'a Lexicon,
    syntax: &'a mut Syntax,
    states: Vec<Progress>,
    clause_of: Vec<ClauseId>,
    current: ClauseId,
    pending: Pending,
    joined: bool,
    after_break: bool,
    last_phrase: Option<PhraseId>,
    /// The phrase stood right before, with nothing between.
    adjacent: bool,
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
            pending: Pending::default(),
            joined: false,
            after_break: true,
            last_phrase: None,
            adjacent: false,
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
                AtomKind::Verb => {
                    self.verb(&atom);
                    at + 1
                }
                AtomKind::Particle(function) => self.particle(*function, &atom, at),
                AtomKind::Break(c) => {
                    self.pause(*c);
                    at + 1
                }
                AtomKind::Open(_) => {
                    self.open_quote(&atom);
                    at + 1
                }
                AtomKind::Close(_) => {
                    self.close_quote();
                    at + 1
                }
                AtomKind::Date(_) | AtomKind::Other => at + 1,
                AtomKind::Nominal if self.is_adverbial_participle(&atom) => {
                    self.participle(&atom);
                    at + 1
                }
                _ => self.bare_phrase(at),
            };
            self.extend(&atom);
        }
    }

    fn state(&mut self) -> &mut Progress {
        &mut self.states[self.current.0 as usize]
    }

    fn extend(&mut self, atom: &Atom) {
        let clause = &mut self.syntax.clauses[self.current.0 as usize];
        if self.current != ClauseId(0) {
            clause.tokens = clause.tokens.join(atom.tokens);
        }
    }

    fn lemma_is(&self, lemma: Option<LemmaId>, behaviour: Behaviour) -> bool {
        lemma.is_some_and(|l| self.lexicon.lemma(l).behaviour.intersects(behaviour))
    }

    fn particle(&mut self, function: Function, atom: &Atom, at: usize) -> usize {
        match function {
            Function::And | Function::Or | Function::But => self.joined = true,
            Function::Negator => {
                self.pending.negated = true;
                if self.syntax.atoms.get(at + 1).is_some_and(|next| next.kind != AtomKind::Verb) {
                    return at + 1;
                }
            }
            Function::Qad => self.pending.qad = true,
            Function::Future => self.pending.future = true,
            Function::May | Function::Perhaps => self.pending.possible = true,
            Function::Must => self.pending.necessary = true,
            Function::That | Function::To => self.content(atom),
            Function::Relative => self.relative(atom),
            Function::When => self.adverbial(Link::Temporal, atom),
            Function::If => self.adverbial(Link::Condition, atom),
            Function::Because | Function::Although => self.adverbial(Link::Circumstance, atom),
            Function::Purpose => self.adverbial(Link::Purpose, atom),
            Function::Preposition | Function::Between | Function::Agent | Function::According => {
                return self.preposition(function, atom, at);
            }
            Function::Connector if self.after_break => self.after_break = true,
            Function::Demonstrative | Function::Quantifier | Function::Pronoun => {
                return self.bare_phrase(at);
            }
            _ => {}
        }
        at + 1
    }

    fn open(&mut self, link: Link, governor: Option<PredicateId>, antecedent: Option<PhraseId>, atom: &Atom) {
        let quoted = self.syntax.clause(self.current).quoted;
        let id = self.syntax.add_clause(Clause {
            link,
            governor,
            antecedent,
            outer: Some(self.current),
            tokens: atom.tokens,
            quoted,
        });
        self.states.push(Progress::default());
        self.current = id;
        self.pending = Pending::default();
        self.joined = false;
        self.after_break = false;
        self.adjacent = false;
    }

    /// أن, إن: the content of what stands before.
    fn content(&mut self, atom: &Atom) {
        if self.joined {
            let mut at = Some(self.current);
            while let Some(clause) = at {
                if self.syntax.clause(clause).link == Link::Content {
                    let governor = self.syntax.clause(clause).governor;
                    self.leave_to(clause);
                    self.open(Link::Content, governor, None, atom);
                    self.content_pronoun(atom);
                    return;
                }
                at = self.syntax.clause(clause).outer;
            }
        }
        let governor = self.content_governor();
        self.open(Link::Content, governor, None, atom);
        self.content_pronoun(atom);
    }

    /// The pronoun on إنه, أنها is the topic of what follows.
    fn content_pronoun(&mut self, atom: &Atom) {
        if let Some(pronoun) = atom.pronoun {
            let topic = self.clitic(atom.tokens, pronoun);
            self.state().topic = Some(topic);
        }
    }

    /// The nearest verb that takes a content clause.
    fn content_governor(&self) -> Option<PredicateId> {
        let mut at = Some(self.current);
        let mut nearest = None;
        while let Some(clause) = at {
            if let Some(verb) = self.states[clause.0 as usize].verb {
                nearest = nearest.or(Some(verb));
                let lemma = self.lexicon.lemma(self.syntax.predicate(verb).lemma);
                if lemma.behaviour.intersects(Behaviour::CLAUSE | Behaviour::SPEECH)
                    || !lemma.modal.is_empty()
                {
                    return Some(verb);
                }
            }
            at = self.syntax.clause(clause).outer;
        }
        nearest
    }

    /// الذي, التي tell of a phrase; ما, حيث and their like go on with the clause.
    fn relative(&mut self, atom: &Atom) {
        if atom.cell.gender == Gender::Any && atom.cell.number == Number::Any {
            self.adverbial(Link::Circumstance, atom);
            return;
        }
        let agreeing = self.last_phrase.and_then(|last| self.antecedent(last, atom.cell));
        self.open(Link::Relative, None, agreeing, atom);
    }

    /// The phrase that a relative pronoun agrees with: the last one, or one that it hangs on, nearest first.
    fn antecedent(&self, last: PhraseId, cell: Cell) -> Option<PhraseId> {
        let candidates = self.around(last);
        candidates
            .iter()
            .copied()
            .find(|&c| self.agrees(c, cell.gender, cell.number))
            .or(candidates.first().copied())
    }

    /// The innermost phrase at the right edge of `last`, and those around it outwards.
    fn around(&self, last: PhraseId) -> Vec<PhraseId> {
        let mut chain = vec![last];
        let mut at = last;
        for _ in 0..8 {
            let phrase = self.syntax.phrase(at);
            let inner = phrase
                .conjuncts
                .last()
                .copied()
                .or(phrase.complements.last().map(|c| c.1))
                .or(phrase.genitive);
            let Some(inner) = inner else { break };
            chain.insert(0, inner);
            at = inner;
        }
        let head = self.syntax.phrase(last);
        if head.genitive.is_some() && head.complements.is_empty() && head.conjuncts.is_empty() {
            chain.reverse();
        }
        let mut at = last;
        for _ in 0..8 {
            let Some(Parent::Phrase(outer)) = self.syntax.phrase(at).parent else { break };
            chain.push(outer);
            at = outer;
        }
        chain
    }

    fn adverbial(&mut self, link: Link, atom: &Atom) {
        let governor = self.states[self.current.0 as usize].verb;
        self.open(link, governor, None, atom);
    }

    fn pause(&mut self, mark: char) {
        self.after_break = true;
        self.adjacent = false;
        match mark {
            '؛' | ';' => self.leave_to(ClauseId(0)),
            '.' | '؟' | '?' | '!' => self.next_in_quote(),
            _ => {}
        }
    }

    /// A full stop inside a quotation: the speaker goes on.
    fn next_in_quote(&mut self) {
        let mut at = Some(self.current);
        while let Some(clause) = at {
            let c = self.syntax.clause(clause).clone();
            if c.quoted && c.link == Link::Content && c.governor.is_some() {
                if self.states[clause.0 as usize].verb.is_none()
                    && self.states[clause.0 as usize].topic.is_none()
                {
                    return;
                }
                let last = self.syntax.atoms.iter().find(|a| a.tokens.start >= c.tokens.end).cloned();
                if let Some(atom) = last {
                    self.current = c.outer.unwrap_or(ClauseId(0));
                    self.open(Link::Content, c.governor, None, &atom);
                    self.syntax.clauses[self.current.0 as usize].quoted = true;
                    self.after_break = true;
                }
                return;
            }
            at = c.outer;
        }
    }

    fn open_quote(&mut self, atom: &Atom) {
        if atom.kind == AtomKind::Open('(') {
            return;
        }
        let speech = self.speech_governor();
        if speech.is_some() {
            self.open(Link::Content, speech, None, atom);
            self.syntax.clauses[self.current.0 as usize].quoted = true;
            self.after_break = true;
        }
    }

    /// A verb of speech still without its content.
    fn speech_governor(&self) -> Option<PredicateId> {
        let verb = self.states[self.current.0 as usize].verb?;
        self.lemma_is(Some(self.syntax.predicate(verb).lemma), Behaviour::SPEECH).then_some(verb)
    }

    fn close_quote(&mut self) {
        let mut at = Some(self.current);
        while let Some(clause) = at {
            let c = self.syntax.clause(clause);
            if c.quoted && c.outer.is_some_and(|o| !self.syntax.clause(o).quoted) {
                if let Some(outer) = c.outer {
                    self.leave_to(outer);
                }
                return;
            }
            at = c.outer;
        }
    }

    fn leave_to(&mut self, clause: ClauseId) {
        self.current = clause;
        self.adjacent = false;
    }

    /// Gives subjects to verbs that still lack one, and settles passives.
    fn finish(&mut self) {
        for index in 0..self.states.len() {
            let state = self.states[index].clone();
            let Some(verb) = state.verb else { continue };
            self.current = ClauseId(index as u32);
            self.settle_passive(verb, &state);
            let predicate = self.syntax.predicate(verb);
            if predicate.kind != PredicateKind::Finite
                || self.syntax.fillers(verb, Slot::Subject).next().is_some()
            {
                continue;
            }
            if self.syntax.predicate(verb).passive {
                continue;
            }
            let cell = self.syntax.predicate(verb).cell;
            if let Some(before) = state.inherited
                && self.agrees_verb(before, cell, true)
            {
                self.give(verb, Slot::Subject, before);
                continue;
            }
            let tokens = self.syntax.predicate(verb).tokens;
            let subject = self.clitic(tokens, subject_pronoun(cell));
            self.give(verb, Slot::Subject, subject);
        }
        while self.clause_of.len() < self.syntax.phrases.len() {
            self.clause_of.push(ClauseId(0));
        }
    }

    /// A transitive verb whose only phrase cannot well be who acts is passive: قتل سبعة جنود في هجوم.
    fn settle_passive(&mut self, verb: PredicateId, state: &Progress) {
        let predicate = self.syntax.predicate(verb);
        if predicate.passive {
            self.subject_to_object(verb, state);
            return;
        }
        let lemma = self.lexicon.lemma(predicate.lemma);
        let hurts = lemma.units.iter().any(|&u| {
            let unit = self.lexicon.unit(u);
            let frame = self.lexicon.frame(unit.frame);
            matches!(frame.root, Some(demarche_lexicon::Root::Assault | demarche_lexicon::Root::Coerce))
                && unit.roles.iter().any(|(slot, _)| *slot == SlotPattern::Object)
        });
        let alone = state.subject.is_some()
            && !state.object
            && state.topic.is_none()
            && self.syntax.fillers(verb, Slot::Object).next().is_none();
        let content = self.syntax.clauses.iter().any(|c| c.governor == Some(verb) && c.link == Link::Content);
        let relative = self.syntax.clause(predicate.clause).link == Link::Relative;
        let intransitive_use = lemma.units.iter().any(|&u| {
            let unit = self.lexicon.unit(u);
            unit.roles.iter().all(|(slot, _)| *slot != SlotPattern::Object)
                && predicate.arguments.iter().any(|a| match a.slot {
                    Slot::Preposition(p) => unit.roles.iter().any(|(s, _)| *s == SlotPattern::Preposition(p)),
                    _ => false,
                })
        });
        if hurts && alone && !content && !relative && !intransitive_use {
            self.syntax.predicate_mut(verb).passive = true;
            self.subject_to_object(verb, state);
        }
    }

    fn subject_to_object(&mut self, verb: PredicateId, state: &Progress) {
        let Some(surface) = state.subject else { return };
        let predicate = self.syntax.predicate_mut(verb);
        if predicate.arguments.iter().any(|a| a.slot == Slot::Object) {
            return;
        }
        let subjects = predicate.arguments.iter().filter(|a| a.slot == Slot::Subject).count();
        for argument in &mut predicate.arguments {
            if argument.slot == Slot::Subject && argument.filler == Filler::Phrase(surface) && subjects == 1 {
                argument.slot = Slot::Object;
            }
        }
        if let Some(Parent::Predicate(p, slot)) = &mut self.syntax.phrase_mut(surface).parent
            && *p == verb
        {
            *slot = Slot::Object;
        }
    }
}
