//! The story of a web page.

use demarche_document::{Input, Language};
use dom_smoothie::{Article, Config, Readability};

use crate::plain::without_tags;
use crate::{SourceError, jsonl};

/// Deepest nesting and most tags, or character references, for which a tree of the page is built; beyond, tags
/// are only taken out.
const DEEPEST: usize = 200;
const MOST_TAGS: usize = 50_000;
const LONGEST: usize = 4 << 20;
/// A story shorter than this share of the page's paragraphs is taken for a wrong guess.
const LEAST_SHARE: usize = 4;

/// Finds the main text of a page, its title, date, outlet, language and address. A page that is too deep or too
/// large for a tree, or in which no story is found, gives the text of its paragraphs.
///
/// # Errors
/// [`SourceError::Empty`] where the page has no text.
pub fn page(file: &str, id: &str, source: &str) -> Result<Input, SourceError> {
    let mut input = Input { id: id.to_owned(), ..Input::default() };
    if let Some(article) = article(source) {
        input.text = without_tags(&article.content);
        input.title = Some(article.title).filter(|title| !title.trim().is_empty());
        input.date = article.published_time.filter(|date| !date.trim().is_empty());
        input.outlet = article.site_name.filter(|site| !site.trim().is_empty());
        input.url = article.url;
        input.language =
            article.lang.as_deref().and_then(jsonl::language).filter(|&language| language != Language::Other);
    }
    let paragraphs = paragraph_text(source);
    if input.text.len() * LEAST_SHARE < paragraphs.len() {
        input.text = paragraphs;
    }
    if input.text.trim().is_empty() {
        input.text = without_tags(source);
    }
    if input.title.is_none() {
        input.title = element(source, "title").map(without_tags).filter(|title| !title.is_empty());
    }
    if input.date.is_none() {
        input.date = time_stamp(source);
    }
    if input.text.trim().is_empty() {
        return Err(SourceError::Empty { file: file.to_owned() });
    }
    Ok(input)
}

fn article(source: &str) -> Option<Article> {
    if !is_tame(source) {
        return None;
    }
    let config = Config { max_elements_to_parse: MOST_TAGS, ..Config::default() };
    Readability::new(source, None, Some(config)).ok()?.parse().ok()
}

/// Whether a tree of the page stays small and shallow.
fn is_tame(source: &str) -> bool {
    // These may be left open without nesting.
    const LEFT_OPEN: [&str; 24] = [
        "p", "li", "td", "tr", "th", "dt", "dd", "option", "thead", "tbody", "tfoot", "br", "hr", "img",
        "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr",
    ];
    if source.len() > LONGEST {
        return false;
    }
    let (mut depth, mut tags, mut references) = (0_usize, 0, 0);
    let bytes = source.as_bytes();
    for (at, mark) in source.match_indices(['<', '&']) {
        if mark == "&" {
            references += 1;
            if references > MOST_TAGS {
                return false;
            }
            continue;
        }
        let closes = bytes.get(at + 1) == Some(&b'/');
        let start = at + 1 + usize::from(closes);
        if !bytes.get(start).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let len = bytes[start..].iter().take(12).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let name = source[start..start + len].to_ascii_lowercase();
        tags += 1;
        if LEFT_OPEN.contains(&&*name) {
            continue;
        }
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        if depth > DEEPEST || tags > MOST_TAGS {
            return false;
        }
    }
    true
}

/// The text of all `<p>` elements.
fn paragraph_text(source: &str) -> String {
    let mut paragraphs = Vec::new();
    let mut rest = source;
    while let Some(found) = element(rest, "p") {
        let text = without_tags(found);
        if !text.is_empty() {
            paragraphs.push(text);
        }
        let consumed = found.as_ptr() as usize - rest.as_ptr() as usize + found.len();
        rest = &rest[consumed..];
    }
    paragraphs.join("\n\n")
}

/// The inside of the first element of that name, up to its closing tag or the next of its kind.
fn element<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let mut at = 0;
    loop {
        let start = at + source[at..].find('<')? + 1;
        let named = source.get(start..start + name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name));
        let ends = source
            .as_bytes()
            .get(start + name.len())
            .is_some_and(|byte| matches!(byte, b'>' | b' ' | b'\n' | b'\t' | b'\r'));
        if named && ends {
            let inside = start + source[start..].find('>')? + 1;
            let end = inside_end(&source[inside..], name);
            return Some(&source[inside..inside + end]);
        }
        at = start;
    }
}

fn inside_end(inside: &str, name: &str) -> usize {
    for (at, _) in inside.match_indices('<') {
        let tag = inside[at + 1..].strip_prefix('/').unwrap_or(&inside[at + 1..]);
        if tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name))
            && !tag.as_bytes().get(name.len()).is_some_and(u8::is_ascii_alphanumeric)
        {
            return at;
        }
    }
    inside.len()
}

/// The `datetime` of the first `<time>` element.
fn time_stamp(source: &str) -> Option<String> {
    let tag = &source[source.find("<time ")?..];
    let tag = &tag[..tag.find('>')?];
    let value = &tag[tag.find("datetime=")? + 9..];
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = value[1..].split(quote).next()?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}
