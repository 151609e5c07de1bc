//! The casebook: rules of language and coding as Markdown for people, and the proof that the coder keeps them.
//!
//! `casebook/README.md` tells how a case is written. `CASEBOOK_MARK=1` sets and removes the `not yet` marks;
//! `CASEBOOK_CASE=passive` runs the cases whose place (`casebook/ar/passive.md:12`) or heading contains the
//! word as if none were marked, and tells what each that fails was coded to.

mod case;
mod expectation;
mod mark;
mod short;

use std::path::{Path, PathBuf};
use std::{env, fs};

use demarche_coder::{Coder, Record};
use demarche_document::{Input, Language};

use case::{Case, cases};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../casebook")
}

/// The Markdown files of both languages with their names for people, sorted.
fn pages() -> Vec<(PathBuf, String, Language)> {
    let mut pages = Vec::new();
    for (short, language) in [("ar", Language::Arabic), ("en", Language::English)] {
        let found = fs::read_dir(folder().join(short)).expect("the casebook is a folder of the project");
        let paths = found.map(|entry| entry.expect("a readable folder").path());
        for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            pages.push((path, format!("casebook/{short}/{name}"), language));
        }
    }
    pages.sort_by(|a, b| a.1.cmp(&b.1));
    pages
}

fn code(case: &Case, language: Language) -> Vec<Record> {
    Coder::new(demarche_bundled::lexicon()).code(Input {
        id: "case".to_owned(),
        text: case.text.clone(),
        language: Some(language),
        title: case.title.clone(),
        date: case.date.clone(),
        ..Input::default()
    })
}

/// Every expectation that the records do not meet.
fn unmet(case: &Case, records: &[Record]) -> Vec<String> {
    let unmet =
        case.expectations.iter().filter(|expectation| !expectation.holds(records, &case.expectations));
    unmet.map(|expectation| expectation.text.clone()).collect()
}

fn report(page: &str, case: &Case, unmet: &[String], records: &[Record]) -> String {
    let mut lines = vec![format!("{page}:{}: {}", case.line, case.heading)];
    lines.push(format!("    {}", case.text.replace('\n', "\n    ")));
    lines.extend(unmet.iter().map(|text| format!("  expected  {text}")));
    let got: Vec<String> = records.iter().filter_map(short::record).collect();
    lines.extend(got.iter().map(|text| format!("  got       {text}")));
    if got.is_empty() {
        lines.push("  got       nothing".to_owned());
    }
    lines.join("\n")
}

#[test]
fn the_coder_codes_every_case_of_the_casebook_as_it_says() {
    let marking = env::var("CASEBOOK_MARK").is_ok_and(|value| value == "1");
    let chosen = env::var("CASEBOOK_CASE").ok();
    let mut complaints = Vec::new();
    let (mut all, mut kept, mut marked) = (0, 0, 0);
    for (path, page, language) in pages() {
        let source = fs::read_to_string(&path).expect("a page is UTF-8");
        let cases = cases(&source).unwrap_or_else(|problem| panic!("{page}:{problem}"));
        let mut failing = Vec::new();
        for case in &cases {
            let place = format!("{page}:{} {}", case.line, case.heading);
            if chosen.as_ref().is_some_and(|word| !place.contains(word.as_str())) {
                continue;
            }
            let records = code(case, language);
            let unmet = unmet(case, &records);
            all += 1;
            kept += usize::from(unmet.is_empty());
            marked += usize::from(case.not_yet);
            if !unmet.is_empty() {
                failing.push(case.line);
            }
            let expects_failure = case.not_yet && chosen.is_none();
            if !unmet.is_empty() && !expects_failure {
                complaints.push(report(&page, case, &unmet, &records));
            } else if unmet.is_empty() && expects_failure {
                complaints.push(format!(
                    "{page}:{}: {}\n  this case is coded right now: remove its mark `not yet` (CASEBOOK_MARK=1 does)",
                    case.line, case.heading
                ));
            }
        }
        if marking && chosen.is_none() {
            let text = mark::mark(&source, &cases, &failing);
            if text != source {
                fs::write(&path, text).expect("a page can be written");
            }
        }
    }
    let summary = format!("{kept} of {all} cases are coded as they say; {marked} are marked `not yet`");
    if !marking {
        assert!(complaints.is_empty(), "\n{}\n\n{summary}", complaints.join("\n\n"));
    }
    assert!(all > 0, "no case was run");
}

#[test]
fn the_casebook_has_a_page_in_both_languages_for_every_root() {
    let pages = pages();
    for language in [Language::Arabic, Language::English] {
        let texts: Vec<String> = pages
            .iter()
            .filter(|page| page.2 == language)
            .map(|page| fs::read_to_string(&page.0).expect("a page is UTF-8"))
            .collect();
        for root in demarche_lexicon::Root::ALL {
            let title = format!("# {}", root.as_str());
            let found =
                texts.iter().any(|text| text.lines().next().is_some_and(|line| line.starts_with(&title)));
            assert!(found, "no page in {language:?} begins with {title}");
        }
    }
}
