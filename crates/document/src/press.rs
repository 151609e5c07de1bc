//! Credits to agencies and outlets, and the outlets that a story quotes.

use std::ops::Range;

use crate::almanac::{Almanac, OutletKind, Press};
use crate::phrases::Hit;
use crate::{Token, TokenKind};

/// Longest credit or section line, in tokens.
const LONGEST_LINE: usize = 16;
/// Longest wire prefix such as `KABUL (Reuters) -`, in tokens.
const LONGEST_PREFIX: usize = 18;
/// Most words of a place or an author beside the outlet in a credit.
const STRANGERS: usize = 5;

/// Marks that may stand inside a credit without parting it.
const SOFT_MARKS: &[&str] = &[",", "،", ".", "&", "+", "…", "«", "»", "\"", "“", "”", "{", "}", "'"];

/// What a credit says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Credit {
    /// Indices of outlets.
    pub outlets: Vec<u16>,
    /// Where the running text starts, in tokens.
    pub end: usize,
}

/// An outlet that a sentence names as its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quoted {
    pub outlet: u16,
    /// Whether somebody spoke to it, rather than it being cited.
    pub told: bool,
}

/// A whole line that is a credit: `* فرانس برس`, `(رويترز)`, `REUTER`, `Source: AP`, `كابل: «الشرق الأوسط»`.
pub(crate) fn credit_line(tokens: &[Token], almanac: &Almanac) -> Option<Credit> {
    if tokens.len() > LONGEST_LINE || tokens.last().is_some_and(|last| &*last.key == "." && tokens.len() > 6)
    {
        return None;
    }
    let mut credit = read_segments(tokens, 0..tokens.len(), almanac)?;
    credit.end = tokens.len();
    Some(credit)
}

/// A credit before running text: `KABUL (Reuters) -`, `سبق- وكالات:`, `لندن – رويترز:`.
pub(crate) fn credit_prefix(tokens: &[Token], almanac: &Almanac) -> Option<Credit> {
    let limit = tokens.len().min(LONGEST_PREFIX);
    let ends = (1..limit).filter(|&at| {
        let dash = is(&tokens[at], &["-", "–", "—", "ــ", "--"])
            && tokens.get(at + 1).is_some_and(|next| !is_dash(next));
        dash || is(&tokens[at], &[":"])
    });
    let mut best = None;
    for end in ends {
        let parenthesised =
            tokens[..end].iter().any(|token| is(token, &["("])) && is(&tokens[end - 1], &[")"]);
        let colon = is(&tokens[end], &[":"]);
        let segmented = tokens[..end].iter().any(is_separator);
        if !(parenthesised || (colon && segmented)) {
            continue;
        }
        if let Some(mut credit) = read_segments(tokens, 0..end, almanac) {
            credit.end = end + 1;
            best = Some(credit);
        }
    }
    best.or_else(|| bare_prefix(tokens, almanac)).filter(|credit| credit.end < tokens.len())
}

/// `(رويترز)` or `(AP)` at the very start, and `واس:` of one outlet alone.
fn bare_prefix(tokens: &[Token], almanac: &Almanac) -> Option<Credit> {
    if is(tokens.first()?, &["("]) {
        let close = tokens.iter().take(8).position(|token| is(token, &[")"]))?;
        let mut credit = read_segments(tokens, 0..close + 1, almanac)?;
        credit.end = close + 1;
        return Some(credit);
    }
    let (outlet, len) = outlet_at(tokens, 0, almanac)?;
    is(tokens.get(len)?, &[":"]).then(|| Credit { outlets: vec![outlet], end: len + 1 })
}

