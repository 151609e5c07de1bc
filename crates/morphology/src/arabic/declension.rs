//! Endings of nouns, adjectives, participles and masdars, on spelled words.

use crate::{Cell, Gender, Number, State};

use super::orthography::{inner_seat, joins_left};

/// Collects the spelled forms of one nominal.
#[derive(Debug)]
pub(crate) struct Declension {
    cell: Cell,
    pub(crate) forms: Vec<(String, Cell)>,
}

/// A word that ends in a hamza: what stands before it, and the sound that the seat goes by.
struct HamzaEnd<'a> {
    body: &'a str,
    before: char,
}

fn hamza_end(word: &str) -> Option<HamzaEnd<'_>> {
    let (at, last) = word.char_indices().next_back()?;
    let body = &word[..at];
    let before = match last {
        'أ' => 'a',
        'ئ' => 'i',
        'ؤ' => 'u',
        'ء' => match body.chars().next_back()? {
            'ا' => 'A',
            'ي' => 'I',
            'و' => 'U',
            letter => letter,
        },
        _ => return None,
    };
    Some(HamzaEnd { body, before })
}

impl HamzaEnd<'_> {
    /// The word with an ending that begins with `sound`, in its current spellings.
    fn with(&self, sound: char, ending: &str) -> Vec<String> {
        let seat = inner_seat(self.before, sound);
        let Self { body, before } = self;
        let on = |seat: char| format!("{body}{seat}{ending}");
        let aloof = !matches!(before, 'a' | 'i' | 'u' | 'A' | 'I' | 'U');
        let line = if joins_left(*before) { 'ئ' } else { 'ء' };
        match (seat, sound, ending.strip_prefix('ا')) {
            ('أ', 'A', Some(rest)) if aloof => vec![on(line), format!("{body}آ{rest}")],
            ('أ', 'A', Some(rest)) => vec![format!("{body}آ{rest}")],
            ('ء', 'U', _) | ('ؤ', 'U', _) if *before == 'A' => vec![on('ؤ'), on('ء')],
            ('ء', ..) => vec![on('ء')],
            _ if aloof => vec![on(seat), on(line)],
            _ => vec![on(seat)],
        }
    }
}

impl Declension {
    pub(crate) fn new(cell: Cell) -> Self {
        Self { cell, forms: Vec::new() }
    }

    fn push(&mut self, form: String, gender: Gender, number: Number, state: State) {
        let entry = (form, Cell { gender, number, state, ..self.cell });
        if !self.forms.contains(&entry) {
            self.forms.push(entry);
        }
    }

    /// A word that takes the endings of the singular: a singular, or a broken plural. Where
    /// `defective`, a ي at its end is lost without article and genitive (قاضي, قاض).
    pub(crate) fn base(&mut self, word: &str, gender: Gender, number: Number, defective: bool) {
        self.push(word.to_owned(), gender, number, State::Any);
        if let Some(stem) = word.strip_suffix('ة') {
            self.push(format!("{stem}ت"), gender, number, State::Suffixed);
        } else if let Some(stem) = word.strip_suffix('ى') {
            self.push(format!("{stem}ا"), gender, number, State::Suffixed);
        } else if let Some(end) = hamza_end(word) {
            for sound in ['u', 'i', 'a'] {
                for form in end.with(sound, "") {
                    if form != word {
                        self.push(form, gender, number, State::Suffixed);
                    }
                }
            }
            match end.before {
                'a' | 'A' => {}
                'i' | 'u' | 'I' | 'U' => {
                    end.with('a', "ا")
                        .into_iter()
                        .for_each(|form| self.push(form, gender, number, State::Absolute));
                }
                letter => {
                    let seat = if joins_left(letter) { 'ئ' } else { 'ء' };
                    self.push(format!("{}{seat}ا", end.body), gender, number, State::Absolute);
                }
            }
        } else if !word.ends_with('ا') {
            self.push(format!("{word}ا"), gender, number, State::Absolute);
        }
        if defective && let Some(stem) = word.strip_suffix('ي') {
            // A hamza comes to stand at the end: راء from رائي.
            let lost = match stem.strip_suffix("ائ") {
                Some(body) => format!("{body}اء"),
                None => stem.to_owned(),
            };
            self.push(lost, gender, number, State::Absolute);
        }
    }

    /// أب and its like: a long vowel before a genitive or pronoun.
    pub(crate) fn five_nouns(&mut self, word: &str, gender: Gender) {
        for vowel in ['و', 'ا', 'ي'] {
            self.push(format!("{word}{vowel}"), gender, Number::Singular, State::Construct);
        }
    }

    /// The dual of a singular.
    pub(crate) fn dual(&mut self, word: &str, gender: Gender) {
        for (ending, state) in [
            ("ان", State::Absolute),
            ("ين", State::Absolute),
            ("ا", State::Construct),
            ("ي", State::Construct),
        ] {
            for form in dual_forms(word, gender, ending) {
                self.push(form, gender, Number::Dual, state);
            }
        }
    }

