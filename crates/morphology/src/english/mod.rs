//! English words: regular spelling rules around irregular forms that the lexicon lists.

mod noun;
mod spelling;
mod verb;

pub use noun::{Adjective, Noun};
pub use verb::Verb;

use crate::{Forms, Proclitics, Reading, Readings};

/// The readings of a folded word.
pub fn analyse(forms: &Forms, key: &str) -> Readings {
    forms
        .lookup(key)
        .map(|(lemma, cell)| Reading { lemma, cell, proclitics: Proclitics::empty(), enclitic: None })
        .collect()
}
