//! Records as a table that fits the screen.

use demarche_coder::{Actor, DocumentRecord, Record};
use demarche_document::Language;
use demarche_lexicon::Quad;

use crate::coding::Coded;
use crate::error::Error;
use crate::layout::{FIRM, clean, is_right_to_left, left, right, shorten, width, wrap};
use crate::output::Output;
use crate::read::View;
use crate::screen::Screen;
use crate::told::{Told, modality};

/// Characters of an id that the table shows.
pub const SHORT_ID: usize = 8;
/// Between columns.
const GAP: &str = "  ";
/// The narrowest and widest that the columns of kind, sides, status and date may be.
const LEAST: [usize; 4] = [10, 16, 8, 12];
const MOST: [usize; 4] = [18, 28, 10, 12];
/// Evidence narrower than this goes below its row.
const NARROWEST: usize = 28;
/// Lines of evidence.
const LINES: usize = 3;

/// Prints documents as blocks of rows.
pub struct Table {
    output: Output,
    begun: bool,
}

impl Table {
    /// A table on `output`.
    pub fn new(output: Output) -> Self {
        Self { output, begun: false }
    }
}

impl View for Table {
    fn document(&mut self, coded: &Coded) -> Result<(), Error> {
        if std::mem::replace(&mut self.begun, true) {
            self.output.line("")?;
        }
        let screen = self.output.screen;
        for line in heading(coded, &screen) {
            self.output.line(&line)?;
        }
        let told: Vec<Told> = coded.records.iter().filter_map(Told::of).collect();
        if told.is_empty() {
            self.output.line("Nothing was coded.")?;
        }
        let rows: Vec<Row> = told.iter().map(Row::of).collect();
        let columns = Columns::fitting(&rows, screen.width);
        for (kind, name) in [("event", "Events"), ("relation", "Relations"), ("role", "Offices")] {
            let of_kind: Vec<&Row> = rows.iter().filter(|row| row.kind == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            self.output.line("")?;
            self.output.line(&columns.header(name, kind, &screen))?;
            for row in of_kind {
                for line in columns.lines(row, &screen) {
                    self.output.line(&line)?;
                }
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Error> {
        self.output.finish()
    }
}

fn heading(coded: &Coded, screen: &Screen) -> Vec<String> {
    let mut lines = vec![screen.faint(&"─".repeat(screen.width))];
    let Some(Record::Document(document)) = coded.records.first() else { return lines };
    let title = clean(document.title.as_deref().unwrap_or(&document.document));
    let arabic = is_right_to_left(&title);
    lines.extend(
        wrap(&title, screen.width).iter().map(|line| screen.bold(&screen.placed(line, screen.width, arabic))),
    );
    lines.extend(wrap(&metadata(document), screen.width).iter().map(|line| screen.faint(line)));
    for warning in &document.warnings {
        let text = format!("{}: {}", warning.code, clean(&warning.message));
        lines.extend(wrap(&text, screen.width).iter().map(|line| screen.paint("33", line)));
    }
    lines
}

/// Date, outlet and the rest, as far as known.
fn metadata(document: &DocumentRecord) -> String {
    let mut parts = vec![clean(&document.document)];
    parts.extend(document.published.clone());
    parts.extend(document.outlet.as_deref().map(clean));
    parts.extend(document.section.as_deref().map(clean));
    parts.extend((!document.credits.is_empty()).then(|| format!("credits {}", document.credits.join(", "))));
    parts.extend(
        (!document.quoted_outlets.is_empty())
            .then(|| format!("quotes {}", document.quoted_outlets.join(", "))),
    );
    parts.push(language(document.language).to_owned());
    parts.push(format!("{} sentences", document.sentences));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The name of a language.
pub fn language(language: Language) -> &'static str {
    match language {
        Language::Arabic => "Arabic",
        Language::English => "English",
        Language::Other => "another language, not coded",
    }
}

/// The cells of a record.
struct Row {
    kind: &'static str,
    quad: Option<Quad>,
    id: String,
    /// Kind, sides, status, date.
    cells: [String; 4],
    sentence: u32,
    evidence: String,
    /// Faint on the screen: not the news.
    background: bool,
}

impl Row {
    fn of(told: &Told) -> Self {
        let mut status: Vec<&str> = told.modality().map(modality).into_iter().collect();
        if told.background() {
            status.push("background");
        }
        let who = match told {
            Told::Role(role) => format!("{} {}", actor(&role.actor), clean(&role.name)),
            _ => sides(told),
        };
        let evidence = told.evidence();
        Self {
            kind: told.kind(),
            quad: told.quad(),
            id: told.id().chars().take(SHORT_ID).collect(),
            cells: [clean(&told.what()), who, status.join(" "), firm_range(&told.day())],
            sentence: evidence.sentence,
            evidence: clean(&evidence.text),
            background: told.background(),
        }
    }
}

/// Keeps `≤ 2018-03-06` on one line and lets a stretch of time break after its first day.
fn firm_range(day: &str) -> String {
    day.replace(" – ", &format!("{FIRM}– "))
        .replace("≤ ", &format!("≤{FIRM}"))
        .replace("≥ ", &format!("≥{FIRM}"))
}

/// Who → whom, or the equals on both sides of ↔.
pub fn sides(told: &Told) -> String {
    let list = |actors: &[Actor], joint: &str| actors.iter().map(actor).collect::<Vec<_>>().join(joint);
    let some = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    if told.mutual() {
        return some(list(told.source(), &format!(" ↔{FIRM}")));
    }
    let source = some(list(told.source(), ", "));
    if told.target().is_empty() { source } else { format!("{source} →{FIRM}{}", list(told.target(), ", ")) }
}

/// Code and sector; in brackets where the text does not name it.
fn actor(actor: &Actor) -> String {
    let named = match actor.sector {
        Some(sector) => format!("{}{FIRM}{sector}", actor.code),
        None => actor.code.clone(),
    };
    if actor.inferred.is_some() { format!("[{named}]") } else { named }
}

/// Widths of the columns.
struct Columns {
    cells: [usize; 4],
    /// None where evidence goes below.
    evidence: Option<usize>,
    width: usize,
}

impl Columns {
    /// Columns as wide as the rows want; what evidence needs is taken from the widest first.
    fn fitting(rows: &[Row], width_of_screen: usize) -> Self {
        let mut wanted = LEAST;
        for row in rows {
            for (place, text) in row.cells.iter().enumerate() {
                wanted[place] = wanted[place].max(width(text)).min(MOST[place]);
            }
        }
        let fixed = SHORT_ID + GAP.len() + 2 + GAP.len() * wanted.len();
        let least = LEAST.iter().sum::<usize>();
        let beside = width_of_screen.saturating_sub(fixed + GAP.len() + NARROWEST);
        if beside >= least {
            let cells = shrunk(wanted, beside);
            let rest = width_of_screen - fixed - GAP.len() - cells.iter().sum::<usize>();
            return Self { cells, evidence: Some(rest), width: width_of_screen };
        }
        let cells = shrunk(wanted, width_of_screen.saturating_sub(fixed));
        Self { cells, evidence: None, width: width_of_screen }
    }

    fn header(&self, name: &str, kind: &str, screen: &Screen) -> String {
        let titles = match kind {
            "event" => ["What", "Who → whom", "Status", "Date"],
            "relation" => ["Standing", "Who → whom", "Status", "Date"],
            _ => ["Office", "Who", "", "As of"],
        };
        let mut line = format!("{}{GAP}{}", left(name, SHORT_ID), left("S.", 2));
        for (title, &cells) in titles.iter().zip(&self.cells) {
            line.push_str(GAP);
            line.push_str(&left(title, cells));
        }
        if self.evidence.is_some() {
            line.push_str(GAP);
            line.push_str("Words");
        }
        screen.bold(line.trim_end())
    }

    fn lines(&self, row: &Row, screen: &Screen) -> Vec<String> {
        let cells: Vec<Vec<String>> =
            row.cells.iter().zip(self.cells).map(|(text, cells)| wrap(text, cells)).collect();
        let arabic = is_right_to_left(&row.evidence);
        let below = self.width.saturating_sub(SHORT_ID + GAP.len());
        let evidence = shorten(&row.evidence, self.evidence.unwrap_or(below), LINES);
        let beside = if self.evidence.is_some() { evidence.len() } else { 0 };
        let height = cells.iter().map(Vec::len).chain([beside, 1]).max().unwrap_or(1);
        let cell = |column: usize, line: usize| cells[column].get(line).map_or("", String::as_str);
        let mut lines = Vec::new();
        for number in 0..height {
            let (id, sentence) =
                if number == 0 { (row.id.as_str(), row.sentence.to_string()) } else { ("", String::new()) };
            let mut line = format!("{}{GAP}{}", screen.faint(&left(id, SHORT_ID)), right(&sentence, 2));
            for (column, &cells) in self.cells.iter().enumerate() {
                let text = screen.embed(cell(column, number))
                    + &" ".repeat(cells.saturating_sub(width(cell(column, number))));
                line.push_str(GAP);
                line.push_str(&match (column, row.background) {
                    (_, true) => screen.faint(&text),
                    (0, false) => screen.paint(colour(row.quad), &text),
                    (_, false) => text,
                });
            }
            if let (Some(limit), Some(text)) = (self.evidence, evidence.get(number)) {
                line.push_str(GAP);
                line.push_str(&screen.placed(text, limit, arabic));
            }
            lines.push(line.trim_end().to_owned());
        }
        if self.evidence.is_none() {
            let indent = " ".repeat(SHORT_ID + GAP.len());
            lines.extend(
                evidence.iter().map(|text| format!("{indent}{}", screen.placed(text, below, arabic))),
            );
        }
        lines
    }
}

/// The columns made narrower, the widest first, until they fit.
fn shrunk(mut cells: [usize; 4], limit: usize) -> [usize; 4] {
    while cells.iter().sum::<usize>() > limit {
        match cells.iter_mut().max() {
            Some(widest) if *widest > 1 => *widest -= 1,
            _ => break,
        }
    }
    cells
}

/// Blue and green for cooperation in words and deeds, yellow and red for conflict, magenta for relations.
fn colour(quad: Option<Quad>) -> &'static str {
    match quad {
        Some(Quad::VerbalCooperation) => "34",
        Some(Quad::MaterialCooperation) => "32",
        Some(Quad::VerbalConflict) => "33",
        Some(Quad::MaterialConflict) => "31",
        None => "35",
    }
}
