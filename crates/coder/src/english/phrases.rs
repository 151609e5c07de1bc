//! Noun phrases of English: determiners, adjectives, compounds, possessives, `of`, titles with names, lists.

use demarche_document::{Span, Tokens};
use demarche_lexicon::{Function, Lexicon, NameKind, NounClass};
use demarche_morphology::{Cell, LemmaId, Number, Pos, Pronoun};

use crate::syntax::{Atom, AtomKind, Head, Parent, Phrase, PhraseId, Syntax};

/// Reads noun phrases off the atoms of a [`Syntax`].
pub struct Phrases<'a> {
    lexicon: &'a Lexicon,
    syntax: &'a mut Syntax,
}

/// Deepest nesting that is followed.
const DEPTH: usize = 10;

impl<'a> Phrases<'a> {
    /// Works on the atoms of `syntax` and adds phrases to it.
    pub fn new(lexicon: &'a Lexicon, syntax: &'a mut Syntax) -> Self {
        Self { lexicon, syntax }
    }

    /// The phrase that starts at the atom `at`, conjuncts included, and the atom after it.
    pub fn read(&mut self, at: usize) -> Option<(PhraseId, usize)> {
        let (first, mut next) = self.simple(at, 0)?;
        if let Some(after) = self.list(first, next) {
            return Some((first, after));
        }
        while self.is(next, |k| matches!(k, AtomKind::Particle(Function::And | Function::Or))) {
            let Some((conjunct, after)) = self.simple(next + 1, 0) else { break };
            if !self.joins(first, conjunct) || self.begins_clause(first, after) {
                break;
            }
            self.join(first, conjunct);
            next = after;
        }
        Some((first, next))
    }

    fn atom(&self, at: usize) -> Option<&Atom> {
        self.syntax.atoms.get(at)
    }

    fn is(&self, at: usize, test: impl Fn(&AtomKind) -> bool) -> bool {
        self.atom(at).is_some_and(|a| test(&a.kind))
    }

    fn join(&mut self, first: PhraseId, conjunct: PhraseId) {
        self.syntax.phrase_mut(conjunct).parent = Some(Parent::Phrase(first));
        self.syntax.phrase_mut(first).conjuncts.push(conjunct);
    }

    /// A, B and C.
    fn list(&mut self, first: PhraseId, at: usize) -> Option<usize> {
        let mut items = Vec::new();
        let mut next = at;
        while self.is(next, |k| *k == AtomKind::Break(',')) && items.len() < 12 {
            let joined = self.is(next + 1, |k| matches!(k, AtomKind::Particle(Function::And | Function::Or)));
            let (item, after) = self.simple(next + 1 + usize::from(joined), 0)?;
            if !self.acts(first) || !self.acts(item) {
                return None;
            }
            items.push(item);
            next = after;
            if joined {
                break;
            }
            if self.is(next, |k| matches!(k, AtomKind::Particle(Function::And | Function::Or))) {
                let (last, after) = self.simple(next + 1, 0)?;
                if !self.acts(last) {
                    return None;
                }
                items.push(last);
                next = after;
                for item in items {
                    self.join(first, item);
                }
                return Some(next);
            }
        }
        None
    }

    /// "and Russia said": the conjunct is the subject of a verb of its own after a verb's object.
    fn begins_clause(&self, first: PhraseId, after: usize) -> bool {
        let object = self.syntax.phrase(first).tokens.start > 0
            && self.syntax.atoms.iter().any(|a| {
                a.kind == AtomKind::Verb
                    && a.cell.pos == Pos::Verb
                    && a.tokens.end <= self.syntax.phrase(first).tokens.start
            });
        object
            && self.is(after, |k| {
                matches!(
                    k,
                    AtomKind::Verb
                        | AtomKind::Particle(
                            Function::Copula | Function::Have | Function::Future | Function::May
                        )
                )
            })
    }

