//! A page that stands alone: stories with their evidence marked, and the records beside it.

mod record;
mod story;

use demarche_coder::Record;
use demarche_document::Language;
use demarche_lexicon::{Lexicon, Quad};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::coding::Coded;
use crate::error::Error;
use crate::output::Output;
use crate::read::View;
use crate::table::language;
use crate::told::Told;

const STYLE: &str = include_str!("html/style.css");

/// A page that is written as documents come.
pub struct Page {
    output: Output,
    lexicon: String,
    /// Titles of the documents so far.
    titles: Vec<(String, &'static str)>,
}

/// A record with its number in its document.
#[derive(Clone, Copy)]
struct Numbered<'a> {
    document: usize,
    number: usize,
    told: Told<'a>,
}

impl Numbered<'_> {
    /// Where its card stands.
    fn card(&self) -> String {
        format!("d{}r{}", self.document, self.number)
    }

    /// Where its evidence begins.
    fn evidence(&self) -> String {
        format!("d{}e{}", self.document, self.number)
    }

    /// Its colours.
    fn tone(&self) -> &'static str {
        match (self.told, self.told.quad()) {
            (Told::Role(_), _) => "ro",
            (_, Some(quad)) => tone(quad),
            (_, None) => "re",
        }
    }
}

fn tone(quad: Quad) -> &'static str {
    match quad {
        Quad::VerbalCooperation => "vc",
        Quad::MaterialCooperation => "mc",
        Quad::VerbalConflict => "vx",
        Quad::MaterialConflict => "mx",
    }
}

impl Page {
    /// Begins a page.
    pub fn begin(mut output: Output, lexicon: &Lexicon) -> Result<Self, Error> {
        let kinds = [
            ("vc", "words of cooperation"),
            ("mc", "deeds of cooperation"),
            ("vx", "words of conflict"),
            ("mx", "deeds of conflict"),
            ("re", "relations"),
            ("ro", "offices"),
        ];
        let head = html! {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
            title { "Who did what to whom" }
            style { (PreEscaped(STYLE)) }
        };
        let top = html! {
            header {
                h1 { "Who did what to whom" }
                ul.legend {
                    @for (tone, name) in kinds { li { mark class=(tone) { (name) } } }
                    li { "[brackets]: not named but inferred" }
                    li { a href="#documents" { "All documents" } }
                }
            }
        };
        output.text(&format!(
            "{}<html lang=\"en\"><head>{}</head>\n<body>{}<main>\n",
            DOCTYPE.0, head.0, top.0
        ))?;
        Ok(Self { output, lexicon: lexicon.version().to_owned(), titles: Vec::new() })
    }
}

impl View for Page {
    fn document(&mut self, coded: &Coded) -> Result<(), Error> {
        let number = self.titles.len() + 1;
        let document = &coded.document;
        let title = document.metadata.title.as_deref().unwrap_or(&document.input.id);
        self.titles.push((title.trim().to_owned(), tag(document.language)));
        let mut told: Vec<Told> = coded.records.iter().filter_map(Told::of).collect();
        told.sort_by_key(|told| (told.evidence().field.is_none(), told.evidence().start));
        let records: Vec<Numbered> = told
            .into_iter()
            .enumerate()
            .map(|(at, told)| Numbered { document: number, number: at + 1, told })
            .collect();
        let article = html! {
            article id={ "d" (number) } {
                (about(coded))
                (story::rows(document, &records))
            }
        };
        self.output.line(&article.0)
    }

    fn finish(&mut self) -> Result<(), Error> {
        let bottom = html! {
            nav #documents aria-label="Documents" {
                h2 { "Documents" }
                ol {
                    @for (at, (title, language)) in self.titles.iter().enumerate() {
                        li { a href={ "#d" (at + 1) } { bdi lang=(language) { (title) } } }
                    }
                }
            }
            footer { "Coded by demarche " (env!("CARGO_PKG_VERSION")) " with lexicon " (self.lexicon) "." }
        };
        self.output.line(&format!("</main>{}</body></html>", bottom.0))?;
        self.output.finish()
    }
}

/// What is known about the document, and what is doubtful.
fn about(coded: &Coded) -> Markup {
    let Some(Record::Document(document)) = coded.records.first() else { return html! {} };
    html! {
        p.about {
            span { bdi { (document.document) } }
            @if let Some(published) = &document.published { span { time datetime=(published) { (published) } } }
            @if let Some(outlet) = &document.outlet { span { bdi { (outlet) } } }
            @if let Some(section) = &document.section { span { bdi { (section) } } }
            @if !document.credits.is_empty() { span { "credits " (document.credits.join(", ")) } }
            @if !document.quoted_outlets.is_empty() { span { "quotes " (document.quoted_outlets.join(", ")) } }
            span { (language(document.language)) }
            span { (document.sentences) " sentences" }
        }
        @if !document.warnings.is_empty() {
            ul.warnings {
                @for warning in &document.warnings { li { b { (warning.code) } " " (warning.message) } }
            }
        }
    }
}

/// The tag of a language.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Arabic => "ar",
        Language::English => "en",
        Language::Other => "und",
    }
}
