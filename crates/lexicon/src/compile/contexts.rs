//! The contexts that words bring to an event.

use std::collections::{BTreeMap, BTreeSet};

use demarche_document::Language;
use demarche_morphology::LemmaId;

use super::references::Words;
use super::vocabulary::Vocabulary;
use crate::problem::Problems;
use crate::source::SourceContext;
use crate::{ContextId, NounClass};

/// Tells the words of a language which contexts they bring.
///
/// A thing or event of several words that is not listed brings what its words bring (غارة جوية), but no person,
/// body, place or time does: a visit of the defence minister is no use of force.
pub(super) fn add(
    language: Language,
    contexts: &[SourceContext],
    vocabulary: &mut Vocabulary,
    problems: &mut Problems,
) {
    let words = Words { language, vocabulary };
    let mut found: BTreeMap<LemmaId, BTreeSet<ContextId>> = BTreeMap::new();
    for SourceContext { context, words: texts } in contexts {
        for lemma in texts.iter().flat_map(|text| words.kindred(text, problems)) {
            found.entry(lemma).or_default().insert(*context);
        }
    }
    let things = NounClass::EVENT
        | NounClass::TIE
        | NounClass::TEXT
        | NounClass::WEAPON
        | NounClass::GOODS
        | NounClass::MONEY;
    let mut of_phrases = Vec::new();
    for (head, id) in vocabulary.phrases(language) {
        let lemma = &vocabulary.lemmas[id.0 as usize];
        if found.contains_key(&id) || !lemma.class.intersects(things) {
            continue;
        }
        let parts = std::iter::once(head).chain(lemma.text.split_whitespace());
        let lemmas = parts.flat_map(|part| words.nominals(part));
        let contexts: BTreeSet<ContextId> =
            lemmas.filter_map(|lemma| found.get(&lemma)).flatten().copied().collect();
        of_phrases.push((id, contexts));
    }
    for (id, contexts) in found.into_iter().chain(of_phrases) {
        vocabulary.lemmas[id.0 as usize].contexts = contexts.into_iter().collect();
    }
}
