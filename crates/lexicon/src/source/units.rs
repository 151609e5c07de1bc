//! `units/*.toml`: how the words of a language show frames.

use super::frames::check_contexts;
use super::table::{self, Fields, Table, Text};
use crate::problem::{Code, Place, Problems};

/// Words of a map by position.
pub(crate) type ByPosition = Vec<(Text, Vec<Text>)>;

/// A `[[unit]]`.
#[derive(Debug)]
pub(crate) struct SourceUnit {
    pub place: Place,
    pub frame: Text,
    pub verb: Option<Text>,
    pub noun: Option<Text>,
    pub adjective: Option<Text>,
    pub particle: Option<Text>,
    pub roles: ByPosition,
    pub masdar: ByPosition,
    pub needs: ByPosition,
    pub only: ByPosition,
    pub never: ByPosition,
    pub without: Vec<Text>,
    pub contexts: Vec<Text>,
    pub mode: Option<Text>,
    pub nominal: bool,
    pub examples: Vec<SourceExample>,
}

/// A sentence of `yes` or `no`.
#[derive(Debug)]
pub(crate) struct SourceExample {
    pub place: Place,
    /// Whether the unit must code it.
    pub yes: bool,
    pub sentence: String,
    /// The codes after `=>`: sources and targets, in any order.
    pub codes: Option<(Vec<String>, Vec<String>)>,
}

pub(super) fn read(file: &str, text: &str, units: &mut Vec<SourceUnit>, problems: &mut Problems) {
    let table = table::parse(file, text, problems);
    let mut fields = Fields::new(file, &table, problems);
    for (_, table) in fields.tables("unit") {
        units.extend(unit(file, table, fields.problems()));
    }
    fields.finish();
}

fn unit(file: &str, table: &Table, problems: &mut Problems) -> Option<SourceUnit> {
    let mut fields = Fields::new(file, table, problems);
    let place = fields.place();
    let frame = fields.needed_text("frame");
    let verb = fields.text("verb");
    let noun = fields.text("noun");
    let adjective = fields.text("adjective");
    let particle = fields.text("particle");
    let roles = fields.map("roles", false);
    let masdar = fields.map("masdar", false);
    let needs = fields.map("needs", false);
    let only = fields.map("only", true);
    let never = fields.map("never", true);
    let without = fields.texts("without");
    let contexts = fields.texts("contexts");
    let mode = fields.text("mode");
    let nominal = fields.flag("nominal").unwrap_or(true);
    let yes = fields.texts("yes");
    let no = fields.texts("no");

    check_contexts(&contexts, fields.problems());
    if [&verb, &noun, &adjective].into_iter().flatten().count() != 1 {
        let message = "a unit has exactly one of `verb`, `noun`, `adjective`".to_owned();
        fields.problem(
            &place,
            Code::Anchor,
            message,
            "keep the word that anchors it; give others units of their own",
        );
        fields.finish();
        return None;
    }
    if yes.is_empty() {
        let message = "no sentence that the unit must code".to_owned();
        fields.problem(&place, Code::NoPositiveExample, message, "add `yes = [\"…\"]`");
    }
    if no.is_empty() {
        let message = "no sentence that the unit must not code".to_owned();
        fields.problem(&place, Code::NoNegativeExample, message, "add `no = [\"…\"]`");
    }
    let mut examples = Vec::new();
    for (texts, is_yes) in [(yes, true), (no, false)] {
        for text in texts {
            examples.extend(example(text, is_yes, fields.problems()));
        }
    }
    fields.finish();
    Some(SourceUnit {
        place,
        frame: frame?,
        verb,
        noun,
        adjective,
        particle,
        roles,
        masdar,
        needs,
        only,
        never,
        without,
        contexts,
        mode,
        nominal,
        examples,
    })
}

/// Reads `sentence => SRC,SRC > TGT`.
fn example(text: Text, yes: bool, problems: &mut Problems) -> Option<SourceExample> {
    let Some((sentence, codes)) = text.text.split_once("=>") else {
        return Some(SourceExample { place: text.place, yes, sentence: text.text, codes: None });
    };
    let list = |codes: &str| -> Vec<String> {
        codes.split(',').map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned).collect()
    };
    let (sources, targets) = match codes.split_once('>') {
        Some((sources, targets)) => (list(sources), list(targets)),
        None => (list(codes), Vec::new()),
    };
    if !yes || (sources.is_empty() && targets.is_empty()) {
        let message = format!("cannot read the expectation \"{}\"", codes.trim());
        let remedy = "write `=> SRC,SRC > TGT` or `=> SRC,SRC`, in `yes` only";
        problems.add(&text.place, Code::Expectation, message, remedy);
        return None;
    }
    let sentence = sentence.trim().to_owned();
    Some(SourceExample { place: text.place, yes, sentence, codes: Some((sources, targets)) })
}
