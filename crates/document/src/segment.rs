//! Cuts a text into paragraphs and paragraphs into sentences.

use std::ops::Range;

use crate::tokenize::is_arabic;
use crate::{Bytes, Span, Token, TokenKind};

/// Longest text line that is still taken for a hard-wrapped one.
const WIDEST_WRAP: usize = 100;
/// Longest quotation or parenthesis, in tokens, that stays within one sentence.
const LONGEST_QUOTATION: usize = 60;
/// Longest sentence in tokens; a longer one is cut at a comma so that later steps stay linear.
pub(crate) const LONGEST_SENTENCE: usize = 400;

/// The paragraphs of a text, without the white space around them. Lines that were wrapped to a width are
/// put together; otherwise every line is a paragraph.
pub(crate) fn paragraphs(text: &str) -> Vec<Span<Bytes>> {
    let lines = lines(text);
    let wrapped = wrap_width(text, &lines);
    let marked = lines.iter().any(|line| {
        let line = &text[line.clone()];
        indented(line) && !line.trim().is_empty()
    });
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut previous: Option<&Range<usize>> = None;
    for line in &lines {
        let slice = &text[line.clone()];
        let trimmed = trim(text, line.clone());
        if trimmed.is_empty() {
            previous = None;
            continue;
        }
        let joined = previous
            .zip(wrapped)
            .is_some_and(|(above, width)| continues(&text[above.clone()], slice, width, marked));
        match paragraphs.last_mut() {
            Some(last) if joined => last.end = trimmed.end,
            _ => paragraphs.push(trimmed),
        }
        previous = Some(line);
    }
    paragraphs.into_iter().map(|range| Span::new(range.start, range.end)).collect()
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let breaks = match c {
            '\n' | '\u{0B}' | '\u{0C}' | '\u{2028}' | '\u{2029}' => true,
            '\r' => characters.peek().is_none_or(|&(_, next)| next != '\n'),
            _ => false,
        };
        if breaks {
            lines.push(start..at);
            start = at + c.len_utf8();
        }
    }
    lines.push(start..text.len());
    lines
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let blank = |c: char| c.is_whitespace() || c.is_control() || c == '\u{FEFF}';
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start_matches(blank).len());
    let end = range.end - (slice.len() - slice.trim_end_matches(blank).len());
    start..end.max(start)
}

fn width(line: &str) -> usize {
    line.trim_end().chars().count()
}

fn indented(line: &str) -> bool {
    line.starts_with("  ") || line.starts_with('\t')
}

fn first_word_width(line: &str) -> usize {
    line.split_whitespace().next().map_or(0, |word| word.chars().count())
}

fn starts_lower(line: &str) -> bool {
    line.trim_start().chars().next().is_some_and(char::is_lowercase)
}

fn ends_terminal(line: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
    line.trim_end().trim_end_matches(closing).ends_with(['.', '?', '!', '؟', '…', ':'])
}

/// Whether the first word of `below` would not have fitted into the line `above`.
fn forced(above: &str, below: &str, widest: usize) -> bool {
    width(above) + 1 + first_word_width(below) + 2 > widest
}

/// The width to which the lines were wrapped, or `None` where every line is a paragraph.
fn wrap_width(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let widest = lines.iter().map(|line| width(&text[line.clone()])).max()?;
    if !(30..=WIDEST_WRAP).contains(&widest) {
        return None;
    }
    let (mut joints, mut breaks_inside, mut lower) = (0, 0, 0);
    for pair in lines.windows(2) {
        let (above, below) = (&text[pair[0].clone()], &text[pair[1].clone()]);
        if above.trim().is_empty() || below.trim().is_empty() || indented(below) {
            continue;
        }
        joints += 1;
        breaks_inside += usize::from(forced(above, below, widest) && !ends_terminal(above));
        lower += usize::from(starts_lower(below));
    }
    (joints > 0 && (2 * breaks_inside > joints || 2 * lower > joints)).then_some(widest)
}

/// Whether a line goes on with the paragraph of the line above it; `marked` where paragraphs are told by
/// indentation or empty lines, so that a short line inside one may be joined too.
fn continues(above: &str, below: &str, widest: usize, marked: bool) -> bool {
    if indented(below) || is_foot(below) {
        return false;
    }
    let open = marked && !ends_terminal(above) && (!is_shouted(above) || is_shouted(below));
    open || starts_lower(below) || above.trim_end().ends_with([',', '،']) || forced(above, below, widest)
}

