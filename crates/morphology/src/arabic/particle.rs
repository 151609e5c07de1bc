//! Function words and the pronouns they take.

use crate::{Cell, Pos, State};

/// The forms of a particle; one that takes pronouns changes before them as prepositions do (عليها).
pub fn particle_forms(lemma: &str, takes_pronoun: bool) -> Vec<(String, Cell)> {
    let told = |state| Cell { state, ..Cell::of(Pos::Particle) };
    if !takes_pronoun {
        return vec![(lemma.to_owned(), told(State::Absolute))];
    }
    let mut forms = vec![(lemma.to_owned(), told(State::Any))];
    // على, إلى and لدى keep their ya; a pronoun follows no ى.
    if let Some(stem) = lemma.strip_suffix('ى') {
        forms[0].1.state = State::Absolute;
        forms.push((format!("{stem}ي"), told(State::Suffixed)));
    }
    if let Some(stem) = lemma.strip_suffix('ء') {
        for seat in ['ئ', 'ؤ'] {
            forms.push((format!("{stem}{seat}"), told(State::Suffixed)));
        }
    }
    forms
}

/// The forms of a preposition, or of any particle that takes pronouns (أنّ, لكنّ).
pub fn preposition_forms(lemma: &str) -> Vec<(String, Cell)> {
    particle_forms(lemma, true)
}

/// Whether ب, ل or ك is written as one word with this particle (بما, لذلك, كأن); with other
/// prepositions and with pronouns it is not.
pub(crate) fn joins_preposition(key: &str) -> bool {
    !matches!(
        key,
        "في" | "عن"
            | "علي"
            | "الي"
            | "حتي"
            | "قد"
            | "لن"
            | "سوف"
            | "ثم"
            | "او"
            | "ام"
            | "هو"
            | "هي"
            | "هم"
            | "هن"
            | "هما"
            | "ها"
            | "انا"
            | "نحن"
            | "انت"
            | "انتم"
            | "ب"
            | "ل"
            | "ك"
            | "و"
            | "ف"
            | "س"
    )
}
