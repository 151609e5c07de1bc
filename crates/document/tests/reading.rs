//! Titles, datelines, sections, credits, languages and sentences of whole texts.

mod almanac;
use almanac::{ALMANAC, codes, document, published, sentences};
use demarche_document::{Field, Input, Language, SentenceRole, read};

const STORY: &str = "مصر توقع اتفاقا مع السودان\n\nمصر توقع اتفاقا مع السودان\nالأربعاء ١٥ مايو ٢٠١٩ - ٠٩:٣٠ بتوقيت مكة المكرمة\n\n\
    وقعت مصر اتفاقا مع السودان.\n\nالعالم- أفريقيا\n\nوقال وزير سوداني لرويترز \"نرحب بالاتفاق.. سنواصل العمل\".\n\n* فرانس برس";

#[test]
fn a_title_printed_twice_counts_once() {
    let story = document(STORY);
    assert_eq!(story.metadata.title.as_deref(), Some("مصر توقع اتفاقا مع السودان"));
    assert_eq!(story.sentences.iter().filter(|sentence| sentence.role == SentenceRole::Title).count(), 1);
    assert_eq!(story.sentences.len(), 3);
}

#[test]
fn head_and_foot_are_told_from_the_story() {
    let story = document(STORY);
    assert_eq!(story.metadata.published.as_deref(), Some("2019-05-15T06:30:00Z"));
    assert_eq!(story.metadata.section.as_deref(), Some("أفريقيا"));
    assert_eq!(story.metadata.outlet.as_deref(), Some("Al-Alam"));
    assert_eq!(story.metadata.credits, ["AFP"]);
    assert_eq!(story.metadata.quoted_outlets, ["Reuters"]);
    assert_eq!(codes(&story), ["D008", "D003"]);
}

#[test]
fn a_dateline_may_begin_with_its_place() {
    let arabic = document("مصر توقع اتفاقا\n\nالقاهرة، ٤ مايو ٢٠١٩\n\nوقعت مصر اتفاقا مع السودان.");
    assert_eq!(arabic.metadata.published.as_deref(), Some("2019-05-04"));
    let english = document("Egypt signs a pact\n\nCairo, May 4, 2019\n\nEgypt signed a pact with Sudan.");
    assert_eq!(english.metadata.published.as_deref(), Some("2019-05-04"));
    assert_eq!(sentences(&english), ["Egypt signs a pact", "Egypt signed a pact with Sudan."]);
}

#[test]
fn a_title_given_apart_is_sentence_0() {
    let input = Input {
        text: "Egypt signs a pact\n\nEgypt signed a pact with Sudan.".into(),
        title: Some("Egypt Signs a Pact".into()),
        ..Input::default()
    };
    let story = read(input, &ALMANAC);
    assert_eq!(sentences(&story), ["Egypt Signs a Pact", "Egypt signed a pact with Sudan."]);
    assert_eq!((story.sentences[0].index, story.sentences[0].field), (0, Field::Title));
    assert_eq!((story.sentences[1].index, story.sentences[1].field), (1, Field::Text));
}

#[test]
fn a_text_of_one_paragraph_has_no_title() {
    let story = document("Egypt signs a pact with Sudan");
    assert_eq!(story.metadata.title, None);
    assert_eq!(story.sentences[0].index, 1);
}

#[track_caller]
fn is_published(date: &str, expected: &str) {
    assert_eq!(
        published(date, "Egypt signed a pact.").metadata.published.as_deref(),
        Some(expected),
        "from {date:?}"
    );
}

#[test]
fn publication_dates_come_in_many_forms() {
    is_published("2018-03-06", "2018-03-06");
    is_published("20180306", "2018-03-06");
    is_published("2018-03-06T01:57:00Z", "2018-03-06T01:57:00Z");
    is_published("2018-03-06T01:57:00+03:00", "2018-03-05T22:57:00Z");
    is_published(" 6-MAR-1987 03:25:46.85", "1987-03-06");
    is_published("Tue, 06 Mar 2018 01:57:00 GMT", "2018-03-06T01:57:00Z");
    is_published("March 6, 2018 1:57 pm EST", "2018-03-06T18:57:00Z");
    is_published("06/03/2018", "2018-03-06");
    is_published("الثلاثاء ٠٦ مارس ٢٠١٨ - ٠١:٥٧ بتوقيت غرينتش", "2018-03-06T01:57:00Z");
    is_published("6 يناير (كانون الثاني) 2018", "2018-01-06");
    is_published("الثلاثاء 18 جمادى الآخرة 1439 هـ - 6 مارس 2018 م", "2018-03-06");
    is_published("18 جمادى الآخرة 1439 هـ", "2018-03-06");
}

