//! The almanac of the lexicon, and short ways to say what a text gives.
#![allow(dead_code, reason = "every test file uses some of these")]

use std::sync::LazyLock;

use demarche_document::{Almanac, Document, Input, Sentence, find_dates, read};

pub static ALMANAC: LazyLock<Almanac> = LazyLock::new(|| {
    Almanac::from_toml(
        include_str!("../../../../lexicon/ar/calendar.toml"),
        include_str!("../../../../lexicon/en/calendar.toml"),
        include_str!("../../../../lexicon/ar/outlets.toml"),
        include_str!("../../../../lexicon/en/outlets.toml"),
    )
    .expect("the almanac of the lexicon is sound")
});

pub fn document(text: &str) -> Document {
    read(Input { id: "t".into(), text: text.into(), ..Input::default() }, &ALMANAC)
}

pub fn published(date: &str, text: &str) -> Document {
    read(Input { id: "t".into(), text: text.into(), date: Some(date.into()), ..Input::default() }, &ALMANAC)
}

pub fn text_of<'a>(document: &'a Document, sentence: &Sentence) -> &'a str {
    document.slice(sentence.field, sentence.span)
}

pub fn sentences(document: &Document) -> Vec<&str> {
    document.sentences.iter().map(|sentence| text_of(document, sentence)).collect()
}

pub fn codes(document: &Document) -> Vec<&str> {
    document.warnings.iter().map(|warning| warning.code).collect()
}

/// Every date of a text as `text = from..to precision`.
pub fn dates(published_on: &str, text: &str) -> Vec<String> {
    let document = published(published_on, text);
    let mut found = Vec::new();
    for sentence in &document.sentences {
        for mention in find_dates(sentence, document.metadata.day, &ALMANAC) {
            let tokens = &sentence.tokens[mention.tokens.range()];
            let start = tokens[0].span.start as usize;
            let end = tokens[tokens.len() - 1].span.end as usize;
            let day =
                |day: Option<demarche_document::Date>| day.map(|day| day.to_string()).unwrap_or_default();
            let told = &document.field(sentence.field)[start..end];
            found.push(format!(
                "{told} = {}..{} {:?}",
                day(mention.from),
                day(mention.to),
                mention.precision
            ));
        }
    }
    found
}
