//! From a written word to its readings.

use smallvec::SmallVec;

use crate::packed::{Alif, Last, Spelling};
use crate::{Aspect, Cell, Forms, LemmaId, Mood, Person, Pos, Proclitics, Reading, Readings, State, Voice};

use super::clitics::{Cut, Enclitic, Host, cuts, enclitic};
use super::particle::joins_preposition;

/// Bytes of an Arabic letter.
const LETTER: usize = 2;

/// The readings of a word: `key` is its folded form, `raw` its spelling in the text, and
/// `takes_pronoun` tells whether a verb may have a pronoun for its object.
///
/// Where `raw` writes a hamza on an alif, or ة or ى at its end, a form that is spelled with another letter
/// there is read only if no form agrees; where it writes the plain letter, any does. A pronoun of the
/// speaker or of one addressed (ي, ك) is read only into a word that has no other reading.
pub fn analyse(forms: &Forms, key: &str, raw: &str, takes_pronoun: &dyn Fn(LemmaId) -> bool) -> Readings {
    let written = Written::of(key, raw);
    let mut exact = Readings::new();
    let mut loose = Readings::new();
    let mut personal = Readings::new();
    for cut in cuts(key) {
        let rest = &key[cut.rest..];
        forms.beginnings(rest, |length, place| {
            let (stem, ending) = rest.split_at(length);
            let Some(pronoun) = ending_of(ending) else { return };
            let ta_marbuta = written.last == Written::TA_MARBUTA;
            if pronoun.is_some() && (ta_marbuta || cut.proclitics.contains(Proclitics::ARTICLE)) {
                return;
            }
            let hamza = written.has_inner_hamza(cut.rest, length);
            for (lemma, cell, spelling) in forms.list(place) {
                if (ta_marbuta && cell.pos == Pos::Verb)
                    || !admits(cut.proclitics, cell, stem)
                    || !carries(cell, pronoun, stem, || takes_pronoun(lemma))
                {
                    continue;
                }
                let reading = Reading {
                    lemma,
                    cell: Cell { state: shown_state(cell), ..cell },
                    proclitics: cut.proclitics,
                    enclitic: pronoun.map(|found| found.pronoun),
                };
                let readings = if matches!(ending, "ي" | "ك") && cell.pos != Pos::Particle {
                    &mut personal
                } else if (hamza && !spelling.inner_hamza)
                    || !written.agrees(cut, spelling, pronoun.is_none())
                {
                    &mut loose
                } else {
                    &mut exact
                };
                if !readings.contains(&reading) {
                    readings.push(reading);
                }
            }
        });
    }
    [exact, loose, personal].into_iter().find(|readings| !readings.is_empty()).unwrap_or_default()
}

/// What follows a form: nothing, or a pronoun; `None` if it is neither.
fn ending_of(ending: &str) -> Option<Option<Enclitic>> {
    if ending.is_empty() { Some(None) } else { enclitic(ending).map(Some) }
}

/// A state that only form lists know is told as the one the reader sees.
fn shown_state(cell: Cell) -> State {
    match (cell.pos, cell.state) {
        (Pos::Verb | Pos::Particle, _) => State::Any,
        (_, State::Suffixed) => State::Construct,
        (_, state) => state,
    }
}

/// The letters of the text, which folding may have changed.
struct Written {
    /// Empty where they do not stand one to one to the letters of the key.
    letters: SmallVec<[char; 24]>,
    last: Option<char>,
}

impl Written {
    const TA_MARBUTA: Option<char> = Some('ة');

    fn of(key: &str, raw: &str) -> Self {
        let mut letters: SmallVec<[char; 24]> = raw
            .chars()
            .filter(
                |c| !matches!(c, '\u{0640}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}'),
            )
            .collect();
        let last = letters.last().copied();
        if letters.len() * LETTER != key.len() {
            letters.clear();
        }
        Self { letters, last }
    }

    /// The letter at a byte of the key, where the text tells it.
    fn letter(&self, at: usize) -> Option<char> {
        self.letters.get(at / LETTER).copied()
    }

    /// Whether the text has an alif with hamza after the first letter of a form.
    fn has_inner_hamza(&self, start: usize, length: usize) -> bool {
        let later = (start..start + length).step_by(LETTER).skip(1);
        later.filter_map(|at| self.letter(at)).any(|letter| Alif::of(letter) != Alif::Plain)
    }

    /// Whether a form that begins at the cut is spelled as the text is, at its edges.
    fn agrees(&self, cut: Cut, spelling: Spelling, ends_here: bool) -> bool {
        let first = self.letter(cut.rest).map_or(Alif::Plain, Alif::of);
        let alif = match (first, spelling.first) {
            (Alif::Plain, _) => true,
            // Many write a hamza under the joining alif: إتفاق.
            (Alif::HamzaBelow, Alif::Plain) => true,
            (text, form) => text == form,
        };
        let last = match (self.last, spelling.last) {
            _ if !ends_here => true,
            (Some('ة'), Last::TaMarbuta) => true,
            (Some('ة'), _) => false,
            (Some('ى'), Last::AlifMaqsura) => true,
            (Some('ى'), _) => false,
            _ => true,
        };
        alif && last
    }
}

fn is_nominal(pos: Pos) -> bool {
    matches!(
        pos,
        Pos::Masdar
            | Pos::ActiveParticiple
            | Pos::PassiveParticiple
            | Pos::Noun
            | Pos::Adjective
            | Pos::Number
    )
}

/// Whether the proclitics may stand before the form.
fn admits(proclitics: Proclitics, cell: Cell, stem: &str) -> bool {
    let own = proclitics - Proclitics::AND - Proclitics::SO;
    if own.is_empty() {
        return true;
    }
    let present = cell.pos == Pos::Verb && cell.aspect == Aspect::Present;
    if own.contains(Proclitics::FUTURE) {
        return present && cell.mood != Mood::Jussive;
    }
    if own.contains(Proclitics::LA) {
        return present && cell.mood != Mood::Indicative;
    }
    if own.contains(Proclitics::QUESTION) {
        return true;
    }
    if own.contains(Proclitics::ARTICLE) {
        return is_nominal(cell.pos) && matches!(cell.state, State::Any | State::Absolute);
    }
    is_nominal(cell.pos) || (cell.pos == Pos::Particle && joins_preposition(stem)) || cell.pos == Pos::Adverb
}

/// Whether the pronoun, or its absence, goes with the form.
fn carries(cell: Cell, found: Option<Enclitic>, stem: &str, object: impl Fn() -> bool) -> bool {
    let Some(found) = found else { return cell.state != State::Suffixed };
    if cell.state == State::Absolute {
        return false;
    }
    match cell.pos {
        Pos::Verb => {
            let reflexive = found.pronoun.person == cell.person && cell.person != Person::Third;
            found.host != Host::Nominal && cell.voice == Voice::Active && !reflexive && object()
        }
        Pos::Particle => stem.len() > LETTER || matches!(stem, "ب" | "ل"),
        Pos::Adverb => false,
        _ => found.host != Host::Verbal,
    }
}
