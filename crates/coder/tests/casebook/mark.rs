//! Sets and removes the mark of cases that the coder does not get right yet.

use crate::case::{Case, is_mark};

const MARK: &str = "<!-- not yet -->";

/// The page with a mark before each case that begins at one of the lines `failing`, and before no other. A mark that stays keeps
/// its reason.
pub fn mark(source: &str, cases: &[Case], failing: &[usize]) -> String {
    let mut text = String::with_capacity(source.len());
    for (index, line) in source.lines().enumerate() {
        let number = index + 1;
        if is_mark(line) && !failing.contains(&(number + 1)) {
            continue;
        }
        let begins = cases.iter().find(|case| case.line == number);
        if begins.is_some_and(|case| !case.not_yet && failing.contains(&number)) {
            text.push_str(MARK);
            text.push('\n');
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[test]
fn marks_follow_what_fails() {
    let page = "## H\n<!-- not yet: why -->\n> A.\n- nothing\n\n> B.\n- nothing\n";
    let cases = crate::case::cases(page).expect("a page");
    assert_eq!(mark(page, &cases, &[3]), page);
    assert_eq!(mark(page, &cases, &[]), "## H\n> A.\n- nothing\n\n> B.\n- nothing\n");
    assert_eq!(mark(page, &cases, &[3, 6]), page.replace("> B.", "<!-- not yet -->\n> B."));
}
