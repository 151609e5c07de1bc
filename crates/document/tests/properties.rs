//! What holds of every text.

mod almanac;
use almanac::ALMANAC;
use demarche_document::{Field, Input, find_dates, read, tokenize};
use proptest::prelude::*;

/// Text of letters, digits, marks and words that steer the reader, and of anything at all.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "في",
        "مارس",
        "العام",
        "الماضي",
        "2016",
        "٦",
        "-",
        "(رويترز)",
        ":",
        "\n",
        "\n    ",
        ". ",
        "«",
        "»",
        "\"",
        "و",
        "منذ",
        "U.S.",
        "don't",
        "March",
        "last",
        "year",
        "1980s",
        "'80s",
        "mid-",
        "March 31",
        "Reuters",
        " ",
        "…",
        "قبل",
        "أيام",
        "ثلاثة",
        "15 رمضان 1436 هـ",
        "99999999999",
        "31 February",
        "العالم- آسيا",
        "\u{0}",
        "\u{200F}",
        "ــــ",
        "9999",
        "بين",
        "to",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec(words, 0..40).prop_map(|words| words.join(" ")),
        "\\PC{0,200}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_lie_in_order_inside_their_sentence(text in text(), title in prop::option::of(text())) {
        let document = read(Input { text, title, date: Some("2019-05-15".into()), ..Input::default() }, &ALMANAC);
        let mut last = (Field::Title, 0);
        for sentence in &document.sentences {
            prop_assert!((sentence.field, sentence.span.start) >= last);
            last = (sentence.field, sentence.span.end);
            let mut at = sentence.span.start;
            for token in &sentence.tokens {
                prop_assert!(token.span.start >= at && token.span.end > token.span.start && token.span.end <= sentence.span.end);
                prop_assert!(document.field(sentence.field).get(token.span.range()).is_some());
                at = token.span.end;
            }
            for mention in find_dates(sentence, document.metadata.day, &ALMANAC) {
                prop_assert!(!mention.tokens.is_empty() && mention.tokens.end as usize <= sentence.tokens.len());
            }
        }
    }

    #[test]
    fn no_character_is_lost_between_tokens(text in text()) {
        let mut at = 0;
        let gap = |gap: &str| gap.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c));
        for token in tokenize(&text, 0) {
            prop_assert!(gap(&text[at..token.span.start as usize]));
            at = token.span.end as usize;
        }
        prop_assert!(gap(&text[at..]));
    }

    #[test]
    fn offsets_are_those_of_counting(text in text(), place in 0.0..1.0_f64) {
        let document = read(Input { text: text.clone(), ..Input::default() }, &ALMANAC);
        let wanted = (place * text.len() as f64) as usize;
        let byte = (0..=wanted).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or(0);
        prop_assert_eq!(document.char_offset(Field::Text, byte), text[..byte].chars().count());
    }

    #[test]
    fn any_date_is_read_or_refused(date in text()) {
        let document = read(Input { text: "Egypt signed.".into(), date: Some(date), ..Input::default() }, &ALMANAC);
        prop_assert!(document.metadata.day.is_some() == document.metadata.published.is_some());
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}
