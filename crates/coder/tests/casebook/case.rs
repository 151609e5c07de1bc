//! Reads the cases of a page.

use crate::expectation::Expectation;

/// A document of a few lines and what it must be coded to.
#[derive(Debug, Default)]
pub struct Case {
    /// Line of its first quoted line, from 1.
    pub line: usize,
    /// The heading it stands under.
    pub heading: String,
    /// Day of publication.
    pub date: Option<String>,
    /// Whether the coder is known to fail it.
    pub not_yet: bool,
    /// The headline.
    pub title: Option<String>,
    /// The paragraphs.
    pub text: String,
    /// The bullets.
    pub expectations: Vec<Expectation>,
}

/// Whether a line is the mark of a case that the coder does not get right yet.
pub fn is_mark(line: &str) -> bool {
    comment(line).is_some_and(|text| text == "not yet" || text.starts_with("not yet:"))
}

fn comment(line: &str) -> Option<&str> {
    line.trim().strip_prefix("<!--")?.strip_suffix("-->").map(str::trim)
}

/// All cases of a page, in order.
///
/// # Errors
/// `line: what is wrong`, for the first thing that is.
pub fn cases(source: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let mut page_date = None;
    let mut section_date = None;
    let mut heading = String::new();
    let mut in_section = false;
    let mut open = Case::default();
    let mut marked: Option<usize> = None;
    for (index, line) in source.lines().enumerate() {
        let number = index + 1;
        let wrong = |problem: &str| Err(format!("{number}: {problem}"));
        if let Some(quoted) = line.strip_prefix('>') {
            if !open.expectations.is_empty() {
                cases.push(std::mem::take(&mut open));
            }
            if open.line == 0 {
                let date: &Option<String> = if section_date.is_some() { &section_date } else { &page_date };
                open = Case { line: number, heading: heading.clone(), date: date.clone(), ..Case::default() };
                open.not_yet = marked.take().is_some();
            }
            let quoted = quoted.trim();
            if let Some(title) = quoted.strip_prefix("# ") {
                if !open.text.is_empty() || open.title.is_some() {
                    return wrong("the headline is the first line of a document");
                }
                open.title = Some(title.to_owned());
            } else if !quoted.is_empty() {
                if !open.text.is_empty() {
                    open.text.push('\n');
                }
                open.text.push_str(quoted);
            }
            continue;
        }
        if let Some(line_of_mark) = marked {
            return Err(format!("{line_of_mark}: the mark `not yet` stands right before the document"));
        }
        if let Some(bullet) = line.strip_prefix("- ") {
            if open.line == 0 {
                return wrong("a bullet without a document above it");
            }
            match Expectation::read(bullet) {
                Ok(expectation) => open.expectations.push(expectation),
                Err(problem) => return wrong(&format!("{problem} in `{bullet}`")),
            }
            continue;
        }
        if open.line > 0 && open.expectations.is_empty() && !line.trim().is_empty() {
            return wrong("a document is followed by what it must be coded to");
        }
        if is_mark(line) {
            marked = Some(number);
        } else if let Some(text) = comment(line) {
            if let Some(date) = text.strip_prefix("date:") {
                *(if in_section { &mut section_date } else { &mut page_date }) = Some(date.trim().to_owned());
            }
        } else if line.starts_with('#') {
            if !open.expectations.is_empty() {
                cases.push(std::mem::take(&mut open));
            }
            heading = line.trim_start_matches('#').trim().to_owned();
            in_section = line.starts_with("##");
            section_date = None;
        }
    }
    if open.line > 0 && open.expectations.is_empty() {
        return Err(format!("{}: a document without what it must be coded to", open.line));
    }
    if !open.expectations.is_empty() {
        cases.push(open);
    }
    Ok(cases)
}

#[test]
fn a_date_holds_for_its_section_or_for_the_page() {
    let page = "# Page\n<!-- date: 2020-01-01 -->\n## One\n<!-- date: 2021-02-02 -->\n> A.\n- nothing\n## Two\n> B.\n- nothing\n";
    let dates: Vec<Option<String>> = cases(page).expect("a page").into_iter().map(|case| case.date).collect();
    assert_eq!(dates, [Some("2021-02-02".to_owned()), Some("2020-01-01".to_owned())]);
}

#[test]
fn a_document_has_a_headline_and_paragraphs() {
    let found =
        cases("## H\n<!-- not yet: no rule -->\n> # Title\n> One.\n> Two.\n- nothing\n").expect("a page");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].title.as_deref(), found[0].text.as_str()), (Some("Title"), "One.\nTwo."));
    assert!(found[0].not_yet);
}

#[test]
fn a_document_without_expectation_is_wrong() {
    assert!(cases("> A.\n\nprose\n").is_err());
    assert!(cases("> A.\n").is_err());
    assert!(cases("- nothing\n").is_err());
    assert!(cases("<!-- not yet -->\n\n> A.\n- nothing\n").is_err());
}
