//! How sounds change where stem, prefix and ending meet.

use super::weak::is_vowel;

/// Joins a stem and an ending. A stem that ends in a short vowel and a glide is defective: ramay+a >
/// ramā, ramay+ū > ramaw, baqiy+ū > baqū, yalqay+u > yalqā. The ending `""` is the jussive's.
pub(crate) fn join(stem: &str, ending: &str) -> String {
    let sounds: Vec<char> = stem.chars().collect();
    let [.., vowel @ ('a' | 'i' | 'u'), glide @ ('و' | 'ي')] = sounds[..] else {
        return format!("{stem}{ending}");
    };
    let body: String = sounds[..sounds.len() - 2].iter().collect();
    let rest = |vowel: &str| {
        let after: String = ending.chars().skip(1).collect();
        format!("{body}{vowel}{after}")
    };
    match (vowel, ending.chars().next()) {
        (vowel, None) => format!("{body}{vowel}"),
        ('a', Some('a' | 'u')) if ending.chars().count() == 1 => {
            format!("{body}{}", if glide == 'و' { 'A' } else { 'Y' })
        }
        ('a', Some('a')) => rest("a"),
        ('a', Some('U')) => rest("aو"),
        ('a', Some('I')) => rest("aي"),
        ('i', Some('u')) => rest("I"),
        ('u', Some('u')) => rest("U"),
        ('i' | 'u', Some('U')) => rest("U"),
        ('i' | 'u', Some('I')) => rest("I"),
        _ => format!("{stem}{ending}"),
    }
}

/// Smooths a whole word: a glide after its own or a stronger short vowel lengthens it (yuwṣil > yūṣil,
/// ٱistiwrād > ٱistīrād), and of two hamzas in one syllable the second does (ʾaʾkul > ʾākul).
pub(crate) fn smooth(word: &str) -> String {
    let sounds: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(word.len());
    let mut at = 0;
    while let Some(&sound) = sounds.get(at) {
        let next = sounds.get(at + 1).copied();
        let after = sounds.get(at + 2).copied();
        let closes = next.is_some_and(|next| after.is_some_and(|after| !is_vowel(after) && after != next));
        let long = match (sound, next) {
            ('u', Some('و' | 'ي')) if closes => Some('U'),
            ('i', Some('و' | 'ي')) if closes => Some('I'),
            ('a' | 'i' | 'u', Some('ء')) if closes && sounds.get(at.wrapping_sub(1)) == Some(&'ء') => {
                Some(sound.to_ascii_uppercase())
            }
            _ => None,
        };
        match long {
            Some(long) => {
                out.push(long);
                at += 2;
            }
            None => {
                out.push(sound);
                at += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{join, smooth};

    #[test]
    fn defective_stems_take_their_endings() {
        assert_eq!(join("رaمaي", "a"), "رaمY");
        assert_eq!(join("دaعaو", "a"), "دaعA");
        assert_eq!(join("رaمaي", "aتA"), "رaمaتA");
        assert_eq!(join("رaمaي", "Uا"), "رaمaوا");
        assert_eq!(join("بaقiي", "Uا"), "بaقUا");
        assert_eq!(join("بaقiي", "aت"), "بaقiيaت");
        assert_eq!(join("يaرمiي", "u"), "يaرمI");
        assert_eq!(join("يaرمiي", ""), "يaرمi");
        assert_eq!(join("يaلقaي", "Uنa"), "يaلقaونa");
        assert_eq!(join("يaدعuو", "Anي"), "يaدعuوAnي");
        assert_eq!(join("كaتaب", "Uا"), "كaتaبUا");
    }

    #[test]
    fn glides_and_hamzas_lengthen() {
        assert_eq!(smooth("يuوصiلu"), "يUصiلu");
        assert_eq!(smooth("ٱiستiورAد"), "ٱiستIرAد");
        assert_eq!(smooth("ءaءكuلu"), "ءAكuلu");
        assert_eq!(smooth("ءiءمAن"), "ءImAن".replace('m', "م"));
        assert_eq!(smooth("يuوaففiر"), "يuوaففiر");
        assert_eq!(smooth("قuووaة"), "قuووaة");
        assert_eq!(smooth("بaقiيتu"), "بaقIتu");
    }
}
