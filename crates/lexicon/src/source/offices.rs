//! `actors/offices/*.tsv`: who held which office when.

use demarche_document::Date;

use super::dates::days;
use super::table::Text;
use super::tsv;
use crate::problem::{Code, Problems};

/// One person's time in one office.
#[derive(Debug)]
pub(crate) struct Office {
    /// The actor it is an office of, by the name of the file, and where the row stands.
    pub actor: Text,
    pub office: String,
    /// First and last possible day of the beginning; none where it is not known.
    pub from: Option<(Date, Date)>,
    /// First and last possible day of the end; none while it lasts.
    pub to: Option<(Date, Date)>,
    /// The person's names, full name first.
    pub english: Vec<String>,
    pub arabic: Vec<String>,
}

const COLUMNS: &[&str] = &["from", "to", "office", "name_en", "name_ar"];

/// Reads a file of offices; `stem` is its name, the code of the actor (`PAK`, `IGO_UN`).
pub(super) fn read(file: &str, stem: &str, text: &str, offices: &mut Vec<Office>, problems: &mut Problems) {
    for row in tsv::rows(file, text, COLUMNS, &[], problems) {
        let mut day = |cell: &str| {
            let found = days(cell);
            if found.is_none() && !cell.is_empty() {
                let message = format!("unreadable date \"{cell}\"");
                problems.add(&row.place, Code::Date, message, "write YYYY, YYYY-MM or YYYY-MM-DD");
            }
            found
        };
        let (from, to) = (day(row.cell(0)), day(row.cell(1)));
        if let (Some((from, _)), Some((_, to))) = (from, to)
            && to < from
        {
            let message = format!("the term ends {} before it begins {}", row.cell(1), row.cell(0));
            problems.add(&row.place, Code::TermOrder, message, "put the earlier date first");
        }
        let english: Vec<String> = row.alternatives(3).into_iter().map(str::to_owned).collect();
        let arabic = row.alternatives(4).into_iter().map(str::to_owned).collect();
        if row.cell(2).is_empty() || english.is_empty() {
            let message = "a row without an office or an English name";
            problems.add(&row.place, Code::EmptyCell, message, "fill `office` and `name_en`");
            continue;
        }
        let code = match stem.split_once(['-', '_']) {
            Some((kind @ ("IGO" | "ARM"), name)) => format!("{kind}:{name}"),
            _ => stem.to_owned(),
        };
        offices.push(Office {
            actor: Text { text: code, place: row.place.clone() },
            office: row.cell(2).to_owned(),
            from,
            to,
            english,
            arabic,
        });
    }
}
