//! What holds of every form and every word.

use std::borrow::Cow;
use std::collections::BTreeMap;

use demarche_document::fold;
use demarche_morphology::arabic::{Measure, Noun, Root, Verb, analyse, parse_plurals, parse_vowels, peel};
use demarche_morphology::{
    Aspect, Cell, Forms, FormsBuilder, Gender, LemmaId, Mood, Number, Person, Pos, Proclitics, State, Voice,
};
use proptest::prelude::*;

const TABLES: &str = include_str!("conjugations.tsv");

const NOUNS: [(&str, Gender, &str); 9] = [
    ("جندي", Gender::Masculine, "جنود"),
    ("شركة", Gender::Feminine, ""),
    ("مقاتل", Gender::Masculine, "ون"),
    ("قاضي", Gender::Masculine, "قضاة"),
    ("لقاء", Gender::Masculine, "ات"),
    ("مستشفى", Gender::Masculine, "ات"),
    ("جزء", Gender::Masculine, "أجزاء"),
    ("لغة", Gender::Feminine, "ات"),
    ("مبدأ", Gender::Masculine, "مبادئ"),
];

fn entries() -> Vec<Vec<(String, Cell)>> {
    let verbs = TABLES.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let verb = Verb {
            lemma: columns[0].to_owned(),
            root: Root::parse(columns[1]).expect(line),
            measure: Measure::parse(columns[2]).expect(line),
            vowels: parse_vowels(columns[3]).expect(line),
            transitive: true,
            masdars: vec![columns[11].to_owned()].into_iter().filter(|masdar| !masdar.is_empty()).collect(),
            extra: Vec::new(),
        };
        verb.forms()
    });
    let nouns = NOUNS.into_iter().map(|(lemma, gender, plurals)| {
        Noun { lemma: lemma.to_owned(), gender, plurals: parse_plurals(plurals).expect(lemma) }.forms()
    });
    verbs.chain(nouns).collect()
}

fn pack(entries: &[Vec<(String, Cell)>]) -> Forms {
    let mut builder = FormsBuilder::new();
    for (lemma, forms) in (0..).map(LemmaId).zip(entries) {
        forms.iter().for_each(|(form, cell)| builder.add(form, lemma, *cell));
    }
    Forms::new(Cow::Owned(builder.finish())).expect("an image")
}

/// What may be written before a form, with how it is written.
fn legal_proclitics(form: &str, cell: Cell, pronoun: bool) -> Vec<(Proclitics, String)> {
    let plain = |written: &str| format!("{written}{form}");
    let mut legal =
        vec![(Proclitics::empty(), plain("")), (Proclitics::AND, plain("و")), (Proclitics::SO, plain("ف"))];
    if cell.pos == Pos::Verb {
        if cell.aspect == Aspect::Present && cell.mood != Mood::Jussive {
            legal.push((Proclitics::FUTURE, plain("س")));
            legal.push((Proclitics::AND | Proclitics::FUTURE, plain("وس")));
        }
        if cell.aspect == Aspect::Present && cell.mood != Mood::Indicative {
            legal.push((Proclitics::LA, plain("ل")));
            legal.push((Proclitics::SO | Proclitics::LA, plain("فل")));
        }
        return legal;
    }
    legal.push((Proclitics::BI, plain("ب")));
    legal.push((Proclitics::LI, plain("ل")));
    legal.push((Proclitics::KA, plain("ك")));
    legal.push((Proclitics::AND | Proclitics::BI, plain("وب")));
    if !pronoun && matches!(cell.state, State::Any | State::Absolute) {
        let article = Proclitics::ARTICLE;
        legal.push((article, plain("ال")));
        legal.push((Proclitics::AND | article, plain("وال")));
        legal.push((Proclitics::BI | article, plain("بال")));
        legal.push((Proclitics::LI | article, plain(if form.starts_with('ل') { "ل" } else { "لل" })));
        legal.push((
            Proclitics::AND | Proclitics::LI | article,
            plain(if form.starts_with('ل') { "ول" } else { "ولل" }),
        ));
    }
    legal
}

fn takes_pronoun(form: &str, cell: Cell) -> bool {
    cell.state != State::Absolute
        && !form.ends_with(['ة', 'ى'])
        && (cell.pos != Pos::Verb || cell.voice == Voice::Active)
}

fn shown(cell: Cell) -> Cell {
    let state = match (cell.pos, cell.state) {
        (Pos::Verb, _) => State::Any,
        (_, State::Suffixed) => State::Construct,
        (_, state) => state,
    };
    Cell { state, ..cell }
}

