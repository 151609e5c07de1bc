//! The text of a document in rows, each paragraph beside the records that it shows.

use demarche_document::{Document, Field, Language, SentenceRole};
use maud::{Markup, html};

use super::record::card;
use super::{Numbered, tag};
use crate::layout::is_right_to_left;

/// A stretch of a field that makes one row, in bytes.
struct Block {
    field: Field,
    start: usize,
    end: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Story,
    /// Head and foot of the page, which are not coded.
    Outside,
}

/// All rows: the title given apart, then the text.
pub fn rows(document: &Document, records: &[Numbered]) -> Markup {
    let blocks = blocks(document);
    // Evidence outside every block, if there is any, goes with the last.
    let row_of = |record: &Numbered| {
        let evidence = record.told.evidence();
        let field = if evidence.field.is_some() { Field::Title } else { Field::Text };
        let within =
            |block: &Block| block.field == field && evidence.start < document.char_offset(field, block.end);
        blocks.iter().position(within).unwrap_or(blocks.len().saturating_sub(1))
    };
    let rows: Vec<usize> = records.iter().map(row_of).collect();
    html! {
        @for (at, block) in blocks.iter().enumerate() {
            @let text = &document.field(block.field)[block.start..block.end];
            @let right_to_left = is_right_to_left(text);
            @let language = if right_to_left && document.language != Language::English { tag(Language::Arabic) } else { tag(document.language) };
            @let direction = if right_to_left { "rtl" } else { "ltr" };
            div.row dir=(direction) {
                @match block.kind {
                    Kind::Heading => h2 lang=(language) { (marked(document, block, records)) },
                    Kind::Story => p lang=(language) { (marked(document, block, records)) },
                    Kind::Outside => p.outside lang=(language) { (marked(document, block, records)) },
                }
                div.records dir="ltr" {
                    @for (record, &row) in records.iter().zip(&rows) { @if row == at { (card(record)) } }
                }
            }
        }
    }
}

/// Paragraphs of sentences, and what stands between them.
fn blocks(document: &Document) -> Vec<Block> {
    let mut blocks = Vec::new();
    let title = document.field(Field::Title);
    if !title.trim().is_empty() {
        blocks.push(Block { field: Field::Title, start: 0, end: title.len(), kind: Kind::Heading });
    }
    let text = document.field(Field::Text);
    let mut at = 0;
    let mut sentences = document.sentences.iter().filter(|sentence| sentence.field == Field::Text).peekable();
    while let Some(first) = sentences.next() {
        let (start, mut end) = (first.span.start as usize, first.span.end as usize);
        let heading = first.role == SentenceRole::Title;
        while let Some(next) = sentences.next_if(|next| {
            next.paragraph == first.paragraph && (next.role == SentenceRole::Title) == heading
        }) {
            end = next.span.end as usize;
        }
        outside(text, at, start, &mut blocks);
        blocks.push(Block {
            field: Field::Text,
            start,
            end,
            kind: if heading { Kind::Heading } else { Kind::Story },
        });
        at = end;
    }
    outside(text, at, text.len(), &mut blocks);
    blocks
}

/// A block for each line between two places that is not blank.
fn outside(text: &str, from: usize, to: usize, blocks: &mut Vec<Block>) {
    let mut start = from;
    for line in text.get(from..to).unwrap_or_default().split_inclusive('\n') {
        let end = start + line.len();
        if !line.trim().is_empty() {
            blocks.push(Block { field: Field::Text, start, end, kind: Kind::Outside });
        }
        start = end;
    }
}

/// A stretch of evidence inside a block, in bytes of its field.
struct Stretch<'a> {
    record: &'a Numbered<'a>,
    start: usize,
    end: usize,
    trigger: Option<(usize, usize)>,
}

/// The text of a block, with every stretch of evidence in it marked; where stretches overlap, the text is cut at
/// each end, so that no mark crosses another.
fn marked(document: &Document, block: &Block, records: &[Numbered]) -> Markup {
    let text = document.field(block.field);
    let stretches: Vec<Stretch> = stretches(document, block, records);
    let mut cuts: Vec<usize> = vec![block.start, block.end];
    for stretch in &stretches {
        cuts.extend([stretch.start, stretch.end]);
        cuts.extend(stretch.trigger.map(|(start, _)| start));
        cuts.extend(stretch.trigger.map(|(_, end)| end));
    }
    cuts.retain(|&cut| block.start <= cut && cut <= block.end);
    cuts.sort_unstable();
    cuts.dedup();
    html! {
        @for pair in cuts.windows(2) {
            @let (start, end) = (pair[0], pair[1]);
            @for stretch in stretches.iter().filter(|stretch| stretch.start == start && stretch.starts_here(document, block)) {
                a class={ "ref " (stretch.record.tone()) } id=(stretch.record.evidence()) href={ "#" (stretch.record.card()) }
                    aria-label={ "Record " (stretch.record.number) } { (stretch.record.number) }
            }
            @let over: Vec<&Stretch> = stretches.iter().filter(|stretch| stretch.start <= start && end <= stretch.end).collect();
            @let words = &text[start..end];
            @if let Some(inner) = over.last() {
                mark class={ (inner.record.tone()) @if over.len() > 1 { " several" } } {
                    @if over.iter().any(|stretch| stretch.trigger.is_some_and(|(from, to)| from <= start && end <= to)) {
                        b { (words) }
                    } @else { (words) }
                }
            } @else { (words) }
        }
    }
}

impl Stretch<'_> {
    /// Whether the evidence begins in this block, and not before it.
    fn starts_here(&self, document: &Document, block: &Block) -> bool {
        self.record.told.evidence().start >= document.char_offset(block.field, block.start)
    }
}

fn stretches<'a>(document: &Document, block: &Block, records: &'a [Numbered<'a>]) -> Vec<Stretch<'a>> {
    let text = document.field(block.field);
    let first = document.char_offset(block.field, block.start);
    let last = document.char_offset(block.field, block.end);
    let inside = &text[block.start..block.end];
    let byte = |character: usize| {
        let beyond = character.saturating_sub(first);
        inside.char_indices().nth(beyond).map_or(block.end, |(at, _)| block.start + at)
    };
    let mut found = Vec::new();
    for record in records {
        let evidence = record.told.evidence();
        let field = if evidence.field.is_some() { Field::Title } else { Field::Text };
        if field != block.field || evidence.end <= first || last <= evidence.start {
            continue;
        }
        let trigger = record
            .told
            .trigger()
            .filter(|trigger| evidence.start <= trigger.start && trigger.end <= evidence.end);
        found.push(Stretch {
            record,
            start: byte(evidence.start),
            end: byte(evidence.end),
            trigger: trigger
                .filter(|t| first <= t.start && t.end <= last)
                .map(|t| (byte(t.start), byte(t.end))),
        });
    }
    found
}
