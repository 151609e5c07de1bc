//! What of a document the lexicon covers: for those who extend it.

use std::collections::BTreeSet;

use demarche_document::{Document, Language, Sentence, TokenKind};
use demarche_lexicon::{ActorId, Behaviour, Lexicon};
use demarche_morphology::LemmaId;

use crate::actors::Actors;
use crate::coder::Coder;
use crate::memory::Memory;
use crate::reading::{Parsed, parse, remember};
use crate::roles::Roles;
use crate::syntax::{AtomKind, Filler, PhraseId, Predicate, bytes};

/// How far the lexicon goes in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceCoverage {
    /// Number of the sentence.
    pub sentence: u32,
    /// Its language.
    pub language: Language,
    /// How many different actors it names.
    pub actors: usize,
    /// Whether a word in it shows a unit.
    pub coded: bool,
    /// Words that the lexicon does not know, as written.
    pub unknown: Vec<String>,
    /// Verbs and nouns of action with two actors among their arguments that no unit covers.
    pub uncovered: Vec<LemmaId>,
}

impl Coder<'_> {
    /// How far the lexicon goes in each sentence that has a grammar, in text order.
    pub fn coverage(&self, document: &Document) -> Vec<SentenceCoverage> {
        let mut memory = Memory::default();
        let day = document.metadata.day;
        let mut covered = Vec::new();
        for sentence in &document.sentences {
            let Some(parsed) = parse(self.lexicon, document, sentence) else { continue };
            remember(self.lexicon, document, &parsed, day, &mut memory);
            let actors = Actors {
                lexicon: self.lexicon,
                document,
                sentence,
                syntax: &parsed.syntax,
                memory: &memory,
                day,
            };
            let roles = Roles { lexicon: self.lexicon, syntax: &parsed.syntax, sentence };
            covered.push(SentenceCoverage {
                sentence: sentence.index,
                language: sentence.language,
                actors: named(&parsed, &actors).len(),
                coded: !roles.read().is_empty(),
                unknown: unknown(document, sentence, &parsed),
                uncovered: uncovered(self.lexicon, &parsed, &actors),
            });
        }
        covered
    }
}

fn named(parsed: &Parsed, actors: &Actors) -> BTreeSet<ActorId> {
    let phrases = (0..parsed.syntax.phrases.len() as u32).map(PhraseId);
    phrases
        .flat_map(|phrase| actors.single(phrase))
        .filter(|party| party.inferred.is_none())
        .map(|party| party.actor)
        .collect()
}

fn unknown(document: &Document, sentence: &Sentence, parsed: &Parsed) -> Vec<String> {
    let atoms = parsed.syntax.atoms.iter().filter(|atom| atom.kind == AtomKind::Unknown);
    let tokens = atoms.flat_map(|atom| &sentence.tokens[atom.tokens.range()]);
    let words = tokens.filter(|token| token.kind == TokenKind::Word);
    let written = words.map(|token| document.slice(sentence.field, token.span).to_owned());
    written.filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1).collect()
}

fn uncovered(lexicon: &Lexicon, parsed: &Parsed, actors: &Actors) -> Vec<LemmaId> {
    // Words that only bear on others, such as be, begin, try, say, show nothing between actors by themselves.
    let open = |predicate: &&Predicate| {
        let lemma = lexicon.lemma(predicate.lemma);
        let bears_on_others = !lemma.modal.is_empty()
            || !lemma.lights.is_empty()
            || lemma.behaviour.intersects(Behaviour::LINKING | Behaviour::AUXILIARY);
        lemma.units.is_empty() && lemma.function.is_none() && !bears_on_others
    };
    let between = |predicate: &&Predicate| {
        let mut sides: BTreeSet<ActorId> = BTreeSet::new();
        for argument in &predicate.arguments {
            if let Filler::Phrase(phrase) = argument.filler {
                sides.extend(actors.resolve(phrase, &[]).iter().map(|party| party.actor));
            }
        }
        sides.len() >= 2
    };
    let found = parsed.syntax.predicates.iter().filter(open).filter(between);
    let mut found: Vec<(u32, LemmaId)> =
        found.map(|predicate| (bytes(parsed.sentence, predicate.tokens).start, predicate.lemma)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, lemma)| lemma).collect()
}
