//! The verbs of a treebank that the project does not ship: each must have its lemma among our readings. Skips, with a
//! message, where the file is absent.

#![allow(clippy::print_stdout, reason = "figures and the reason for skipping are told")]

use std::collections::BTreeMap;
use std::io::Read;

use demarche_document::{Language, fold};
use demarche_lexicon::Behaviour;
use demarche_morphology::{Pos, arabic::analyse};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/oracles/ud-arabic-pud.conllu.gz");

/// Share of verb tokens whose lemma must be found. The rest is tagging slips (nouns and passives given as lemmas) and
/// spellings of a lemma that differ from ours.
const SHARE: f64 = 0.98;

#[test]
fn every_verb_of_the_treebank_has_its_lemma_among_our_readings() {
    let Ok(file) = std::fs::File::open(FILE) else {
        println!("skipped: {FILE} is not here");
        return;
    };
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("the treebank is UTF-8");
    let lexicon = demarche_bundled::lexicon();
    let takes = |lemma| lexicon.lemma(lemma).behaviour.contains(Behaviour::TRANSITIVE);
    let (mut found, mut all) = (0usize, 0usize);
    let mut missing: BTreeMap<String, usize> = BTreeMap::new();
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, "VERB", ..] = columns[..] else { continue };
        if id.contains('-') {
            continue;
        }
        all += 1;
        let known =
            analyse(lexicon.forms(Language::Arabic), &fold(form), form, &takes).iter().any(|reading| {
                let own = lexicon.lemma(reading.lemma);
                own.pos == Pos::Verb && fold(&own.text) == fold(lemma)
            });
        if known {
            found += 1;
        } else {
            *missing.entry(format!("{form} ({lemma})")).or_default() += 1;
        }
    }
    let share = found as f64 / all as f64;
    println!("{found} of {all} verb tokens ({:.2} %); missing: {missing:?}", share * 100.0);
    assert!(all > 1500, "the treebank has {all} verb tokens");
    assert!(
        share >= SHARE,
        "{:.2} % of {all} verb tokens have their lemma among our readings",
        share * 100.0
    );
}
