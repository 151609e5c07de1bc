//! Tells the title, the dateline, the section and the credits of a story from its running text.

use crate::almanac::Almanac;
use crate::press::{self, Credit};
use crate::stamp::{Stamp, read_stamp};
use crate::{Bytes, Span, Token, TokenKind};

/// Longest headline in characters.
const LONGEST_TITLE: usize = 220;
/// Paragraphs from the top in which a head is looked for, and from the bottom for a foot.
const HEAD: usize = 8;
const FOOT: usize = 5;
/// Most words of a place before the date of a dateline.
const PLACE_WORDS: usize = 4;

/// A paragraph with its tokens.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    pub span: Span<Bytes>,
    pub tokens: Vec<Token>,
}

/// What stands around the running text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Frame {
    /// Paragraph of the title in the text.
    pub title: Option<usize>,
    /// Where the running text starts in each paragraph, in tokens; `None` where there is none.
    pub body: Vec<Option<usize>>,
    pub stamp: Option<Stamp>,
    pub section: Option<String>,
    /// Outlet told by the section line.
    pub outlet: Option<u16>,
    /// Outlets credited, in order, once each.
    pub credits: Vec<u16>,
}

/// Reads the head and foot; `given` is a title given apart from the text.
pub(crate) fn read_frame(
    text: &str,
    paragraphs: &[Paragraph],
    given: Option<&[Token]>,
    almanac: &Almanac,
) -> Frame {
    let mut frame = Frame { body: vec![Some(0); paragraphs.len()], ..Frame::default() };
    let count = paragraphs.len();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let tokens = &paragraph.tokens;
        if index >= HEAD && index + FOOT < count {
            continue;
        }
        let slice = &text[paragraph.span.range()];
        if tokens.iter().all(|token| token.kind == TokenKind::Mark) {
            frame.body[index] = None;
        } else if frame.stamp.is_none() && is_dateline(slice, tokens, almanac).is_some() {
            frame.stamp = is_dateline(slice, tokens, almanac);
            frame.body[index] = None;
        } else if let Some((section, outlet)) = press::section_line(tokens, almanac)
            .filter(|_| count > 1 && index < HEAD && frame.section.is_none())
        {
            let start = tokens[section.start].span.start as usize;
            let end = tokens[section.end - 1].span.end as usize;
            frame.section = Some(text[start..end].to_owned());
            frame.outlet = outlet;
            frame.body[index] = None;
        } else if let Some(credit) = press::credit_line(tokens, almanac).filter(|_| count > 1) {
            frame.add(credit);
            frame.body[index] = None;
        }
    }
    frame.find_title(paragraphs, given);
    frame.find_prefix(text, paragraphs, almanac);
    frame
}

fn is_dateline(slice: &str, tokens: &[Token], almanac: &Almanac) -> Option<Stamp> {
    let numbered = tokens.len() <= 40
        && tokens.iter().any(|token| {
            token.kind != TokenKind::Mark && token.key.starts_with(|c: char| c.is_ascii_digit())
        });
    if !numbered {
        return None;
    }
    let whole = |text: &str| read_stamp(text, almanac).filter(|stamp| stamp.unexplained == 0);
    whole(slice).or_else(|| whole(after_place(slice, tokens)?))
}

/// What follows the place in "Islamabad, March 6, 2018".
fn after_place<'a>(slice: &'a str, tokens: &[Token]) -> Option<&'a str> {
    let base = tokens.first()?.span.start as usize;
    let words = tokens.iter().take_while(|token| token.kind == TokenKind::Word).count();
    let comma = tokens.get(words).filter(|_| (1..=PLACE_WORDS).contains(&words))?;
    let end = comma.span.end as usize - base;
    slice.get(..end)?.ends_with([',', '،']).then(|| &slice[end..])
}

impl Frame {
    fn add(&mut self, credit: Credit) {
        for outlet in credit.outlets {
            if !self.credits.contains(&outlet) {
                self.credits.push(outlet);
            }
        }
    }

