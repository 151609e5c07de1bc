//! Tables with one entry a line: columns separated by tabs, a header, `#` before comments.

use crate::problem::{Code, Place, Problems};

/// One row: its cells in the order of the columns asked for.
pub(crate) struct Row<'t> {
    pub place: Place,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The cell of the column at `index` of those asked for; empty where the row ends before it.
    pub fn cell(&self, index: usize) -> &'t str {
        self.cells[index]
    }

    /// The alternatives of a cell; none where it is empty.
    pub fn alternatives(&self, index: usize) -> Vec<&'t str> {
        self.cell(index).split('|').map(str::trim).filter(|part| !part.is_empty()).collect()
    }
}

/// Reads the rows of a table that has these columns, in any order; those of `optional` may be left out.
pub(crate) fn rows<'t>(
    file: &str,
    text: &'t str,
    columns: &[&str],
    optional: &[&str],
    problems: &mut Problems,
) -> Vec<Row<'t>> {
    let mut rows = Vec::new();
    let mut order: Option<Vec<Option<usize>>> = None;
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let place = Place { file: file.to_owned(), line: number as u32 + 1 };
        let mut given: Vec<&str> = line.split('\t').map(str::trim).collect();
        let Some(order) = &order else {
            match header(&given, columns, optional) {
                Ok(found) => order = Some(found),
                Err(message) => {
                    let remedy = format!("the columns are: {}", columns.join(" "));
                    problems.add(&place, Code::Columns, message, remedy);
                    return rows;
                }
            }
            continue;
        };
        while given.len() > order.len() && given.last() == Some(&"") {
            given.pop();
        }
        if given.len() > order.len() {
            let message = format!("{} cells under {} columns", given.len(), order.len());
            problems.add(&place, Code::TooManyCells, message, "separate cells by exactly one tab");
            continue;
        }
        let mut cells = vec![""; columns.len()];
        for (cell, column) in given.iter().zip(order) {
            if let Some(column) = column {
                cells[*column] = cell;
            }
        }
        rows.push(Row { place, cells });
    }
    rows
}

/// Which of `columns` each column of the header is.
fn header(given: &[&str], columns: &[&str], optional: &[&str]) -> Result<Vec<Option<usize>>, String> {
    let mut order = Vec::new();
    for name in given {
        match columns.iter().position(|column| column == name) {
            Some(column) => order.push(Some(column)),
            None if name.is_empty() => order.push(None),
            None => return Err(format!("unknown column \"{name}\"")),
        }
    }
    match columns.iter().find(|column| !given.contains(column) && !optional.contains(column)) {
        Some(missing) => Err(format!("no column \"{missing}\"")),
        None => Ok(order),
    }
}
