//! The grammar of one sentence, in functions that both languages share: atoms, noun phrases,
//! predicates with their arguments, and who governs whom.
//!
//! A language module turns tokens into [`Atom`]s and fills a [`Syntax`]; everything after it knows
//! grammar functions only.

use demarche_document::{Bytes, Sentence, Span, Tokens};
use demarche_lexicon::{Function, NameId};
use demarche_morphology::{Cell, Gender, LemmaId, Number, Pronoun};

/// The smallest piece that grammar handles: a word, or a clitic written with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Atom {
    /// The token or tokens (multiword names, agents and particles) it is written in.
    pub tokens: Span<Tokens>,
    /// What it is.
    pub kind: AtomKind,
    /// Its lemma, where the lexicon knows it.
    pub lemma: Option<LemmaId>,
    /// Other nominal readings of the same letters: a masdar beside a noun, a noun beside a masdar.
    pub others: Vec<LemmaId>,
    /// Its grammatical cell; meaningless for marks.
    pub cell: Cell,
    /// Whether it carries the article or is definite by itself (names, pronouns).
    pub definite: bool,
    /// The pronoun written at its end: object of a verb, possessor of a noun, complement of a preposition.
    pub pronoun: Option<Pronoun>,
    /// Whether the future is marked on it (سـ).
    pub future: bool,
}

/// What an atom is.
#[derive(Debug, Clone, PartialEq)]
pub enum AtomKind {
    /// A function word.
    Particle(Function),
    /// A finite verb.
    Verb,
    /// A nominal: noun, masdar, participle, agent word.
    Nominal,
    /// An adjective.
    Adjective,
    /// A name of the lexicon: all its meanings.
    Name(Vec<NameId>),
    /// A run of words that the lexicon does not know: taken for a proper name.
    Unknown,
    /// A number, with its value, if it is one.
    Number(Option<f64>),
    /// A date expression, by its place in the sentence's list.
    Date(usize),
    /// A comma, semicolon, dash or colon.
    Break(char),
    /// An opening quotation mark or bracket.
    Open(char),
    /// A closing quotation mark or bracket.
    Close(char),
    /// An adverb or other word without a part in the frames.
    Other,
}

/// A noun phrase, by its place in [`Syntax::phrases`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhraseId(pub u32);

/// A predicate, by its place in [`Syntax::predicates`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PredicateId(pub u32);

/// A clause, by its place in [`Syntax::clauses`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId(pub u32);

/// What heads a noun phrase.
#[derive(Debug, Clone, PartialEq)]
pub enum Head {
    /// A word of the lexicon.
    Lemma(LemmaId),
    /// A name of the lexicon: all its meanings.
    Name(Vec<NameId>),
    /// Words that the lexicon does not know.
    Unknown,
    /// A pronoun, written alone or as a clitic, or a subject that only the verb's ending tells.
    Pronoun(Pronoun),
    /// A number without a noun.
    Number,
}

/// A noun phrase with what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// All its tokens, complements excluded.
    pub tokens: Span<Tokens>,
    /// The tokens of its head.
    pub head_tokens: Span<Tokens>,
    /// Its head.
    pub head: Head,
    /// Other lemmas that the head's letters can be.
    pub others: Vec<LemmaId>,
    /// The head's cell.
    pub cell: Cell,
    /// Whether it is definite.
    pub definite: bool,
    /// How many are told, where a number stands with it.
    pub quantity: Option<f64>,
    /// Adjectives with it, the nisba of countries among them, in order.
    pub adjectives: Vec<(LemmaId, Span<Tokens>)>,
    /// Its adjectives of nationality, each as a phrase of its own.
    pub nationalities: Vec<PhraseId>,
    /// What it is of: the next link of an idafa, an `of` or an `'s`.
    pub genitive: Option<PhraseId>,
    /// The possessor told by a pronoun, as a phrase of its own.
    pub possessor: Option<PhraseId>,
    /// Whom or what a clause without a verb says it of.
    pub subject: Option<PhraseId>,
    /// Phrases in apposition (title and name).
    pub appositions: Vec<PhraseId>,
    /// Further phrases joined with `and`/`or`; set on the first only.
    pub conjuncts: Vec<PhraseId>,
    /// Complements by preposition.
    pub complements: Vec<(LemmaId, PhraseId)>,
    /// Where it belongs, once that is found.
    pub parent: Option<Parent>,
}

