//! Readings of phrases, packed into a number.

use demarche_morphology::{
    Aspect, Cell, Gender, LemmaId, Mood, Number, Person, Pos, Proclitics, Pronoun, Reading, State, Voice,
};

use crate::NameId;
use crate::trie::Packed;

/// A reading of a phrase. Of its cell only what nominals and particles have is kept: part of speech, person,
/// gender, number and state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PhraseReading {
    pub lemma: LemmaId,
    pub cell: Cell,
    /// Whether the phrase carries the article.
    pub article: bool,
    pub enclitic: Option<Pronoun>,
}

const POS: [Pos; 3] = [Pos::Noun, Pos::Adjective, Pos::Particle];
const PERSON: [Person; 3] = [Person::First, Person::Second, Person::Third];
const GENDER: [Gender; 3] = [Gender::Any, Gender::Masculine, Gender::Feminine];
const NUMBER: [Number; 4] = [Number::Any, Number::Singular, Number::Dual, Number::Plural];
const STATE: [State; 4] = [State::Any, State::Construct, State::Absolute, State::Suffixed];

/// The place of a value in a list that holds it.
fn place<T: PartialEq>(list: &[T], value: &T) -> u64 {
    list.iter().position(|known| known == value).unwrap_or_default() as u64
}

impl Packed for PhraseReading {
    type Value = Reading;

    fn pack(self) -> u64 {
        let Self { lemma, cell, article, enclitic } = self;
        let pronoun = enclitic.map_or(0, |pronoun| {
            1 | place(&PERSON, &pronoun.person) << 1
                | place(&GENDER, &pronoun.gender) << 3
                | place(&NUMBER, &pronoun.number) << 5
        });
        u64::from(lemma.0) << 32
            | pronoun << 16
            | u64::from(article) << 10
            | place(&POS, &cell.pos) << 8
            | place(&PERSON, &cell.person) << 6
            | place(&GENDER, &cell.gender) << 4
            | place(&NUMBER, &cell.number) << 2
            | place(&STATE, &cell.state)
    }

    fn unpack(number: u64) -> Option<Reading> {
        let field = |shift: u32| (number >> shift & 3) as usize;
        let cell = Cell {
            pos: *POS.get(field(8))?,
            aspect: Aspect::Past,
            voice: Voice::Active,
            mood: Mood::Any,
            person: *PERSON.get(field(6))?,
            gender: *GENDER.get(field(4))?,
            number: NUMBER[field(2)],
            state: STATE[field(0)],
        };
        let enclitic = match number >> 16 & 1 {
            0 => None,
            _ => Some(Pronoun {
                person: *PERSON.get(field(17))?,
                gender: *GENDER.get(field(19))?,
                number: NUMBER[field(21)],
            }),
        };
        let proclitics = if number >> 10 & 1 == 1 { Proclitics::ARTICLE } else { Proclitics::empty() };
        Some(Reading { lemma: LemmaId((number >> 32) as u32), cell, proclitics, enclitic })
    }
}

impl Packed for NameId {
    type Value = Self;

    fn pack(self) -> u64 {
        self.0.into()
    }

    fn unpack(number: u64) -> Option<Self> {
        number.try_into().ok().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use demarche_morphology::{Cell, LemmaId, Proclitics, Pronoun, Reading};

    use super::{GENDER, NUMBER, PERSON, POS, PhraseReading, STATE};
    use crate::trie::Packed;

    #[test]
    fn every_reading_of_a_phrase_survives_packing() {
        let mut tried = 0;
        for (pos, person, gender, number, state) in POS.into_iter().flat_map(|pos| {
            PERSON.into_iter().flat_map(move |person| {
                GENDER.into_iter().flat_map(move |gender| {
                    NUMBER.into_iter().flat_map(move |number| {
                        STATE.into_iter().map(move |state| (pos, person, gender, number, state))
                    })
                })
            })
        }) {
            let cell = Cell { person, gender, number, state, ..Cell::of(pos) };
            for (article, enclitic) in
                [(false, None), (true, None), (false, Some(Pronoun { person, gender, number }))]
            {
                let lemma = LemmaId(u32::MAX);
                let packed = PhraseReading { lemma, cell, article, enclitic }.pack();
                let proclitics = if article { Proclitics::ARTICLE } else { Proclitics::empty() };
                assert_eq!(
                    PhraseReading::unpack(packed),
                    Some(Reading { lemma, cell, proclitics, enclitic })
                );
                tried += 1;
            }
        }
        assert_eq!(tried, 3 * 3 * 3 * 4 * 4 * 3);
    }

    #[test]
    fn a_number_of_another_making_is_refused() {
        assert_eq!(PhraseReading::unpack(u64::MAX), None);
    }
}
