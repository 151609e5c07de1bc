//! The grammar of a sentence in words, for `explain`.

use demarche_document::{Document, Span, Tokens};
use demarche_lexicon::Lexicon;

use crate::reading::Parsed;
use crate::syntax::{Atom, AtomKind, Filler, Slot, bytes};

/// One line a word, then one line a predicate with its arguments.
pub fn outline(lexicon: &Lexicon, document: &Document, parsed: &Parsed) -> Vec<String> {
    let text = |tokens: Span<Tokens>| {
        document.slice(parsed.sentence.field, bytes(parsed.sentence, tokens)).to_owned()
    };
    let mut lines: Vec<String> = parsed
        .syntax
        .atoms
        .iter()
        .map(|atom| format!("{}: {}", text(atom.tokens), describe(lexicon, atom)))
        .collect();
    for predicate in &parsed.syntax.predicates {
        let mut line = format!("{} ({})", text(predicate.tokens), lexicon.lemma(predicate.lemma).text);
        if predicate.passive {
            line.push_str(" passive");
        }
        if predicate.negated {
            line.push_str(" negated");
        }
        for argument in &predicate.arguments {
            let filler = match argument.filler {
                Filler::Phrase(phrase) => text(parsed.syntax.extent(phrase)),
                Filler::Predicate(inner) => text(parsed.syntax.predicate(inner).tokens),
            };
            line.push_str(&format!("; {} = {filler}", slot(lexicon, argument.slot)));
        }
        let clause = parsed.syntax.clause(predicate.clause);
        line.push_str(&format!(" [{:?} clause]", clause.link).to_lowercase());
        lines.push(line);
    }
    lines
}

fn describe(lexicon: &Lexicon, atom: &Atom) -> String {
    let word = atom.lemma.map(|l| lexicon.lemma(l).text.clone()).unwrap_or_default();
    let kind = match &atom.kind {
        AtomKind::Particle(function) => format!("{function:?} {word}"),
        AtomKind::Name(names) => {
            let mut codes: Vec<&str> =
                names.iter().map(|&n| lexicon.actor(lexicon.name(n).actor).code.as_str()).collect();
            codes.dedup();
            format!("name of {}", codes.join(", "))
        }
        AtomKind::Verb | AtomKind::Nominal | AtomKind::Adjective => {
            format!("{:?} {word}, {:?} {:?}", atom.cell.pos, atom.cell.gender, atom.cell.number)
        }
        AtomKind::Unknown => "unknown: taken for a name".to_owned(),
        other => format!("{other:?}"),
    };
    let pronoun =
        atom.pronoun.map(|p| format!(" + pronoun {:?} {:?}", p.gender, p.number)).unwrap_or_default();
    format!("{}{pronoun}", kind.to_lowercase())
}

fn slot(lexicon: &Lexicon, slot: Slot) -> String {
    match slot {
        Slot::Preposition(word) => lexicon.lemma(word).text.clone(),
        other => format!("{other:?}").to_lowercase(),
    }
}