    /// Drops paragraphs that print the title given apart, or finds the title at the top and drops its second
    /// printing.
    fn find_title(&mut self, paragraphs: &[Paragraph], given: Option<&[Token]>) {
        let running: Vec<usize> = (0..paragraphs.len()).filter(|&index| self.body[index].is_some()).collect();
        let title = match given {
            Some(title) => title,
            None => {
                let Some(&first) = running.first() else { return };
                let repeated = running[1..]
                    .iter()
                    .take(3)
                    .any(|&index| same(&paragraphs[index].tokens, &paragraphs[first].tokens));
                if !(repeated || (running.len() > 1 && is_headline(&paragraphs[first]))) {
                    return;
                }
                self.title = Some(first);
                self.body[first] = None;
                &paragraphs[first].tokens
            }
        };
        let spare = usize::from(self.title.is_none());
        for &index in running.iter().take(4) {
            let alone = running.len() <= spare;
            if Some(index) != self.title && !alone && same(&paragraphs[index].tokens, title) {
                self.body[index] = None;
            }
        }
    }

    /// Takes wire prefixes off the first paragraphs, and place names in capitals off any.
    fn find_prefix(&mut self, text: &str, paragraphs: &[Paragraph], almanac: &Almanac) {
        let running: Vec<usize> = (0..paragraphs.len()).filter(|&index| self.body[index].is_some()).collect();
        for (number, &index) in running.iter().enumerate() {
            let paragraph = &paragraphs[index];
            let first = number < 3 && self.credits.is_empty();
            if let Some(credit) =
                press::credit_prefix(&paragraph.tokens, almanac).filter(|_| first || number == 0)
            {
                self.body[index] = Some(credit.end);
                if self.stamp.is_none() {
                    let end = paragraph.tokens[credit.end - 1].span.start as usize;
                    self.stamp = read_stamp(&text[paragraph.span.start as usize..end], almanac);
                }
                self.add(credit);
            } else if let Some(end) = place_prefix(text, &paragraph.tokens) {
                self.body[index] = Some(end);
            }
        }
    }
}

/// `WASHINGTON —` or `LONDON, March 6 -` in capitals.
fn place_prefix(text: &str, tokens: &[Token]) -> Option<usize> {
    let dash =
        tokens.iter().take(9).position(|token| matches!(&*token.key, "-" | "–" | "—") && token.spaced)?;
    let slice = |token: &Token| &text[token.span.range()];
    let capitals = slice(tokens.first()?);
    let shouted = capitals.chars().count() > 2 && capitals.chars().all(char::is_uppercase);
    let placed = tokens[..dash].iter().all(|token| {
        let capital = slice(token).chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        capital || token.capital && tokens[..dash].iter().any(|token| &*token.key == ",")
    });
    let goes_on = tokens.len() > dash + 3
        && tokens[dash + 1..]
            .iter()
            .any(|token| token.kind == TokenKind::Word && slice(token).chars().any(char::is_lowercase));
    let free = slice(&tokens[dash]) != "-" || tokens.get(dash + 1).is_some_and(|next| next.spaced);
    (shouted && placed && goes_on && free).then_some(dash + 1)
}

fn is_headline(paragraph: &Paragraph) -> bool {
    let bytes = paragraph.span.len();
    let words = paragraph.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
    let last =
        paragraph.tokens.iter().rev().find(|token| !matches!(&*token.key, "\"" | "”" | "»" | ")" | "’"));
    let stopped = last.is_some_and(|token| {
        matches!(&*token.key, "." | ":" | "،" | "," | "؛" | ";") || token.key.ends_with('.')
    });
    words >= 2 && bytes <= 2 * LONGEST_TITLE && paragraph.tokens.len() <= 40 && !stopped
}

/// Whether two lines have the same words.
fn same(one: &[Token], other: &[Token]) -> bool {
    let words = |tokens: &[Token]| {
        let words: Vec<Box<str>> = tokens
            .iter()
            .filter(|token| token.kind != TokenKind::Mark)
            .map(|token| token.key.clone())
            .collect();
        words
    };
    let one = words(one);
    !one.is_empty() && one == words(other)
}
