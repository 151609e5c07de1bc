//! Every kind of problem is found, where it stands.

mod fixture;

use std::collections::BTreeSet;

use demarche_lexicon::{Code, Problem, Severity, compile};

/// A code, the file that is changed, what is replaced in it (nothing: appended), by what, and the line told.
type Case = (Code, &'static str, &'static str, &'static str, u32);

const UNIT: &str = "ar/units/assault.toml";

const CASES: &[Case] = &[
    (Code::Syntax, "ar/light.toml", "via = \"object\"", "via = \"object", 4),
    (Code::UnknownKey, UNIT, "never =", "nevr =", 6),
    (Code::UnknownKey, "ar/contexts.toml", "terrorism", "picnic", 4),
    (Code::UnlistedWord, "ar/contexts.toml", "هجمات", "هجمة", 4),
    (Code::MissingKey, "frames/consult.toml", "gloss = \"Meet\"\n", "", 2),
    (Code::WrongType, "frames/consult.toml", "mutual = true", "mutual = \"yes\"", 8),
    (Code::Columns, "ar/nouns.tsv", "gender", "sex", 1),
    (Code::TooManyCells, "ar/nouns.tsv", "event\tattack", "event\tattack\tand more", 3),
    (Code::UnknownFile, "ar/picnic.tsv", "", "lemma\n", 1),
    (Code::EmptyCell, "ar/nouns.tsv", "قلق\t", "\t", 5),
    (Code::EmptyCell, "actors/offices/RUS.tsv", "prime minister\tVladimir Putin", "prime minister\t", 3),
    (Code::DuplicateWord, "ar/verbs.tsv", "", "هاجم\tهجم\tIII\t\tt\n", 7),
    (Code::DuplicateWord, "ar/nouns.tsv", "", "هجوم\tm\tهجمات\tevent\n", 6),
    (Code::DuplicateWord, "en/numbers.tsv", "", "three\t4\n", 5),
    (Code::DuplicateWord, "en/particles.tsv", "", "by\tagent\t\t\n", 8),
    (Code::Root, "ar/verbs.tsv", "هاجم\tهجم", "هاجم\tهج", 2),
    (Code::Vowels, "ar/verbs.tsv", "قول\tI\ta:u", "قول\tI\to:u", 3),
    (Code::Vowels, "ar/verbs.tsv", "قول\tI\ta:u", "قول\tI\t", 3),
    (Code::Valency, "ar/verbs.tsv", "III\t\tt", "III\t\tz", 2),
    (Code::Measure, "ar/verbs.tsv", "هجم\tIII", "هجم\tXI", 2),
    (Code::Gender, "ar/nouns.tsv", "قلق\tm", "قلق\tn", 5),
    (Code::Gender, "ar/agents.tsv", "وزير الخارجية\tm", "وزير الخارجية\t", 3),
    (Code::ClassWord, "ar/nouns.tsv", "\tabstract\t", "\tabstrct\t", 5),
    (Code::ClassWord, UNIT, "\"text abstract\"", "\"text TIME\"", 6),
    (Code::Function, "ar/particles.tsv", "ضد\tpreposition", "ضد\tprepositon", 3),
    (Code::Features, "ar/particles.tsv", "3md", "4md", 6),
    (Code::Sector, "ar/agents.tsv", "GOV\thuman title\tminister", "XXX\thuman title\tminister", 2),
    (Code::Sector, "actors/armed-groups.toml", "\"REB\"", "\"rebel\"", 10),
    (Code::NumberValue, "ar/numbers.tsv", "ثلاثة\t3", "ثلاثة\tthree", 2),
    (Code::NounAndAgent, "en/nouns.tsv", "", "president\t\thuman\t\n", 6),
    (Code::Inflection, "ar/nouns.tsv", "هجوم\tm\tهجمات\t", "هجوم\tm\tهجمات||ات\t", 3),
    (Code::Spelling, "ar/verbs.tsv", "هاجم\tهجم\tIII", "هاجم\tهجم\tIV", 2),
    (Code::SeveralWords, "en/verbs.tsv", "carry", "carry out", 4),
    (Code::RootType, "frames/consult.toml", "\"CONSULT\"", "\"PICNIC\"", 4),
    (Code::RootType, "frames/consult.toml", "\"CONSULT\"", "\"ASSAULT\"", 2),
    (Code::Mode, "frames/assault.toml", "\"aerial\"", "\"visit\"", 14),
    (Code::Mode, UNIT, "never =", "mode = \"visit\"\nnever =", 6),
    (Code::Context, "frames/assault.toml", "[\"military\"]\ndimensions", "[\"picnic\"]\ndimensions", 5),
    (Code::Context, UNIT, "never =", "contexts = [\"picnic\"]\nnever =", 6),
    (Code::Dimension, "frames/consult.toml", "\"diplomatic\"", "\"culinary\"", 5),
    (Code::Intensity, "frames/assault.toml", "-9.5", "-10.5", 16),
    (Code::Inference, "frames/assault.toml", "place-is-target", "place-is-nice", 9),
    (Code::Standing, "frames/relations.toml", "\"steady\"", "\"wobbly\"", 6),
    (Code::Standing, "frames/relations.toml", "polarity = 1", "polarity = 2", 7),
    (Code::Standing, "frames/relations.toml", "standing = \"ally\"\n", "", 2),
    (Code::DuplicateFrame, "frames/relations.toml", "[frame.ally]", "[frame.meet]", 2),
    (Code::UnknownFrame, UNIT, "\"meet\"", "\"picnic\"", 19),
    (Code::Anchor, UNIT, "verb = \"هاجم\"", "verb = \"هاجم\"\nnoun = \"هجوم\"", 2),
    (Code::Anchor, UNIT, "verb = \"هاجم\"\n", "", 2),
    (Code::UnlistedWord, UNIT, "verb = \"هاجم\"", "verb = \"سافر\"", 4),
    (Code::UnlistedWord, UNIT, "\"وزراء\"", "\"سفراء\"", 22),
    (Code::UnlistedWord, "ar/classes.toml", "[\"حاول\"]", "[\"حاول\", \"سافر\"]", 7),
    (Code::UnlistedWord, "ar/light.toml", "\"شنّ\"", "\"شن\"", 3),
    (Code::MasdarAsNoun, UNIT, "noun = \"هجوم\"", "noun = \"مهاجمة\"", 12),
    (Code::Role, UNIT, "object = \"target\"", "object = \"victim\"", 5),
    (Code::Role, UNIT, "object = \"target\"", "object = []", 5),
    (Code::Position, UNIT, "\"على\" = \"target\"", "\"فوق\" = \"target\"", 13),
    (Code::Position, "ar/light.toml", "\"object\"", "\"objct\"", 4),
    (Code::NoPositiveExample, UNIT, "yes = [\"هجوم روسي على كراتشي\"]\n", "", 10),
    (Code::NoNegativeExample, UNIT, "no = [\"التقى الفريقان\"]", "no = []", 18),
    (Code::Expectation, UNIT, "=> RUS > PAK", "=>", 7),
    (Code::Expectation, UNIT, "\"هاجم الكاتب القرار\"", "\"هاجم الكاتب القرار => RUS > PAK\"", 8),
    (Code::MutualRoles, UNIT, "object = \"party\"", "object = \"target\"", 18),
    (Code::MutualRoles, UNIT, "object = \"target\"", "object = \"party\"", 2),
    (
        Code::DuplicateUnit,
        "en/units/assault.toml",
        "",
        "[[unit]]\nframe = \"attack\"\nverb = \"attack\"\nroles = { subject = \"source\", object = \"target\" }\nyes = [\"a\"]\nno = [\"b\"]\n",
        23,
    ),
    (Code::AmbiguousWord, "en/verbs.tsv", "", "attack\tattook\t\t\tt\t\n", 4),
    (Code::Effect, "ar/classes.toml", "\"attempt\"", "\"wish\"", 6),
    (Code::CountryCode, "actors/countries/PAK.toml", "\"PAK\"", "\"PAKI\"", 2),
    (Code::CountryCode, "actors/countries/PAK.toml", "\"PAK\"", "\"IND\"", 2),
    (Code::UnknownActor, "actors/armed-groups.toml", "home = \"PAK\"", "home = \"IND\"", 6),
    (Code::UnknownActor, "actors/regions.toml", "\"RUS\"]", "\"IND\"]", 5),
    (
        Code::UnknownActor,
        "actors/offices/IND.tsv",
        "",
        "from\tto\toffice\tname_en\tname_ar\n\t\tpresident\tX Y\t\n",
        2,
    ),
    (Code::UnknownActor, UNIT, "=> RUS > PAK", "=> RUS > IND", 7),
    (Code::NoName, "actors/countries/SUN.toml", "en = [\"Soviet Union\", \"USSR\"]", "en = []", 1),
    (Code::NoName, "actors/countries/PAK.toml", "iso2 = \"PK\"", "iso2 = \"QZ\"", 3),
    (Code::NoName, "actors/regions.toml", "en = [\"Great Two\"]", "", 2),
    (Code::DuplicateActor, "actors/armed-groups.toml", "\"ARM:RIDERS\"", "\"IGO:PACT\"", 3),
    (Code::GroupCode, "actors/armed-groups.toml", "\"ARM:RIDERS\"", "\"Riders\"", 3),
    (Code::SharedName, "actors/countries/RUS.toml", "en = [\"Moscow\"]", "en = [\"Moscow\", \"Seoul\"]", 6),
    (Code::EmptyName, "actors/countries/RUS.toml", "\"Moscow\"", "\"!\"", 6),
    (Code::Date, "actors/offices/RUS.tsv", "2000-05-07", "2000-13-07", 2),
    (Code::Date, "actors/offices/RUS.tsv", "\t2012\t", "\tlater\t", 3),
    (Code::TermOrder, "actors/offices/RUS.tsv", "\t2012\t", "\t2007\t", 3),
    (Code::TermOverlap, "actors/offices/RUS.tsv", "2008-05-07\t", "2004-05-07\t", 4),
    (Code::OfficeSector, "actors/offices/RUS.tsv", "prime minister", "court poet", 3),
    (Code::Almanac, "ar/calendar.toml", "", "month = 3\n", 1),
];

/// The problems of the fixture with one change.
fn problems(path: &str, old: &str, new: &str) -> Vec<Problem> {
    let mut files = fixture::files();
    let text = files.get(path).unwrap_or_default();
    assert!(text.contains(old), "the fixture's {path} has no {old:?}");
    let text = if old.is_empty() { format!("{text}{new}") } else { text.replacen(old, new, 1) };
    files.insert(path, text);
    match compile(&files) {
        Ok(compiled) => compiled.warnings,
        Err(problems) => problems,
    }
}

#[test]
fn the_fixture_has_no_problems() {
    let compiled = compile(&fixture::files()).expect("no errors");
    assert_eq!(compiled.warnings, []);
}

#[test]
fn every_problem_is_found_where_it_stands() {
    let mut missed = Vec::new();
    for (code, path, old, new, line) in CASES {
        let found = problems(path, old, new);
        let told = |problem: &&Problem| {
            problem.code == *code
                && problem.file.starts_with("lexicon/")
                && problem.line == *line
                && !problem.remedy.is_empty()
        };
        if !found.iter().any(|problem| told(&problem)) {
            let shown: Vec<String> = found.iter().map(Problem::to_string).collect();
            missed.push(format!(
                "{path}: {old:?} -> {new:?} should give {} at {line}:\n  {}",
                code.as_str(),
                shown.join("\n  ")
            ));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let tried: BTreeSet<Code> = CASES.iter().map(|(code, ..)| *code).collect();
    let untried: Vec<&str> =
        Code::ALL.iter().filter(|code| !tried.contains(code)).map(|code| code.as_str()).collect();
    assert!(untried.is_empty(), "no case for {untried:?}");
}

#[test]
fn no_two_kinds_of_problem_share_a_code() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes.len(), Code::ALL.len());
}

#[test]
fn a_problem_shows_file_line_code_and_remedy() {
    let found = problems("ar/verbs.tsv", "هجم\tIII", "هجم\tXI");
    let measure = found.iter().find(|problem| problem.code == Code::Measure).expect("an unknown measure");
    let shown = measure.to_string();
    assert!(shown.starts_with("lexicon/ar/verbs.tsv:2: L014 measure \"XI\""), "{shown}");
    assert!(shown.contains(" — "), "{shown}");
}

#[test]
fn all_problems_of_all_files_are_told_at_once() {
    let mut files = fixture::files();
    files.insert("frames/consult.toml", "[frame.meet]\nroot = \"PICNIC\"\nmode = 3\nintensity = 11\n");
    files.insert("en/numbers.tsv", "form\tvalue\nthree\tthree\nfour\tfour\n");
    let problems = compile(&files).expect_err("errors");
    let codes: Vec<&str> = problems.iter().map(|problem| problem.code.as_str()).collect();
    for code in ["L003", "L030", "L004", "L034", "L020"] {
        assert!(codes.contains(&code), "{code} is missing of {codes:?}");
    }
    assert_eq!(codes.iter().filter(|code| **code == "L020").count(), 2);
}

#[test]
fn warnings_do_not_stop_the_compiler() {
    let mut files = fixture::files();
    files.insert("ar/picnic.tsv", "");
    let compiled = compile(&files).expect("warnings only");
    assert_eq!(compiled.warnings.len(), 1);
    assert_eq!(compiled.warnings[0].severity(), Severity::Warning);
    assert!(compiled.warnings[0].to_string().contains("L007 warning: "));
}

#[test]
fn a_misspelled_word_is_told_its_right_spelling() {
    let found = problems("ar/light.toml", "\"شنّ\"", "\"شن\"");
    assert!(found.iter().any(|problem| problem.remedy.contains("write \"شنّ\"")), "{found:?}");
}
