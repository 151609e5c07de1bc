//! From sounds to letters: long vowels, doubled letters, and the seats of the hamza.

/// Spells a word without vowel marks.
pub(crate) fn spell(word: &str) -> String {
    write(word, false, None)
}

/// Spells a word with its vowel marks; sukun is left out.
pub(crate) fn vocalise(word: &str) -> String {
    write(word, true, None)
}

/// Spellings with other seats that are current beside [`spell`]'s: يقرأون beside يقرؤون, مسئول beside
/// مسؤول, جاءوا beside جاؤوا, ييأس beside ييئس.
pub(crate) fn variants(word: &str) -> Vec<String> {
    let sounds: Vec<char> = word.chars().collect();
    let Some(at) = sounds.iter().skip(1).position(|&sound| sound == 'ء').map(|at| at + 1) else {
        return Vec::new();
    };
    let seats: &[char] = match (sounds[at - 1], sounds.get(at + 1)) {
        ('ي', Some('a')) => &['أ'],
        ('i' | 'I' | 'ي', _) => &[],
        ('a', Some('U')) => &['أ', 'ء'],
        ('A' | 'U' | 'و', Some('U')) => &['ء'],
        ('u', Some('U')) => &[if joins_left(sounds[at - 2]) { 'ئ' } else { 'ء' }],
        (letter, Some('U')) if joins_left(letter) => &['ئ'],
        (_, Some('U')) => &['ء'],
        _ => &[],
    };
    seats.iter().map(|&seat| write(word, false, Some((at, seat)))).collect()
}

/// Whether a letter is joined to the one after it.
pub(crate) fn joins_left(letter: char) -> bool {
    !matches!(
        letter,
        'ا' | 'أ'
            | 'إ'
            | 'آ'
            | 'ٱ'
            | 'د'
            | 'ذ'
            | 'ر'
            | 'ز'
            | 'و'
            | 'ؤ'
            | 'ء'
            | 'ة'
            | 'ى'
            | 'A'
            | 'U'
            | 'Y'
    )
}

/// The seat of a hamza inside a word, between the sounds around it. A hamza that `آ` would write with
/// the long a after it gets أ.
pub(crate) fn inner_seat(before: char, after: char) -> char {
    match (before, after) {
        ('i' | 'I' | 'ي', _) | (_, 'i' | 'I') => 'ئ',
        ('u', _) | (_, 'u' | 'U') => 'ؤ',
        ('A' | 'U', _) => 'ء',
        _ => 'أ',
    }
}

fn seat(before: Option<char>, after: Option<char>) -> char {
    match (before, after) {
        (None, Some('i' | 'I')) => 'إ',
        (None, _) => 'أ',
        (Some('a'), None) => 'أ',
        (Some('i'), None) => 'ئ',
        (Some('u'), None) => 'ؤ',
        (Some(_), None) => 'ء',
        (Some(before), Some(after)) => inner_seat(before, after),
    }
}

/// `seated` gives the hamza at one place its seat.
fn write(word: &str, marks: bool, seated: Option<(usize, char)>) -> String {
    let sounds: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(word.len());
    for (at, &sound) in sounds.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| sounds[at]);
        let after = sounds.get(at + 1).copied();
        match sound {
            'a' | 'i' | 'u' => {
                if marks {
                    out.push(match sound {
                        'a' => '\u{064E}',
                        'i' => '\u{0650}',
                        _ => '\u{064F}',
                    });
                }
            }
            'A' | 'Y' => long_a(&mut out, sound == 'Y' && after.is_none()),
            'I' => {
                if marks {
                    out.push('\u{0650}');
                }
                out.push('ي');
            }
            'U' => {
                if marks {
                    out.push('\u{064F}');
                }
                out.push('و');
            }
            'ٱ' => out.push('ا'),
            _ if before == Some(sound) => {
                if marks {
                    out.push('\u{0651}');
                }
            }
            'ء' => {
                let after = sounds[at..].iter().copied().find(|&sound| sound != 'ء');
                out.push(match seated {
                    Some((place, seat)) if place == at => seat,
                    _ => seat(before, after),
                });
            }
            letter => out.push(letter),
        }
    }
    out
}

fn long_a(out: &mut String, last: bool) {
    match out.chars().next_back() {
        Some('أ') if !last => {
            out.pop();
            out.push('آ');
        }
        Some('ي') => out.push('ا'),
        _ => out.push(if last { 'ى' } else { 'ا' }),
    }
}

/// Spells a word as it stands before a pronoun.
pub(crate) fn spell_before_pronoun(word: &str) -> String {
    let mut spelled = spell(&format!("{word}ه"));
    spelled.pop();
    spelled
}

#[cfg(test)]
mod tests {
    use super::{spell, variants, vocalise};

    #[test]
    fn the_hamza_sits_by_the_stronger_vowel() {
        for (sounds, spelled) in [
            ("سaءaلa", "سأل"),
            ("يaسءaلu", "يسأل"),
            ("مaسءUل", "مسؤول"),
            ("سuءAل", "سؤال"),
            ("قaرaءa", "قرأ"),
            ("قaرaءA", "قرآ"),
            ("يaقرaءUنa", "يقرؤون"),
            ("قiرAءaة", "قراءة"),
            ("هaيءaة", "هيئة"),
            ("يaجIءu", "يجيء"),
            ("يaجIءUنa", "يجيئون"),
            ("سUءa", "سوء"),
            ("جAءUا", "جاؤوا"),
            ("رaءY", "رأى"),
            ("ءAمaنa", "آمن"),
            ("ءiعلAن", "إعلان"),
            ("ٱiءتaمaنa", "ائتمن"),
            ("مuءAمaرaة", "مؤامرة"),
            ("ءaحيY", "أحيا"),
            ("تaرaءءaسa", "ترأس"),
            ("مuرUءaة", "مروءة"),
        ] {
            let bare = sounds.trim_end_matches(['a', 'u', 'i']);
            let word = if spelled.ends_with('ء') || spelled == "قرأ" { bare } else { sounds };
            assert_eq!(spell(word), spelled);
        }
    }

    #[test]
    fn other_current_spellings_are_known() {
        assert_eq!(variants("يaقرaءUنa"), ["يقرأون", "يقرءون"]);
        assert_eq!(variants("مaسءUل"), ["مسئول"]);
        assert_eq!(variants("جAءUا"), ["جاءوا"]);
        assert_eq!(variants("يaيءaسu"), ["ييأس"]);
        assert!(variants("كaتaبUا").is_empty());
    }

    #[test]
    fn marks_are_written_when_asked_for() {
        assert_eq!(vocalise("قaررaرa"), "ق\u{64E}ر\u{651}\u{64E}ر\u{64E}");
    }
}
