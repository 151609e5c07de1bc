//! What is written as one word with another: conjunctions, prepositions, the article, pronouns.

use std::borrow::Cow;

use smallvec::SmallVec;

use crate::{Gender, Number, Person, Proclitics, Pronoun};

/// Proclitics and what is left of a word without them.
pub type Peeled<'k> = SmallVec<[(Proclitics, Cow<'k, str>); 6]>;

/// The pieces of a word: proclitics, where the rest starts in the key, and a letter lost before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) proclitics: Proclitics,
    pub(crate) rest: usize,
}

/// The shortest word that a proclitic may stand before, in letters.
const SHORTEST: usize = 2;
/// Bytes of an Arabic letter.
const LETTER: usize = 2;

/// Every way to take proclitics off a folded word, untouched first. Where the article is taken off
/// after another proclitic, the rest with its article is offered too, as names need it: للصين gives
/// صين with LI and ARTICLE, and الصين with LI.
pub fn peel(key: &str) -> Peeled<'_> {
    let mut peeled = Peeled::new();
    for cut in cuts(key) {
        let rest = &key[cut.rest..];
        peeled.push((cut.proclitics, Cow::Borrowed(rest)));
        // In للصين the article's alif is not written.
        let joined = cut.proclitics.contains(Proclitics::ARTICLE | Proclitics::LI);
        if joined && key[..cut.rest].ends_with("لل") {
            peeled.push((cut.proclitics - Proclitics::ARTICLE, Cow::Owned(format!("ال{rest}"))));
        } else if joined && !key[..cut.rest].ends_with("ال") {
            // للغة: one of three lams is not written.
            let article = Cow::Owned(format!("ال{rest}"));
            peeled.push((cut.proclitics - Proclitics::ARTICLE, article));
        }
    }
    peeled
}

/// The cuts of [`peel`], without the rests that would have to be built.
pub(crate) fn cuts(key: &str) -> SmallVec<[Cut; 8]> {
    let mut cuts = SmallVec::new();
    let none = Proclitics::empty();
    cuts.push(Cut { proclitics: none, rest: 0 });
    if !key.starts_with(|c: char| ('\u{0621}'..='\u{064A}').contains(&c)) {
        return cuts;
    }
    inner(key, 0, none, &mut cuts);
    if let Some(rest) = rest(key, 0, "ا").filter(|&rest| asks(&key[rest..])) {
        cuts.push(Cut { proclitics: Proclitics::QUESTION, rest });
    }
    for (letter, conjunction) in [("و", Proclitics::AND), ("ف", Proclitics::SO)] {
        if let Some(rest) = rest(key, 0, letter) {
            cuts.push(Cut { proclitics: conjunction, rest });
            inner(key, rest, conjunction, &mut cuts);
        }
    }
    cuts
}

/// What may follow a conjunction: a preposition, the article, the future's س, ل.
fn inner(key: &str, start: usize, before: Proclitics, cuts: &mut SmallVec<[Cut; 8]>) {
    let mut push =
        |proclitics: Proclitics, rest: usize| cuts.push(Cut { proclitics: before | proclitics, rest });
    if let Some(rest) = rest(key, start, "ال") {
        push(Proclitics::ARTICLE, rest);
    }
    if let Some(rest) = rest(key, start, "س") {
        push(Proclitics::FUTURE, rest);
    }
    for (letter, preposition) in [("ب", Proclitics::BI), ("ك", Proclitics::KA)] {
        if let Some(bare) = rest(key, start, letter) {
            push(preposition, bare);
            if let Some(rest) = rest(key, bare, "ال") {
                push(preposition | Proclitics::ARTICLE, rest);
            }
        }
    }
    if let Some(bare) = rest(key, start, "ل") {
        push(Proclitics::LI, bare);
        push(Proclitics::LA, bare);
        if let Some(rest) = rest(key, bare, "ل") {
            push(Proclitics::LI | Proclitics::ARTICLE, rest);
            push(Proclitics::LI | Proclitics::ARTICLE, bare);
        }
    }
}

