//! Endings and prefixes of the finite verb.

use crate::{Aspect, Cell, Gender, Mood, Number, Person, Pos, State, Voice};

use super::joining::{join, smooth};
use super::orthography::{spell, spell_before_pronoun, variants};
use super::stems::Stem;
use super::weak::is_vowel;

type Slot = (Person, Gender, Number);

use Gender::{Any, Feminine, Masculine};
use Number::{Dual, Plural, Singular};
use Person::{First, Second, Third};

const PAST: [(&str, Slot); 12] = [
    ("a", (Third, Masculine, Singular)),
    ("aت", (Third, Feminine, Singular)),
    ("A", (Third, Masculine, Dual)),
    ("aتA", (Third, Feminine, Dual)),
    ("Uا", (Third, Masculine, Plural)),
    ("نa", (Third, Feminine, Plural)),
    ("تa", (Second, Any, Singular)),
    ("تuمA", (Second, Any, Dual)),
    ("تuم", (Second, Masculine, Plural)),
    ("تuننa", (Second, Feminine, Plural)),
    ("تu", (First, Any, Singular)),
    ("نA", (First, Any, Plural)),
];

/// Prefix, ending, slot; an ending `u` is nothing in the jussive.
const PRESENT: [(char, &str, Slot); 13] = [
    ('ي', "u", (Third, Masculine, Singular)),
    ('ت', "u", (Third, Feminine, Singular)),
    ('ي', "A", (Third, Masculine, Dual)),
    ('ت', "A", (Third, Feminine, Dual)),
    ('ي', "U", (Third, Masculine, Plural)),
    ('ي', "نa", (Third, Feminine, Plural)),
    ('ت', "u", (Second, Masculine, Singular)),
    ('ت', "I", (Second, Feminine, Singular)),
    ('ت', "A", (Second, Any, Dual)),
    ('ت', "U", (Second, Masculine, Plural)),
    ('ت', "نa", (Second, Feminine, Plural)),
    ('ء', "u", (First, Any, Singular)),
    ('ن', "u", (First, Any, Plural)),
];

/// Collects spelled forms of one verb.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    pub(crate) spelled: Vec<(String, Cell)>,
}

fn cell(aspect: Aspect, voice: Voice, mood: Mood, (person, gender, number): Slot) -> Cell {
    Cell { aspect, voice, mood, person, gender, number, ..Cell::of(Pos::Verb) }
}

impl Forms {
    /// A word of one letter (قِ from وقى) is left out: news has none, and each would be read into لها.
    fn push(&mut self, spelled: String, cell: Cell) {
        let entry = (spelled, cell);
        if entry.0.chars().count() > 1 && !self.spelled.contains(&entry) {
            self.spelled.push(entry);
        }
    }

    /// Adds a word given in sounds, in its spellings alone and before a pronoun. `vowels` are the other
    /// short vowels that may end the word before a pronoun.
    fn word(&mut self, sounds: &str, cell: Cell, vowels: &[char]) {
        let smoothed = smooth(sounds);
        let mut alone = vec![spell(trim_vowel(&smoothed))];
        alone.extend(variants(trim_vowel(&smoothed)));
        if smoothed.starts_with("ءU") && sounds.starts_with("ءuء") {
            alone.push(spell(trim_vowel(sounds)));
        }
        if cell.voice == Voice::Passive {
            alone.into_iter().for_each(|form| self.push(form, Cell { state: State::Absolute, ..cell }));
            return;
        }
        let mut before: Vec<String> = Vec::new();
        let base = smoothed.strip_suffix('ا').unwrap_or(&smoothed);
        // كتبتم takes its old ending back: كتبتموه.
        let base = if cell.aspect == Aspect::Past && base.ends_with("تuم") {
            format!("{base}U")
        } else {
            base.to_owned()
        };
        before.push(spell_before_pronoun(&base));
        before.extend(variants(&base));
        if smoothed.starts_with("ءU") && sounds.starts_with("ءuء") {
            before.push(spell_before_pronoun(sounds));
        }
        for vowel in vowels {
            before.push(spell_before_pronoun(&format!("{}{vowel}", trim_vowel(&base))));
        }
        for form in &alone {
            let state = if before.contains(form) { State::Any } else { State::Absolute };
            self.push(form.clone(), Cell { state, ..cell });
        }
        for form in before {
            if !alone.contains(&form) {
                self.push(form, Cell { state: State::Suffixed, ..cell });
            }
        }
    }

