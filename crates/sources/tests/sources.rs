//! Documents from bytes of every kind.

use std::io::{BufReader, Cursor, Read};
use std::time::{Duration, Instant};

use demarche_document::{Input, Language};
use demarche_sources::{Format, SourceError, decode, documents, without_tags};
use proptest::prelude::*;

fn all(name: &str, bytes: &[u8], format: Format) -> Vec<Result<Input, SourceError>> {
    documents(name, Cursor::new(bytes.to_vec()), format).collect()
}

fn one(name: &str, bytes: &[u8], format: Format) -> Input {
    let mut found = all(name, bytes, format);
    assert_eq!(found.len(), 1);
    found.remove(0).expect("the source is sound")
}

fn refused(name: &str, bytes: &[u8], format: Format) -> SourceError {
    all(name, bytes, format).remove(0).expect_err("the source is unsound")
}

const ARABIC: &str = "وصل الوفد إلى المدينة في الصباح ثم غادر إلى العاصمة بعد لقاء مع الوزير";

#[track_caller]
fn reads_as(bytes: &[u8], encoding: &str, text: &str) {
    let decoded = decode("a", bytes).expect("this is text");
    assert_eq!((decoded.encoding, &*decoded.text), (encoding, text));
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn encodings_are_recognised() {
    reads_as(ARABIC.as_bytes(), "UTF-8", ARABIC);
    reads_as("\u{FEFF}text".as_bytes(), "UTF-8", "text");
    reads_as(&utf16(&format!("\u{FEFF}{ARABIC}"), false), "UTF-16LE", ARABIC);
    reads_as(&utf16(ARABIC, false), "UTF-16LE", ARABIC);
    reads_as(&utf16(ARABIC, true), "UTF-16BE", ARABIC);
    reads_as(&utf16("The envoys left the city.", false), "UTF-16LE", "The envoys left the city.");
    reads_as(
        b"The minister said \x93no\x94 \x96 he left",
        "windows-1252",
        "The minister said “no” – he left",
    );
}

#[test]
fn arabic_of_windows_is_recognised() {
    let (bytes, _, broken) = encoding_rs::WINDOWS_1256.encode(ARABIC);
    assert!(!broken);
    reads_as(&bytes, "windows-1256", ARABIC);
}

#[test]
fn broken_places_are_replaced_and_counted() {
    let mut bytes = ARABIC.as_bytes().to_vec();
    bytes.insert(7, 0xFF);
    let decoded = decode("a", &bytes).expect("this is text");
    assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", 1));
}

#[test]
fn binary_data_is_refused_with_a_remedy() {
    assert!(refused("a.txt", b"%PDF-1.7 ...", Format::Auto).to_string().contains("pdftotext"));
    assert_eq!(refused("a", b"PK\x03\x04zip", Format::Auto).code(), "S001");
    assert_eq!(refused("a", b"\x01\x02\x00\x07\x08\x00\x00", Format::Text).code(), "S001");
}

#[test]
fn a_text_is_named_after_its_file() {
    assert_eq!(one("folder/story.ar.txt", ARABIC.as_bytes(), Format::Auto).id, "story.ar");
    assert_eq!(refused("story.txt", b" \n", Format::Auto).code(), "S004");
}

#[test]
fn formats_are_told_by_name_and_by_content() {
    assert_eq!(Format::Auto.or_sniffed("a.jsonl", b""), Format::Jsonl);
    assert_eq!(Format::Auto.or_sniffed("-", b"{\"text\": \"x\"}"), Format::Jsonl);
    assert_eq!(Format::Auto.or_sniffed("-", b"<!DOCTYPE html><html>"), Format::Html);
    assert_eq!(Format::Auto.or_sniffed("-", ARABIC.as_bytes()), Format::Text);
    assert_eq!("html".parse(), Ok(Format::Html));
    assert_eq!("pdf".parse::<Format>().map_err(|error| error.code()), Err("S007"));
}

#[test]
fn a_line_is_a_document() {
    let line = r#"{"id": "a", "text": "Troops left.", "lang": "en-GB", "title": "Troops", "date": 20180306, "outlet": null, "more": [1]}"#;
    let input = one("in.jsonl", line.as_bytes(), Format::Jsonl);
    assert_eq!((&*input.id, &*input.text, input.language), ("a", "Troops left.", Some(Language::English)));
    assert_eq!(
        (input.title.as_deref(), input.date.as_deref(), input.outlet),
        (Some("Troops"), Some("20180306"), None)
    );
}

#[test]
fn a_bad_line_does_not_lose_the_others() {
    let lines = "{\"text\": \"one\"}\nnonsense\n\n{\"title\": \"two\"}\n{\"text\": 3}\n[{\"text\": \"four\"}, {\"text\": \"five\"}]";
    let found = all("in.jsonl", lines.as_bytes(), Format::Jsonl);
    let ids: Vec<&str> = found.iter().flatten().map(|input| &*input.id).collect();
    assert_eq!(ids, ["in.jsonl:1", "in.jsonl:6", "in.jsonl:6.2"]);
    let errors: Vec<(&str, Option<usize>)> = found
        .iter()
        .filter_map(|read| read.as_ref().err())
        .map(|error| (error.code(), error.line()))
        .collect();
    assert_eq!(errors, [("S002", Some(2)), ("S003", Some(4)), ("S003", Some(5))]);
}

#[test]
fn errors_tell_file_line_and_remedy() {
    let error = refused("in.jsonl", b"{\"text\": 3}", Format::Jsonl).to_string();
    assert_eq!(error, "S003 in.jsonl:1: \"text\" is a number; make it a string");
}

#[test]
fn a_reader_that_fails_is_reported() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let found: Vec<_> = documents("a", BufReader::new(Broken), Format::Auto).collect();
    assert_eq!(found.len(), 1);
    assert!(found[0].as_ref().is_err_and(|error| error.code() == "S006"));
}

