//! Text in cells of a terminal.

use unicode_width::UnicodeWidthChar;

/// Stands for a space at which a cell is not broken.
pub const FIRM: char = '\u{A0}';

/// Cells that a text takes. Combining marks take none; each letter takes its own, as terminals draw لا in two.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// A text on one line, without control characters and marks of direction that would disturb the screen.
pub fn clean(text: &str) -> String {
    let harmless =
        |c: &char| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let spaced: String = text
        .chars()
        .filter(harmless)
        .map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c })
        .collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text is set from right to left: by its first letter.
pub fn is_right_to_left(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left_letter)
}

/// Whether a letter is of a script that is set from right to left.
pub fn is_right_to_left_letter(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// The text in lines of at most `limit` cells, broken at spaces, and inside words that are longer.
pub fn wrap(text: &str, limit: usize) -> Vec<String> {
    let limit = limit.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut taken = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let needed = width(word);
        if taken > 0 && taken + 1 + needed <= limit {
            line.push(' ');
            taken += 1;
        } else if taken > 0 {
            lines.push(std::mem::take(&mut line));
            taken = 0;
        }
        for c in word.chars() {
            let cells = c.width().unwrap_or(0);
            if taken + cells > limit {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            line.push(if c == FIRM { ' ' } else { c });
            taken += cells;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// At most `most` lines of at most `limit` cells; what does not fit is shortened with `…`.
pub fn shorten(text: &str, limit: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, limit);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while width(last) + 1 > limit && last.pop().is_some() {}
            last.push('…');
        }
    }
    lines
}

/// Filled up with spaces on the right.
pub fn left(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(width(text))))
}

/// Filled up with spaces on the left.
pub fn right(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(text))))
}

#[cfg(test)]
mod tests {
    use super::{FIRM, clean, shorten, width, wrap};

    #[test]
    fn vowel_marks_take_no_cell_and_lam_alif_takes_two() {
        assert_eq!(width("هَاجَمَ"), 4);
        assert_eq!(width("لا"), 2);
    }

    #[test]
    fn nothing_in_a_text_can_move_the_cursor_or_turn_the_line() {
        assert_eq!(clean("a\u{1B}[2J\nb\u{202E}c"), "a [2J bc");
    }

    #[test]
    fn lines_break_at_spaces_and_only_there_where_words_fit() {
        assert_eq!(wrap("RUS GOV → SYR", 8), ["RUS GOV", "→ SYR"]);
        assert_eq!(wrap(&format!("a RUS{FIRM}GOV"), 7), ["a", "RUS GOV"]);
        assert_eq!(wrap("abcdef", 4), ["abcd", "ef"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis_within_the_limit() {
        assert_eq!(shorten("one two three four", 7, 2), ["one two", "three…"]);
        assert_eq!(shorten("one twothr four", 3, 1), ["on…"]);
        assert_eq!(shorten("one two", 7, 1), ["one two"]);
    }
}