    /// The past of one voice; of an impersonal passive, the third person masculine only.
    pub(crate) fn past(&mut self, stem: &Stem, voice: Voice, impersonal: bool) {
        let table = if impersonal { &PAST[..1] } else { &PAST[..] };
        for &(ending, slot) in table {
            let stem = if begins_with_vowel(ending) { &stem.open } else { &stem.closed };
            self.word(&join(stem, ending), cell(Aspect::Past, voice, Mood::Any, slot), &[]);
        }
    }

    /// The present of one voice, all moods.
    pub(crate) fn present(&mut self, stem: &Stem, prefix: char, voice: Voice, impersonal: bool) {
        let table = if impersonal { &PRESENT[..1] } else { &PRESENT[..] };
        for &(letter, ending, slot) in table {
            let with = |stem: &str| format!("{letter}{prefix}{stem}");
            let told = |mood| cell(Aspect::Present, voice, mood, slot);
            match ending {
                "u" => {
                    let indicative = join(&with(&stem.open), "u");
                    self.word(&indicative, told(Mood::Any), &['a']);
                    let jussive = join(&with(&stem.closed), "");
                    if spell(&smooth(&jussive)) != spell(trim_vowel(&smooth(&indicative))) {
                        self.word(&jussive, told(Mood::Jussive), &[]);
                    }
                }
                "A" => {
                    self.word(&join(&with(&stem.open), "Aنi"), told(Mood::Indicative), &[]);
                    self.word(&join(&with(&stem.open), "A"), told(Mood::Jussive), &[]);
                }
                "U" => {
                    self.word(&join(&with(&stem.open), "Uنa"), told(Mood::Indicative), &[]);
                    self.word(&join(&with(&stem.open), "Uا"), told(Mood::Jussive), &[]);
                }
                "I" => {
                    self.word(&join(&with(&stem.open), "Iنa"), told(Mood::Indicative), &[]);
                    self.word(&join(&with(&stem.open), "I"), told(Mood::Jussive), &[]);
                }
                _ => self.word(&join(&with(&stem.closed), ending), told(Mood::Any), &[]),
            }
        }
    }

    /// The imperative, from the stem of the active present. `hamza` is that of measure IV.
    pub(crate) fn imperative(&mut self, stem: &Stem, hamza: bool) {
        let lead = |stem: &str| {
            let mut sounds = stem.chars();
            let (first, second) = (sounds.next(), sounds.next());
            let cluster = first.is_some() && second.is_none_or(|second| !is_vowel(second));
            let lead = match (hamza, cluster) {
                (true, _) => "ءa",
                (false, true) if sounds.next() == Some('u') => "ٱu",
                (false, true) => "ٱi",
                (false, false) => "",
            };
            format!("{lead}{stem}")
        };
        let told = |slot| cell(Aspect::Imperative, Voice::Active, Mood::Any, slot);
        let (open, closed) = (lead(&stem.open), lead(&stem.closed));
        self.word(&join(&closed, ""), told((Second, Masculine, Singular)), &[]);
        if is_doubled(&stem.open) {
            self.word(&open, told((Second, Masculine, Singular)), &[]);
        }
        self.word(&join(&open, "I"), told((Second, Feminine, Singular)), &[]);
        self.word(&join(&open, "A"), told((Second, Any, Dual)), &[]);
        self.word(&join(&open, "Uا"), told((Second, Masculine, Plural)), &[]);
        self.word(&join(&closed, "نa"), told((Second, Feminine, Plural)), &[]);
    }
}

/// Whether a stem ends in two like consonants: ردّ.
fn is_doubled(stem: &str) -> bool {
    let mut sounds = stem.chars().rev();
    let last = sounds.next();
    last.is_some() && last == sounds.next()
}

fn begins_with_vowel(ending: &str) -> bool {
    ending.chars().next().is_some_and(is_vowel)
}

/// A word as it is spoken in pause: without a short vowel at its end.
fn trim_vowel(word: &str) -> &str {
    word.strip_suffix(['a', 'i', 'u']).unwrap_or(word)
}
