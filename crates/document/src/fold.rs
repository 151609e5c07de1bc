//! The key under which the lexicon knows a word, whatever its spelling.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a word to its key: no vowel marks, tatweel or invisible marks; أ إ آ ٱ as ا, ى as ي, ة as ه,
/// Persian letters as their Arabic kin, digits of any script as ASCII, Latin letters in lower case without
/// diacritics, typographic apostrophes as `'`, hyphens as `-`.
pub fn fold(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    for c in word.chars() {
        fold_into(c, &mut key);
    }
    key
}

fn fold_into(c: char, key: &mut String) {
    match c {
        'a'..='z' | '0'..='9' | '\'' | '-' => key.push(c),
        'A'..='Z' => key.push(c.to_ascii_lowercase()),
        'أ' | 'إ' | 'آ' | 'ٱ' => key.push('ا'),
        'ى' | 'ی' | 'ې' => key.push('ي'),
        'ة' | 'ہ' | 'ۀ' | 'ە' => key.push('ه'),
        'ک' | 'گ' | 'ڪ' => key.push('ك'),
        'ڤ' => key.push('ف'),
        'پ' => key.push('ب'),
        'چ' => key.push('ج'),
        'ژ' => key.push('ز'),
        '\u{0640}'
        | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06ED}' => {}
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{00AD}' => {}
        '\u{0660}'..='\u{0669}' => key.push(digit(c, '\u{0660}')),
        '\u{06F0}'..='\u{06F9}' => key.push(digit(c, '\u{06F0}')),
        '\u{066B}' => key.push('.'),
        '\u{066C}' => key.push(','),
        'ء'..='ي' => key.push(c),
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{02BB}' => key.push('\''),
        '\u{2010}'..='\u{2015}' => key.push('-'),
        'ı' => key.push('i'),
        'ø' | 'Ø' => key.push('o'),
        'ł' | 'Ł' => key.push('l'),
        'đ' | 'Đ' => key.push('d'),
        'ß' => key.push_str("ss"),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            for plain in std::iter::once(c).nfkc() {
                // Ornate parentheses and unassigned places of the block have no other form.
                if plain == c { key.push(c) } else { fold_into(plain, key) }
            }
        }
        _ => {
            for plain in std::iter::once(c).nfkd().filter(|&plain| !is_combining_mark(plain)) {
                key.extend(plain.to_lowercase());
            }
        }
    }
}

fn digit(c: char, zero: char) -> char {
    char::from(b'0' + (c as u32 - zero as u32) as u8)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_of_a_word_share_a_key() {
        assert_eq!(fold("إسلام آباد"), fold("اسلام اباد"));
        assert_eq!(fold("العلاقـــات"), fold("العَلاقاتُ"));
        assert_eq!(fold("القاهرة"), fold("القاهره"));
        assert_eq!(fold("على"), fold("علي"));
        assert_eq!(fold("٢٠١٨"), "2018");
        assert_eq!(fold("São Tomé’s"), "sao tome's");
        assert_eq!(fold("ﻻ"), "لا");
        assert_eq!(fold("\u{FDD0}"), "\u{FDD0}");
    }
}
