//! TOML with the line of every key and value, read field by field so that all problems are told at once.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{Code, Place, Problems};

/// A value and the line it starts on.
#[derive(Debug)]
pub(crate) struct Item {
    pub line: u32,
    pub value: Value,
}

#[derive(Debug)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Flag(bool),
    List(Vec<Item>),
    Table(Table),
    Date,
}

/// A table's entries in the order of the file.
#[derive(Debug)]
pub(crate) struct Table {
    pub line: u32,
    pub entries: Vec<(String, Item)>,
}

/// A text of the file and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Text {
    pub text: String,
    pub place: Place,
}

/// Parses a file; a file with errors of syntax gives what could be made of it.
pub(crate) fn parse(file: &str, text: &str, problems: &mut Problems) -> Table {
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect();
    let line_of = |offset: usize| starts.partition_point(|&start| start <= offset) as u32;
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let line = error.span().map_or(1, |span| line_of(span.start));
        let message = error.message().lines().collect::<Vec<_>>().join("; ");
        let place = Place { file: file.to_owned(), line };
        problems.add(&place, Code::Syntax, message, "write it as TOML wants it");
    }
    convert_table(1, table.into_inner(), &line_of)
}

fn convert_table(line: u32, table: DeTable<'_>, line_of: &dyn Fn(usize) -> u32) -> Table {
    let mut entries: Vec<_> = table
        .into_iter()
        .map(|(key, value)| (key.span().start, key.into_inner().into_owned(), convert(value, line_of)))
        .collect();
    entries.sort_by_key(|(start, ..)| *start);
    Table { line, entries: entries.into_iter().map(|(_, key, item)| (key, item)).collect() }
}

fn convert(value: Spanned<DeValue<'_>>, line_of: &dyn Fn(usize) -> u32) -> Item {
    let line = line_of(value.span().start);
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Float(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(items) => Value::List(items.into_iter().map(|item| convert(item, line_of)).collect()),
        DeValue::Table(table) => Value::Table(convert_table(line, table, line_of)),
    };
    Item { line, value }
}

