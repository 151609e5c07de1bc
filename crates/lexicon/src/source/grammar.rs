//! `classes.toml` and `light.toml`: words that decide the modality of others, verbs that lend their subject.

use super::code;
use super::table::{self, Fields, Text};
use crate::Effect;
use crate::problem::{Code, Place, Problems};

/// A `[[class]]`.
#[derive(Debug)]
pub(crate) struct SourceClass {
    pub effect: Effect,
    pub slots: Vec<Text>,
    pub verbs: Vec<Text>,
    pub nouns: Vec<Text>,
    pub adjectives: Vec<Text>,
}

/// A `[[light]]`.
#[derive(Debug)]
pub(crate) struct SourceLight {
    pub verbs: Vec<Text>,
    pub via: Text,
    pub roles: Vec<(Text, Vec<Text>)>,
}

pub(super) fn classes(file: &str, text: &str, classes: &mut Vec<SourceClass>, problems: &mut Problems) {
    let table = table::parse(file, text, problems);
    let mut fields = Fields::new(file, &table, problems);
    for (_, table) in fields.tables("class") {
        let mut fields = Fields::new(file, table, fields.problems());
        let effect = fields.needed_text("effect");
        let slots = fields.texts("slots");
        let verbs = fields.texts("verbs");
        let nouns = fields.texts("nouns");
        let adjectives = fields.texts("adjectives");
        let effect = effect.and_then(|effect| {
            code(&effect.text, &effect.place, Code::Effect, Effect::ALL, fields.problems())
        });
        if let Some(effect) = effect {
            classes.push(SourceClass { effect, slots, verbs, nouns, adjectives });
        }
        fields.finish();
    }
    fields.finish();
}

pub(super) fn lights(file: &str, text: &str, lights: &mut Vec<SourceLight>, problems: &mut Problems) {
    let table = table::parse(file, text, problems);
    let mut fields = Fields::new(file, &table, problems);
    for (_, table) in fields.tables("light") {
        let mut fields = Fields::new(file, table, fields.problems());
        let verbs = fields.texts("verbs");
        let via = fields.needed_text("via");
        let roles = fields.map("roles", false);
        let place: Place = fields.place();
        if verbs.is_empty() {
            fields.problem(&place, Code::MissingKey, "no `verbs`".to_owned(), "add `verbs = […]`");
        }
        if let Some(via) = via {
            lights.push(SourceLight { verbs, via, roles });
        }
        fields.finish();
    }
    fields.finish();
}