#[test]
fn the_given_date_wins_over_the_printed_one() {
    let story = published("2019-05-17", STORY);
    assert_eq!(story.metadata.published.as_deref(), Some("2019-05-17"));
    assert!(codes(&story).contains(&"D002"));
    let same_day = published("2019-05-15", STORY);
    assert_eq!(same_day.metadata.published.as_deref(), Some("2019-05-15T06:30:00Z"));
    assert!(!codes(&same_day).contains(&"D002"));
}

#[test]
fn doubtful_dates_are_warned_of() {
    let text = |head: &str| format!("{head}\n\nوقعت مصر اتفاقا مع السودان.");
    assert!(codes(&document(&text("الجمعة ١٥ مايو ٢٠١٩"))).contains(&"D001"));
    assert!(codes(&document(&text("15 مايو (شباط) 2019"))).contains(&"D012"));
    assert!(codes(&document(&text("1 رمضان 1440 هـ - 15 مايو 2019 م"))).contains(&"D009"));
    assert!(codes(&published("some day", "Egypt signed a pact.")).contains(&"D004"));
    assert!(codes(&document("Egypt signed a pact.")).contains(&"D011"));
}

#[track_caller]
fn credits(text: &str, expected: &[&str], first: &str) {
    let story = document(text);
    assert_eq!(story.metadata.credits, expected, "in {text:?}");
    assert_eq!(sentences(&story)[0], first);
}

#[test]
fn credits_are_taken_off_the_story() {
    credits("KABUL (Reuters) - Troops left the city.", &["Reuters"], "Troops left the city.");
    credits("LONDON, March 6 (AP) — Troops left the city.", &["AP"], "Troops left the city.");
    credits("سبق- وكالات: وصل الوفد إلى المدينة.", &["Sabq"], "وصل الوفد إلى المدينة.");
    credits("كابل: «الشرق الأوسط»\nوصل الوفد إلى المدينة.", &["Asharq Al-Awsat"], "وصل الوفد إلى المدينة.");
    credits("بيروت - د.ب.أ: وصل الوفد إلى المدينة.", &["DPA"], "وصل الوفد إلى المدينة.");
    credits("Troops left the city.\n REUTER\n\u{3}", &["Reuters"], "Troops left the city.");
    credits("وصل الوفد إلى المدينة. (رويترز)", &["Reuters"], "وصل الوفد إلى المدينة.");
    credits("وصل الوفد إلى المدينة.\nالمصدر: أ ف ب", &["AFP"], "وصل الوفد إلى المدينة.");
    credits("WASHINGTON — Troops left the city.", &[], "Troops left the city.");
}

#[test]
fn a_headline_that_names_an_outlet_is_no_credit() {
    credits("«بي بي سي» ترد على الحكومة\nردت الهيئة على الحكومة.", &[], "«بي بي سي» ترد على الحكومة");
    credits(
        "وقالت صحيفة «هآرتس»: وصل الوفد إلى المدينة.",
        &[],
        "وقالت صحيفة «هآرتس»: وصل الوفد إلى المدينة.",
    );
}

#[track_caller]
fn quotes(text: &str, expected: &[&str]) {
    assert_eq!(document(text).metadata.quoted_outlets, expected, "in {text:?}");
}

#[test]
fn outlets_are_quoted_where_somebody_speaks_to_them() {
    quotes("قال الوزير لوكالة فرانس برس إن الاتفاق قريب.", &["AFP"]);
    quotes("قال الوزير لـ«الشرق الأوسط» إن الاتفاق قريب.", &["Asharq Al-Awsat"]);
    quotes("وذكرت وكالة الأناضول أن الاتفاق قريب.", &["Anadolu"]);
    quotes("The minister told Reuters that a pact was near.", &["Reuters"]);
    quotes("A pact was near, Xinhua reported.", &["Xinhua"]);
    quotes("عاد السلام إلى الشرق الأوسط.", &[]);
    quotes("Hackers attacked the BBC.", &[]);
}

#[track_caller]
fn cuts(text: &str, expected: &[&str]) {
    assert_eq!(sentences(&document(text)), expected);
}

