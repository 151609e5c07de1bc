//! Cuts text into words, numbers and marks.

use crate::{Bytes, Span, Token, TokenKind, fold};

/// The tokens of `text`, whose first byte is byte `base` of its field.
///
/// Letters with inner apostrophes and hyphens are one word in scripts other than Arabic; in Arabic a hyphen
/// parts words unless a short number follows it, as in the name of a weapon. Possessive `'s` and contracted
/// `n't` are words of their own. Digits with inner separators are one number. Every other character that is
/// not white space or invisible is a mark.
pub fn tokenize(text: &str, base: usize) -> Vec<Token> {
    let mut tokenizer =
        Tokenizer { text, base, tokens: Vec::with_capacity(text.len() / 5 + 1), spaced: true };
    tokenizer.run();
    tokenizer.tokens
}

struct Tokenizer<'a> {
    text: &'a str,
    base: usize,
    tokens: Vec<Token>,
    spaced: bool,
}

impl Tokenizer<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(c) = self.char_at(at) {
            if c.is_whitespace() {
                self.spaced = true;
                at += c.len_utf8();
            } else if is_invisible(c) {
                at += c.len_utf8();
            } else if is_digit(c) {
                at = self.number_or_word(at);
            } else if is_letter(c) {
                at = self.word(at);
            } else if c == '\'' && self.decade_after(at).is_some() {
                let end = self.decade_after(at).unwrap_or(at + 1);
                self.push(at, end, TokenKind::Number);
                at = end;
            } else {
                let end = at + c.len_utf8();
                self.push(at, end, TokenKind::Mark);
                at = end;
            }
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        let slice = &self.text[start..end];
        let key = match kind {
            TokenKind::Mark => slice.into(),
            _ => fold(slice).into_boxed_str(),
        };
        let capital = kind == TokenKind::Word && slice.chars().next().is_some_and(char::is_uppercase);
        let span = Span::<Bytes>::new(self.base + start, self.base + end);
        self.tokens.push(Token { span, key, kind, capital, spaced: std::mem::take(&mut self.spaced) });
    }

    /// End of `'80s` where it starts at the apostrophe at `at`.
    fn decade_after(&self, at: usize) -> Option<usize> {
        let rest = &self.text.as_bytes()[at..];
        let digits = rest.len() >= 4 && rest[1].is_ascii_digit() && rest[2] == b'0' && rest[3] == b's';
        (digits && !self.char_at(at + 4).is_some_and(char::is_alphanumeric)).then_some(at + 4)
    }

    /// A number, or a word that starts with digits, such as `7th` or `1980s`.
    fn number_or_word(&mut self, start: usize) -> usize {
        let mut at = start;
        loop {
            at = self.skip(at, is_digit);
            let Some(separator) = self.char_at(at) else { break };
            let inner = matches!(separator, '.' | ',' | '/' | ':' | '\u{066B}' | '\u{066C}');
            let next = at + separator.len_utf8();
            if !inner || !self.char_at(next).is_some_and(is_digit) {
                break;
            }
            at = next;
        }
        let suffix = self.skip(at, |c| c.is_ascii_alphabetic());
        if suffix > at {
            let letters = self.text[at..suffix].to_ascii_lowercase();
            if matches!(&*letters, "st" | "nd" | "rd" | "th" | "s") {
                let kind = if letters == "s" { TokenKind::Number } else { TokenKind::Word };
                self.push(start, suffix, kind);
                return suffix;
            }
        }
        if self.hyphenated(at) {
            let end = self.skip_compound(at);
            self.push(start, end, TokenKind::Word);
            return end;
        }
        self.push(start, at, TokenKind::Number);
        at
    }

    /// Whether a hyphen at `at` joins digits to a Latin word, as in `13-year-old`.
    fn hyphenated(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(is_hyphen)
            && self
                .char_at(at + self.char_at(at).map_or(0, char::len_utf8))
                .is_some_and(|c| is_letter(c) && !is_arabic(c))
    }

    fn skip(&self, at: usize, wanted: impl Fn(char) -> bool) -> usize {
        at + self.text[at..].chars().take_while(|&c| wanted(c)).map(char::len_utf8).sum::<usize>()
    }

    /// End of a row of letters, digits, inner hyphens and apostrophes.
    fn skip_compound(&self, start: usize) -> usize {
        let mut at = start;
        loop {
            at = self.skip(at, |c| is_inner(c) || is_digit(c));
            let Some(joint) = self.char_at(at) else { return at };
            let next = at + joint.len_utf8();
            let joined = is_hyphen(joint) || is_apostrophe(joint);
            if !joined || !self.char_at(next).is_some_and(|c| (is_letter(c) && !is_arabic(c)) || is_digit(c))
            {
                return at;
            }
            at = next;
        }
    }

    fn word(&mut self, start: usize) -> usize {
        match self.char_at(start) {
            Some(c) if is_arabic(c) => self.arabic_word(start),
            _ => self.latin_word(start),
        }
    }

    fn arabic_word(&mut self, start: usize) -> usize {
        if let Some(end) = self.initials(start, is_arabic) {
            self.push(start, end, TokenKind::Word);
            return end;
        }
        let mut at = self.skip(start, |c| is_inner(c) && (is_arabic(c) || !c.is_alphabetic()));
        if let Some(hyphen) = self.char_at(at).filter(|&c| is_hyphen(c)) {
            let digits = at + hyphen.len_utf8();
            let end = self.skip(digits, is_digit);
            let length = self.text[digits..end].chars().count();
            let closed = !self.char_at(end).is_some_and(|c| is_letter(c) || is_hyphen(c));
            if (1..=3).contains(&length) && closed {
                at = end;
            }
        }
        self.push(start, at, TokenKind::Word);
        at
    }

    fn latin_word(&mut self, start: usize) -> usize {
        if let Some(end) = self.initials(start, |c| !is_arabic(c)) {
            self.push(start, end, TokenKind::Word);
            return end;
        }
        let end = self.skip_compound(start);
        let word = &self.text[start..end];
        if let Some(head) = negated(word) {
            self.push(start, start + head, TokenKind::Word);
            self.push(start + head, end, TokenKind::Word);
        } else if let Some(head) = possessed(word) {
            self.push(start, start + head, TokenKind::Word);
            self.push(start + head, end, TokenKind::Word);
        } else {
            self.push(start, end, TokenKind::Word);
            return self.possessive_mark(end);
        }
        end
    }

    /// A bare apostrophe after a plural, and the `"s` of texts that lost their apostrophes.
    fn possessive_mark(&mut self, at: usize) -> usize {
        let Some(mark) = self.char_at(at) else { return at };
        let next = at + mark.len_utf8();
        let closes = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        if mark == '"' && self.char_at(next) == Some('s') && closes(self.char_at(next + 1)) {
            self.push_possessive(at, next + 1);
            return next + 1;
        }
        let plural = matches!(self.before(at), Some('s' | 'S'));
        if is_apostrophe(mark)
            && plural
            && self.char_at(next).is_some_and(char::is_whitespace)
            && !self.quoted(at)
        {
            self.push_possessive(at, next);
            return next;
        }
        at
    }

    fn push_possessive(&mut self, start: usize, end: usize) {
        let span = Span::<Bytes>::new(self.base + start, self.base + end);
        self.tokens.push(Token {
            span,
            key: if end - start > 1 && self.text[start..end].ends_with('s') {
                "'s".into()
            } else {
                "'".into()
            },
            kind: TokenKind::Word,
            capital: false,
            spaced: false,
        });
    }

    /// Whether an apostrophe at `at` may close a quotation that one opened shortly before.
    fn quoted(&self, at: usize) -> bool {
        self.tokens
            .iter()
            .rev()
            .take(40)
            .find(|token| {
                matches!(&*token.key, "'" | "\u{2018}" | "\u{2019}") && token.kind == TokenKind::Mark
            })
            .is_some_and(|token| token.span.start as usize <= self.base + at && token.spaced)
    }

    /// End of a row of single letters that are each followed by a full stop, such as `U.S.`, or of such a row
    /// without its last stop in Arabic (`سي.آي.ايه`, where each part is a letter's name).
    fn initials(&self, start: usize, script: impl Fn(char) -> bool) -> Option<usize> {
        let mut at = start;
        let mut parts = 0;
        let arabic = self.char_at(start).is_some_and(is_arabic);
        let longest = if arabic { 4 } else { 1 };
        let mut single = true;
        loop {
            let end = self.skip(at, |c| is_inner(c) && script(c));
            let letters = self.text[at..end].chars().filter(|&c| is_letter(c)).count();
            if letters == 0 || letters > longest {
                return None;
            }
            parts += 1;
            single &= letters == 1;
            let enough = parts > 2 || (parts == 2 && single);
            if self.char_at(end) != Some('.') {
                return (enough && (arabic || !self.char_at(end).is_some_and(is_joint))).then_some(end);
            }
            let next = end + 1;
            if !self.char_at(next).is_some_and(|c| is_letter(c) && script(c)) {
                return enough.then_some(if arabic { end } else { next });
            }
            at = next;
        }
    }
}

