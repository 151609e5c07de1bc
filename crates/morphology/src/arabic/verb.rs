//! Verbs: the entry, and all its forms.

use demarche_document::fold;

use crate::{Aspect, Cell, EntryError, Gender, Mood, Number, Person, Pos, State, Voice};

use super::conjugation::Forms;
use super::declension::Declension;
use super::joining::{join, smooth};
use super::nominal::feminine_of;
use super::orthography::{spell, variants};
use super::stems::{Stem, Stems, stems};
use super::{Measure, Root};

/// A verb with its masdars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// The past in the third person masculine singular, in normal spelling.
    pub lemma: String,
    /// Its radicals.
    pub root: Root,
    /// Its measure.
    pub measure: Measure,
    /// Past and present vowel of the second radical; of measure I only.
    pub vowels: Option<(char, char)>,
    /// Whether it takes a direct object; one that does not has an impersonal passive only.
    pub transitive: bool,
    /// Masdars beside the regular one; of measure I, all.
    pub masdars: Vec<String>,
    /// Irregular forms beside the regular ones, by key: `past`, `present` and `imperative` (masculine
    /// singular; the others follow from it), `active` and `passive` (participles).
    pub extra: Vec<(String, Vec<String>)>,
}

/// Reads the `vowels` column: past and present vowel as in `a:u`; empty for none.
///
/// # Errors
/// [`EntryError`] if it is written in another way.
pub fn parse_vowels(text: &str) -> Result<Option<(char, char)>, EntryError> {
    let letters: Vec<char> = text.chars().collect();
    match letters[..] {
        [] => Ok(None),
        [past @ ('a' | 'i' | 'u'), ':', present @ ('a' | 'i' | 'u')] => Ok(Some((past, present))),
        _ => Err(EntryError::new(
            "vowels",
            text,
            "write the vowels of past and present as a:u, a:i, a:a, i:a, i:i or u:u",
        )),
    }
}

/// Reads the `extra` column: `key=form|form`, several by spaces.
///
/// # Errors
/// [`EntryError`] if a key is unknown or has no form.
pub fn parse_extra(text: &str) -> Result<Vec<(String, Vec<String>)>, EntryError> {
    text.split_whitespace()
        .map(|part| {
            let wrong = |advice| EntryError::new("extra", part, advice);
            let (key, forms) = part.split_once('=').ok_or_else(|| wrong("write key=form|form"))?;
            if !matches!(key, "past" | "present" | "imperative" | "active" | "passive") {
                return Err(wrong("the keys are past, present, imperative, active and passive"));
            }
            let forms: Vec<String> = forms.split('|').map(str::to_owned).collect();
            if forms.iter().any(String::is_empty) {
                return Err(wrong("write a form on both sides of each | and after the ="));
            }
            if key == "present" && !forms.iter().all(|form| form.starts_with('ي')) {
                return Err(wrong("write the present in the third person masculine: يرى"));
            }
            Ok((key.to_owned(), forms))
        })
        .collect()
}

impl Verb {
    /// Whether root, measure, vowels and lemma agree.
    ///
    /// # Errors
    /// [`EntryError`] that tells what the root and measure make in place of the lemma, or which column
    /// is missing or too much.
    pub fn check(&self) -> Result<(), EntryError> {
        let measure = self.measure;
        if self.root.radicals().len() != measure.radicals() {
            let root: String = self.root.radicals().iter().collect();
            let advice = format!("measure {measure} has {} radicals", measure.radicals());
            return Err(EntryError::new("root", &root, advice));
        }
        match (measure, self.vowels) {
            (Measure::I, None) => {
                return Err(EntryError::new(
                    "vowels",
                    "",
                    "measure I needs them: a:u, a:i, a:a, i:a, i:i or u:u",
                ));
            }
            (Measure::I, Some(_)) | (_, None) => {}
            (_, Some((past, present))) => {
                let found = format!("{past}:{present}");
                return Err(EntryError::new("vowels", &found, "leave it empty: only measure I has a choice"));
            }
        }
        if measure == Measure::I && self.masdars.is_empty() {
            return Err(EntryError::new("masdar", "", "measure I has no regular one: write it"));
        }
        let past = spell(smooth(&join(&self.stems().past[0].open, "a")).trim_end_matches('a'));
        if fold(&past) != fold(&self.lemma) {
            let advice = format!("root and measure make {past}: write that, or correct root or measure");
            return Err(EntryError::new("lemma", &self.lemma, advice));
        }
        Ok(())
    }

    /// Its principal parts.
    pub fn stems(&self) -> Stems {
        stems(&self.lemma, &self.root, self.measure, self.vowels.unwrap_or(('a', 'u')))
    }

