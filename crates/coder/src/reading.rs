//! One sentence on its way to records: its grammar, its dates, and the actors that it names.

use demarche_document::{Date, DateMention, Document, Language, Sentence, find_dates};
use demarche_lexicon::Lexicon;

use crate::actors::Actors;
use crate::memory::Memory;
use crate::syntax::{Head, Parent, PhraseId, Slot, Syntax};
use crate::{arabic, english};

/// A sentence with its grammar.
pub struct Parsed<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Date expressions in it.
    pub dates: Vec<DateMention>,
    /// Its grammar.
    pub syntax: Syntax,
}

/// Parses a sentence in its language; none where there is no grammar for it.
pub fn parse<'a>(lexicon: &Lexicon, document: &Document, sentence: &'a Sentence) -> Option<Parsed<'a>> {
    let dates = find_dates(sentence, document.metadata.day, lexicon.almanac());
    let syntax = match sentence.language {
        Language::Arabic => arabic::parse(lexicon, document, sentence, &dates),
        Language::English => english::parse(lexicon, document, sentence, &dates),
        Language::Other => return None,
    };
    Some(Parsed { sentence, dates, syntax })
}

/// Notes in `memory` who is named in the sentence, in text order.
pub fn remember(
    lexicon: &Lexicon,
    document: &Document,
    parsed: &Parsed,
    day: Option<Date>,
    memory: &mut Memory,
) {
    let mut order: Vec<PhraseId> = (0..parsed.syntax.phrases.len() as u32).map(PhraseId).collect();
    order.sort_by_key(|&p| (parsed.syntax.phrase(p).head_tokens, p));
    for id in order {
        let phrase = parsed.syntax.phrase(id);
        if matches!(phrase.head, Head::Pronoun(_) | Head::Number) {
            continue;
        }
        let subject = matches!(phrase.parent, Some(Parent::Predicate(_, Slot::Subject)) | None);
        let actors =
            Actors { lexicon, document, sentence: parsed.sentence, syntax: &parsed.syntax, memory, day };
        let noted: Vec<_> = actors
            .single(id)
            .into_iter()
            .filter(|p| matches!(p.inferred, None | Some("capital" | "named before")))
            .map(|p| (actors.mention(id, &p, subject), p))
            .collect();
        let people: Vec<(String, _)> = noted
            .iter()
            .filter(|(m, p)| m.person && p.name.is_some())
            .map(|(_, p)| (actors.name_key(id), p.clone()))
            .collect();
        for (mention, _) in noted {
            memory.note(mention);
        }
        for (key, party) in people {
            if let Some(name) = &party.name {
                memory.introduce(&key, party.actor, party.sector, name);
            }
        }
    }
}
