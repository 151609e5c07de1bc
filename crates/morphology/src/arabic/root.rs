//! The radicals of a word.

use std::str::FromStr;

use crate::EntryError;

/// Three or four radicals. The hamza is ء, weak radicals are و and ي, doubled ones written twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Root(Vec<char>);

impl Root {
    /// Reads a root such as قول, ءكد, شنن or برهن.
    ///
    /// # Errors
    /// [`EntryError`] if it has not three or four radicals or one is written as it never is.
    pub fn parse(text: &str) -> Result<Self, EntryError> {
        let wrong = |advice: &str| EntryError::new("root", text, advice);
        let radicals: Vec<char> = text.chars().collect();
        for &radical in &radicals {
            match radical {
                'أ' | 'إ' | 'آ' | 'ؤ' | 'ئ' => return Err(wrong("write the hamza without a seat: ء")),
                'ا' | 'ى' => return Err(wrong("write the weak radical as و or ي, a hamza as ء")),
                '\u{0651}' => return Err(wrong("write a doubled radical twice: شنن")),
                'ء' | 'ب' | 'ت' | 'ث'..='غ' | 'ف'..='و' | 'ي' => {}
                _ => return Err(wrong("write three or four Arabic consonants and nothing else")),
            }
        }
        if radicals.len() == 3 || radicals.len() == 4 {
            Ok(Self(radicals))
        } else {
            Err(wrong("write three or four radicals"))
        }
    }

    /// The radicals, in order.
    pub fn radicals(&self) -> &[char] {
        &self.0
    }

    pub(crate) fn radical(&self, number: usize) -> char {
        self.0[number - 1]
    }

    pub(crate) fn last(&self) -> char {
        self.0[self.0.len() - 1]
    }

    pub(crate) fn is_doubled(&self) -> bool {
        self.0.len() == 3 && self.0[1] == self.0[2] && !is_weak(self.0[1])
    }

    pub(crate) fn ends_weak(&self) -> bool {
        is_weak(self.last())
    }
}

impl FromStr for Root {
    type Err = EntryError;

    fn from_str(text: &str) -> Result<Self, EntryError> {
        Self::parse(text)
    }
}

/// Whether a consonant is a glide, which comes and goes.
pub(crate) fn is_weak(radical: char) -> bool {
    matches!(radical, 'و' | 'ي')
}

#[cfg(test)]
mod tests {
    use super::Root;

    #[test]
    fn errors_tell_what_to_write() {
        let advice = |text: &str| Root::parse(text).map_err(|error| error.advice);
        assert!(Root::parse("قول").is_ok());
        assert_eq!(advice("أكد"), Err("write the hamza without a seat: ء".to_owned()));
        assert_eq!(advice("شنّ"), Err("write a doubled radical twice: شنن".to_owned()));
        assert_eq!(advice("قال"), Err("write the weak radical as و or ي, a hamza as ء".to_owned()));
        assert_eq!(advice("شن"), Err("write three or four radicals".to_owned()));
        assert_eq!(advice("كتبة"), Err("write three or four Arabic consonants and nothing else".to_owned()));
    }
}