    /// Every inflected form without proclitics and pronouns: finite forms, participles, masdars. The
    /// radicals must be as many as the measure's ([`Verb::check`]).
    pub fn forms(&self) -> Vec<(String, Cell)> {
        let stems = self.stems();
        let mut finite = Forms::default();
        finite.past(&stems.past[0], Voice::Active, false);
        finite.present(&stems.present[0], stems.prefix, Voice::Active, false);
        if self.has_short_imperative() {
            let short = format!("{}u{}", self.root.radical(2), self.root.radical(3));
            finite.imperative(&Stem { open: short.clone(), closed: short }, false);
        } else {
            finite.imperative(&stems.present[0], self.measure == Measure::IV);
        }
        if self.has_passive() {
            finite.past(&stems.past[1], Voice::Passive, !self.transitive);
            finite.present(&stems.present[1], 'u', Voice::Passive, !self.transitive);
        }
        let mut forms = finite.spelled;
        self.participle(Pos::ActiveParticiple, &stems.participles[0], &mut forms);
        if self.has_passive() {
            self.participle(Pos::PassiveParticiple, &stems.participles[1], &mut forms);
        }
        self.masdar_forms(&stems, &mut forms);
        self.extra_forms(&mut forms);
        forms
    }

    /// أخذ, أكل and أمر lose their hamza in the imperative.
    fn has_short_imperative(&self) -> bool {
        self.measure == Measure::I
            && matches!(self.root.radicals(), ['ء', 'خ', 'ذ'] | ['ء', 'ك', 'ل'] | ['ء', 'م', 'ر'])
    }

    /// Measures VII, IX and Q4 have none; verbs of states neither.
    fn has_passive(&self) -> bool {
        self.transitive
            || !(matches!(self.measure, Measure::VII | Measure::IX | Measure::Q4)
                || self.vowels == Some(('u', 'u')))
    }

    fn participle(&self, pos: Pos, sounds: &str, forms: &mut Vec<(String, Cell)>) {
        let passive = pos == Pos::PassiveParticiple;
        let (word, defective) = match (sounds.strip_suffix("iي"), sounds.strip_suffix("aي")) {
            (Some(stem), _) => (format!("{stem}I"), true),
            (_, Some(stem)) => (format!("{stem}Y"), false),
            _ => (sounds.to_owned(), false),
        };
        let mut spellings = vec![spell(&word)];
        spellings.extend(variants(&word));
        for masculine in spellings {
            nominal_participle(pos, &masculine, defective, passive && !self.transitive, forms);
        }
    }

    fn masdar_forms(&self, stems: &Stems, forms: &mut Vec<(String, Cell)>) {
        let derived = self.measure != Measure::I;
        let mut words: Vec<(String, bool)> = Vec::new();
        for masdar in &stems.masdars {
            let (word, defective) = match masdar.strip_suffix("iي") {
                Some(stem) => (spell(&format!("{stem}I")), true),
                None => (spell(masdar), false),
            };
            words.push((word, defective));
        }
        for masdar in &self.masdars {
            if !words.iter().any(|(word, _)| word == masdar) {
                let defective = derived && masdar.ends_with('ي');
                words.push((masdar.clone(), defective));
            }
        }
        for (word, defective) in words {
            let gender = if word.ends_with('ة') { Gender::Feminine } else { Gender::Masculine };
            let mut declension = Declension::new(Cell::of(Pos::Masdar));
            declension.base(&word, gender, Number::Singular, defective);
            if derived {
                declension.dual(&word, gender);
                declension.sound_feminine(&word);
            }
            forms.extend(declension.forms);
        }
    }

    fn extra_forms(&self, forms: &mut Vec<(String, Cell)>) {
        for (key, words) in &self.extra {
            for word in words {
                match key.as_str() {
                    "active" => {
                        nominal_participle(Pos::ActiveParticiple, word, word.ends_with('ي'), false, forms)
                    }
                    "passive" => {
                        nominal_participle(Pos::PassiveParticiple, word, false, !self.transitive, forms)
                    }
                    "imperative" => {
                        forms.push((word.clone(), finite(Aspect::Imperative, Person::Second, 'u')))
                    }
                    "present" => irregular_present(word, forms),
                    _ => irregular_past(word, forms),
                }
            }
        }
    }
}

fn nominal_participle(
    pos: Pos,
    masculine: &str,
    defective: bool,
    impersonal: bool,
    forms: &mut Vec<(String, Cell)>,
) {
    let mut declension = Declension::new(Cell::of(pos));
    declension.base(masculine, Gender::Masculine, Number::Singular, defective);
    if !impersonal {
        let feminine = match masculine.strip_suffix('ى') {
            Some(stem) => format!("{stem}اة"),
            None => feminine_of(masculine),
        };
        declension.dual(masculine, Gender::Masculine);
        declension.sound_masculine(masculine, defective);
        declension.base(&feminine, Gender::Feminine, Number::Singular, false);
        match masculine.strip_suffix('ى') {
            Some(stem) => declension.dual(&format!("{stem}اة"), Gender::Feminine),
            None => declension.dual(&feminine, Gender::Feminine),
        }
        declension.sound_feminine(&feminine);
    }
    forms.extend(declension.forms);
}

/// The cell of a finite form by the letter of its person: of the present its prefix, of the others any.
fn finite(aspect: Aspect, person: Person, prefix: char) -> Cell {
    let gender = match prefix {
        'ت' => Gender::Feminine,
        'أ' | 'ن' => Gender::Any,
        _ => Gender::Masculine,
    };
    let number = if prefix == 'ن' { Number::Plural } else { Number::Singular };
    Cell { aspect, person, gender, number, ..Cell::of(Pos::Verb) }
}