    /// The plural in ون of a singular; a defective one loses its last vowel.
    pub(crate) fn sound_masculine(&mut self, word: &str, defective: bool) {
        let stem = match word.strip_suffix(['ى', 'ا']) {
            Some(stem) => stem,
            None if defective => word.strip_suffix('ي').unwrap_or(word),
            None => word,
        };
        for (sound, ending, state) in [
            ('U', "ون", State::Absolute),
            ('I', "ين", State::Absolute),
            ('U', "و", State::Construct),
            ('I', "ي", State::Construct),
        ] {
            let forms = match hamza_end(stem) {
                Some(end) => end.with(sound, ending),
                None => vec![format!("{stem}{ending}")],
            };
            for form in forms {
                self.push(form, Gender::Masculine, Number::Plural, state);
            }
        }
    }

    /// The plural in ات of a singular.
    pub(crate) fn sound_feminine(&mut self, word: &str) {
        let bare = word.strip_suffix('ة').unwrap_or(word);
        let forms = if let Some(stem) = word.strip_suffix("اة").or(word.strip_suffix('ى')) {
            vec![format!("{stem}يات")]
        } else if let Some(end) = hamza_end(bare) {
            end.with('A', "ات")
        } else {
            vec![format!("{}ات", bare.strip_suffix('ا').unwrap_or(bare))]
        };
        for form in forms {
            self.push(form, Gender::Feminine, Number::Plural, State::Any);
        }
    }
}

fn dual_forms(word: &str, gender: Gender, ending: &str) -> Vec<String> {
    if let Some(stem) = word.strip_suffix('ة') {
        return vec![format!("{stem}ت{ending}")];
    }
    if let Some(stem) = word.strip_suffix('ى') {
        return vec![format!("{stem}ي{ending}")];
    }
    if word.ends_with('ا') {
        return Vec::new();
    }
    let Some(end) = hamza_end(word) else { return vec![format!("{word}{ending}")] };
    let mut forms = end.with(if ending.starts_with('ا') { 'A' } else { 'a' }, ending);
    if end.before == 'A' && gender == Gender::Feminine {
        forms.push(format!("{}و{ending}", end.body));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::Declension;
    use crate::{Cell, Gender, Number, Pos, State};

    fn forms(decline: impl Fn(&mut Declension)) -> Vec<(String, State)> {
        let mut declension = Declension::new(Cell::of(Pos::Noun));
        decline(&mut declension);
        declension.forms.into_iter().map(|(form, cell)| (form, cell.state)).collect()
    }

    fn has(forms: &[(String, State)], form: &str, state: State) -> bool {
        forms.contains(&(form.to_owned(), state))
    }

    #[test]
    fn a_hamza_takes_its_seat_before_endings() {
        let members = forms(|d| d.base("أعضاء", Gender::Masculine, Number::Plural, false));
        assert!(has(&members, "أعضاؤ", State::Suffixed));
        assert!(has(&members, "أعضائ", State::Suffixed));
        assert!(!has(&members, "أعضاءا", State::Absolute));
        let part = forms(|d| d.base("جزء", Gender::Masculine, Number::Singular, false));
        assert!(has(&part, "جزءا", State::Absolute));
        let thing = forms(|d| d.base("شيء", Gender::Masculine, Number::Singular, false));
        assert!(has(&thing, "شيئا", State::Absolute));
        let surprise = forms(|d| d.sound_feminine("مفاجأة"));
        assert!(has(&surprise, "مفاجآت", State::Any));
        let measure = forms(|d| d.sound_feminine("إجراء"));
        assert!(has(&measure, "إجراءات", State::Any));
        let plurals = |word| forms(|d| d.sound_feminine(word));
        assert!(has(&plurals("مباراة"), "مباريات", State::Any));
        assert!(has(&plurals("كاميرا"), "كاميرات", State::Any));
        assert!(has(&plurals("مستشفى"), "مستشفيات", State::Any));
        let innocent = forms(|d| d.sound_masculine("بريء", false));
        assert!(has(&innocent, "بريئون", State::Absolute));
    }

    #[test]
    fn duals_turn_the_ends_of_words() {
        let dual = |word, gender| forms(|d| d.dual(word, gender));
        assert!(has(&dual("دولة", Gender::Feminine), "دولتان", State::Absolute));
        assert!(has(&dual("بلد", Gender::Masculine), "بلدا", State::Construct));
        assert!(has(&dual("مستشفى", Gender::Masculine), "مستشفيان", State::Absolute));
        assert!(has(&dual("صحراء", Gender::Feminine), "صحراوين", State::Absolute));
        assert!(has(&dual("لقاء", Gender::Masculine), "لقاءين", State::Absolute));
    }
}