fn story_page() -> String {
    let paragraph = "<p>The envoys of the two countries met in the capital on Monday, and they agreed to talk again next week.</p>";
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>Envoys meet - Daily</title>\
         <meta property=\"og:title\" content=\"Envoys meet\"><meta property=\"og:site_name\" content=\"Daily\">\
         <meta property=\"article:published_time\" content=\"2018-03-06T01:57:00Z\"></head><body><nav><a href=\"/\">Home</a> \
         Sections Weather</nav><article><h1>Envoys meet</h1>{}</article><script>var x = '<p>no</p>';</script>\
         <footer>All rights</footer></body></html>",
        paragraph.repeat(8)
    )
}

#[test]
fn the_story_of_a_page_is_found() {
    let input = one("page.html", story_page().as_bytes(), Format::Auto);
    assert!(input.text.starts_with("The envoys") || input.text.starts_with("Envoys meet"));
    assert!(
        !input.text.contains("Weather")
            && !input.text.contains("var x")
            && !input.text.contains("All rights")
    );
    assert_eq!(input.text.matches("met in the capital").count(), 8);
    assert_eq!(input.title.as_deref(), Some("Envoys meet"));
    assert_eq!(input.date.as_deref(), Some("2018-03-06T01:57:00Z"));
    assert_eq!((input.outlet.as_deref(), input.language), (Some("Daily"), Some(Language::English)));
}

#[test]
fn a_short_page_gives_its_paragraphs() {
    let input = one(
        "page.html",
        "<html><body><p>وصل الوفد.<p>ثم &laquo;غادر&raquo;.</body>".as_bytes(),
        Format::Auto,
    );
    assert_eq!(input.text, "وصل الوفد.\n\nثم «غادر».");
    assert_eq!(refused("page.html", b"<html><body><img src=x></body></html>", Format::Auto).code(), "S004");
}

#[track_caller]
fn ends_soon(page: String) {
    let start = Instant::now();
    assert_eq!(all("page.html", page.as_bytes(), Format::Html).len(), 1);
    assert!(start.elapsed() < Duration::from_secs(20), "took {:?}", start.elapsed());
}

#[test]
fn monstrous_pages_end_soon() {
    ends_soon(format!("{}Troops left the city.", "<div>".repeat(1_000_000)));
    ends_soon(format!("{}Troops left the city.", "<nav>".repeat(1_000_000)));
    ends_soon(format!("{}Troops left the city.", "<p><b>".repeat(300_000)));
    ends_soon(format!("{}Troops left the city.", "<a href=".repeat(1_000_000)));
    ends_soon(format!("{}Troops left the city.", "&amp".repeat(1_000_000)));
    ends_soon(format!("{}Troops left the city.", "text &amp; more text ".repeat(49_000)));
    ends_soon(format!("{}Troops left the city.", "<b>x".repeat(49_000)));
    ends_soon(format!("{}Troops left the city.", "<p><a>x".repeat(24_000)));
    ends_soon(format!("<body>{}Troops left the city.{}", "<div>".repeat(190), "</div>".repeat(190)));
}

#[test]
fn tags_are_taken_out_of_text() {
    assert_eq!(without_tags("<p>a <b>b</b> c</p><p>1 < 2 &amp; 3</p>"), "a b c\n\n1 < 2 & 3");
    assert_eq!(without_tags("a<!-- no -->b<script>no()</script>c"), "ab\n\nc");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_documents_or_errors(bytes in prop::collection::vec(any::<u8>(), 0..300), format in 0..4_usize) {
        let format = [Format::Auto, Format::Text, Format::Html, Format::Jsonl][format];
        for error in all("a", &bytes, format).into_iter().filter_map(Result::err) {
            prop_assert!(error.to_string().starts_with(error.code()));
        }
    }

    #[test]
    fn any_page_gives_text_or_an_error(page in "(<(p|div|b|nav|script|table|/p|/div|!--|a href=x)>|[a-zء-ي ]{0,9}|&(amp|#65|x);?){0,60}") {
        prop_assert_eq!(all("a.html", page.as_bytes(), Format::Html).len(), 1);
    }
}