#[test]
fn every_form_is_found_with_every_legal_clitic() {
    let entries = entries();
    let forms = pack(&entries);
    let mut missing: Vec<String> = Vec::new();
    let mut words = 0;
    for (lemma, list) in (0..).map(LemmaId).zip(&entries) {
        for (form, cell) in list {
            let mut endings = vec![""];
            if cell.state == State::Suffixed {
                endings.clear();
            }
            if takes_pronoun(form, *cell) {
                endings.extend(["ه", "ها", "هما", "هم"]);
            }
            for ending in endings {
                for (proclitics, written) in legal_proclitics(form, *cell, !ending.is_empty()) {
                    let word = format!("{written}{ending}");
                    let found = analyse(&forms, &fold(&word), &word, &|_| true).into_iter().any(|reading| {
                        reading.lemma == lemma
                            && reading.cell == shown(*cell)
                            && reading.proclitics == proclitics
                            && reading.enclitic.is_some() != ending.is_empty()
                            && reading.enclitic.is_none_or(|pronoun| pronoun.person == Person::Third)
                    });
                    words += 1;
                    if !found {
                        missing.push(format!("{word} as {form} {cell:?} {proclitics:?}"));
                    }
                }
            }
        }
    }
    missing.truncate(20);
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(words > 100_000, "{words}");
}

fn cell() -> impl Strategy<Value = Cell> {
    let pos = prop_oneof![Just(Pos::Verb), Just(Pos::Noun), Just(Pos::Particle)];
    let number = prop_oneof![Just(Number::Any), Just(Number::Singular), Just(Number::Plural)];
    (pos, number).prop_map(|(pos, number)| Cell { number, ..Cell::of(pos) })
}

proptest! {
    #[test]
    fn what_was_added_is_what_is_found(
        added in prop::collection::vec(("[ابتةىيأإهولمك]{1,4}", 0_u32..5, cell()), 0..40),
        turn in 0_usize..40,
    ) {
        let mut expected: BTreeMap<String, Vec<(LemmaId, Cell)>> = BTreeMap::new();
        let mut builder = FormsBuilder::new();
        for (form, lemma, cell) in &added {
            builder.add(form, LemmaId(*lemma), *cell);
            expected.entry(fold(form)).or_default().push((LemmaId(*lemma), *cell));
        }
        let image = builder.finish();
        let mut turned = added.clone();
        turned.rotate_left(turn % added.len().max(1));
        let mut other = FormsBuilder::new();
        turned.iter().for_each(|(form, lemma, cell)| other.add(form, LemmaId(*lemma), *cell));
        prop_assert_eq!(&other.finish(), &image);
        let forms = Forms::new(Cow::Owned(image)).expect("an image");
        prop_assert_eq!(forms.len(), expected.len());
        for (key, list) in expected {
            let found: Vec<_> = forms.lookup(&key).collect();
            prop_assert!(list.iter().all(|entry| found.contains(entry)));
            prop_assert!(found.iter().all(|entry| list.contains(entry)));
            prop_assert!(found.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    #[test]
    fn any_word_can_be_analysed(word in "\\PC{0,12}|[وفبلكسا]{0,4}[ابتةىيأإهولمكنس]{0,8}") {
        let mut builder = FormsBuilder::new();
        builder.add("كتب", LemmaId(0), Cell::of(Pos::Verb));
        builder.add("ب", LemmaId(1), Cell::of(Pos::Particle));
        let forms = Forms::new(Cow::Owned(builder.finish())).expect("an image");
        let key = fold(&word);
        for reading in analyse(&forms, &key, &word, &|_| true) {
            prop_assert!(forms.lookup("كتب").chain(forms.lookup("ب")).any(|(lemma, _)| lemma == reading.lemma));
        }
    }

    #[test]
    fn a_peeled_word_can_be_put_together_again(key in "[وفبلكسا]{0,4}[ابتيهولمكنس]{0,6}") {
        let peeled = peel(&key);
        prop_assert_eq!(peeled[0].0, Proclitics::empty());
        prop_assert_eq!(&*peeled[0].1, key.as_str());
        for (proclitics, rest) in peeled {
            let mut written = String::new();
            for (flag, letters) in [
                (Proclitics::QUESTION, "ا"),
                (Proclitics::AND, "و"),
                (Proclitics::SO, "ف"),
                (Proclitics::FUTURE, "س"),
                (Proclitics::BI, "ب"),
                (Proclitics::KA, "ك"),
                (Proclitics::LI, "ل"),
                (Proclitics::LA, "ل"),
                (Proclitics::ARTICLE, "ال"),
            ] {
                if proclitics.contains(flag) {
                    written.push_str(letters);
                }
            }
            written.push_str(&rest);
            // After ل the article loses its alif, and of three lams one is not written.
            let joined = written.replacen("لال", "لل", 1);
            let short = joined.replacen("للل", "لل", 1);
            prop_assert!([&written, &joined, &short].contains(&&key), "{} {:?} {}", key, proclitics, rest);
        }
    }
}
