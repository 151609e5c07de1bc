//! What the place of output can show.

use std::env;
use std::io::{self, IsTerminal};

use crate::layout::{clean, is_right_to_left, is_right_to_left_letter, shorten, width};

/// Width where nothing tells another.
const WIDTH: usize = 100;
const NARROWEST: usize = 40;

/// Width and abilities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Cells in a line.
    pub width: usize,
    /// Whether colours may be used.
    pub colour: bool,
    /// Whether runs of Arabic are set apart by invisible marks, so that a terminal that sets right to left keeps
    /// columns and brackets in order. Through a pipe they would be in the way.
    pub isolates: bool,
}

impl Screen {
    /// A file or pipe.
    pub fn plain() -> Self {
        Self { width: columns().unwrap_or(WIDTH).max(NARROWEST), colour: false, isolates: false }
    }

    /// The standard output, terminal or not.
    pub fn of_standard_output() -> Self {
        if !io::stdout().is_terminal() {
            return Self::plain();
        }
        let told = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let colour = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && env::var_os("TERM").is_none_or(|terminal| terminal != "dumb");
        Self { width: columns().or_else(told).unwrap_or(WIDTH).max(NARROWEST), colour, isolates: true }
    }

    /// Bold, where there are colours.
    pub fn bold(&self, text: &str) -> String {
        self.paint("1", text)
    }

    /// Faint, where there are colours.
    pub fn faint(&self, text: &str) -> String {
        self.paint("2", text)
    }

    /// In the colour of this SGR code, where there are colours.
    pub fn paint(&self, code: &str, text: &str) -> String {
        if self.colour && !text.trim().is_empty() {
            format!("\u{1B}[{code}m{text}\u{1B}[0m")
        } else {
            text.to_owned()
        }
    }

    /// A cell that is read from the left whatever stands in it, set apart where Arabic does.
    pub fn embed(&self, text: &str) -> String {
        if self.isolates && text.chars().any(is_right_to_left_letter) {
            format!("\u{2066}{text}\u{2069}")
        } else {
            text.to_owned()
        }
    }

    /// A line that stands left in so many cells, or right where it is read from there.
    pub fn placed(&self, line: &str, cells: usize, right_to_left: bool) -> String {
        if right_to_left {
            format!("{}{}", " ".repeat(cells.saturating_sub(width(line))), self.isolate(line))
        } else {
            line.to_owned()
        }
    }

    /// A run of Arabic, set apart.
    fn isolate(&self, text: &str) -> String {
        if self.isolates { format!("\u{2067}{text}\u{2069}") } else { text.to_owned() }
    }
}

/// Text over the whole width behind an indent, on the side it is read from, in at most `most` lines.
pub fn paragraph(text: &str, screen: &Screen, indent: usize, most: usize) -> Vec<String> {
    let text = clean(text);
    let limit = screen.width.saturating_sub(indent);
    let arabic = is_right_to_left(&text);
    let lines = shorten(&text, limit, most).into_iter();
    lines.map(|line| " ".repeat(indent) + &screen.placed(&line, limit, arabic)).collect()
}

fn columns() -> Option<usize> {
    env::var("COLUMNS").ok()?.trim().parse().ok().filter(|&columns| columns > 0)
}
