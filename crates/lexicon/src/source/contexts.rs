//! `contexts.toml`: words that bring a PLOVER context to the events they stand in.

use super::table::{self, Fields, Text};
use crate::ContextId;
use crate::problem::Problems;

/// The words of a context.
#[derive(Debug)]
pub(crate) struct SourceContext {
    pub context: ContextId,
    pub words: Vec<Text>,
}

/// Reads a file whose keys are contexts.
pub(super) fn read(file: &str, text: &str, contexts: &mut Vec<SourceContext>, problems: &mut Problems) {
    let table = table::parse(file, text, problems);
    let mut fields = Fields::new(file, &table, problems);
    for context in ContextId::all() {
        let words = fields.texts(context.as_str());
        contexts.push(SourceContext { context, words });
    }
    fields.finish();
}