/// A line in capitals only, as headlines of wires are.
fn is_shouted(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

/// A short last line such as an agency's name, set off by one space.
fn is_foot(line: &str) -> bool {
    line.starts_with(' ') && line.split_whitespace().count() <= 3
}

/// Cuts the tokens of a paragraph into sentences; the ranges cover all tokens.
pub(crate) fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let inside = quotations(tokens);
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = sentence_end(text, tokens, &inside, start, at);
        at = end.unwrap_or(at + 1);
        if end.is_some() {
            push(tokens, &mut sentences, start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        push(tokens, &mut sentences, start..tokens.len());
    }
    sentences
}

/// The tokens of a title as one sentence, cut only where it is overlong.
pub(crate) fn whole(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    push(tokens, &mut sentences, 0..tokens.len());
    sentences
}

/// Adds a sentence; marks without a word join the sentence before, and an overlong one is cut.
fn push(tokens: &[Token], sentences: &mut Vec<Range<usize>>, range: Range<usize>) {
    let only_marks = tokens[range.clone()].iter().all(|token| token.kind == TokenKind::Mark);
    if let Some(last) = sentences.last_mut().filter(|last| only_marks && last.end == range.start)
        && last.len() + range.len() <= LONGEST_SENTENCE
    {
        last.end = range.end;
        return;
    }
    let mut start = range.start;
    while range.end - start > LONGEST_SENTENCE {
        let window = &tokens[start..start + LONGEST_SENTENCE];
        let pause = |marks: &[&str]| {
            window.iter().rposition(|token| marks.contains(&&*token.key)).filter(|&at| at > 100)
        };
        let cut = pause(&["؛", ";"]).or_else(|| pause(&["،", ","])).unwrap_or(LONGEST_SENTENCE - 1) + 1;
        sentences.push(start..start + cut);
        start += cut;
    }
    sentences.push(start..range.end);
}

/// For each token, whether it stands inside a short quotation or parenthesis.
fn quotations(tokens: &[Token]) -> Vec<bool> {
    let mut inside = vec![false; tokens.len()];
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut straight: Option<usize> = None;
    let mut enclose = |from: usize, to: usize| {
        if to - from <= LONGEST_QUOTATION {
            inside[from + 1..to].fill(true);
        }
    };
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Mark) {
        match &*token.key {
            "«" => open.push((at, "»")),
            "“" => open.push((at, "”")),
            "(" => open.push((at, ")")),
            "[" => open.push((at, "]")),
            "{" => open.push((at, "}")),
            "\"" => match straight.take() {
                Some(from) => enclose(from, at),
                None => straight = Some(at),
            },
            closing => {
                if let Some(pair) = open.iter().rposition(|(_, wanted)| *wanted == closing) {
                    enclose(open[pair].0, at);
                    open.truncate(pair);
                }
            }
        }
        if open.len() > 8 {
            open.remove(0);
        }
    }
    inside
}

/// Where a sentence ends that has its end mark at `at`: after the mark and the quotes that close with it.
fn sentence_end(text: &str, tokens: &[Token], inside: &[bool], start: usize, at: usize) -> Option<usize> {
    let token = &tokens[at];
    if token.kind == TokenKind::Word {
        return (token.key.ends_with('.') && !inside[at] && starts_sentence(tokens.get(at + 1)))
            .then_some(at + 1);
    }
    if !is_terminal(token) {
        return None;
    }
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|next| !next.spaced && is_terminal(next)) {
        end += 1;
    }
    let dots = end - at;
    let mut closed = false;
    while tokens
        .get(end)
        .is_some_and(|next| is_closing(next) && (!next.spaced || inside[end - 1] && !inside[end]))
    {
        closed |= inside[end - 1] && !inside[end];
        end += 1;
    }
    if inside[at] && !closed {
        return None;
    }
    let Some(next) = tokens.get(end) else { return Some(end) };
    let before = at.checked_sub(1).map(|index| &tokens[index]);
    let latin_next = text_of(text, tokens, end).is_some_and(|c| c.is_alphabetic() && !is_arabic(c));
    if !next.spaced {
        let long = before.is_some_and(|word| word.kind == TokenKind::Word && word.key.chars().count() > 2);
        return (next.kind == TokenKind::Word && !latin_next && long && dots < 3).then_some(end);
    }
    if latin_next && !next.capital && next.kind == TokenKind::Word {
        return None;
    }
    if &*token.key == "."
        && dots == 1
        && !closed
        && before.is_some_and(|word| is_abbreviation(word, at - 1 == start))
    {
        return None;
    }
    Some(end)
}

fn text_of(text: &str, tokens: &[Token], at: usize) -> Option<char> {
    let base = tokens.first()?.span.start as usize;
    text.get(tokens[at].span.start as usize - base..)?.chars().next()
}

fn is_terminal(token: &Token) -> bool {
    token.kind == TokenKind::Mark && matches!(&*token.key, "." | "!" | "?" | "؟" | "…" | "۔" | "。")
}

fn is_closing(token: &Token) -> bool {
    token.kind == TokenKind::Mark
        && matches!(&*token.key, "\"" | "”" | "»" | ")" | "]" | "}" | "’" | "'" | "“")
}

/// A word after which a full stop does not end the sentence: a title, an initial, the number of a list.
fn is_abbreviation(word: &Token, first: bool) -> bool {
    const TITLES: [&str; 39] = [
        "mr", "mrs", "ms", "messrs", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "adm", "brig",
        "sgt", "sen", "rep", "reps", "sens", "gov", "pres", "rev", "hon", "st", "mt", "ft", "no", "nos",
        "vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "al", "gens", "e.g",
    ];
    let single = word.kind == TokenKind::Word && word.key.chars().count() == 1 && &*word.key != "i";
    let numbered = first && word.kind == TokenKind::Number && word.key.len() <= 2;
    numbered
        || (single && word.capital)
        || ((word.capital || &*word.key == "vs") && TITLES.contains(&&*word.key))
}

/// Whether a word after initials such as `U.S.` starts a new sentence: only words that never stand inside a name.
fn starts_sentence(next: Option<&Token>) -> bool {
    const STARTERS: [&str; 34] = [
        "the",
        "he",
        "she",
        "it",
        "they",
        "we",
        "in",
        "on",
        "at",
        "but",
        "and",
        "a",
        "an",
        "this",
        "these",
        "that",
        "those",
        "his",
        "her",
        "their",
        "its",
        "there",
        "however",
        "meanwhile",
        "earlier",
        "after",
        "before",
        "when",
        "while",
        "if",
        "as",
        "also",
        "both",
        "some",
    ];
    next.is_some_and(|token| token.spaced && token.capital && STARTERS.contains(&&*token.key))
}
