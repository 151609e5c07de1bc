//! Which word a complement belongs to: the nearest one whose units, verb class or light use ask for it.

use demarche_document::Span;
use demarche_lexicon::{Function, Lemma, Lexicon, NounClass, SlotPattern};
use demarche_morphology::{Cell, LemmaId, Pos};

use crate::syntax::{
    Argument, ClauseId, Filler, Head, Parent, Phrase, PhraseId, Predicate, PredicateId, PredicateKind, Slot,
    Syntax,
};

/// Whether a preposition marks the object of a masdar, or its purpose.
pub fn marks_object(lexicon: &Lexicon, preposition: LemmaId) -> bool {
    matches!(lexicon.lemma(preposition).text.as_str(), "ل" | "of")
}

/// Whether a word asks for a complement with this preposition.
pub fn wants(lexicon: &Lexicon, word: LemmaId, preposition: LemmaId) -> bool {
    let lemma = lexicon.lemma(word);
    let pattern = SlotPattern::Preposition(preposition);
    lemma.units.iter().any(|&unit| {
        let unit = lexicon.unit(unit);
        unit.roles.iter().chain(&unit.masdar).any(|(slot, _)| *slot == pattern)
    }) || modal_slot(lexicon, lemma, &pattern)
        || lemma.lights.iter().any(|&light| {
            let light = lexicon.light(light);
            light.via == pattern || light.roles.iter().any(|(slot, _)| *slot == pattern)
        })
}

fn modal_slot(lexicon: &Lexicon, lemma: &Lemma, pattern: &SlotPattern) -> bool {
    lemma.modal.iter().any(|&class| lexicon.class(class).slots.contains(pattern))
}

/// The head of `phrase`, or of what hangs last on it, that asks for the preposition; nearest first.
pub fn nominal_host(
    lexicon: &Lexicon,
    syntax: &Syntax,
    phrase: PhraseId,
    preposition: LemmaId,
) -> Option<PhraseId> {
    let mut chain = Vec::new();
    spine(syntax, phrase, &mut chain);
    chain.into_iter().rev().find(|&candidate| {
        let p = syntax.phrase(candidate);
        matches!(p.head, Head::Lemma(_))
            && (lemmas(p).any(|lemma| wants(lexicon, lemma, preposition))
                || takes_object(lexicon, syntax, candidate, preposition))
            && !p.complements.iter().any(|&(taken, _)| taken == preposition)
    })
}

/// احتضان روسيا لباكستان: a masdar whose subject is told takes its object by preposition.
fn takes_object(lexicon: &Lexicon, syntax: &Syntax, phrase: PhraseId, preposition: LemmaId) -> bool {
    let p = syntax.phrase(phrase);
    let told = p.genitive.or(p.possessor).is_some() || !nationalities(lexicon, syntax, phrase).is_empty();
    told && lexicon.lemma(preposition).function == Some(Function::Preposition)
        && marks_object(lexicon, preposition)
        && lemmas(p).any(|lemma| {
            lexicon.lemma(lemma).pos == Pos::Verb
                && lexicon
                    .lemma(lemma)
                    .units
                    .iter()
                    .any(|&u| lexicon.unit(u).roles.iter().any(|(slot, _)| *slot == SlotPattern::Object))
        })
}

/// The lemmas that the head of a phrase can be.
pub fn lemmas(phrase: &Phrase) -> impl Iterator<Item = LemmaId> + '_ {
    let first = match phrase.head {
        Head::Lemma(lemma) => Some(lemma),
        _ => None,
    };
    first.into_iter().chain(phrase.others.iter().copied())
}

/// The phrase and what hangs last on it, outermost first.
fn spine(syntax: &Syntax, phrase: PhraseId, chain: &mut Vec<PhraseId>) {
    if chain.len() > 16 || chain.contains(&phrase) {
        return;
    }
    chain.push(phrase);
    let p = syntax.phrase(phrase);
    if let Some(genitive) = p.genitive {
        spine(syntax, genitive, chain);
    }
    if let Some(&(_, inner)) = p.complements.last() {
        spine(syntax, inner, chain);
    }
    if let Some(&last) = p.conjuncts.last() {
        spine(syntax, last, chain);
    }
}

