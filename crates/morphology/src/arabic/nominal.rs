//! Nouns and adjectives.

use crate::{Cell, EntryError, Gender, Number, Pos};

use super::declension::Declension;

/// A plural of a noun.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plural {
    /// Spelled out: جنود.
    Broken(String),
    /// In ات.
    SoundFeminine,
    /// In ون.
    SoundMasculine,
}

/// Reads the `plural` column: broken plurals, `ات` and `ون`, by `|`.
///
/// # Errors
/// [`EntryError`] if an alternative is empty or has spaces beside it.
pub fn parse_plurals(text: &str) -> Result<Vec<Plural>, EntryError> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    text.split('|')
        .map(|plural| match plural {
            "ات" => Ok(Plural::SoundFeminine),
            "ون" => Ok(Plural::SoundMasculine),
            "" => Err(EntryError::new("plural", text, "write something on both sides of each |")),
            _ if plural != plural.trim() => {
                Err(EntryError::new("plural", text, "write no spaces beside the |"))
            }
            _ => Ok(Plural::Broken(plural.to_owned())),
        })
        .collect()
}

/// A noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// Its singular, in normal spelling.
    pub lemma: String,
    /// Its gender.
    pub gender: Gender,
    /// Its plurals; a noun in ة without any takes ات.
    pub plurals: Vec<Plural>,
}

impl Noun {
    /// Every inflected form without proclitics and pronouns.
    pub fn forms(&self) -> Vec<(String, Cell)> {
        let lemma = &self.lemma;
        let mut declension = Declension::new(Cell::of(Pos::Noun));
        let defective = is_defective(lemma);
        declension.base(lemma, self.gender, Number::Singular, defective);
        declension.dual(lemma, self.gender);
        // Father and brother show their case before a genitive or pronoun.
        if let "أب" | "أخ" | "حم" = lemma.as_str() {
            declension.five_nouns(lemma, self.gender);
        }
        for plural in &self.plurals {
            match plural {
                Plural::Broken(plural) => {
                    declension.base(plural, self.gender, Number::Plural, is_defective(plural));
                }
                Plural::SoundFeminine => declension.sound_feminine(lemma),
                Plural::SoundMasculine => declension.sound_masculine(lemma, defective),
            }
        }
        if self.plurals.is_empty() && lemma.ends_with('ة') {
            declension.sound_feminine(lemma);
        }
        declension.forms
    }
}

/// Whether a noun in ي is of the kind that loses it (قاضي, محامي; plurals مباني, أيدي), by its shape.
fn is_defective(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters[..], [_, 'ا', _, 'ي'] | ['أ', _, _, 'ي'] | ['م', _, 'ت', _, 'ي'] | [_, _, 'ا', _, 'ي'])
}

/// An adjective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjective {
    /// Its masculine singular, in normal spelling.
    pub lemma: String,
    /// Its feminine, where it is not made with ة (كبرى, حمراء). A feminine in ية of a lemma without ي
    /// tells a defective adjective (عال, عالية).
    pub feminine: Option<String>,
    /// Its plurals; ون and ات always come beside them.
    pub plurals: Vec<Plural>,
}

impl Adjective {
    /// Every inflected form without proclitics and pronouns.
    pub fn forms(&self) -> Vec<(String, Cell)> {
        let mut declension = Declension::new(Cell::of(Pos::Adjective));
        let lost = format!("{}ية", self.lemma);
        let defective = self.feminine.as_deref() == Some(&lost);
        let masculine = if defective { format!("{}ي", self.lemma) } else { self.lemma.clone() };
        let regular = match masculine.strip_suffix('ى') {
            Some(stem) => format!("{stem}اة"),
            None => feminine_of(&masculine),
        };
        let feminine = self.feminine.clone().unwrap_or(regular);
        declension.base(&masculine, Gender::Masculine, Number::Singular, defective);
        declension.dual(&masculine, Gender::Masculine);
        declension.base(&feminine, Gender::Feminine, Number::Singular, false);
        declension.dual(&feminine, Gender::Feminine);
        declension.sound_masculine(&masculine, defective);
        declension.sound_feminine(&feminine);
        for plural in &self.plurals {
            if let Plural::Broken(plural) = plural {
                declension.base(plural, Gender::Any, Number::Plural, is_defective(plural));
            }
        }
        declension.forms
    }
}

/// The feminine in ة of a masculine; a hamza gets the seat that the a before ة asks for.
pub(crate) fn feminine_of(masculine: &str) -> String {
    match masculine.strip_suffix('ء') {
        Some(stem) if stem.ends_with('ي') => format!("{stem}ئة"),
        _ => format!("{masculine}ة"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Adjective, Noun, Plural, parse_plurals};
    use crate::{Gender, Number, State};

    fn noun(lemma: &str, plurals: &str) -> Vec<(String, Number, State)> {
        let plurals = parse_plurals(plurals).expect("plurals");
        let noun = Noun { lemma: lemma.to_owned(), gender: Gender::Masculine, plurals };
        noun.forms().into_iter().map(|(form, cell)| (form, cell.number, cell.state)).collect()
    }

    fn has(forms: &[(String, Number, State)], form: &str, number: Number, state: State) -> bool {
        forms.contains(&(form.to_owned(), number, state))
    }

    #[test]
    fn plurals_of_both_kinds() {
        let fighters = noun("مقاتل", "ون");
        assert!(has(&fighters, "مقاتلو", Number::Plural, State::Construct));
        assert!(has(&fighters, "مقاتلين", Number::Plural, State::Absolute));
        let judges = noun("قاضي", "قضاة");
        assert!(has(&judges, "قاض", Number::Singular, State::Absolute));
        assert!(has(&judges, "قضات", Number::Plural, State::Suffixed));
        let lawyers = noun("محامي", "ون");
        assert!(has(&lawyers, "محامون", Number::Plural, State::Absolute));
        let companies = noun("شركة", "");
        assert!(has(&companies, "شركات", Number::Plural, State::Any));
        assert!(has(&companies, "شركت", Number::Singular, State::Suffixed));
    }

    #[test]
    fn the_plural_column_is_read() {
        assert_eq!(
            parse_plurals("شهور|ات"),
            Ok(vec![Plural::Broken("شهور".to_owned()), Plural::SoundFeminine])
        );
        assert_eq!(parse_plurals(""), Ok(Vec::new()));
        assert!(parse_plurals("شهور|").is_err());
    }

    #[test]
    fn adjectives_have_both_genders() {
        let adjective = |lemma: &str, feminine: Option<&str>| {
            let adjective = Adjective {
                lemma: lemma.to_owned(),
                feminine: feminine.map(str::to_owned),
                plurals: Vec::new(),
            };
            adjective.forms().into_iter().map(|(form, _)| form).collect::<Vec<_>>()
        };
        assert!(adjective("روسي", None).contains(&"روسيتين".to_owned()));
        assert!(adjective("أحمر", Some("حمراء")).contains(&"حمراوين".to_owned()));
        assert!(adjective("عال", Some("عالية")).contains(&"عالي".to_owned()));
        assert!(adjective("جريء", None).contains(&"جريئة".to_owned()));
    }
}
