//! The verb generator against a public table of vocalised stems, where the table is at hand.
#![allow(clippy::print_stdout, reason = "the share and the differences are what one runs it for")]

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use demarche_document::fold;
use demarche_morphology::arabic::{Measure, Root, Verb};

const TABLE: &str = "../../../shared/oracles/camel-morph-verbs.tsv.gz";

/// One row: aspect, voice, stem, ending class.
type Row = [String; 4];

/// Lemma, root, pattern.
type Entry = (String, String, String);

fn table() -> Option<BTreeMap<Entry, Vec<Row>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    let packed = std::fs::read(path).ok()?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut text).expect("a gzip of UTF-8");
    let mut entries: BTreeMap<Entry, Vec<Row>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let entry = (columns[0].to_owned(), columns[1].to_owned(), columns[2].to_owned());
        let row = [columns[3], columns[4], columns[5], columns[7]].map(str::to_owned);
        entries.entry(entry).or_default().push(row);
    }
    Some(entries)
}

/// The measures that a pattern of the table may be. آمن is given as فاعل there.
fn measures(pattern: &str, lemma: &str) -> &'static [Measure] {
    let plain: String =
        pattern.chars().filter(|c| !('\u{064B}'..='\u{0650}').contains(c) && *c != '\u{0652}').collect();
    match plain.as_str() {
        "123" => &[Measure::I],
        "12\u{0651}3" => &[Measure::II],
        "1ا23" if lemma.starts_with('آ') => &[Measure::III, Measure::IV],
        "1ا23" => &[Measure::III],
        "أ123" => &[Measure::IV],
        "ت12\u{0651}3" => &[Measure::V],
        "ت1ا23" => &[Measure::VI],
        "ٱن123" => &[Measure::VII],
        "ٱ1ت23" => &[Measure::VIII],
        "ٱ123\u{0651}" => &[Measure::IX],
        "ٱست123" => &[Measure::X],
        _ => &[],
    }
}

fn vowel(mark: char) -> Option<char> {
    match mark {
        '\u{064E}' | 'ا' | 'ى' => Some('a'),
        '\u{0650}' | 'ي' => Some('i'),
        '\u{064F}' | 'و' => Some('u'),
        _ => None,
    }
}

fn vowel_of_second(stem: &str) -> Option<char> {
    let mut letters = stem.chars().rev();
    letters.next();
    letters.next().and_then(vowel)
}

/// The vowels of measure I, told by the lemma (`قال-ُ`) and, where it does not, by the stems.
fn vowels(lemma: &str, root: &Root, rows: &[Row]) -> (char, char) {
    let (word, mark) = lemma.split_once('-').unwrap_or((lemma, ""));
    let find = |aspect: &str, class: &str| {
        rows.iter().find(|[a, voice, _, c]| a == aspect && voice == "active" && (c == class || c.is_empty()))
    };
    let present = mark.chars().next().and_then(vowel);
    let present = present.or_else(|| find("imperfect", "v-suff").and_then(|row| vowel_of_second(&row[2])));
    let radicals = root.radicals();
    let past = if matches!(radicals[2], 'و' | 'ي') {
        if word.ends_with("\u{0650}ي") {
            'i'
        } else if word.ends_with("\u{064F}و") {
            'u'
        } else {
            'a'
        }
    } else if matches!(radicals[1], 'و' | 'ي') && word.contains('ا') {
        if present == Some('a') { 'i' } else { 'a' }
    } else if radicals[1] == radicals[2] {
        find("perfect", "c-suff").and_then(|row| vowel_of_second(&row[2])).unwrap_or('a')
    } else {
        vowel_of_second(word).unwrap_or('a')
    };
    (past, present.unwrap_or('a'))
}

/// What both tables write: no vowel marks, hamzas with their seats; but the table writes letters at the
/// edge of a stem with the affix where a hamza or weak letter stands there.
fn comparable(stem: &str, root: &Root, present: bool) -> String {
    let plain: String = stem.chars().filter(|c| !('\u{064B}'..='\u{0652}').contains(c)).collect();
    let plain = plain.replace('ٱ', "ا");
    let hamza = |c: char| matches!(c, 'ء' | 'أ' | 'إ' | 'آ' | 'ؤ' | 'ئ');
    let weak = |c: char| matches!(c, 'ا' | 'و' | 'ي' | 'ى');
    let mut plain = plain.as_str();
    let radicals = root.radicals();
    if matches!(radicals[2], 'ء' | 'و' | 'ي') {
        plain = plain.trim_end_matches(|c| hamza(c) || weak(c));
    }
    if present && matches!(radicals[0], 'ء' | 'و' | 'ي') {
        plain = plain.trim_start_matches(|c| hamza(c) || weak(c));
    }
    plain.to_owned()
}

fn differences(verb: &Verb, rows: &[Row]) -> Vec<String> {
    let stems = verb.stems();
    let mut differences = Vec::new();
    for (aspect, both) in [("perfect", &stems.past), ("imperfect", &stems.present)] {
        let present = aspect == "imperfect";
        for (voice, stem) in ["active", "passive"].into_iter().zip(both) {
            let prefix = present.then_some(if voice == "passive" { 'u' } else { stems.prefix });
            for (class, ours) in
                [("v-suff", stem.before_vowel(prefix)), ("c-suff", stem.before_consonant(prefix))]
            {
                let ours = comparable(&ours, &verb.root, present);
                let theirs: Vec<String> = rows
                    .iter()
                    .filter(|[a, v, _, c]| {
                        a == aspect && v == voice && (c == class || (c.is_empty() && class == "v-suff"))
                    })
                    .map(|row| comparable(&row[2], &verb.root, present))
                    .collect();
                if !theirs.is_empty() && !theirs.contains(&ours) {
                    differences.push(format!("{aspect} {voice} {class}: {ours} for {}", theirs.join(", ")));
                }
            }
        }
    }
    differences
}

#[test]
fn verbs_have_the_stems_of_the_public_table() {
    let Some(table) = table() else {
        println!("no table of stems here: nothing compared");
        return;
    };
    let mut compared = 0;
    let mut right = 0;
    let mut wrong: Vec<String> = Vec::new();
    for ((lemma, root, pattern), rows) in &table {
        let root: String = root.chars().map(|c| if c == 'أ' { 'ء' } else { c }).collect();
        let Ok(root) = Root::parse(&root) else { continue };
        let measures = measures(pattern, lemma);
        if measures.is_empty() || root.radicals().len() != 3 {
            continue;
        }
        compared += 1;
        let differences = measures
            .iter()
            .map(|&measure| {
                let verb = Verb {
                    lemma: fold(lemma.split('-').next().unwrap_or_default()),
                    root: root.clone(),
                    measure,
                    vowels: (measure == Measure::I).then(|| vowels(lemma, &root, rows)),
                    transitive: true,
                    masdars: Vec::new(),
                    extra: Vec::new(),
                };
                differences(&verb, rows)
            })
            .min_by_key(Vec::len)
            .unwrap_or_default();
        if differences.is_empty() {
            right += 1;
        } else {
            let radicals: String = root.radicals().iter().collect();
            wrong.push(format!("{lemma} {radicals} {measures:?}: {}", differences.join("; ")));
        }
    }
    for line in &wrong {
        println!("{line}");
    }
    println!("{right} of {compared} triliteral verbs have every stem of the table");
    assert!(compared > 8000);
    assert!(right * 1000 >= compared * 990, "{right} of {compared}");
}
