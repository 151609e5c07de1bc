//! Documents as JSON objects.

use demarche_document::{Input, Language};
use serde_json::{Map, Value};

use crate::SourceError;

/// Reads one object: `{"id", "text", "lang", "title", "date", "outlet", "url"}`, of which only `text` is required.
/// Fields that are null count as missing, unknown ones are ignored; without an id the place stands in.
///
/// # Errors
/// [`SourceError::Field`] where `text` is missing or a field is not of its type.
pub fn record(file: &str, line: usize, object: &Map<String, Value>) -> Result<Input, SourceError> {
    let wrong = |reason: String| SourceError::Field { file: file.to_owned(), line, reason };
    let string = |name: &str| match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(value)) => Ok(Some(value.clone())),
        Some(Value::Number(value)) if matches!(name, "id" | "date") => Ok(Some(value.to_string())),
        Some(other) => Err(wrong(format!("\"{name}\" is {}; make it a string", kind(other)))),
    };
    let Some(text) = string("text")? else {
        return Err(wrong("\"text\" is missing; every object needs one: {\"text\": \"…\"}".to_owned()));
    };
    let filled = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
    Ok(Input {
        id: filled(string("id")?).unwrap_or_else(|| format!("{file}:{line}")),
        text,
        language: filled(string("lang")?).or(filled(string("language")?)).as_deref().and_then(language),
        title: filled(string("title")?),
        date: filled(string("date")?),
        outlet: filled(string("outlet")?),
        url: filled(string("url")?),
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// A language by its tag or English name; `None` for one that says nothing.
pub(crate) fn language(tag: &str) -> Option<Language> {
    let tag = tag.trim().to_ascii_lowercase();
    match tag.split(['-', '_']).next()? {
        "ar" | "ara" | "arabic" => Some(Language::Arabic),
        "en" | "eng" | "english" => Some(Language::English),
        "" | "und" | "auto" | "mul" | "unknown" => None,
        _ => Some(Language::Other),
    }
}
