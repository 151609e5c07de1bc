//! The reference for those who edit the lexicon names everything that its reader accepts.

mod fixture;

use std::collections::BTreeSet;

use demarche_lexicon::{
    CONTEXTS, Code, Dimension, Effect, Function, Inference, NounClass, Problem, Role, Sector, Trend, compile,
};

const REFERENCE: &str = include_str!("../../../docs/lexicon.md");

/// A file of every kind, with something that its reader does not know in every table that it may have.
const STRANGE: &[(&str, &str)] = &[
    ("frames/aid.toml", "strange = 1\n[frame.give]\nstrange = 1\n"),
    (
        "actors/countries/IND.toml",
        "strange = 1\nnames = { strange = 1 }\n[[metonym]]\nstrange = 1\n[[institution]]\nstrange = 1\n",
    ),
    (
        "actors/organisations.toml",
        "strange = 1\n[[actor]]\nstrange = 1\n[[actor.metonym]]\nstrange = 1\n[[actor.body]]\nstrange = 1\n",
    ),
    ("actors/armed-groups.toml", "strange = 1\n"),
    ("actors/regions.toml", "strange = 1\n[[region]]\nstrange = 1\n"),
    ("actors/offices/RUS.tsv", "strange\n"),
    ("ar/verbs.tsv", "strange\n"),
    ("en/verbs.tsv", "strange\n"),
    ("ar/nouns.tsv", "strange\n"),
    ("ar/adjectives.tsv", "strange\n"),
    ("ar/agents.tsv", "strange\n"),
    ("ar/particles.tsv", "strange\n"),
    ("ar/numbers.tsv", "strange\n"),
    ("ar/classes.toml", "strange = 1\n[[class]]\nstrange = 1\n"),
    ("ar/light.toml", "strange = 1\n[[light]]\nstrange = 1\n"),
    ("ar/contexts.toml", "strange = 1\n"),
    ("ar/units/assault.toml", "strange = 1\n[[unit]]\nstrange = 1\n"),
];

/// The files of the fixture, and those of [`STRANGE`] in place of theirs.
fn problems() -> Vec<Problem> {
    let mut files = fixture::files();
    for (path, text) in STRANGE {
        files.insert(*path, *text);
    }
    compile(&files).expect_err("strange keys and columns")
}

fn is_named(word: &str) -> bool {
    REFERENCE.contains(&format!("`{word}`"))
}

#[test]
fn every_key_and_column_is_named() {
    let problems = problems();
    let mut accepted = BTreeSet::new();
    for (path, text) in STRANGE {
        let told = problems.iter().filter(|problem| problem.file == format!("lexicon/{path}"));
        let lists: Vec<&str> = told
            .filter(|problem| matches!(problem.code, Code::UnknownKey | Code::Columns))
            .filter_map(|problem| problem.remedy.split_once(" are: "))
            .map(|(_, list)| list)
            .collect();
        assert_eq!(lists.len(), text.matches("strange").count(), "{path} has more or fewer tables");
        accepted.extend(lists.iter().flat_map(|list| list.split_whitespace()));
    }
    assert!(accepted.len() > 80, "{accepted:?}");
    let missing: Vec<&&str> = accepted.iter().filter(|key| !is_named(key)).collect();
    assert!(missing.is_empty(), "docs/lexicon.md does not name {missing:?}");
}

#[test]
fn every_kind_of_file_is_named() {
    let kinds = [
        "frames/<root>.toml",
        "frames/relations.toml",
        "actors/countries/<CODE>.toml",
        "actors/offices/<CODE>.tsv",
        "actors/organisations.toml",
        "actors/armed-groups.toml",
        "actors/regions.toml",
        "ar/units/*.toml",
        "en/units/*.toml",
        "verbs.tsv",
        "nouns.tsv",
        "adjectives.tsv",
        "agents.tsv",
        "particles.tsv",
        "numbers.tsv",
        "classes.toml",
        "light.toml",
        "contexts.toml",
        "calendar.toml",
        "outlets.toml",
    ];
    let missing: Vec<&&str> = kinds.iter().filter(|kind| !is_named(kind)).collect();
    assert!(missing.is_empty(), "docs/lexicon.md does not name {missing:?}");
}

#[test]
fn no_file_of_the_bundled_lexicon_is_of_another_kind() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../lexicon");
    let files = demarche_lexicon::Files::from_dir(folder).expect("the lexicon of this project");
    for (path, _) in files.iter() {
        let (folder, name) = path.rsplit_once('/').expect("every file is in a folder");
        let subject = name.split(['-', '.']).next().unwrap_or(name);
        let extension = name.rsplit('.').next().unwrap_or(name);
        let named = match folder {
            "ar" | "en" => is_named(&format!("{subject}.{extension}")),
            "frames" | "actors/countries" | "actors/offices" | "ar/units" | "en/units" => true,
            _ => is_named(path),
        };
        assert!(named, "docs/lexicon.md does not tell of {path}");
    }
}

#[test]
fn every_code_that_a_file_may_hold_is_named() {
    let classes: Vec<String> = NounClass::all().iter_names().map(|(name, _)| name.to_lowercase()).collect();
    let mut words: Vec<&str> = classes.iter().map(String::as_str).collect();
    words.extend(CONTEXTS);
    words.extend(Sector::ALL.iter().map(|code| code.as_str()));
    words.extend(Function::ALL.iter().map(|code| code.as_str()));
    words.extend(Role::ALL.iter().map(|code| code.as_str()));
    words.extend(Effect::ALL.iter().map(|code| code.as_str()));
    words.extend(Dimension::ALL.iter().map(|code| code.as_str()));
    words.extend(Inference::ALL.iter().map(|code| code.as_str()));
    words.extend(Trend::ALL.iter().map(|code| code.as_str()));
    words.extend(["subject", "object", "indirect", "genitive", "adjective", "content"]);
    words.extend(["t", "c", "s", "l", "x", "i", "d"]);
    words.retain(|word| !is_named(word));
    assert!(words.is_empty(), "docs/lexicon.md does not name {words:?}");
}

#[test]
fn every_message_is_explained() {
    let rows: Vec<&str> = REFERENCE.lines().filter(|line| line.starts_with("| L")).collect();
    let explained = |code: &str| {
        rows.iter().any(|row| {
            let cell = row.trim_start_matches("| ").split(" |").next().unwrap_or_default();
            match cell.split_once('–') {
                Some((first, last)) => (first..=last).contains(&code),
                None => cell.split(", ").any(|told| told == code),
            }
        })
    };
    let missing: Vec<&str> =
        Code::ALL.iter().map(|code| code.as_str()).filter(|code| !explained(code)).collect();
    assert!(missing.is_empty(), "docs/lexicon.md does not explain {missing:?}");
}
