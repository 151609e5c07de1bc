//! The principal parts of a verb: pattern filled, weak radicals settled.

use demarche_document::fold;

use super::joining::{join, smooth};
use super::orthography::{spell, vocalise};
use super::root::{Root, is_weak};
use super::weak::{DEFECT, HOLLOW, contract, melt_middle, settle_last, shorten};
use super::{Measure, pattern};

/// A stem in its two shapes: they differ in hollow (قال, قل) and doubled verbs (ردّ, ردد).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stem {
    pub(crate) open: String,
    pub(crate) closed: String,
}

impl Stem {
    /// Spelled with vowel marks, as it stands before an ending that begins with a vowel. `prefix` is
    /// the vowel of the prefix before it, which the seat of a hamza goes by.
    pub fn before_vowel(&self, prefix: Option<char>) -> String {
        spelled_after(prefix, &self.open)
    }

    /// Spelled with vowel marks, as it stands before an ending that begins with a consonant.
    pub fn before_consonant(&self, prefix: Option<char>) -> String {
        spelled_after(prefix, &self.closed)
    }
}

fn spelled_after(prefix: Option<char>, stem: &str) -> String {
    match prefix {
        None => vocalise(&smooth(stem)),
        Some(vowel) => vocalise(&smooth(&format!("ي{vowel}{stem}"))).chars().skip(2).collect(),
    }
}

/// The stems of a verb; present stems lack the prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stems {
    /// Past, active and passive.
    pub past: [Stem; 2],
    /// Present, active and passive.
    pub present: [Stem; 2],
    pub(crate) participles: [String; 2],
    pub(crate) masdars: Vec<String>,
    /// The vowel of the prefixes of the active present.
    pub prefix: char,
}

/// What the root leaves open and the lemma shows.
#[derive(Debug, Clone, Copy)]
struct Choice {
    /// A weak middle radical stays a consonant (استجوب, ازدوج).
    sound_middle: bool,
    /// Like radicals stay apart.
    apart: bool,
    /// First radical and the n or t of measures VII and VIII.
    infix: (char, char),
}

/// Builds the stems of a verb whose past in the third person is spelled `lemma`; without a lemma that
/// decides it, as most roots of the kind do.
pub(crate) fn stems(lemma: &str, root: &Root, measure: Measure, vowels: (char, char)) -> Stems {
    let key = fold(lemma);
    let mut first = None;
    for choice in choices(root, measure) {
        let stems = build(root, measure, vowels, choice);
        if fold(&spell(&smooth(&join(&stems.past[0].open, "a")))) == key {
            return stems;
        }
        first.get_or_insert(stems);
    }
    first.expect("there is always a choice")
}

fn choices(root: &Root, measure: Measure) -> Vec<Choice> {
    let radical = root.radical(1);
    let infixes = match measure {
        Measure::VIII => infixes(radical),
        Measure::VII if radical == 'م' => vec![(radical, 'ن'), (radical, 'م')],
        _ => vec![(radical, 'ن')],
    };
    let hollow = is_hollow(root, measure);
    let mut choices = Vec::new();
    for sound_middle in [false, true] {
        for apart in [false, true] {
            if (sound_middle && !hollow) || (apart && !root.is_doubled()) {
                continue;
            }
            choices.extend(infixes.iter().map(|&infix| Choice { sound_middle, apart, infix }));
        }
    }
    choices
}

/// The first radical and the infixed t of measure VIII, as they affect one another; the usual first.
fn infixes(radical: char) -> Vec<(char, char)> {
    match radical {
        'و' => vec![('ت', 'ت')],
        'ي' => vec![('ت', 'ت'), ('ي', 'ت')],
        'ء' => vec![('ء', 'ت'), ('ت', 'ت')],
        'ث' => vec![('ث', 'ت'), ('ت', 'ت'), ('ث', 'ث')],
        'د' => vec![('د', 'د')],
        'ذ' => vec![('ذ', 'ذ'), ('د', 'د'), ('ذ', 'د')],
        'ز' => vec![('ز', 'د')],
        'ص' | 'ض' => vec![(radical, 'ط'), (radical, radical), ('ط', 'ط')],
        'ط' => vec![('ط', 'ط')],
        'ظ' => vec![('ظ', 'ظ'), ('ظ', 'ط'), ('ط', 'ط')],
        _ => vec![(radical, 'ت')],
    }
}

fn is_hollow(root: &Root, measure: Measure) -> bool {
    root.radicals().len() == 3
        && is_weak(root.radical(2))
        && !root.ends_weak()
        && matches!(measure, Measure::I | Measure::IV | Measure::VII | Measure::VIII | Measure::X)
}

fn contracts(root: &Root, measure: Measure) -> bool {
    match measure {
        Measure::IX | Measure::Q4 => true,
        Measure::II | Measure::V => false,
        _ => root.is_doubled(),
    }
}

/// Whether the و of وصل is lost in the present: before an i, before an a that the throat brought about
/// (وضع), and in two verbs of i and a.
fn drops_first(root: &Root, measure: Measure, vowels: (char, char)) -> bool {
    measure == Measure::I
        && root.radical(1) == 'و'
        && !root.is_doubled()
        && (vowels.1 == 'i'
            || vowels == ('a', 'a')
            || matches!(root.radicals(), ['و', 'س', 'ع'] | ['و', 'ط', 'ء']))
}