    /// One phrase without conjuncts.
    fn simple(&mut self, at: usize, depth: usize) -> Option<(PhraseId, usize)> {
        if depth > DEPTH {
            return None;
        }
        let start = self.atom(at)?.clone();
        if start.kind == AtomKind::Particle(Function::Pronoun)
            && start.cell.number == Number::Dual
            && self.is(at + 1, |k| matches!(k, AtomKind::Nominal | AtomKind::Adjective))
        {
            let (id, next) = self.simple(at + 1, depth + 1)?;
            let phrase = self.syntax.phrase_mut(id);
            phrase.definite = true;
            phrase.cell.number = Number::Dual;
            phrase.tokens = start.tokens.join(phrase.tokens);
            return Some((id, next));
        }
        if let AtomKind::Particle(Function::Pronoun) = start.kind {
            let pronoun =
                Pronoun { person: start.cell.person, gender: start.cell.gender, number: start.cell.number };
            return Some((self.bare(start.tokens, Head::Pronoun(pronoun), start.cell), at + 1));
        }
        let mut next = at;
        let mut quantity = None;
        let mut definite = false;
        let mut possessor = None;
        let mut adjectives: Vec<(LemmaId, Span<Tokens>)> = Vec::new();
        let mut modifiers: Vec<(usize, Atom)> = Vec::new();
        while let Some(atom) = self.atom(next).cloned() {
            match &atom.kind {
                AtomKind::Particle(Function::Article | Function::Quantifier) if modifiers.is_empty() => {
                    definite |= atom.definite;
                }
                AtomKind::Particle(Function::Demonstrative) if modifiers.is_empty() => definite = true,
                AtomKind::Particle(Function::Possessive) if modifiers.is_empty() => {
                    definite = true;
                    let pronoun = Pronoun {
                        person: atom.cell.person,
                        gender: atom.cell.gender,
                        number: atom.cell.number,
                    };
                    possessor = Some(self.bare(atom.tokens, Head::Pronoun(pronoun), atom.cell));
                }
                AtomKind::Number(value) => quantity = value.or(quantity),
                AtomKind::Adjective => adjectives.extend(atom.lemma.map(|l| (l, atom.tokens))),
                AtomKind::Nominal | AtomKind::Name(_) | AtomKind::Unknown => {
                    modifiers.push((next, atom.clone()))
                }
                AtomKind::Verb
                    if matches!(atom.cell.pos, Pos::ActiveParticiple | Pos::PassiveParticiple)
                        && modifiers.is_empty()
                        && next > at
                        && self.is(next + 1, |k| matches!(k, AtomKind::Nominal | AtomKind::Adjective)) => {}
                _ => break,
            }
            next += 1;
            if self.ends_core(&modifiers, next) {
                break;
            }
        }
        let head_atom = match modifiers.last() {
            Some((_, atom)) => atom.clone(),
            None => {
                let &(lemma, tokens) = adjectives.last()?;
                let people = self.lexicon.lemma(lemma).country.is_some();
                if !people && !definite {
                    return None;
                }
                adjectives.pop();
                Atom { tokens, kind: AtomKind::Adjective, lemma: Some(lemma), ..self.atom(at)?.clone() }
            }
        };
        let head = match &head_atom.kind {
            AtomKind::Name(names) => Head::Name(names.clone()),
            AtomKind::Nominal | AtomKind::Adjective => Head::Lemma(head_atom.lemma?),
            _ => Head::Unknown,
        };
        modifiers.pop();
        let named = matches!(head, Head::Name(_)) || (head == Head::Unknown && head_atom.definite);
        let phrase = Phrase {
            tokens: start.tokens.join(head_atom.tokens),
            head_tokens: head_atom.tokens,
            head,
            others: Vec::new(),
            cell: head_atom.cell,
            definite: definite || named,
            quantity,
            adjectives,
            nationalities: Vec::new(),
            genitive: None,
            possessor,
            subject: None,
            appositions: Vec::new(),
            conjuncts: Vec::new(),
            complements: Vec::new(),
            parent: None,
        };
        let mut id = self.syntax.add_phrase(phrase);
        if let Some(possessor) = possessor {
            self.syntax.phrase_mut(possessor).parent = Some(Parent::Phrase(id));
        }
        self.modify(id, &modifiers);
        if self.is(next, |k| matches!(k, AtomKind::Particle(Function::Preposition)))
            && self.preposition_is(next, "'s")
            && let Some((owned, after)) = self.simple(next + 1, depth + 1)
        {
            self.syntax.phrase_mut(id).parent = Some(Parent::Phrase(owned));
            let tokens = self.syntax.phrase(id).tokens;
            let outer = self.syntax.phrase_mut(owned);
            outer.tokens = tokens.join(outer.tokens);
            outer.definite = true;
            outer.genitive = outer.genitive.or(Some(id));
            id = owned;
            next = after;
        }
        if self.preposition_is(next, "of")
            && let Some((of, after)) = self.simple(next + 1, depth + 1)
        {
            let partitive = matches!(self.syntax.phrase(id).head,
                Head::Lemma(l) if self.lexicon.lemma(l).class.contains(NounClass::PARTITIVE)
                    || self.lexicon.lemma(l).class.contains(NounClass::UNIT));
            if partitive {
                let (tokens, quantity) = (self.syntax.phrase(id).tokens, self.syntax.phrase(id).quantity);
                let matter = self.syntax.phrase_mut(of);
                matter.tokens = tokens.join(matter.tokens);
                matter.quantity = matter.quantity.or(quantity);
                id = of;
            } else if self.syntax.phrase(id).genitive.is_none() {
                let mut last = after;
                while self.is(last, |k| matches!(k, AtomKind::Particle(Function::And))) {
                    let Some((more, end)) = self.simple(last + 1, depth + 1) else { break };
                    if !self.joins(of, more) || self.begins_clause(of, end) {
                        break;
                    }
                    self.join(of, more);
                    last = end;
                }
                self.syntax.phrase_mut(of).parent = Some(Parent::Phrase(id));
                let tokens = self.syntax.phrase(of).tokens;
                let outer = self.syntax.phrase_mut(id);
                outer.genitive = Some(of);
                outer.tokens = outer.tokens.join(tokens);
                return Some((id, self.after_comma(id, last, depth)));
            } else {
                let preposition = self.atom(next)?.lemma?;
                self.syntax.complement(id, preposition, of);
            }
            next = after;
        }
        Some((id, self.after_comma(id, next, depth)))
    }