/// Where `n't` starts in a contracted word.
fn negated(word: &str) -> Option<usize> {
    let mut backwards = word.char_indices().rev();
    let (_, t) = backwards.next()?;
    let (_, mark) = backwards.next()?;
    let (n, letter) = backwards.next()?;
    (matches!(t, 't' | 'T') && is_apostrophe(mark) && matches!(letter, 'n' | 'N') && n > 0).then_some(n)
}

/// Where `'s`, `'re`, `'ve`, `'ll`, `'d` or `'m` starts in a word.
fn possessed(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().rev().find(|&(_, c)| is_apostrophe(c))?;
    let ending = word[at + mark.len_utf8()..].to_lowercase();
    (at > 0 && matches!(&*ending, "s" | "re" | "ve" | "ll" | "d" | "m")).then_some(at)
}

pub(crate) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

fn is_letter(c: char) -> bool {
    (c.is_alphanumeric() && !is_digit(c)) || is_arabic_mark(c)
}

/// Tatweel and vowel marks.
fn is_arabic_mark(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}')
}

/// A letter, or what may stand inside a word without parting it.
fn is_inner(c: char) -> bool {
    is_letter(c) || is_invisible(c) || matches!(c, '\u{0300}'..='\u{036F}')
}

fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' | '\u{00AD}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}')
}

fn is_joint(c: char) -> bool {
    is_hyphen(c) || is_apostrophe(c)
}
