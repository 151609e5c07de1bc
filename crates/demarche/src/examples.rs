//! Codes the example sentences of the lexicon's units and tells which fail.

use std::collections::BTreeSet;

use demarche_coder::{Actor, Coder, Record};
use demarche_document::Input;
use demarche_lexicon::{Anchor, Example, Expected, Frame, Lexicon, RecordKind};
use rayon::prelude::*;

use crate::table::sides;
use crate::told::Told;

/// An example that does not do what its unit says.
pub struct Failure<'a> {
    /// The example.
    pub example: &'a Example,
    /// What it should give.
    pub expected: String,
    /// What it gave.
    pub got: Vec<String>,
}

/// Codes every example; failures come in the order of the examples.
///
/// A `yes` holds where some record has the root of the unit's frame, or its standing, and the codes that the example
/// tells. A `no` holds where no record has the unit's own frame by the unit's own word.
pub fn failures<'a>(lexicon: &Lexicon, examples: &'a [Example]) -> Vec<Failure<'a>> {
    let coder = Coder::new(lexicon);
    examples.par_iter().filter_map(|example| failure(lexicon, &coder, example)).collect()
}

fn failure<'a>(lexicon: &Lexicon, coder: &Coder, example: &'a Example) -> Option<Failure<'a>> {
    let unit = lexicon.unit(example.unit);
    let frame = lexicon.frame(unit.frame);
    let input = Input {
        id: example.origin.clone(),
        text: example.text.clone(),
        language: Some(example.language),
        ..Input::default()
    };
    let records = coder.code(input);
    let (Anchor::Verb(word) | Anchor::Noun(word) | Anchor::Adjective(word)) = unit.anchor;
    let word = &lexicon.lemma(word).text;
    let holds = if example.yes {
        records.iter().any(|record| {
            shows(record, frame, lexicon) && has_codes(record, frame, example.expected.as_ref())
        })
    } else {
        let own = |t: &demarche_coder::Trigger| t.frame == frame.name && t.lemma == *word;
        !records.iter().filter_map(Told::of).any(|told| told.trigger().is_some_and(own))
    };
    (!holds).then(|| Failure {
        example,
        expected: expectation(frame, example),
        got: records
            .iter()
            .filter_map(Told::of)
            .filter(|told| told.trigger().is_some())
            .map(|told| summary(&told))
            .collect(),
    })
}

/// Whether a record has the root of the frame, or for a relation its standing.
fn shows(record: &Record, frame: &Frame, lexicon: &Lexicon) -> bool {
    match record {
        Record::Event(event) => frame.record == RecordKind::Event && frame.root == Some(event.root),
        Record::Relation(relation) => {
            let shown = lexicon.frame_named(&relation.trigger.frame).map(|id| lexicon.frame(id));
            frame.record == RecordKind::Relation
                && shown.is_some_and(|shown| shown.name == frame.name || shown.standing == frame.standing)
        }
        Record::Document(_) | Record::Role(_) => false,
    }
}

fn has_codes(record: &Record, frame: &Frame, expected: Option<&Expected>) -> bool {
    let (Some(expected), Some(told)) = (expected, Told::of(record)) else { return true };
    let of = |actors: &[Actor]| actors.iter().map(|actor| actor.code.clone()).collect::<BTreeSet<_>>();
    let wanted = |codes: &[String]| codes.iter().cloned().collect::<BTreeSet<_>>();
    let (source, target) = (of(told.source()), of(told.target()));
    if frame.mutual {
        let all: BTreeSet<String> = source.union(&target).cloned().collect();
        let told: BTreeSet<String> =
            wanted(&expected.source).union(&wanted(&expected.target)).cloned().collect();
        return all == told;
    }
    source == wanted(&expected.source) && target == wanted(&expected.target)
}

fn expectation(frame: &Frame, example: &Example) -> String {
    let kind = match (frame.record, frame.root) {
        (RecordKind::Event, Some(root)) => root.to_string(),
        _ => frame.standing.clone(),
    };
    if !example.yes {
        return format!("nothing of the frame {}", frame.name);
    }
    let codes = example.expected.as_ref().map(|expected| {
        let (source, target) = (expected.source.join(", "), expected.target.join(", "));
        if target.is_empty() { format!(" {source}") } else { format!(" {source} → {target}") }
    });
    format!("{kind}{} ({})", codes.unwrap_or_default(), frame.name)
}

fn summary(told: &Told) -> String {
    let frame = told.trigger().map_or("", |trigger| trigger.frame.as_str());
    format!("{} {} ({frame})", told.what(), sides(told).replace(crate::layout::FIRM, " "))
}
