//! Clauses of Arabic: who governs whom, subject and object by order and agreement, complements by valency.

use demarche_document::{Span, Tokens};
use demarche_lexicon::{Behaviour, Effect, Function, Lexicon, NounClass, SlotPattern};
use demarche_morphology::{Aspect, Cell, Gender, LemmaId, Number, Person, Pos, Pronoun, State};

use super::phrases::Phrases;
use super::words::subject_pronoun;
use crate::attachment::{marks_object, nominal_host, wants};
use crate::syntax::{
    Argument, Atom, AtomKind, Clause, ClauseId, Filler, Head, Link, Parent, PhraseId, Predicate, PredicateId,
    PredicateKind, Slot, Syntax, genders_agree, numbers_agree,
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

    // ---- particles ----

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

    // ---- marks ----

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

    // ---- verbs ----

    fn verb(&mut self, atom: &Atom) {
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
    fn merge_auxiliary(&mut self, atom: &Atom, lemma: LemmaId) -> bool {
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
    fn place(&mut self, atom: &Atom) {
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
    fn sibling(&mut self, target: ClauseId, atom: &Atom, inherited: Option<PhraseId>) {
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
    fn described(&self, atom: &Atom) -> Option<PhraseId> {
        let last = self.last_phrase.filter(|_| !self.after_break)?;
        let phrase = self.syntax.phrase(last);
        let fits = !phrase.definite
            && matches!(phrase.head, Head::Lemma(_))
            && self.agrees_verb(last, atom.cell, true);
        fits.then_some(last)
    }

    /// رحلة … قام بها: an indefinite noun before the verb that a pronoun on the verb or just after it resumes.
    fn resumed(&self, verb: &Atom) -> Option<PhraseId> {
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

    fn is_adverbial_participle(&self, atom: &Atom) -> bool {
        atom.cell.pos == Pos::ActiveParticiple
            && !atom.definite
            && atom.pronoun.is_none()
            && (self.after_break || self.joined)
            && atom.cell.state == State::Absolute
            && atom.lemma.is_some_and(|l| self.lexicon.lemma(l).pos == Pos::Verb)
            && self.states.iter().any(|s| s.verb.is_some())
    }

    /// مشيرا إلى, مؤكدة أن: the subject of the clause around does this too.
    fn participle(&mut self, atom: &Atom) {
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

    // ---- phrases ----

    fn clitic(&mut self, tokens: Span<Tokens>, pronoun: Pronoun) -> PhraseId {
        let id = Phrases::new(self.lexicon, self.syntax).clitic(tokens, pronoun);
        self.own(id);
        id
    }

    /// Notes the clause of all phrases made since.
    fn own(&mut self, _last: PhraseId) {
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
    fn attach(&mut self, function: Function, atom: &Atom, preposition: LemmaId, phrase: PhraseId) {
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
    fn has_it(&mut self, atom: &Atom, preposition: LemmaId, who: PhraseId) -> bool {
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
    fn earlier_host(&self, preposition: LemmaId) -> Option<PhraseId> {
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

    fn names_act(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrase(phrase).head, Head::Lemma(l) if !self.lexicon.lemma(l).units.is_empty())
    }

    fn bare_phrase(&mut self, at: usize) -> usize {
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
    fn fill(&mut self, phrase: PhraseId) {
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
    fn is_side_of(&self, phrase: PhraseId) -> bool {
        let p = self.syntax.phrase(phrase);
        matches!(p.head, Head::Lemma(l) if {
            let lemma = self.lexicon.lemma(l);
            !lemma.units.is_empty() && lemma.class.contains(NounClass::HUMAN)
        })
    }

    /// على البلدين تجاوز الماضي: a masdar that is laid on somebody.
    fn duty(&mut self, phrase: PhraseId) {
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

    fn atom_of(&self, phrase: PhraseId) -> Atom {
        let tokens = self.syntax.phrase(phrase).tokens;
        self.syntax
            .atoms
            .iter()
            .find(|a| a.tokens.overlaps(tokens))
            .cloned()
            .unwrap_or_else(|| self.syntax.atoms[0].clone())
    }

    /// With a subject at hand from before, a thing after the verb is its object.
    fn rather_object(&self, verb: PredicateId, phrase: PhraseId, state: &Progress) -> bool {
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

    // ---- agreement ----

    fn features(&self, phrase: PhraseId) -> (Gender, Number, bool) {
        let p = self.syntax.phrase(phrase);
        let human = match &p.head {
            Head::Lemma(l) => {
                let lemma = self.lexicon.lemma(*l);
                lemma.class.intersects(NounClass::HUMAN | NounClass::TITLE) || lemma.country.is_some()
            }
            Head::Name(names) => names.iter().any(|&n| {
                self.lexicon
                    .name(n)
                    .kind
                    .intersects(demarche_lexicon::NameKind::PERSON | demarche_lexicon::NameKind::PEOPLE)
            }),
            Head::Pronoun(_) => true,
            Head::Unknown | Head::Number => false,
        };
        match &p.head {
            Head::Pronoun(pronoun) => (pronoun.gender, pronoun.number, true),
            Head::Unknown | Head::Number | Head::Name(_) => {
                let number = if p.conjuncts.is_empty() { p.cell.number } else { Number::Any };
                (p.cell.gender, number, human)
            }
            Head::Lemma(_) if !p.conjuncts.is_empty() => (p.cell.gender, Number::Any, human),
            Head::Lemma(_) => (p.cell.gender, p.cell.number, human),
        }
    }

    /// Whether a phrase agrees with features of a relative or pronoun.
    fn agrees(&self, phrase: PhraseId, gender: Gender, number: Number) -> bool {
        let (g, n, human) = self.features(phrase);
        if n == Number::Plural && !human {
            return genders_agree(gender, Gender::Feminine) && numbers_agree(number, Number::Singular);
        }
        genders_agree(g, gender) && numbers_agree(n, number)
    }

    fn pronoun_agrees(&self, phrase: PhraseId, pronoun: Pronoun) -> bool {
        pronoun.person == Person::Third && self.agrees(phrase, pronoun.gender, pronoun.number)
    }

    /// Whether a phrase may be the verb's subject: before the verb it agrees fully, after it in gender only and with a
    /// singular verb.
    fn agrees_verb(&self, phrase: PhraseId, cell: Cell, before: bool) -> bool {
        if cell.person != Person::Third {
            return false;
        }
        let (gender, number, human) = self.features(phrase);
        if before {
            return self.agrees(phrase, cell.gender, cell.number)
                || (human && number == Number::Any && cell.number == Number::Plural);
        }
        if matches!(cell.number, Number::Dual | Number::Plural) {
            return false;
        }
        if number == Number::Plural {
            return human
                || genders_agree(cell.gender, Gender::Feminine)
                || cell.gender == Gender::Masculine && gender == Gender::Masculine;
        }
        genders_agree(gender, cell.gender)
    }

    // ---- the end ----

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
