//! Tells Arabic and English from other languages by script and by function words.

use crate::tokenize::is_arabic;
use crate::{Language, Token, TokenKind};

const ARABIC: [&str; 34] = [
    "في",
    "من",
    "علي",
    "الي",
    "ان",
    "التي",
    "الذي",
    "عن",
    "مع",
    "هذا",
    "هذه",
    "بعد",
    "قبل",
    "قد",
    "لم",
    "لن",
    "كان",
    "كانت",
    "بين",
    "او",
    "ما",
    "لا",
    "ذلك",
    "حيث",
    "خلال",
    "قال",
    "وقال",
    "الذين",
    "حتي",
    "كما",
    "وفي",
    "ومن",
    "عند",
    "منذ",
];
/// Frequent words of Persian, Urdu, Pashto and Kurdish in Arabic script.
const NEAR_ARABIC: [&str; 44] = [
    "است", "را", "که", "كه", "از", "این", "اين", "به", "در", "با", "شد", "شده", "می", "های", "هاي", "کرد",
    "كرد", "برای", "براي", "بود", "خود", "ان", "اند", "کے", "كے", "کی", "میں", "مين", "ہے", "ہیں", "نے",
    "سے", "کو", "اور", "پر", "د", "چې", "په", "دي", "ته", "بۆ", "لە", "کە", "بە",
];
const ENGLISH: [&str; 46] = [
    "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "is", "was", "by", "at", "from", "as",
    "has", "have", "he", "his", "it", "an", "are", "be", "said", "after", "over", "says", "its", "their",
    "not", "were", "who", "which", "against", "will", "would", "this", "they", "but", "into", "between",
    "had", "no", "more", "about",
];
const OTHER_LATIN: [&str; 92] = [
    "de", "la", "le", "les", "des", "et", "du", "un", "une", "dans", "pour", "que", "qui", "sur", "au",
    "aux", "est", "el", "los", "las", "del", "en", "y", "por", "con", "para", "su", "una", "se", "al", "der",
    "die", "das", "und", "den", "von", "zu", "mit", "ist", "im", "dem", "des", "ein", "eine", "auf", "nicht",
    "il", "di", "che", "della", "per", "non", "da", "dei", "gli", "nel", "o", "os", "as", "do", "dos", "em",
    "um", "uma", "com", "no", "na", "het", "van", "een", "op", "te", "ve", "bir", "bu", "ile", "icin", "da",
    "olarak", "w", "z", "na", "sie", "jest", "och", "att", "som", "av", "med", "og", "til", "yang",
];

/// What a stretch of text looks like, with how much speaks for it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Evidence {
    arabic_letters: usize,
    latin_letters: usize,
    other_letters: usize,
    arabic: usize,
    near_arabic: usize,
    english: usize,
    other_latin: usize,
    words: usize,
}

impl Evidence {
    pub fn add(&mut self, text: &str, tokens: &[Token]) {
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            match c {
                _ if is_arabic(c) => self.arabic_letters += 1,
                '\u{0041}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => self.latin_letters += 1,
                _ => self.other_letters += 1,
            }
            match c {
                'پ' | 'چ' | 'ژ' | 'گ' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' | 'ښ' | 'ځ' | 'ټ' | 'ډ'
                | 'ړ' | 'ږ' | 'ڼ' | 'ې' | 'ۍ' | 'ێ' | 'ۆ' | 'ڵ' | 'ڕ' | 'ە' => {
                    self.near_arabic += 1
                }
                'ة' => self.arabic += 1,
                'ß' | 'ñ' | 'ã' | 'õ' | 'ø' | 'å' | 'ğ' | 'ş' | 'ı' | 'ł' | 'ą' | 'ę' => {
                    self.other_latin += 1
                }
                _ => {}
            }
        }
        for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
            self.words += 1;
            let key = &*token.key;
            if key.starts_with(is_arabic) {
                let article = key.starts_with("ال") && key.len() > 8;
                self.arabic += usize::from(article || ARABIC.contains(&key));
                self.near_arabic += usize::from(!article && NEAR_ARABIC.contains(&key));
            } else if key.len() <= 7 {
                let english = ENGLISH.contains(&key);
                self.english += usize::from(english);
                self.other_latin += usize::from(!english && OTHER_LATIN.contains(&key));
            }
        }
    }

    /// The language, or `None` where there is too little to tell.
    pub fn language(&self) -> Option<Language> {
        let most = self.arabic_letters.max(self.latin_letters).max(self.other_letters);
        if most == 0 {
            return None;
        }
        if most == self.other_letters {
            return Some(Language::Other);
        }
        if most == self.arabic_letters {
            return match (self.arabic, self.near_arabic) {
                (0, 0) => None,
                (arabic, near) if arabic >= near => Some(Language::Arabic),
                _ => Some(Language::Other),
            };
        }
        match (self.english, self.other_latin) {
            (0, 0) => None,
            (english, other) if english >= other => Some(Language::English),
            (_, other) if other >= 2 || self.words < 8 => Some(Language::Other),
            _ => None,
        }
    }

    /// The language of the script where words do not tell.
    pub fn script(&self) -> Option<Language> {
        match (self.arabic_letters, self.latin_letters, self.other_letters) {
            (0, 0, 0) => None,
            (arabic, latin, other) if arabic >= latin && arabic >= other => Some(Language::Arabic),
            (_, latin, other) if latin >= other => Some(Language::English),
            _ => Some(Language::Other),
        }
    }

    /// Whether there are enough words to overrule the language of the document.
    pub fn is_strong(&self) -> bool {
        self.words >= 5
    }

    /// Whether the letters are mostly of the script of `language`.
    pub fn fits(&self, language: Language) -> bool {
        match language {
            Language::Arabic => self.arabic_letters >= self.latin_letters.max(self.other_letters),
            Language::English => self.latin_letters >= self.arabic_letters.max(self.other_letters),
            Language::Other => true,
        }
    }
}