/// Where a phrase belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parent {
    /// An argument of a predicate.
    Predicate(PredicateId, Slot),
    /// A genitive, complement, apposition or conjunct of a phrase.
    Phrase(PhraseId),
}

/// The grammatical position of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Subject of the active voice: a passive's agent is its `Subject`.
    Subject,
    /// Object of the active voice: a passive's surface subject is its `Object`.
    Object,
    /// Second object.
    Indirect,
    /// What a noun is of.
    Genitive,
    /// A nationality beside a noun.
    Adjective,
    /// A complement with this preposition.
    Preposition(LemmaId),
    /// A content clause, infinitive or masdar complement.
    Content,
}

/// What fills a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filler {
    /// A noun phrase.
    Phrase(PhraseId),
    /// A predicate: content clause or infinitive.
    Predicate(PredicateId),
}

/// An argument of a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// Its position.
    pub slot: Slot,
    /// What fills it.
    pub filler: Filler,
}

/// How a predicate is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PredicateKind {
    /// A finite verb.
    Finite,
    /// A masdar, infinitive, participle or noun: what happens is named rather than told.
    Nominal(PhraseId),
    /// A verb without subject of its own: infinitive, adverbial participle.
    Bare,
}

/// How a clause hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// The sentence's own clause, or joined to it.
    Main,
    /// Content of a predicate (قال إن, said that, agreed to).
    Content,
    /// Tells of a noun phrase.
    Relative,
    /// When, while, after.
    Temporal,
    /// If.
    Condition,
    /// In order to.
    Purpose,
    /// Because, although and others.
    Circumstance,
}

/// A verb, masdar, participle or noun of action with its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Predicate {
    /// Its tokens.
    pub tokens: Span<Tokens>,
    /// Its lemma.
    pub lemma: LemmaId,
    /// Other lemmas that its letters can be, if it is a noun.
    pub others: Vec<LemmaId>,
    /// Its cell.
    pub cell: Cell,
    /// How it is told.
    pub kind: PredicateKind,
    /// Whether the text makes it passive.
    pub passive: bool,
    /// Its clause.
    pub clause: ClauseId,
    /// Its arguments, in text order.
    pub arguments: Vec<Argument>,
    /// Whether it is negated.
    pub negated: bool,
    /// Whether the future is marked on it.
    pub future: bool,
    /// Whether it is told as possible (قد + present, may).
    pub possible: bool,
    /// Whether it is told as a duty or need (يجب, must).
    pub necessary: bool,
    /// Auxiliaries before it (كان, بدأ, continue to), outermost first.
    pub auxiliaries: Vec<LemmaId>,
}

/// A clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// How it hangs.
    pub link: Link,
    /// On which predicate it hangs, if on one.
    pub governor: Option<PredicateId>,
    /// Which phrase it tells of, if it is relative.
    pub antecedent: Option<PhraseId>,
    /// The clause around it.
    pub outer: Option<ClauseId>,
    /// Its tokens, from the first to the last.
    pub tokens: Span<Tokens>,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
}

/// The grammar of one sentence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Syntax {
    /// The pieces, in order.
    pub atoms: Vec<Atom>,
    /// Noun phrases.
    pub phrases: Vec<Phrase>,
    /// Predicates, finite ones first in text order, then nominal ones.
    pub predicates: Vec<Predicate>,
    /// Clauses; the first is the sentence's main clause.
    pub clauses: Vec<Clause>,
}

impl Syntax {
    /// The phrase.
    pub fn phrase(&self, id: PhraseId) -> &Phrase {
        &self.phrases[id.0 as usize]
    }

    /// The phrase, to be changed.
    pub fn phrase_mut(&mut self, id: PhraseId) -> &mut Phrase {
        &mut self.phrases[id.0 as usize]
    }