/// Splits at dashes, colons, slashes and brackets; one piece must be an outlet and nothing else.
fn read_segments(tokens: &[Token], range: Range<usize>, almanac: &Almanac) -> Option<Credit> {
    let mut credit = Credit::default();
    let mut agencies = false;
    let mut strangers = 0;
    let mut start = range.start;
    for at in range.start..=range.end {
        if at < range.end && !is_separator(&tokens[at]) {
            continue;
        }
        match read_segment(&tokens[start..at], almanac) {
            Segment::Empty => {}
            Segment::Credit(outlets, named) => {
                agencies |= named;
                for outlet in outlets {
                    if !credit.outlets.contains(&outlet) {
                        credit.outlets.push(outlet);
                    }
                }
            }
            Segment::Strange(words) => strangers += words,
        }
        start = at + 1;
    }
    let found = agencies || !credit.outlets.is_empty();
    (found && strangers <= STRANGERS).then_some(credit)
}

enum Segment {
    Empty,
    /// Outlets, and whether unnamed agencies are among them.
    Credit(Vec<u16>, bool),
    /// Something else of so many words.
    Strange(usize),
}

fn read_segment(tokens: &[Token], almanac: &Almanac) -> Segment {
    if tokens.is_empty() {
        return Segment::Empty;
    }
    let mut outlets = Vec::new();
    let mut agencies = false;
    let mut at = 0;
    while at < tokens.len() {
        if let Some((outlet, len)) = outlet_at(tokens, at, almanac) {
            outlets.push(outlet);
            at += len;
        } else if let Some((unnamed, len)) = almanac.press.longest(tokens, at, |press| match press {
            Press::Agencies => Some(true),
            Press::Label | Press::Generic => Some(false),
            _ => None,
        }) {
            agencies |= unnamed;
            at += len;
        } else if tokens[at].kind == TokenKind::Mark && is(&tokens[at], SOFT_MARKS) {
            at += 1;
        } else {
            let reports = (0..tokens.len()).any(|at| means(tokens, at, Press::Report, almanac));
            let words = tokens.iter().filter(|token| token.kind != TokenKind::Mark).count();
            return Segment::Strange(if reports { STRANGERS + 1 } else { words });
        }
    }
    if outlets.is_empty() && !agencies {
        return if tokens.iter().all(|token| token.kind == TokenKind::Mark) {
            Segment::Empty
        } else {
            Segment::Strange(0)
        };
    }
    Segment::Credit(outlets, agencies)
}

fn outlet_at(tokens: &[Token], at: usize, almanac: &Almanac) -> Option<(u16, usize)> {
    almanac.press.longest(tokens, at, |press| match press {
        Press::Outlet(outlet) => Some(outlet),
        _ => None,
    })
}

/// A line that names a section: `العالم- أسيا والباسفيك`, `World / Asia`. Gives the byte offsets of the section
/// within the line's tokens and the outlet whose name stands before it.
pub(crate) fn section_line(tokens: &[Token], almanac: &Almanac) -> Option<(Range<usize>, Option<u16>)> {
    if tokens.is_empty() || tokens.len() > 8 {
        return None;
    }
    let mut at = 0;
    let mut start = 0;
    let mut sections = 0;
    let mut first_piece_outlet = None;
    let mut pieces = 1;
    while at < tokens.len() {
        if is_separator(&tokens[at]) {
            if at > start && pieces == 1 {
                first_piece_outlet = outlet_at(&tokens[..at], 0, almanac).filter(|(_, len)| *len == at);
                start = at + 1;
            }
            pieces += 1;
            at += 1;
        } else if let Some(((), len)) =
            almanac.press.longest(tokens, at, |press| (press == Press::Section).then_some(()))
        {
            sections += 1;
            at += len;
        } else if is(&tokens[at], &["و", "&", ",", "،"]) {
            at += 1;
        } else if pieces == 1 && sections == 0 {
            let (_, len) = outlet_at(tokens, at, almanac)?;
            at += len;
        } else {
            return None;
        }
    }
    if sections == 0 || start >= tokens.len() {
        return None;
    }
    Some((start..tokens.len(), first_piece_outlet.map(|(outlet, _)| outlet)))
}

