//! Noun phrases of Arabic: idafa chains, adjectives, titles with names, coordination.

use demarche_document::{Span, Tokens};
use demarche_lexicon::{Function, Lexicon, NameKind, NounClass};
use demarche_morphology::{Cell, Gender, Number, Pos, Pronoun, State};

use crate::syntax::{Atom, AtomKind, Head, Parent, Phrase, PhraseId, Syntax};

/// Reads noun phrases off the atoms of a [`Syntax`].
pub struct Phrases<'a> {
    lexicon: &'a Lexicon,
    syntax: &'a mut Syntax,
}

/// Deepest idafa that is followed.
const DEPTH: usize = 12;

impl<'a> Phrases<'a> {
    /// Works on the atoms of `syntax` and adds phrases to it.
    pub fn new(lexicon: &'a Lexicon, syntax: &'a mut Syntax) -> Self {
        Self { lexicon, syntax }
    }

    /// The phrase that starts at the atom `at`, conjuncts included, and the atom after it.
    pub fn read(&mut self, at: usize) -> Option<(PhraseId, usize)> {
        let (first, mut next) = self.simple(at, 0)?;
        while let Some(Atom { kind: AtomKind::Particle(Function::And | Function::Or), .. }) = self.atom(next)
        {
            let Some((conjunct, after)) = self.simple(next + 1, 0) else { break };
            if !self.joins(first, conjunct, after) {
                break;
            }
            self.syntax.phrase_mut(conjunct).parent = Some(Parent::Phrase(first));
            self.syntax.phrase_mut(first).conjuncts.push(conjunct);
            next = after;
        }
        Some((first, next))
    }

    fn atom(&self, at: usize) -> Option<&Atom> {
        self.syntax.atoms.get(at)
    }

    /// One phrase without conjuncts.
    fn simple(&mut self, at: usize, depth: usize) -> Option<(PhraseId, usize)> {
        let mut next = at;
        let mut quantity = None;
        let mut determined = false;
        let mut definite_by_front = false;
        loop {
            let atom = self.atom(next)?;
            match atom.kind {
                AtomKind::Particle(Function::Demonstrative) => definite_by_front = true,
                AtomKind::Particle(Function::Quantifier) if atom.pronoun.is_none() => {}
                AtomKind::Number(value) => quantity = value.or(quantity),
                AtomKind::Adjective if !atom.definite && self.is_elative(next) => {}
                _ => break,
            }
            determined = true;
            next += 1;
        }
        let atom = self.atom(next)?.clone();
        let first_token = self.atom(at)?.tokens;
        let head = match &atom.kind {
            AtomKind::Name(names) => Head::Name(names.clone()),
            AtomKind::Unknown => Head::Unknown,
            AtomKind::Nominal => Head::Lemma(atom.lemma?),
            AtomKind::Adjective if determined || atom.definite || depth > 0 || self.is_people(&atom) => {
                Head::Lemma(atom.lemma?)
            }
            AtomKind::Particle(Function::Pronoun) => Head::Pronoun(pronoun_of(atom.cell)),
            _ if determined => {
                let phrase = self.bare(first_token, Head::Number, Cell::of(Pos::Number), quantity);
                return Some((phrase, next));
            }
            _ => return None,
        };
        let mut phrase = Phrase {
            tokens: first_token.join(atom.tokens),
            head_tokens: atom.tokens,
            head,
            others: atom.others.clone(),
            cell: atom.cell,
            definite: atom.definite || definite_by_front,
            quantity,
            adjectives: Vec::new(),
            nationalities: Vec::new(),
            genitive: None,
            possessor: None,
            subject: None,
            appositions: Vec::new(),
            conjuncts: Vec::new(),
            complements: Vec::new(),
            parent: None,
        };
        next += 1;
        if let Some(pronoun) = atom.pronoun
            && !matches!(phrase.head, Head::Pronoun(_))
        {
            phrase.possessor =
                Some(self.bare(atom.tokens, Head::Pronoun(pronoun), Cell::of(Pos::Particle), None));
        }
        if let Some(matter) = self.matter(&phrase, next, depth) {
            return Some(matter);
        }
        if self.takes_genitive(&phrase, &atom)
            && depth < DEPTH
            && self.starts_genitive(next)
            && let Some((genitive, after)) = self.simple(next, depth + 1)
        {
            phrase.definite |= self.syntax.phrase(genitive).definite;
            phrase.tokens = phrase.tokens.join(self.syntax.phrase(genitive).tokens);
            phrase.genitive = Some(genitive);
            next = after;
        }
        next = self.adjectives(&mut phrase, next);
        let id = self.syntax.add_phrase(phrase);
        for inner in [self.syntax.phrase(id).genitive, self.syntax.phrase(id).possessor].into_iter().flatten()
        {
            self.syntax.phrase_mut(inner).parent = Some(Parent::Phrase(id));
        }
        if depth == 0 {
            next = self.appositions(id, next);
        }
        Some((id, next))
    }