/// Where the rest starts after `clitic` at `start`, if enough is left.
fn rest(key: &str, start: usize, clitic: &str) -> Option<usize> {
    let after = key[start..].strip_prefix(clitic)?;
    (after.len() >= SHORTEST * LETTER).then_some(start + clitic.len())
}

/// Words that the question's أ stands before in news: negators, pronouns, demonstratives.
fn asks(rest: &str) -> bool {
    matches!(
        rest,
        "لم" | "لن"
            | "ليس"
            | "ليست"
            | "ليسوا"
            | "فلا"
            | "فلم"
            | "ولم"
            | "هو"
            | "هي"
            | "هذا"
            | "هذه"
    )
}

/// A pronoun written after a word, and where it may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Enclitic {
    pub(crate) pronoun: Pronoun,
    pub(crate) host: Host,
}

/// What a pronoun may be written after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    /// Anything that takes pronouns.
    Any,
    /// Nominals and particles: ي.
    Nominal,
    /// Verbs and particles: ني.
    Verbal,
}

/// The pronoun that a folded ending is.
pub(crate) fn enclitic(ending: &str) -> Option<Enclitic> {
    use Gender::{Any, Feminine, Masculine};
    use Number::{Dual, Plural, Singular};
    use Person::{First, Second, Third};
    let (host, person, gender, number) = match ending {
        "ه" => (Host::Any, Third, Masculine, Singular),
        "ها" => (Host::Any, Third, Feminine, Singular),
        "هما" => (Host::Any, Third, Any, Dual),
        "هم" => (Host::Any, Third, Masculine, Plural),
        "هن" => (Host::Any, Third, Feminine, Plural),
        "ك" => (Host::Any, Second, Any, Singular),
        "كما" => (Host::Any, Second, Any, Dual),
        "كم" => (Host::Any, Second, Masculine, Plural),
        "كن" => (Host::Any, Second, Feminine, Plural),
        "ي" => (Host::Nominal, First, Any, Singular),
        "ني" => (Host::Verbal, First, Any, Singular),
        "نا" => (Host::Any, First, Any, Plural),
        _ => return None,
    };
    Some(Enclitic { pronoun: Pronoun { person, gender, number }, host })
}

#[cfg(test)]
mod tests {
    use super::peel;
    use crate::Proclitics;

    fn offers(key: &str, proclitics: Proclitics, rest: &str) -> bool {
        peel(key).iter().any(|(peeled, left)| *peeled == proclitics && left == rest)
    }

    #[test]
    fn the_untouched_word_comes_first() {
        for key in ["والصين", "للصين", "كتاب", "به", "و", "usa"] {
            let peeled = peel(key);
            assert_eq!((peeled[0].0, &*peeled[0].1), (Proclitics::empty(), key));
        }
    }

    #[test]
    fn names_keep_their_article() {
        assert!(offers("للصين", Proclitics::LI, "الصين"));
        assert!(offers("للصين", Proclitics::LI | Proclitics::ARTICLE, "صين"));
        assert!(offers("وللصين", Proclitics::AND | Proclitics::LI, "الصين"));
        assert!(offers("والصين", Proclitics::AND, "الصين"));
        assert!(offers("بالصين", Proclitics::BI, "الصين"));
        assert!(offers("لليبيا", Proclitics::LI, "ليبيا"));
        assert!(offers("للغه", Proclitics::LI, "اللغه"));
        assert!(offers("للغه", Proclitics::LI | Proclitics::ARTICLE, "لغه"));
    }

    #[test]
    fn verbs_lose_future_and_conjunction() {
        assert!(offers("فسيعلنونها", Proclitics::SO | Proclitics::FUTURE, "يعلنونها"));
        assert!(offers("وليكتب", Proclitics::AND | Proclitics::LA, "يكتب"));
        assert!(offers("اليس", Proclitics::QUESTION, "ليس"));
    }

    #[test]
    fn other_scripts_have_no_proclitics() {
        assert_eq!(peel("washington").len(), 1);
    }
}
