//! English verbs.

use crate::{Aspect, Cell, Gender, Number, Person, Pos};

use super::spelling::{doubles_in_one_syllable, with_e, with_ing, with_s};

/// An English verb.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verb {
    /// Its base form; of a verb with a particle, the verb alone.
    pub lemma: String,
    /// Its past forms, where irregular.
    pub past: Vec<String>,
    /// Its past participles, where irregular; empty with an irregular past: the same as the past.
    pub past_participle: Vec<String>,
    /// Its -ing form, where irregular.
    pub present_participle: Option<String>,
    /// Whether a word of several syllables doubles its last consonant (refer, occupy not); words of one
    /// syllable follow their rule.
    pub doubles: bool,
}

impl Verb {
    /// Every inflected form. The base stands as base, present and imperative; the present is third
    /// person singular in its s form, and told `Plural` in the base form.
    pub fn forms(&self) -> Vec<(String, Cell)> {
        let base = &self.lemma;
        let doubles = self.doubles || doubles_in_one_syllable(base);
        let verb = |aspect, number| Cell { aspect, number, ..Cell::of(Pos::Verb) };
        let mut forms = vec![
            (base.clone(), verb(Aspect::Base, Number::Any)),
            (base.clone(), verb(Aspect::Present, Number::Plural)),
            (with_s(base), verb(Aspect::Present, Number::Singular)),
        ];
        let regular = || vec![with_e(base, "ed", doubles)];
        let past = if self.past.is_empty() { regular() } else { self.past.clone() };
        let participles =
            if self.past_participle.is_empty() { past.clone() } else { self.past_participle.clone() };
        let ing = self.present_participle.clone().unwrap_or_else(|| with_ing(base, doubles));
        forms.extend(past.into_iter().map(|form| (form, verb(Aspect::Past, Number::Any))));
        forms.extend(participles.into_iter().map(|form| (form, Cell::of(Pos::PassiveParticiple))));
        forms.push((
            ing,
            Cell { gender: Gender::Any, person: Person::Third, ..Cell::of(Pos::ActiveParticiple) },
        ));
        forms
    }
}

#[cfg(test)]
mod tests {
    use super::Verb;
    use crate::{Aspect, Pos};

    fn forms(verb: &Verb, pos: Pos, aspect: Aspect) -> Vec<String> {
        let forms = verb.forms().into_iter();
        forms.filter(|(_, cell)| cell.pos == pos && cell.aspect == aspect).map(|(form, _)| form).collect()
    }

    #[test]
    fn regular_and_irregular_verbs() {
        let attack = Verb { lemma: "attack".into(), ..Verb::default() };
        assert_eq!(forms(&attack, Pos::Verb, Aspect::Past), ["attacked"]);
        let strike = Verb {
            lemma: "strike".into(),
            past: vec!["struck".into()],
            past_participle: vec!["struck".into(), "stricken".into()],
            ..Verb::default()
        };
        assert_eq!(forms(&strike, Pos::Verb, Aspect::Past), ["struck"]);
        assert_eq!(forms(&strike, Pos::PassiveParticiple, Aspect::Past), ["struck", "stricken"]);
        assert_eq!(forms(&strike, Pos::Verb, Aspect::Present), ["strike", "strikes"]);
        let refer = Verb { lemma: "refer".into(), doubles: true, ..Verb::default() };
        assert_eq!(forms(&refer, Pos::ActiveParticiple, Aspect::Past), ["referring"]);
        let meet = Verb { lemma: "meet".into(), past: vec!["met".into()], ..Verb::default() };
        assert_eq!(forms(&meet, Pos::PassiveParticiple, Aspect::Past), ["met"]);
    }
}