    /// A title closes the compound before a name; a name closes it before another name.
    fn ends_core(&self, modifiers: &[(usize, Atom)], next: usize) -> bool {
        let Some((_, last)) = modifiers.last() else { return false };
        let Some(following) = self.atom(next) else { return true };
        matches!(
            (&last.kind, &following.kind),
            (_, AtomKind::Adjective) | (AtomKind::Nominal | AtomKind::Name(_), AtomKind::Number(_))
        )
    }

    /// Nouns and names before the head: a title beside a name, an owner before a noun.
    fn modify(&mut self, id: PhraseId, modifiers: &[(usize, Atom)]) {
        let named = matches!(self.syntax.phrase(id).head, Head::Name(_) | Head::Unknown);
        let title_at = modifiers.iter().rposition(|(_, m)| {
            m.kind == AtomKind::Nominal
                && m.lemma.is_some_and(|l| {
                    self.lexicon.lemma(l).class.intersects(NounClass::TITLE | NounClass::HUMAN)
                        || self.lexicon.lemma(l).sector.is_some()
                })
        });
        for (index, (_, modifier)) in modifiers.iter().enumerate() {
            let head = match &modifier.kind {
                AtomKind::Name(names) => Head::Name(names.clone()),
                AtomKind::Nominal => match modifier.lemma {
                    Some(l) => Head::Lemma(l),
                    None => continue,
                },
                _ => Head::Unknown,
            };
            let inner = self.bare(modifier.tokens, head, modifier.cell);
            self.syntax.phrase_mut(inner).parent = Some(Parent::Phrase(id));
            if named && Some(index) == title_at {
                let adjectives = std::mem::take(&mut self.syntax.phrase_mut(id).adjectives);
                self.syntax.phrase_mut(inner).adjectives = adjectives;
                self.syntax.phrase_mut(id).appositions.push(inner);
            } else if matches!(modifier.kind, AtomKind::Name(_)) {
                let host = match title_at {
                    Some(at) if named && index < at => None,
                    _ => Some(id),
                };
                match host {
                    Some(host) => {
                        let phrase = self.syntax.phrase_mut(host);
                        phrase.genitive = phrase.genitive.or(Some(inner));
                    }
                    None => self.pending_owner(id, inner),
                }
            } else if matches!(modifier.kind, AtomKind::Nominal)
                && !named
                && let Some(lemma) = modifier.lemma
            {
                self.syntax.phrase_mut(id).adjectives.push((lemma, modifier.tokens));
            }
        }
        if named && let Some(&title) = self.syntax.phrase(id).appositions.first() {
            let owner = self.syntax.phrase(id).genitive;
            if let Some(owner) = owner {
                self.syntax.phrase_mut(title).genitive = Some(owner);
                self.syntax.phrase_mut(owner).parent = Some(Parent::Phrase(title));
                self.syntax.phrase_mut(id).genitive = None;
            }
            let possessor = self.syntax.phrase_mut(id).possessor.take();
            self.syntax.phrase_mut(title).possessor = possessor;
        }
    }

