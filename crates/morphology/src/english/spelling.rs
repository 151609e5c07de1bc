//! How an ending changes the spelling of the word before it.

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut letters = word.chars().rev();
    letters.next() == Some('y')
        && letters.next().is_some_and(|letter| letter.is_alphabetic() && !is_vowel(letter))
}

/// With the s of plural and third person: attacks, clashes, carries.
pub(crate) fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    let o = word.ends_with('o') && word.chars().rev().nth(1).is_some_and(|letter| !is_vowel(letter));
    format!("{word}{}", if hisses || o { "es" } else { "s" })
}

/// With `ed`, `er` or `est`: stopped, carried, seized.
pub(crate) fn with_e(word: &str, ending: &str, doubles: bool) -> String {
    if let Some(stem) = word.strip_suffix('e') {
        return format!("{stem}{ending}");
    }
    if ends_in_consonant_y(word) {
        return format!("{}i{ending}", &word[..word.len() - 1]);
    }
    doubled(word, ending, doubles)
}

/// With `ing`: stopping, seizing, dying, seeing.
pub(crate) fn with_ing(word: &str, doubles: bool) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| word.ends_with(end)) || word == "be";
    match word.strip_suffix('e') {
        Some(stem) if !keeps_e => format!("{stem}ing"),
        _ => doubled(word, "ing", doubles),
    }
}

fn doubled(word: &str, ending: &str, doubles: bool) -> String {
    match word.chars().next_back() {
        Some('c') if doubles => format!("{word}k{ending}"),
        Some(last) if doubles => format!("{word}{last}{ending}"),
        _ => format!("{word}{ending}"),
    }
}

/// Whether the last consonant doubles before a vowel in a word of one syllable: stop, ban, hit.
pub(crate) fn doubles_in_one_syllable(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let [start @ .., vowel, last] = letters.as_slice() else { return false };
    let groups = letters
        .iter()
        .enumerate()
        .filter(|&(at, &letter)| is_vowel(letter) && (at == 0 || !is_vowel(letters[at - 1])))
        .count();
    // The u of qu is a consonant: quit.
    let before = match start {
        [.., 'q', 'u'] => Some(&'q'),
        _ => start.last(),
    };
    let single = groups == 1 || (groups == 2 && start.ends_with(&['q', 'u']));
    single
        && is_vowel(*vowel)
        && last.is_alphabetic()
        && !is_vowel(*last)
        && !matches!(last, 'w' | 'x' | 'y')
        && !before.is_some_and(|&letter| is_vowel(letter))
}

#[cfg(test)]
mod tests {
    use super::{doubles_in_one_syllable, with_e, with_ing, with_s};

    #[test]
    fn endings_change_spelling() {
        for (word, s, ed, ing) in [
            ("attack", "attacks", "attacked", "attacking"),
            ("carry", "carries", "carried", "carrying"),
            ("stop", "stops", "stopped", "stopping"),
            ("seize", "seizes", "seized", "seizing"),
            ("clash", "clashes", "clashed", "clashing"),
            ("veto", "vetoes", "vetoed", "vetoing"),
            ("agree", "agrees", "agreed", "agreeing"),
            ("die", "dies", "died", "dying"),
            ("deploy", "deploys", "deployed", "deploying"),
            ("raid", "raids", "raided", "raiding"),
            ("quiz", "quizes", "quizzed", "quizzing"),
            ("fix", "fixes", "fixed", "fixing"),
            ("visit", "visits", "visited", "visiting"),
        ] {
            let doubles = doubles_in_one_syllable(word);
            assert_eq!(
                (with_s(word), with_e(word, "ed", doubles), with_ing(word, doubles)),
                (s.into(), ed.into(), ing.into())
            );
        }
    }
}
