//! `frames/*.toml`: what actors do to one another.

use super::code;
use super::table::{self, Fields, Table, Text};
use crate::ontology::CONTEXTS;
use crate::problem::{Code, Place, Problems};
use crate::{Dimension, Frame, Inference, RecordKind, Root, Trend};

/// A frame and where it is written.
#[derive(Debug)]
pub(crate) struct SourceFrame {
    pub place: Place,
    pub frame: Frame,
}

/// Reads a file of frames; `stem` is the file's name, the root type they should have.
pub(super) fn read(
    file: &str,
    stem: &str,
    text: &str,
    frames: &mut Vec<SourceFrame>,
    problems: &mut Problems,
) {
    let table = table::parse(file, text, problems);
    let mut fields = Fields::new(file, &table, problems);
    for (name, table) in fields.tables("frame") {
        frames.extend(frame(file, stem, name, table, fields.problems()));
    }
    fields.finish();
}

fn frame(file: &str, stem: &str, name: &str, table: &Table, problems: &mut Problems) -> Option<SourceFrame> {
    let mut fields = Fields::new(file, table, problems);
    let place = fields.place();
    let gloss = fields.needed_text("gloss");
    let record = fields.text("record");
    let root = fields.text("root");
    let mode = fields.text("mode");
    let contexts = fields.texts("contexts");
    let dimensions = fields.texts("dimensions");
    let cameo = fields.text("cameo");
    let intensity = fields.number("intensity");
    let mutual = fields.flag("mutual").unwrap_or(false);
    let standing = fields.text("standing");
    let trend = fields.text("trend");
    let polarity = fields.number("polarity");
    let infer = fields.texts("infer");
    let problems_in = fields.problems();

    let record = record.map_or(Some(RecordKind::Event), |record| {
        code(&record.text, &record.place, Code::Standing, RecordKind::ALL, problems_in)
    });
    let root_given = root.is_some();
    let root = root.and_then(|root| code(&root.text, &root.place, Code::RootType, Root::ALL, problems_in));
    if !root_given && record == Some(RecordKind::Event) {
        problems_in.add(&place, Code::MissingKey, format!("no `root` in frame {name}"), "add `root = …`");
    }
    if let (Some(RecordKind::Event), Some(root)) = (record, root)
        && !root.as_str().eq_ignore_ascii_case(stem)
    {
        let message = format!("frame {name} has root {root} in the file {stem}.toml");
        let remedy = format!("move it to {}.toml", root.as_str().to_lowercase());
        problems_in.add(&place, Code::RootType, message, remedy);
    }
    let mode = mode.filter(|mode| check_mode(root, mode, problems_in));
    check_contexts(&contexts, problems_in);
    let dimensions: Vec<Dimension> = dimensions
        .iter()
        .filter_map(|text| code(&text.text, &text.place, Code::Dimension, Dimension::ALL, problems_in))
        .collect();
    let intensity = match intensity {
        Some((number, place)) if !(-10.0..=10.0).contains(&number) => {
            let message = format!("intensity {number}");
            problems_in.add(&place, Code::Intensity, message, "write a number from -10 to 10");
            0.0
        }
        Some((number, _)) => number as f32,
        None => {
            let remedy = "add `intensity = …`, from -10 to 10";
            problems_in.add(&place, Code::MissingKey, format!("no `intensity` in frame {name}"), remedy);
            0.0
        }
    };
    let trend =
        trend.and_then(|trend| code(&trend.text, &trend.place, Code::Standing, Trend::ALL, problems_in));
    let polarity = match polarity {
        Some((1.0, _)) => 1,
        Some((-1.0, _)) => -1,
        Some((number, place)) => {
            problems_in.add(&place, Code::Standing, format!("polarity {number}"), "write 1 or -1");
            0
        }
        None => 0,
    };
    if record == Some(RecordKind::Relation) && (standing.is_none() || trend.is_none() || polarity == 0) {
        let message = format!("relation {name} lacks `standing`, `trend` or `polarity`");
        problems_in.add(&place, Code::Standing, message, "add all three");
    }
    let infer = infer
        .iter()
        .filter_map(|text| code(&text.text, &text.place, Code::Inference, Inference::ALL, problems_in))
        .collect();
    fields.finish();
    Some(SourceFrame {
        place,
        frame: Frame {
            name: name.to_owned(),
            gloss: gloss.map(|gloss| gloss.text).unwrap_or_default(),
            record: record?,
            root,
            mode: mode.map(|mode| mode.text).unwrap_or_default(),
            contexts: contexts.into_iter().map(|context| context.text).collect(),
            dimensions,
            cameo: cameo.map(|cameo| cameo.text).unwrap_or_default(),
            intensity,
            mutual,
            standing: standing.map(|standing| standing.text).unwrap_or_default(),
            trend,
            polarity,
            infer,
        },
    })
}

/// Reports a mode that the root type does not have.
pub(crate) fn check_mode(root: Option<Root>, mode: &Text, problems: &mut Problems) -> bool {
    let Some(root) = root else { return true };
    let known = root.modes().contains(&mode.text.as_str());
    if !known {
        let remedy = match root.modes() {
            [] => "leave it out: the root type has none".to_owned(),
            modes => format!("write one of: {}", modes.join(" ")),
        };
        problems.add(&mode.place, Code::Mode, format!("{root} has no mode \"{}\"", mode.text), remedy);
    }
    known
}

/// Reports contexts that PLOVER does not have.
pub(crate) fn check_contexts(contexts: &[Text], problems: &mut Problems) {
    for context in contexts {
        if !CONTEXTS.contains(&context.text.as_str()) {
            let remedy = format!("write one of: {}", CONTEXTS.join(" "));
            let message = format!("unknown context \"{}\"", context.text);
            problems.add(&context.place, Code::Context, message, remedy);
        }
    }
}