/// The endings that a spelled third person takes; what ends in a weak letter loses it where it must.
fn irregular_past(word: &str, forms: &mut Vec<(String, Cell)>) {
    let base = finite(Aspect::Past, Person::Third, 'ي');
    let stem = word.strip_suffix(['ى', 'ا']).unwrap_or(word);
    let weak = stem != word;
    let before = if weak { format!("{stem}ا") } else { word.to_owned() };
    let alone = if before == word { State::Any } else { State::Absolute };
    forms.push((word.to_owned(), Cell { state: alone, ..base }));
    if before != word {
        forms.push((before, Cell { state: State::Suffixed, ..base }));
    }
    forms.push((format!("{stem}ت"), Cell { gender: Gender::Feminine, ..base }));
    forms.push((format!("{stem}وا"), Cell { number: Number::Plural, state: State::Absolute, ..base }));
    forms.push((format!("{stem}و"), Cell { number: Number::Plural, state: State::Suffixed, ..base }));
}

fn irregular_present(word: &str, forms: &mut Vec<(String, Cell)>) {
    let Some(body) = word.strip_prefix('ي') else { return };
    let stem = body.strip_suffix(['ى', 'ا', 'ي', 'و']).unwrap_or(body);
    let a = body.ends_with(['ى', 'ا']);
    for (prefix, person) in [
        ('ي', Person::Third),
        ('ت', Person::Third),
        ('ت', Person::Second),
        ('أ', Person::First),
        ('ن', Person::First),
    ] {
        let masculine = person == Person::Second;
        let base = finite(Aspect::Present, person, if masculine { 'ي' } else { prefix });
        let alone = if a { State::Absolute } else { State::Any };
        forms.push((format!("{prefix}{body}"), Cell { state: alone, ..base }));
        if a {
            forms.push((format!("{prefix}{stem}ا"), Cell { state: State::Suffixed, ..base }));
        }
        if stem != body {
            forms.push((format!("{prefix}{stem}"), Cell { mood: Mood::Jussive, ..base }));
        }
        if prefix == 'ي' || masculine {
            let plural = Cell { number: Number::Plural, gender: Gender::Masculine, ..base };
            forms.push((format!("{prefix}{stem}ون"), Cell { mood: Mood::Indicative, ..plural }));
            let jussive = Cell { mood: Mood::Jussive, ..plural };
            forms.push((format!("{prefix}{stem}وا"), Cell { state: State::Absolute, ..jussive }));
            forms.push((format!("{prefix}{stem}و"), Cell { state: State::Suffixed, ..jussive }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Verb, parse_extra, parse_vowels};
    use crate::arabic::{Measure, Root};

    fn verb(lemma: &str, root: &str, measure: &str, vowels: &str) -> Verb {
        Verb {
            lemma: lemma.to_owned(),
            root: Root::parse(root).expect("a root"),
            measure: Measure::parse(measure).expect("a measure"),
            vowels: parse_vowels(vowels).expect("vowels"),
            transitive: true,
            masdars: vec!["مصدر".to_owned()],
            extra: Vec::new(),
        }
    }

    #[test]
    fn the_vowels_column_is_read() {
        assert_eq!(parse_vowels("a:u"), Ok(Some(('a', 'u'))));
        assert_eq!(parse_vowels(""), Ok(None));
        assert!(parse_vowels("au").is_err());
    }

    #[test]
    fn the_extra_column_is_read() {
        assert_eq!(parse_extra("present=يرى"), Ok(vec![("present".to_owned(), vec!["يرى".to_owned()])]));
        assert_eq!(parse_extra(""), Ok(Vec::new()));
        assert!(parse_extra("presnt=يرى").is_err());
        assert!(parse_extra("present=").is_err());
    }

    #[test]
    fn an_entry_whose_columns_disagree_is_refused_with_advice() {
        assert_eq!(verb("قال", "قول", "I", "a:u").check(), Ok(()));
        assert_eq!(verb("استجوب", "جوب", "X", "").check(), Ok(()));
        let error = verb("قتل", "قتل", "III", "").check().expect_err("the lemma is of measure I");
        assert!(error.to_string().contains("قاتل"), "{error}");
        let error = verb("قتل", "قتل", "I", "").check().expect_err("no vowels");
        assert_eq!(error.column, "vowels");
        let error = verb("برهن", "برهن", "I", "a:u").check().expect_err("four radicals");
        assert_eq!(error.column, "root");
    }

    #[test]
    fn an_irregular_present_is_inflected() {
        let mut verb = verb("سأل", "سءل", "I", "a:a");
        verb.extra = parse_extra("present=يسل").expect("extra");
        let forms: Vec<String> = verb.forms().into_iter().map(|(form, _)| form).collect();
        assert!(forms.contains(&"يسلون".to_owned()));
        assert!(forms.contains(&"يسألون".to_owned()));
    }
}
