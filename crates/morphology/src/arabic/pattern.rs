//! The patterns of the measures, in sounds.
//!
//! Sounds are one character each: consonants are Arabic letters (ء whatever its seat, ٱ the joining
//! alif, ة), `a i u` are short and `A I U` long vowels, `Y` a final long a that is written ى. In a
//! pattern a digit is a radical, `p` and `q` are the vowels of the second radical of measure I in past
//! and present, and `T` is the n of measure VII and the infixed t of measure VIII.

use super::Measure;

/// The patterns of one measure; participles and masdars are whole words, tenses lack their endings,
/// presents their prefix too.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pattern {
    pub(crate) past: [&'static str; 2],
    pub(crate) present: [&'static str; 2],
    pub(crate) participles: [&'static str; 2],
    pub(crate) masdar: Option<&'static str>,
    /// The vowel of the prefixes of the active present.
    pub(crate) prefix: char,
}

const fn pattern(
    past: [&'static str; 2],
    present: [&'static str; 2],
    participles: [&'static str; 2],
    masdar: Option<&'static str>,
    prefix: char,
) -> Pattern {
    Pattern { past, present, participles, masdar, prefix }
}

pub(crate) fn of(measure: Measure) -> Pattern {
    match measure {
        Measure::I => pattern(["1a2p3", "1u2i3"], ["12q3", "12a3"], ["1A2i3", "مa12U3"], None, 'a'),
        Measure::II => {
            pattern(["1a22a3", "1u22i3"], ["1a22i3", "1a22a3"], ["مu1a22i3", "مu1a22a3"], Some("تa12I3"), 'u')
        }
        Measure::III => {
            pattern(["1A2a3", "1U2i3"], ["1A2i3", "1A2a3"], ["مu1A2i3", "مu1A2a3"], Some("مu1A2a3aة"), 'u')
        }
        Measure::IV => {
            pattern(["ءa12a3", "ءu12i3"], ["12i3", "12a3"], ["مu12i3", "مu12a3"], Some("ءi12A3"), 'u')
        }
        Measure::V => pattern(
            ["تa1a22a3", "تu1u22i3"],
            ["تa1a22a3", "تa1a22a3"],
            ["مuتa1a22i3", "مuتa1a22a3"],
            Some("تa1a22u3"),
            'a',
        ),
        Measure::VI => pattern(
            ["تa1A2a3", "تu1U2i3"],
            ["تa1A2a3", "تa1A2a3"],
            ["مuتa1A2i3", "مuتa1A2a3"],
            Some("تa1A2u3"),
            'a',
        ),
        Measure::VII => pattern(
            ["ٱiT1a2a3", "ٱuT1u2i3"],
            ["T1a2i3", "T1a2a3"],
            ["مuT1a2i3", "مuT1a2a3"],
            Some("ٱiT1i2A3"),
            'a',
        ),
        Measure::VIII => pattern(
            ["ٱi1Ta2a3", "ٱu1Tu2i3"],
            ["1Ta2i3", "1Ta2a3"],
            ["مu1Ta2i3", "مu1Ta2a3"],
            Some("ٱi1Ti2A3"),
            'a',
        ),
        Measure::IX => pattern(
            ["ٱi12a3a3", "ٱu12u3i3"],
            ["12a3i3", "12a3a3"],
            ["مu12a3i3", "مu12a3a3"],
            Some("ٱi12i3A3"),
            'a',
        ),
        Measure::X => pattern(
            ["ٱiستa12a3", "ٱuستu12i3"],
            ["ستa12i3", "ستa12a3"],
            ["مuستa12i3", "مuستa12a3"],
            Some("ٱiستi12A3"),
            'a',
        ),
        Measure::Q1 => pattern(
            ["1a23a4", "1u23i4"],
            ["1a23i4", "1a23a4"],
            ["مu1a23i4", "مu1a23a4"],
            Some("1a23a4aة"),
            'u',
        ),
        Measure::Q2 => pattern(
            ["تa1a23a4", "تu1u23i4"],
            ["تa1a23a4", "تa1a23a4"],
            ["مuتa1a23i4", "مuتa1a23a4"],
            Some("تa1a23u4"),
            'a',
        ),
        Measure::Q4 => pattern(
            ["ٱi12a34a4", "ٱu12u34i4"],
            ["12a34i4", "12a34a4"],
            ["مu12a34i4", "مu12a34a4"],
            Some("ٱi12i34A4"),
            'a',
        ),
    }
}
