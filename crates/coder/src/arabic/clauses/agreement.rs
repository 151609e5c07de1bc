//! Agreement of phrases with verbs, pronouns and relatives.

use super::Clauses;
use crate::syntax::{Head, PhraseId, genders_agree, numbers_agree};
use demarche_lexicon::NounClass;
use demarche_morphology::{Cell, Gender, Number, Person, Pronoun};

impl<'a> Clauses<'a> {
    pub(super) fn features(&self, phrase: PhraseId) -> (Gender, Number, bool) {
        let p = self.syntax.phrase(phrase);
        let human = match &p.head {
            Head::Lemma(l) => {
                let lemma = self.lexicon.lemma(*l);
                lemma.class.intersects(NounClass::HUMAN | NounClass::TITLE) || lemma.country.is_some()
            }
            Head::Name(names) => names.iter().any(|&n| {
                self.lexicon
                    .name(n)
                    .kind
                    .intersects(demarche_lexicon::NameKind::PERSON | demarche_lexicon::NameKind::PEOPLE)
            }),
            Head::Pronoun(_) => true,
            Head::Unknown | Head::Number => false,
        };
        match &p.head {
            Head::Pronoun(pronoun) => (pronoun.gender, pronoun.number, true),
            Head::Unknown | Head::Number | Head::Name(_) => {
                let number = if p.conjuncts.is_empty() { p.cell.number } else { Number::Any };
                (p.cell.gender, number, human)
            }
            Head::Lemma(_) if !p.conjuncts.is_empty() => (p.cell.gender, Number::Any, human),
            Head::Lemma(_) => (p.cell.gender, p.cell.number, human),
        }
    }

    /// Whether a phrase agrees with features of a relative or pronoun.
    pub(super) fn agrees(&self, phrase: PhraseId, gender: Gender, number: Number) -> bool {
        let (g, n, human) = self.features(phrase);
        if n == Number::Plural && !human {
            return genders_agree(gender, Gender::Feminine) && numbers_agree(number, Number::Singular);
        }
        genders_agree(g, gender) && numbers_agree(n, number)
    }

    pub(super) fn pronoun_agrees(&self, phrase: PhraseId, pronoun: Pronoun) -> bool {
        pronoun.person == Person::Third && self.agrees(phrase, pronoun.gender, pronoun.number)
    }

    /// Whether a phrase may be the verb's subject: before the verb it agrees fully, after it in gender only and with a
    /// singular verb.
    pub(super) fn agrees_verb(&self, phrase: PhraseId, cell: Cell, before: bool) -> bool {
        if cell.person != Person::Third {
            return false;
        }
        let (gender, number, human) = self.features(phrase);
        if before {
            return self.agrees(phrase, cell.gender, cell.number)
                || (human && number == Number::Any && cell.number == Number::Plural);
        }
        if matches!(cell.number, Number::Dual | Number::Plural) {
            return false;
        }
        if number == Number::Plural {
            return human
                || genders_agree(cell.gender, Gender::Feminine)
                || cell.gender == Gender::Masculine && gender == Gender::Masculine;
        }
        genders_agree(gender, cell.gender)
    }
}
