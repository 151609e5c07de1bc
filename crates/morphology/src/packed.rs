//! A form's cell and the marks of its spelling in one number.

use crate::{Aspect, Cell, Gender, Mood, Number, Person, Pos, State, Voice};

/// How a form writes the letters that folding makes equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spelling {
    pub(crate) first: Alif,
    pub(crate) last: Last,
    /// Whether a later letter than the first is an alif with hamza or madda.
    pub(crate) inner_hamza: bool,
}

/// The first letter, where it is an alif.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Alif {
    Plain,
    HamzaAbove,
    HamzaBelow,
    Madda,
}

/// The last letter, where it is one that folding confuses with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Last {
    Plain,
    TaMarbuta,
    AlifMaqsura,
}

impl Alif {
    pub(crate) fn of(letter: char) -> Self {
        match letter {
            'أ' => Self::HamzaAbove,
            'إ' => Self::HamzaBelow,
            'آ' => Self::Madda,
            _ => Self::Plain,
        }
    }
}

impl Last {
    pub(crate) fn of(letter: char) -> Self {
        match letter {
            'ة' => Self::TaMarbuta,
            'ى' => Self::AlifMaqsura,
            _ => Self::Plain,
        }
    }
}

impl Spelling {
    pub(crate) fn of(form: &str) -> Self {
        let first = form.chars().next().map_or(Alif::Plain, Alif::of);
        let last = form.chars().next_back().map_or(Last::Plain, Last::of);
        let inner_hamza = form.chars().skip(1).any(|letter| Alif::of(letter) != Alif::Plain);
        Self { first, last, inner_hamza }
    }
}

const POS: [Pos; 9] = [
    Pos::Verb,
    Pos::Masdar,
    Pos::ActiveParticiple,
    Pos::PassiveParticiple,
    Pos::Noun,
    Pos::Adjective,
    Pos::Adverb,
    Pos::Number,
    Pos::Particle,
];
const ASPECT: [Aspect; 4] = [Aspect::Past, Aspect::Present, Aspect::Imperative, Aspect::Base];
const VOICE: [Voice; 2] = [Voice::Active, Voice::Passive];
const MOOD: [Mood; 3] = [Mood::Any, Mood::Indicative, Mood::Jussive];
const PERSON: [Person; 3] = [Person::First, Person::Second, Person::Third];
const GENDER: [Gender; 3] = [Gender::Any, Gender::Masculine, Gender::Feminine];
const NUMBER: [Number; 4] = [Number::Any, Number::Singular, Number::Dual, Number::Plural];
const STATE: [State; 4] = [State::Any, State::Construct, State::Absolute, State::Suffixed];
const ALIF: [Alif; 4] = [Alif::Plain, Alif::HamzaAbove, Alif::HamzaBelow, Alif::Madda];
const LAST: [Last; 3] = [Last::Plain, Last::TaMarbuta, Last::AlifMaqsura];

/// Third person and active voice come first in the order of the numbers.
pub(crate) fn pack(cell: Cell, spelling: Spelling) -> u32 {
    (cell.pos as u32) << 28
        | (cell.voice as u32) << 27
        | (2 - cell.person as u32) << 25
        | (cell.aspect as u32) << 23
        | (cell.mood as u32) << 21
        | (cell.number as u32) << 19
        | (cell.gender as u32) << 17
        | (cell.state as u32) << 15
        | (u32::from(spelling.inner_hamza)) << 4
        | (spelling.first as u32) << 2
        | spelling.last as u32
}

/// Undoes [`pack`]; `None` for a number that it never makes.
pub(crate) fn unpack(packed: u32) -> Option<(Cell, Spelling)> {
    let field = |shift: u32, bits: u32| ((packed >> shift) & ((1 << bits) - 1)) as usize;
    let cell = Cell {
        pos: *POS.get(field(28, 4))?,
        voice: VOICE[field(27, 1)],
        person: *PERSON.get(2_usize.checked_sub(field(25, 2))?)?,
        aspect: ASPECT[field(23, 2)],
        mood: *MOOD.get(field(21, 2))?,
        number: NUMBER[field(19, 2)],
        gender: *GENDER.get(field(17, 2))?,
        state: STATE[field(15, 2)],
    };
    let spelling =
        Spelling { first: ALIF[field(2, 2)], last: *LAST.get(field(0, 2))?, inner_hamza: field(4, 1) == 1 };
    Some((cell, spelling))
}

#[cfg(test)]
mod tests {
    use super::{
        ALIF, ASPECT, GENDER, LAST, MOOD, NUMBER, PERSON, POS, STATE, Spelling, VOICE, pack, unpack,
    };
    use crate::Cell;

    #[test]
    fn every_value_of_every_field_survives_packing() {
        let spelling = Spelling { first: ALIF[3], last: LAST[2], inner_hamza: true };
        let returns = |cell: Cell| assert_eq!(unpack(pack(cell, spelling)), Some((cell, spelling)));
        for pos in POS {
            let cell = Cell::of(pos);
            ASPECT.into_iter().for_each(|aspect| returns(Cell { aspect, ..cell }));
            VOICE.into_iter().for_each(|voice| returns(Cell { voice, ..cell }));
            MOOD.into_iter().for_each(|mood| returns(Cell { mood, ..cell }));
            PERSON.into_iter().for_each(|person| returns(Cell { person, ..cell }));
            GENDER.into_iter().for_each(|gender| returns(Cell { gender, ..cell }));
            NUMBER.into_iter().for_each(|number| returns(Cell { number, ..cell }));
            STATE.into_iter().for_each(|state| returns(Cell { state, ..cell }));
        }
    }

    #[test]
    fn a_number_of_another_making_is_refused() {
        assert_eq!(unpack(u32::MAX), None);
    }
}