/// The outlets that a sentence gives as sources.
pub(crate) fn quoted(tokens: &[Token], almanac: &Almanac) -> Vec<Quoted> {
    let mut quoted: Vec<Quoted> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hit =
            almanac.press.at(tokens, at).into_iter().find(|hit| matches!(hit.meaning, Press::Outlet(_)));
        let Some(hit) = hit else {
            at += 1;
            continue;
        };
        if let Some(found) = judge(tokens, at, hit, almanac) {
            match quoted.iter_mut().find(|known| known.outlet == found.outlet) {
                Some(known) => known.told |= found.told,
                None => quoted.push(found),
            }
        }
        at += hit.len;
    }
    quoted
}

fn judge(tokens: &[Token], at: usize, hit: Hit<Press>, almanac: &Almanac) -> Option<Quoted> {
    let Press::Outlet(outlet) = hit.meaning else { return None };
    let end = at + hit.len;
    let latin = tokens[at].key.starts_with(|c: char| c.is_ascii());
    if latin && !tokens[at..end].iter().any(|token| token.capital) {
        return None;
    }
    let mut start = at;
    let marked = start > 0 && is(&tokens[start - 1], &["«", "\"", "“", "(", "{", "'"]);
    start -= usize::from(marked);
    let generic = (1..=3.min(start)).find(|&back| {
        almanac
            .press
            .at(tokens, start - back)
            .iter()
            .any(|hit| hit.meaning == Press::Generic && (hit.len == back || hit.len + 1 == back))
    });
    let after =
        end + usize::from(tokens.get(end).is_some_and(|token| is(token, &["»", "\"", "”", ")", "}", "'"])));
    let generic_after = latin && means(tokens, after, Press::Generic, almanac);
    if hit.doubtful && !marked && generic.is_none() && !generic_after {
        return None;
    }
    let name = start;
    start -= generic.unwrap_or(0);
    let dative = |at: usize| {
        let by_clitic = almanac.press.at(tokens, at).iter().any(|hit| hit.clitic == Some('ل'));
        by_clitic || (at > 0 && &*tokens[at - 1].key == "ل")
    };
    let given =
        !latin && (hit.clitic == Some('ل') || dative(start) || (name > 0 && &*tokens[name - 1].key == "ل"));
    let before = start.saturating_sub(7)..start;
    let told = given && !owned_by(tokens, start, almanac)
        || (start.saturating_sub(2)..start).any(|at| means(tokens, at, Press::Tell, almanac))
        || (before.clone().any(|at| means(tokens, at, Press::Interview, almanac))
            && (start.saturating_sub(2)..start).any(|at| means(tokens, at, Press::Introduce, almanac)));
    let reported = (start.saturating_sub(5)..start).any(|at| means(tokens, at, Press::Report, almanac))
        || (latin && (after..after + 3).any(|at| means(tokens, at, Press::Report, almanac)));
    (told || reported).then_some(Quoted { outlet, told })
}

/// Whether ل before an outlet marks a part of it ("مراسل لرويترز", "تقرير لرويترز") and not whom one spoke to.
fn owned_by(tokens: &[Token], start: usize, almanac: &Almanac) -> bool {
    start > 0
        && almanac
            .press
            .longest(tokens, start - 1, |press| (press == Press::Possession).then_some(()))
            .is_some()
}

fn means(tokens: &[Token], at: usize, wanted: Press, almanac: &Almanac) -> bool {
    almanac.press.at(tokens, at).iter().any(|hit| hit.meaning == wanted)
}

/// Whether two outlets are agencies that would not share an interview.
pub(crate) fn is_agency(outlet: u16, almanac: &Almanac) -> bool {
    almanac.outlets.get(usize::from(outlet)).is_some_and(|outlet| outlet.kind == OutletKind::Agency)
}

fn is(token: &Token, keys: &[&str]) -> bool {
    keys.contains(&&*token.key)
}

fn is_dash(token: &Token) -> bool {
    is(token, &["-", "–", "—"])
}

/// Parts an outlet from a place or an author; quotation marks do not, for they may stand in a headline.
fn is_separator(token: &Token) -> bool {
    token.kind == TokenKind::Mark
        && is(token, &["-", "–", "—", "/", ":", "*", "(", ")", "|", "•", "[", "]", "_", "©"])
}