    /// أقوى أعضاء, أول هجوم: an indefinite adjective right before its noun.
    fn is_elative(&self, at: usize) -> bool {
        let country =
            self.atom(at).and_then(|a| a.lemma).is_some_and(|l| self.lexicon.lemma(l).country.is_some());
        !country
            && self
                .atom(at + 1)
                .is_some_and(|n| n.kind == AtomKind::Nominal && matches!(n.cell.pos, Pos::Noun | Pos::Masdar))
    }

    fn bare(&mut self, tokens: Span<Tokens>, head: Head, cell: Cell, quantity: Option<f64>) -> PhraseId {
        self.syntax.add_phrase(Phrase {
            tokens,
            head_tokens: tokens,
            head,
            others: Vec::new(),
            cell,
            definite: true,
            quantity,
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

    /// A phrase of a pronoun written at the end of a particle or verb.
    pub fn clitic(&mut self, tokens: Span<Tokens>, pronoun: Pronoun) -> PhraseId {
        self.bare(tokens, Head::Pronoun(pronoun), Cell::of(Pos::Particle), None)
    }

    /// After a word of measure, the matter is what counts: عدد من الجنود, سلسلة صفقات.
    fn matter(&mut self, phrase: &Phrase, next: usize, depth: usize) -> Option<(PhraseId, usize)> {
        let Head::Lemma(lemma) = phrase.head else { return None };
        if !self.lexicon.lemma(lemma).class.contains(NounClass::PARTITIVE) || depth >= DEPTH {
            return None;
        }
        let start = match &self.atom(next)?.kind {
            AtomKind::Particle(Function::Preposition)
                if self.atom(next)?.lemma.is_some_and(|l| self.lexicon.lemma(l).text == "من")
                    && self.atom(next)?.pronoun.is_none() =>
            {
                next + 1
            }
            _ if self.starts_genitive(next) => next,
            _ => return None,
        };
        let (inner, after) = self.simple(start, depth + 1)?;
        let matter = self.syntax.phrase_mut(inner);
        matter.tokens = phrase.tokens.join(matter.tokens);
        matter.quantity = matter.quantity.or(phrase.quantity);
        let after = if depth == 0 { self.appositions(inner, after) } else { after };
        Some((inner, after))
    }

    fn is_people(&self, atom: &Atom) -> bool {
        atom.lemma.is_some_and(|l| self.lexicon.lemma(l).country.is_some())
            && atom.cell.number == Number::Plural
    }

    fn takes_genitive(&self, phrase: &Phrase, atom: &Atom) -> bool {
        matches!(phrase.head, Head::Lemma(_))
            && !atom.definite
            && atom.pronoun.is_none()
            && atom.cell.state != State::Absolute
            && !(atom.kind == AtomKind::Adjective
                && atom.lemma.is_some_and(|l| self.lexicon.lemma(l).country.is_some()))
    }

    fn starts_genitive(&self, at: usize) -> bool {
        let Some(atom) = self.atom(at) else { return false };
        match &atom.kind {
            AtomKind::Name(_) | AtomKind::Unknown => true,
            AtomKind::Nominal => {
                !(atom.cell.pos == Pos::ActiveParticiple
                    && !atom.definite
                    && atom.cell.state == State::Absolute)
            }
            AtomKind::Adjective => atom.definite,
            AtomKind::Number(_) | AtomKind::Particle(Function::Quantifier | Function::Demonstrative) => {
                self.atom(at + 1).is_some_and(|n| {
                    matches!(n.kind, AtomKind::Nominal | AtomKind::Adjective | AtomKind::Number(_))
                })
            }
            _ => false,
        }
    }

    fn adjectives(&mut self, phrase: &mut Phrase, mut next: usize) -> usize {
        loop {
            let joined =
                matches!(self.atom(next), Some(Atom { kind: AtomKind::Particle(Function::And), .. }))
                    && !phrase.adjectives.is_empty();
            let at = next + usize::from(joined);
            let Some(atom) = self.atom(at) else { break };
            let participle = matches!(atom.cell.pos, Pos::ActiveParticiple | Pos::PassiveParticiple)
                && atom.kind == AtomKind::Nominal;
            let fits = (atom.kind == AtomKind::Adjective || (participle && !joined))
                && atom.pronoun.is_none()
                && atom.definite == phrase.definite
                && (!participle || self.participle_fits(phrase, atom));
            let Some(lemma) = atom.lemma.filter(|_| fits) else { break };
            let tokens = atom.tokens;
            phrase.adjectives.push((lemma, tokens));
            phrase.tokens = phrase.tokens.join(tokens);
            next = at + 1;
        }
        next
    }

    fn participle_fits(&self, phrase: &Phrase, atom: &Atom) -> bool {
        let human = match &phrase.head {
            Head::Lemma(l) => self.lexicon.lemma(*l).class.intersects(NounClass::HUMAN),
            _ => false,
        };
        let titled = atom.lemma.is_some_and(|l| self.lexicon.lemma(l).sector.is_some());
        !titled
            && (atom.cell.gender == phrase.cell.gender
                || (!human && phrase.cell.number == Number::Plural && atom.cell.gender == Gender::Feminine)
                || phrase.cell.gender == Gender::Any)
    }

    /// Title and name, name and title.
    fn appositions(&mut self, id: PhraseId, mut next: usize) -> usize {
        for _ in 0..4 {
            if !self.syntax.phrase(id).definite || !self.may_stand_in_apposition(id, next) {
                break;
            }
            let Some((inner, after)) = self.simple(next, 1) else { break };
            let tokens = self.syntax.phrase(inner).tokens;
            self.syntax.phrase_mut(inner).parent = Some(Parent::Phrase(id));
            let outer = self.syntax.phrase_mut(id);
            outer.tokens = outer.tokens.join(tokens);
            outer.appositions.push(inner);
            next = after;
        }
        next
    }

    fn may_stand_in_apposition(&self, id: PhraseId, next: usize) -> bool {
        let Some(atom) = self.atom(next) else { return false };
        let phrase = self.syntax.phrase(id);
        let titled = |l: &demarche_morphology::LemmaId| {
            self.lexicon.lemma(*l).class.intersects(NounClass::TITLE | NounClass::HUMAN)
        };
        let last = phrase.appositions.last().map_or(phrase, |&a| self.syntax.phrase(a));
        match (&last.head, &atom.kind) {
            (Head::Lemma(l), AtomKind::Unknown) => titled(l) && last.cell.number != Number::Plural,
            (Head::Lemma(l), AtomKind::Name(names)) => {
                (titled(l)
                    || phrase.cell.number == Number::Singular && self.lexicon.lemma(*l).sector.is_some())
                    && names.iter().any(|&n| self.lexicon.name(n).kind.contains(NameKind::PERSON))
            }
            (Head::Name(names), AtomKind::Nominal) => {
                let person = names.iter().any(|&n| self.lexicon.name(n).kind.contains(NameKind::PERSON));
                atom.lemma
                    .is_some_and(|l| if person { titled(&l) } else { self.is_tie_word(l) && !atom.definite })
            }
            (Head::Unknown, AtomKind::Nominal) => {
                atom.cell.state != State::Absolute
                    && atom.lemma.is_some_and(|l| self.lexicon.lemma(l).class.contains(NounClass::TITLE))
            }
            (Head::Lemma(l), AtomKind::Nominal) => {
                titled(l)
                    && last.cell.number != Number::Plural
                    && atom.lemma.is_some_and(|l| {
                        self.lexicon.lemma(l).class.contains(NounClass::TITLE)
                            && atom.cell.number != Number::Plural
                    })
                    && atom.definite
                    && last.definite
                    && phrase.appositions.is_empty()
                    && last.genitive.is_none()
                    && last.adjectives.is_empty()
            }
            _ => false,
        }
    }

    /// A word for one side of a tie (خصم, حليف): a human noun that anchors a unit.
    fn is_tie_word(&self, lemma: demarche_morphology::LemmaId) -> bool {
        let lemma = self.lexicon.lemma(lemma);
        !lemma.units.is_empty() && lemma.class.contains(NounClass::HUMAN)
    }

    /// Whether two phrases with a conjunction between them are likes.
    fn joins(&self, first: PhraseId, second: PhraseId, after: usize) -> bool {
        let goes_on = self.atom(after).map(|a| &a.kind);
        if matches!(goes_on, Some(AtomKind::Particle(Function::Pronoun))) {
            return false;
        }
        let (a, b) = (self.syntax.phrase(first), self.syntax.phrase(second));
        if matches!(b.head, Head::Pronoun(_)) || matches!(a.head, Head::Pronoun(_)) {
            return false;
        }
        self.acts(a) == self.acts(b) || !self.acts(a) && goes_on != Some(&AtomKind::Verb)
    }

    fn acts(&self, phrase: &Phrase) -> bool {
        match &phrase.head {
            Head::Name(_) | Head::Unknown | Head::Pronoun(_) => true,
            Head::Number => false,
            Head::Lemma(l) => {
                let lemma = self.lexicon.lemma(*l);
                lemma.sector.is_some()
                    || lemma.country.is_some()
                    || lemma.class.intersects(NounClass::HUMAN | NounClass::GROUP | NounClass::TITLE)
            }
        }
    }
}

/// The pronoun that a free pronoun's cell tells.
fn pronoun_of(cell: Cell) -> Pronoun {
    Pronoun { person: cell.person, gender: cell.gender, number: cell.number }
}