/// رأى loses its hamza in the present, أرى throughout.
fn drops_second(root: &Root, measure: Measure, present: bool) -> bool {
    root.radicals() == ['ر', 'ء', 'ي'] && (measure == Measure::IV || (measure == Measure::I && present))
}

fn build(root: &Root, measure: Measure, vowels: (char, char), choice: Choice) -> Stems {
    let hollow = is_hollow(root, measure) && !choice.sound_middle;
    let contracted = contracts(root, measure) && !choice.apart;
    let fill = |pattern: &str, present: bool| {
        let mut out = String::new();
        for slot in pattern.chars() {
            match slot {
                '1' => out.push(choice.infix.0),
                '2' if hollow => out.push(HOLLOW),
                '2' if drops_second(root, measure, present) => {}
                '2' => out.push(root.radical(2)),
                '3' if root.ends_weak() && root.radicals().len() == 3 && measure != Measure::IX => {
                    out.push(DEFECT)
                }
                '3' => out.push(root.radical(3)),
                '4' if root.ends_weak() => out.push(DEFECT),
                '4' => out.push(root.radical(4)),
                'p' => out.push(vowels.0),
                'q' => out.push(vowels.1),
                'T' => out.push(choice.infix.1),
                sound => out.push(sound),
            }
        }
        out
    };
    let settle = |word: &str, keep: bool| {
        let word = if hollow { melt_middle(word, root.radical(2)) } else { word.to_owned() };
        settle_last(&word, root.last(), keep)
    };
    let stem = |filled: &str, keep: bool, short: Option<char>| {
        let settled = settle(filled, keep);
        if hollow {
            Stem { closed: shorten(&settled, short), open: settled }
        } else if contracted {
            Stem { open: contract(&settled), closed: settled }
        } else {
            Stem { open: settled.clone(), closed: settled }
        }
    };
    let patterns = pattern::of(measure);
    let short = (measure == Measure::I).then_some(if vowels.1 == 'u' { 'u' } else { 'i' });
    let turned = (measure == Measure::I).then_some(if vowels.1 == 'u' { 'i' } else { 'u' });
    let past_active = stem(&fill(patterns.past[0], false), measure == Measure::I && vowels.0 == 'a', short);
    let past_passive = stem(&fill(patterns.past[1], false), false, turned);
    let mut active = fill(patterns.present[0], true);
    if drops_first(root, measure, vowels) {
        active.remove(0);
    }
    let present_active = stem(&active, false, None);
    let present_passive = stem(&fill(patterns.present[1], true), false, None);
    let participles = [0, 1].map(|voice| {
        let filled = fill(patterns.participles[voice], false);
        // رضي makes مرضيّ although its root ends in و.
        let last = if voice == 1 && vowels.0 == 'i' { 'ي' } else { root.last() };
        // Of the two hamzas of *جائئ the second becomes a ي: جائي.
        let filled = if hollow && voice == 0 { filled.replace("AGiء", "AGiي") } else { filled };
        let melted = if hollow { melt_middle(&filled, root.radical(2)) } else { filled };
        let settled = settle_last(&melted, last, false);
        smooth(&if contracted { contract(&settled) } else { settled })
    });
    Stems {
        past: [past_active, past_passive],
        present: [present_active, present_passive],
        participles,
        masdars: masdars(root, measure, hollow, contracted, &fill, &settle),
        prefix: patterns.prefix,
    }
}

fn masdars(
    root: &Root,
    measure: Measure,
    hollow: bool,
    contracted: bool,
    fill: &dyn Fn(&str, bool) -> String,
    settle: &dyn Fn(&str, bool) -> String,
) -> Vec<String> {
    let Some(usual) = pattern::of(measure).masdar else { return Vec::new() };
    let lost_hamza = drops_second(root, measure, false);
    let patterns: &[&str] = match measure {
        Measure::II if root.ends_weak() => &["تa12i3aة"],
        Measure::II if root.last() == 'ء' => &["تa12iءaة", usual],
        Measure::IV if hollow => &["ءi12A3aة"],
        Measure::IV if lost_hamza => &["ءi1Aءaة"],
        Measure::X if hollow => &["ٱiستi12A3aة"],
        _ => &[usual],
    };
    patterns
        .iter()
        .map(|pattern| {
            // A weak last radical turns the u of تفعّل and تفاعل to i: تحدّي.
            let pattern = if root.ends_weak() {
                pattern.replace("u3", "i3").replace("u4", "i4")
            } else {
                (*pattern).to_owned()
            };
            let word = settle(&fill(&pattern, false), false);
            let word = match (contracted, measure) {
                (true, Measure::III) => match word.strip_suffix("aة") {
                    Some(stem) => format!("{}aة", contract(stem)),
                    None => word,
                },
                (true, Measure::VI) => contract(&word),
                _ => word,
            };
            smooth(&word)
        })
        .collect()
}