#[test]
fn sentences_end_at_their_marks() {
    cuts("وصل الوفد. ثم غادر؟ نعم!", &["وصل الوفد.", "ثم غادر؟", "نعم!"]);
    cuts("قال: \"نرحب بكم. سنعمل معا\". ثم غادر.", &["قال: \"نرحب بكم. سنعمل معا\".", "ثم غادر."]);
    cuts("قال «لا نريد حربا.. نريد سلاما» ثم غادر.", &["قال «لا نريد حربا.. نريد سلاما» ثم غادر."]);
    cuts("وصل مدير سي.آي.ايه إلى عمان. ثم غادر.", &["وصل مدير سي.آي.ايه إلى عمان.", "ثم غادر."]);
    cuts("Growth was 3.5 percent. It fell.", &["Growth was 3.5 percent.", "It fell."]);
    cuts("Mr. Smith met Gen. Jones. They left.", &["Mr. Smith met Gen. Jones.", "They left."]);
    cuts(
        "The U.S. Senate voted at 9 a.m. on Monday. It passed.",
        &["The U.S. Senate voted at 9 a.m. on Monday.", "It passed."],
    );
    cuts("He left the U.S. The war ended.", &["He left the U.S.", "The war ended."]);
    cuts("\"We will stay.\" The minister left.", &["\"We will stay.\"", "The minister left."]);
}

#[test]
fn wrapped_lines_are_put_together() {
    let wrapped = "Troops of the northern army left the city on Monday after a\nlong siege, and the government said that it would send food\nand \
        medicine.\n    A second column followed on the next day, officials said in\nthe capital.\n REUTER\n";
    let story = document(wrapped);
    assert_eq!(story.sentences.len(), 2);
    assert!(sentences(&story)[0].ends_with("and medicine."));
}

#[test]
fn lines_that_are_not_wrapped_are_paragraphs() {
    let story = document(
        "Egypt and Sudan sign pact on river\nThe two countries signed a pact on the river on Monday.\nSudan praised it.",
    );
    assert_eq!(story.metadata.title.as_deref(), Some("Egypt and Sudan sign pact on river"));
    assert_eq!(story.sentences.len(), 3);
}

#[track_caller]
fn is_in(language: Language, text: &str) {
    assert_eq!(document(text).language, language, "of {text:?}");
}

#[test]
fn languages_are_told_apart() {
    is_in(Language::Arabic, "وصل الوفد إلى المدينة في الصباح.");
    is_in(Language::English, "The envoys came to the city in the morning.");
    is_in(Language::Other, "هیئت نمایندگی صبح به شهر رسید و با رئیس جمهور دیدار کرد که در آن است.");
    is_in(Language::Other, "وفد صبح کے وقت شہر میں پہنچا اور صدر سے ملاقات کی ہے۔");
    is_in(Language::Other, "La délégation est arrivée dans la ville avec le président de la république.");
    is_in(Language::Other, "Делегация прибыла в город утром.");
}

#[test]
fn a_paragraph_may_be_in_another_language() {
    let story = document(
        "وصل الوفد إلى المدينة في الصباح وغادر في المساء.\n\nThe envoys came to the city in the morning of that day.",
    );
    assert_eq!(story.sentences[0].language, Language::Arabic);
    assert_eq!(story.sentences[1].language, Language::English);
}

#[test]
fn overlong_sentences_are_cut_at_commas() {
    let text = "ذهب الوفد إلى المدينة، ".repeat(300);
    let story = document(&text);
    assert!(story.sentences.iter().all(|sentence| sentence.tokens.len() <= 400));
    assert!(story.sentences.len() > 3);
    assert!(codes(&story).contains(&"D007"));
}

#[test]
fn offsets_count_characters() {
    let story = document("وصل the وفد.");
    assert_eq!(story.char_offset(Field::Text, "وصل the ".len()), 8);
    assert_eq!(story.char_offset(Field::Text, 10_000), "وصل the وفد.".chars().count());
}

#[test]
fn a_short_first_line_of_an_indented_text_goes_on() {
    let text = "Troops of the northern army\nUnited Front left the city after a long siege, officials said\nthere.\n    \
        BELGRADE - The government said that it would send food and some\nmedicine.\n";
    let story = document(text);
    assert_eq!(story.sentences.len(), 2);
    assert!(sentences(&story)[1].starts_with("The government"));
}
