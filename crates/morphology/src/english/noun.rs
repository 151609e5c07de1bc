//! English nouns and adjectives.

use crate::{Cell, Number, Pos};

use super::spelling::{doubles_in_one_syllable, with_e, with_s};

/// An English noun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noun {
    /// Its singular.
    pub lemma: String,
    /// Its plural, where irregular; `-` where it has none.
    pub plural: Option<String>,
}

impl Noun {
    /// Singular and plural.
    pub fn forms(&self) -> Vec<(String, Cell)> {
        let told = |number| Cell { number, ..Cell::of(Pos::Noun) };
        let mut forms = vec![(self.lemma.clone(), told(Number::Singular))];
        match self.plural.as_deref() {
            Some("-") => {}
            Some(plural) => {
                forms.extend(plural.split('|').map(|form| (form.to_owned(), told(Number::Plural))))
            }
            None => forms.push((with_s(&self.lemma), told(Number::Plural))),
        }
        forms
    }
}

/// An English adjective.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Adjective {
    /// Its base form.
    pub lemma: String,
    /// Whether it is compared with -er and -est.
    pub compares: bool,
}

impl Adjective {
    /// Base form and, where it has them, comparative and superlative.
    pub fn forms(&self) -> Vec<(String, Cell)> {
        let mut forms = vec![self.lemma.clone()];
        if self.compares {
            let doubles = doubles_in_one_syllable(&self.lemma);
            forms.extend(["er", "est"].map(|ending| with_e(&self.lemma, ending, doubles)));
        }
        forms.into_iter().map(|form| (form, Cell::of(Pos::Adjective))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Adjective, Noun};

    fn noun(lemma: &str, plural: Option<&str>) -> Vec<String> {
        let noun = Noun { lemma: lemma.to_owned(), plural: plural.map(str::to_owned) };
        noun.forms().into_iter().map(|(form, _)| form).collect()
    }

    #[test]
    fn plurals() {
        assert_eq!(noun("embassy", None), ["embassy", "embassies"]);
        assert_eq!(noun("man", Some("men")), ["man", "men"]);
        assert_eq!(noun("police", Some("-")), ["police"]);
    }

    #[test]
    fn comparison() {
        let big = Adjective { lemma: "big".to_owned(), compares: true };
        let forms: Vec<String> = big.forms().into_iter().map(|(form, _)| form).collect();
        assert_eq!(forms, ["big", "bigger", "biggest"]);
    }
}