    /// "US President X": the owner stands before the title.
    fn pending_owner(&mut self, id: PhraseId, owner: PhraseId) {
        let phrase = self.syntax.phrase_mut(id);
        phrase.genitive = phrase.genitive.or(Some(owner));
    }

    /// Sergei Lavrov, the Russian foreign minister, …
    fn after_comma(&mut self, id: PhraseId, next: usize, depth: usize) -> usize {
        if depth > 0 || !self.is(next, |k| *k == AtomKind::Break(',')) || !self.is_person(id) {
            return next;
        }
        let kept = self.syntax.phrases.len();
        let Some((inner, after)) = self.simple(next + 1, 1) else { return next };
        let titled = matches!(self.syntax.phrase(inner).head,
            Head::Lemma(l) if self.lexicon.lemma(l).class.contains(NounClass::TITLE));
        let closed = self.is(after, |k| *k == AtomKind::Break(','));
        if titled && closed {
            let tokens = self.syntax.phrase(inner).tokens;
            self.syntax.phrase_mut(inner).parent = Some(Parent::Phrase(id));
            let phrase = self.syntax.phrase_mut(id);
            phrase.appositions.push(inner);
            phrase.tokens = phrase.tokens.join(tokens);
            after + 1
        } else {
            self.syntax.phrases.truncate(kept);
            next
        }
    }

    fn is_person(&self, id: PhraseId) -> bool {
        match &self.syntax.phrase(id).head {
            Head::Unknown => self.syntax.phrase(id).definite,
            Head::Name(names) => names.iter().any(|&n| self.lexicon.name(n).kind.contains(NameKind::PERSON)),
            _ => false,
        }
    }

    fn preposition_is(&self, at: usize, word: &str) -> bool {
        self.atom(at).is_some_and(|a| {
            matches!(a.kind, AtomKind::Particle(_))
                && a.lemma.is_some_and(|l| self.lexicon.lemma(l).text == word)
        })
    }

    fn bare(&mut self, tokens: Span<Tokens>, head: Head, cell: Cell) -> PhraseId {
        self.syntax.add_phrase(Phrase {
            tokens,
            head_tokens: tokens,
            head,
            others: Vec::new(),
            cell,
            definite: true,
            quantity: None,
            adjectives: Vec::new(),
            nationalities: Vec::new(),
            genitive: None,
            possessor: None,
            subject: None,
            appositions: Vec::new(),
            conjuncts: Vec::new(),
            complements: Vec::new(),
            parent: None,
        })
    }

    /// Whether two phrases with a conjunction between them are likes.
    fn joins(&self, first: PhraseId, second: PhraseId) -> bool {
        let pronoun = |p: PhraseId| matches!(self.syntax.phrase(p).head, Head::Pronoun(_));
        !pronoun(first) && !pronoun(second) && self.acts(first) == self.acts(second)
    }

    fn acts(&self, id: PhraseId) -> bool {
        let phrase = self.syntax.phrase(id);
        match &phrase.head {
            Head::Name(_) => true,
            Head::Unknown => phrase.definite,
            Head::Pronoun(_) | Head::Number => false,
            Head::Lemma(l) => {
                let lemma = self.lexicon.lemma(*l);
                lemma.sector.is_some()
                    || lemma.country.is_some()
                    || lemma.class.intersects(NounClass::HUMAN | NounClass::GROUP | NounClass::TITLE)
            }
        }
    }
}