/// Takes the fields of a table one by one; what is left at the end is unknown.
pub(crate) struct Fields<'a> {
    table: &'a Table,
    file: &'a str,
    problems: &'a mut Problems,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub fn new(file: &'a str, table: &'a Table, problems: &'a mut Problems) -> Self {
        Self { table, file, problems, known: Vec::new() }
    }

    /// Where the table stands.
    pub fn place(&self) -> Place {
        self.at(self.table.line)
    }

    fn at(&self, line: u32) -> Place {
        Place { file: self.file.to_owned(), line }
    }

    /// Reports a problem of the table.
    pub fn problem(&mut self, place: &Place, code: Code, message: String, remedy: impl Into<String>) {
        self.problems.add(place, code, message, remedy);
    }

    fn find(&mut self, key: &'static str) -> Option<&'a Item> {
        self.known.push(key);
        self.table.entries.iter().find(|(name, _)| name == key).map(|(_, item)| item)
    }

    fn wrong(&mut self, line: u32, key: &str, want: &str) {
        let place = self.at(line);
        self.problems.add(&place, Code::WrongType, format!("`{key}` is not {want}"), format!("write {want}"));
    }

    fn missing(&mut self, key: &str) {
        let place = self.place();
        self.problems.add(&place, Code::MissingKey, format!("no `{key}`"), format!("add `{key} = …`"));
    }

    /// A text; none where it is left out or empty.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        let item = self.find(key)?;
        match &item.value {
            Value::Text(text) if text.trim().is_empty() => None,
            Value::Text(text) => Some(Text { text: text.trim().to_owned(), place: self.at(item.line) }),
            _ => {
                self.wrong(item.line, key, "a text in quotes");
                None
            }
        }
    }

    /// A text that must be there.
    pub fn needed_text(&mut self, key: &'static str) -> Option<Text> {
        let text = self.text(key);
        if text.is_none() && !self.table.entries.iter().any(|(name, _)| name == key) {
            self.missing(key);
        }
        text
    }

    /// A list of texts; a single text counts as a list of one.
    pub fn texts(&mut self, key: &'static str) -> Vec<Text> {
        match self.find(key) {
            Some(item) => self.texts_of(key, item),
            None => Vec::new(),
        }
    }

    fn texts_of(&mut self, key: &str, item: &Item) -> Vec<Text> {
        let items = match &item.value {
            Value::List(items) => items.as_slice(),
            Value::Text(_) => std::slice::from_ref(item),
            _ => {
                self.wrong(item.line, key, "a list of texts in quotes");
                return Vec::new();
            }
        };
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                Value::Text(text) if text.trim().is_empty() => {}
                Value::Text(text) => {
                    texts.push(Text { text: text.trim().to_owned(), place: self.at(item.line) });
                }
                _ => self.wrong(item.line, key, "a list of texts in quotes"),
            }
        }
        texts
    }

    /// A yes or no.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let item = self.find(key)?;
        match item.value {
            Value::Flag(flag) => Some(flag),
            _ => {
                self.wrong(item.line, key, "true or false");
                None
            }
        }
    }

    /// A number.
    pub fn number(&mut self, key: &'static str) -> Option<(f64, Place)> {
        let item = self.find(key)?;
        match item.value {
            Value::Number(number) => Some((number, self.at(item.line))),
            _ => {
                self.wrong(item.line, key, "a number");
                None
            }
        }
    }

    /// A table of texts or lists of texts, in the order of the file: keys with their values, which are
    /// split at `|` and, if `spaces`, at white space.
    pub fn map(&mut self, key: &'static str, spaces: bool) -> Vec<(Text, Vec<Text>)> {
        let Some(item) = self.find(key) else { return Vec::new() };
        let Value::Table(table) = &item.value else {
            self.wrong(item.line, key, "a table { … = \"…\" }");
            return Vec::new();
        };
        let mut map = Vec::new();
        for (name, item) in &table.entries {
            let name = Text { text: name.trim().to_owned(), place: self.at(item.line) };
            let mut values = Vec::new();
            for value in self.texts_of(key, item) {
                let split = |c: char| c == '|' || (spaces && c.is_whitespace());
                values.extend(
                    value
                        .text
                        .split(split)
                        .map(str::trim)
                        .filter(|part| !part.is_empty())
                        .map(|part| Text { text: part.to_owned(), place: value.place.clone() }),
                );
            }
            map.push((name, values));
        }
        map
    }

    /// The tables of a list of tables, or the tables of a table by name.
    pub fn tables(&mut self, key: &'static str) -> Vec<(&'a str, &'a Table)> {
        let Some(item) = self.find(key) else { return Vec::new() };
        let mut tables = Vec::new();
        match &item.value {
            Value::List(items) => {
                for item in items {
                    match &item.value {
                        Value::Table(table) => tables.push(("", table)),
                        _ => self.wrong(item.line, key, "a list of tables"),
                    }
                }
            }
            Value::Table(table) => {
                for (name, item) in &table.entries {
                    match &item.value {
                        Value::Table(table) => tables.push((name.as_str(), table)),
                        _ => self.wrong(item.line, key, "a table of tables"),
                    }
                }
            }
            _ => self.wrong(item.line, key, "a table"),
        }
        tables
    }

    /// The table under a key.
    pub fn table(&mut self, key: &'static str) -> Option<&'a Table> {
        let item = self.find(key)?;
        match &item.value {
            Value::Table(table) => Some(table),
            _ => {
                self.wrong(item.line, key, "a table");
                None
            }
        }
    }

    /// The problems, for tables inside this one.
    pub fn problems(&mut self) -> &mut Problems {
        self.problems
    }

    /// Reports the keys that were not asked for.
    pub fn finish(self) {
        for (name, item) in &self.table.entries {
            if !self.known.contains(&name.as_str()) {
                let place = Place { file: self.file.to_owned(), line: item.line };
                let remedy = format!("the keys are: {}", self.known.join(" "));
                self.problems.add(&place, Code::UnknownKey, format!("unknown key `{name}`"), remedy);
            }
        }
    }
}
