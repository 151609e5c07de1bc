//! Text from a page by taking its tags out, in one pass and without a tree.

/// Elements whose content is not text of the story.
const HIDDEN: [&str; 10] =
    ["script", "style", "noscript", "head", "template", "svg", "iframe", "nav", "footer", "select"];
/// Elements that stay inside a line.
const INLINE: [&str; 24] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// The text of a page or a part of it: every element that makes a block becomes a paragraph of its own.
pub fn without_tags(page: &str) -> String {
    let mut text = String::with_capacity(page.len() / 2);
    let mut rest = page;
    // Names of hidden elements that are never closed again, so that each is looked for only once.
    let mut unclosed: Vec<String> = Vec::new();
    while let Some(open) = rest.find('<') {
        push_text(&rest[..open], &mut text);
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(tag) = Tag::read(rest) else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.len..];
        if tag.opens && HIDDEN.contains(&&*tag.name) && !unclosed.contains(&tag.name) {
            match after_close(rest, &tag.name) {
                Some(after) => rest = after,
                None if matches!(&*tag.name, "script" | "style" | "template") => rest = "",
                None => unclosed.push(tag.name.clone()),
            }
        }
        if !INLINE.contains(&&*tag.name) {
            text.push('\n');
        }
    }
    push_text(rest, &mut text);
    paragraphs(&text)
}

struct Tag {
    name: String,
    opens: bool,
    len: usize,
}

impl Tag {
    /// The tag at the start of `rest`; `None` where a `<` is only a character.
    fn read(rest: &str) -> Option<Self> {
        let bytes = rest.as_bytes();
        let closes = bytes.get(1) == Some(&b'/');
        let start = if closes { 2 } else { 1 };
        if !bytes.get(start).is_some_and(|&byte| byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'?')) {
            return None;
        }
        let len = rest.find('>').map_or(rest.len(), |end| end + 1);
        let name: String = rest[start..len]
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        Some(Self { name, opens: !closes && !rest[..len].ends_with("/>"), len })
    }
}

/// What follows the closing tag of a hidden element.
fn after_close<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        let start = at + found + 2;
        let closes = rest.get(start..start + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
        if closes {
            return Some(rest[start..].find('>').map_or("", |end| &rest[start + end + 1..]));
        }
        at = start;
    }
    None
}

/// Adds text with its character references resolved; line breaks of the source are spaces.
fn push_text(source: &str, text: &mut String) {
    let mut rest = source;
    while let Some(at) = rest.find('&') {
        text.extend(rest[..at].chars().map(spaced));
        rest = &rest[at..];
        match reference(rest) {
            Some((c, len)) => {
                text.push(spaced(c));
                rest = &rest[len..];
            }
            None => {
                text.push('&');
                rest = &rest[1..];
            }
        }
    }
    text.extend(rest.chars().map(spaced));
}

fn spaced(c: char) -> char {
    if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }
}

/// The character of a reference at the start of `rest`, and its length.
fn reference(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let name = &rest[1..end];
    let c = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace())?
    } else {
        match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{A0}',
            "laquo" => '«',
            "raquo" => '»',
            "ldquo" => '“',
            "rdquo" => '”',
            "lsquo" => '‘',
            "rsquo" => '’',
            "ndash" => '–',
            "mdash" => '—',
            "hellip" => '…',
            "rlm" => '\u{200F}',
            "lrm" => '\u{200E}',
            "zwnj" => '\u{200C}',
            "copy" => '©',
            "bull" => '•',
            "eacute" => 'é',
            _ => return None,
        }
    };
    Some((c, end + 1))
}

/// One paragraph a line, with an empty line between, and single spaces.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}