    /// The predicate.
    pub fn predicate(&self, id: PredicateId) -> &Predicate {
        &self.predicates[id.0 as usize]
    }

    /// The predicate, to be changed.
    pub fn predicate_mut(&mut self, id: PredicateId) -> &mut Predicate {
        &mut self.predicates[id.0 as usize]
    }

    /// The clause.
    pub fn clause(&self, id: ClauseId) -> &Clause {
        &self.clauses[id.0 as usize]
    }

    /// Adds a phrase.
    pub fn add_phrase(&mut self, phrase: Phrase) -> PhraseId {
        self.phrases.push(phrase);
        PhraseId(self.phrases.len() as u32 - 1)
    }

    /// Adds a predicate.
    pub fn add_predicate(&mut self, predicate: Predicate) -> PredicateId {
        self.predicates.push(predicate);
        PredicateId(self.predicates.len() as u32 - 1)
    }

    /// Adds a clause.
    pub fn add_clause(&mut self, clause: Clause) -> ClauseId {
        self.clauses.push(clause);
        ClauseId(self.clauses.len() as u32 - 1)
    }

    /// Gives `filler` to `predicate` at `slot`, and tells a phrase its parent.
    pub fn attach(&mut self, predicate: PredicateId, slot: Slot, filler: Filler) {
        if let Filler::Phrase(phrase) = filler {
            self.phrase_mut(phrase).parent = Some(Parent::Predicate(predicate, slot));
        }
        self.predicate_mut(predicate).arguments.push(Argument { slot, filler });
    }

    /// Makes `inner` a complement of `outer`.
    pub fn complement(&mut self, outer: PhraseId, preposition: LemmaId, inner: PhraseId) {
        self.phrase_mut(inner).parent = Some(Parent::Phrase(outer));
        self.phrase_mut(outer).complements.push((preposition, inner));
    }

    /// What fills a position of a predicate, in text order.
    pub fn fillers(&self, predicate: PredicateId, slot: Slot) -> impl Iterator<Item = Filler> + '_ {
        self.predicate(predicate).arguments.iter().filter(move |a| a.slot == slot).map(|a| a.filler)
    }

    /// The phrase and those joined to it.
    pub fn joined(&self, phrase: PhraseId) -> impl Iterator<Item = PhraseId> + '_ {
        std::iter::once(phrase).chain(self.phrase(phrase).conjuncts.iter().copied())
    }

    /// The nominal predicate that the phrase's head is, if it is one.
    pub fn nominal(&self, phrase: PhraseId) -> Option<PredicateId> {
        self.predicates
            .iter()
            .position(|p| p.kind == PredicateKind::Nominal(phrase))
            .map(|at| PredicateId(at as u32))
    }

    /// The tokens of a phrase with everything that hangs on it.
    pub fn extent(&self, phrase: PhraseId) -> Span<Tokens> {
        let p = self.phrase(phrase);
        let mut span = p.tokens;
        let hanging = p
            .genitive
            .iter()
            .chain(&p.appositions)
            .chain(&p.conjuncts)
            .copied()
            .chain(p.complements.iter().map(|&(_, inner)| inner));
        for inner in hanging {
            span = span.join(self.extent(inner));
        }
        span
    }
}

/// The bytes that a span of tokens covers, in the field of the sentence.
pub fn bytes(sentence: &Sentence, tokens: Span<Tokens>) -> Span<Bytes> {
    if tokens.is_empty() {
        return Span::new(sentence.span.start as usize, sentence.span.start as usize);
    }
    let first = sentence.tokens[tokens.start as usize].span;
    let last = sentence.tokens[tokens.end as usize - 1].span;
    first.join(last)
}

/// Whether two genders may agree.
pub fn genders_agree(a: Gender, b: Gender) -> bool {
    a == b || a == Gender::Any || b == Gender::Any
}

/// Whether two numbers may agree.
pub fn numbers_agree(a: Number, b: Number) -> bool {
    a == b || a == Number::Any || b == Number::Any
}
