//! Clauses of English: subject before the verb, object after it, complements by valency.

mod arguments;
mod verbs;

use demarche_document::Span;
use demarche_lexicon::{Behaviour, Effect, Function, Lexicon};
use demarche_morphology::{Aspect, LemmaId, Pos};

use crate::roles::effect_of;
use crate::syntax::{Atom, AtomKind, Clause, ClauseId, Head, Link, PhraseId, PredicateId, Slot, Syntax};

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
}

/// Whether a participle opens its phrase rather than follows one.
fn false_start(atoms: &[Atom], at: usize) -> bool {
    at == 0 || matches!(atoms[at - 1].kind, AtomKind::Break(_) | AtomKind::Open(_))
}