/// Makes a predicate of every phrase whose head names something that happens or holds between actors.
///
/// `clause_of` tells the clause in which a phrase stands.
pub fn name_predicates(lexicon: &Lexicon, syntax: &mut Syntax, clause_of: &[ClauseId]) {
    let count = syntax.phrases.len();
    for index in 0..count {
        let id = PhraseId(index as u32);
        for nationality in nationalities(lexicon, syntax, id) {
            let own = adjective_phrase(syntax, id, nationality);
            syntax.phrase_mut(id).nationalities.push(own);
        }
    }
    for index in 0..count {
        let id = PhraseId(index as u32);
        let phrase = syntax.phrase(id).clone();
        let Head::Lemma(lemma_id) = phrase.head else { continue };
        let mut lemmas = std::iter::once(lemma_id).chain(phrase.others.iter().copied());
        if syntax.nominal(id).is_some() || !lemmas.any(|l| anchors(lexicon, lexicon.lemma(l))) {
            continue;
        }
        let clause = clause_of.get(index).copied().unwrap_or(ClauseId(0));
        let mut arguments = Vec::new();
        for subject in phrase.subject.iter().chain(apposed_to(syntax, id).iter()) {
            arguments.push(Argument { slot: Slot::Subject, filler: Filler::Phrase(*subject) });
        }
        for genitive in phrase.genitive.iter().chain(&phrase.possessor) {
            arguments.push(Argument { slot: Slot::Genitive, filler: Filler::Phrase(*genitive) });
        }
        let masdar = lexicon.lemma(lemma_id).pos == Pos::Verb && phrase.genitive.is_some();
        for &adjective in &phrase.nationalities {
            let tokens = syntax.phrase(adjective).tokens;
            if masdar && !phrase.adjectives.iter().any(|a| a.1 == tokens) {
                continue;
            }
            arguments.push(Argument { slot: Slot::Adjective, filler: Filler::Phrase(adjective) });
        }
        for &(preposition, inner) in &phrase.complements {
            arguments.push(Argument { slot: Slot::Preposition(preposition), filler: Filler::Phrase(inner) });
        }
        syntax.add_predicate(Predicate {
            tokens: phrase.head_tokens,
            lemma: lemma_id,
            others: phrase.others.clone(),
            cell: phrase.cell,
            kind: PredicateKind::Nominal(id),
            passive: phrase.cell.pos == Pos::PassiveParticiple,
            clause,
            arguments,
            negated: false,
            future: false,
            possible: false,
            necessary: false,
            auxiliaries: Vec::new(),
        });
    }
}

/// The phrase that this one stands beside in apposition.
fn apposed_to(syntax: &Syntax, phrase: PhraseId) -> Option<PhraseId> {
    match syntax.phrase(phrase).parent {
        Some(Parent::Phrase(outer)) if syntax.phrase(outer).appositions.contains(&phrase) => Some(outer),
        _ => None,
    }
}

fn anchors(lexicon: &Lexicon, lemma: &Lemma) -> bool {
    let unit_fits = |unit: &demarche_lexicon::Unit| match unit.anchor {
        demarche_lexicon::Anchor::Verb(_) => unit.nominal,
        _ => true,
    };
    lemma.units.iter().any(|&u| unit_fits(lexicon.unit(u)))
        || (lemma.pos == Pos::Verb && !lemma.modal.is_empty())
}

/// Adjectives of nationality on a phrase; those that stand on the last link of an idafa count too, unless that link
/// is a person or body of its own.
pub fn nationalities(
    lexicon: &Lexicon,
    syntax: &Syntax,
    phrase: PhraseId,
) -> Vec<(LemmaId, Span<demarche_document::Tokens>)> {
    let p = syntax.phrase(phrase);
    let mut found: Vec<_> =
        p.adjectives.iter().copied().filter(|&(l, _)| lexicon.lemma(l).country.is_some()).collect();
    if let Some(genitive) = p.genitive
        && found.is_empty()
    {
        let inner = syntax.phrase(genitive);
        let own = matches!(inner.head, Head::Lemma(l) if {
            let lemma = lexicon.lemma(l);
            lemma.sector.is_some() || lemma.class.intersects(NounClass::HUMAN | NounClass::GROUP | NounClass::TITLE)
        });
        if !own {
            found = nationalities(lexicon, syntax, genitive);
        }
    }
    found
}

/// A phrase of its own for an adjective of nationality.
fn adjective_phrase(
    syntax: &mut Syntax,
    host: PhraseId,
    (lemma, tokens): (LemmaId, Span<demarche_document::Tokens>),
) -> PhraseId {
    let cell = syntax.phrase(host).cell;
    syntax.add_phrase(Phrase {
        tokens,
        head_tokens: tokens,
        head: Head::Lemma(lemma),
        others: Vec::new(),
        cell: Cell { pos: Pos::Adjective, ..cell },
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
        parent: Some(Parent::Phrase(host)),
    })
}

/// The predicate that governs `phrase` and the position it has there, over any chain of phrases.
pub fn governor(syntax: &Syntax, phrase: PhraseId) -> Option<(PredicateId, Slot)> {
    let mut at = phrase;
    for _ in 0..16 {
        match syntax.phrase(at).parent? {
            Parent::Predicate(predicate, slot) => return Some((predicate, slot)),
            Parent::Phrase(outer) => at = outer,
        }
    }
    None
}
