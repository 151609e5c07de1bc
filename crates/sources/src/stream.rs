//! Documents one after another from anything that can be read.

use std::collections::VecDeque;
use std::io::BufRead;

use demarche_document::Input;
use serde_json::Value;

use crate::{Format, SourceError, decode, html, jsonl};

/// Longest line of JSON, and longest single file.
const LONGEST_LINE: usize = 64 << 20;
const LONGEST_FILE: usize = 256 << 20;

/// The documents of one source; see [`documents`].
#[derive(Debug)]
pub struct Documents<R> {
    name: String,
    reader: R,
    format: Format,
    line: usize,
    waiting: VecDeque<Result<Input, SourceError>>,
    done: bool,
}

/// The documents of a source named `name`: JSON lines are read as they come, a text or a page as a whole. The
/// name of a file without its ending is the id of a text or page; a JSON object without an id is named by its
/// place, `name:line`.
pub fn documents<R: BufRead>(name: &str, mut reader: R, format: Format) -> Documents<R> {
    let mut waiting = VecDeque::new();
    let format = match reader.fill_buf() {
        Ok(start) => format.or_sniffed(name, start),
        Err(error) => {
            waiting.push_back(Err(SourceError::Read { file: name.to_owned(), reason: error.to_string() }));
            format
        }
    };
    let done = !waiting.is_empty();
    Documents { name: name.to_owned(), reader, format, line: 0, waiting, done }
}

impl<R: BufRead> Iterator for Documents<R> {
    type Item = Result<Input, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.waiting.pop_front() {
                return Some(found);
            }
            if self.done {
                return None;
            }
            if self.format == Format::Jsonl {
                self.read_line();
            } else {
                self.done = true;
                let whole = self.read_whole();
                self.waiting.push_back(whole);
            }
        }
    }
}

impl<R: BufRead> Documents<R> {
    fn read_error(&self, error: &std::io::Error) -> SourceError {
        SourceError::Read { file: self.name.clone(), reason: error.to_string() }
    }

    fn read_whole(&mut self) -> Result<Input, SourceError> {
        let mut bytes = Vec::new();
        let mut limited = std::io::Read::take(&mut self.reader, LONGEST_FILE as u64 + 1);
        if let Err(error) = std::io::Read::read_to_end(&mut limited, &mut bytes) {
            return Err(self.read_error(&error));
        }
        if bytes.len() > LONGEST_FILE {
            return Err(SourceError::TooLong { file: self.name.clone(), line: None, limit: LONGEST_FILE });
        }
        let text = decode(&self.name, &bytes)?.text;
        let id = stem(&self.name);
        if self.format == Format::Html {
            return html::page(&self.name, id, &text);
        }
        if text.trim().is_empty() {
            return Err(SourceError::Empty { file: self.name.clone() });
        }
        Ok(Input { id: id.to_owned(), text, ..Input::default() })
    }

    /// Reads the next line and queues what it holds.
    fn read_line(&mut self) {
        let mut bytes = Vec::new();
        let mut limited = std::io::Read::take(&mut self.reader, LONGEST_LINE as u64 + 1);
        match limited.read_until(b'\n', &mut bytes) {
            Ok(0) => {
                self.done = true;
                return;
            }
            Ok(_) => self.line += 1,
            Err(error) => {
                self.done = true;
                let error = self.read_error(&error);
                self.waiting.push_back(Err(error));
                return;
            }
        }
        if bytes.len() > LONGEST_LINE {
            self.done = self.skip_line().is_err();
            let (file, line) = (self.name.clone(), Some(self.line));
            self.waiting.push_back(Err(SourceError::TooLong { file, line, limit: LONGEST_LINE }));
            return;
        }
        self.parse_line(&bytes);
    }

    /// Passes over the rest of an overlong line.
    fn skip_line(&mut self) -> std::io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            let (used, ends) = match buffer.iter().position(|&byte| byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.reader.consume(used);
            if ends {
                return Ok(());
            }
        }
    }

    fn parse_line(&mut self, bytes: &[u8]) {
        let bytes = if self.line == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
        if bytes.trim_ascii().is_empty() {
            return;
        }
        let (file, line) = (&self.name, self.line);
        let json = |reason: String| SourceError::Json { file: file.clone(), line, reason };
        if self.line == 1 && bytes.contains(&0) {
            let remedy = "save it as UTF-8 JSON lines first";
            let binary = SourceError::Binary { file: file.clone(), what: "binary data or UTF-16", remedy };
            self.waiting.push_back(Err(binary));
            self.done = true;
            return;
        }
        let text = String::from_utf8_lossy(bytes);
        let read = match serde_json::from_str(text.trim()) {
            Ok(Value::Object(object)) => vec![jsonl::record(file, line, &object)],
            Ok(Value::Array(objects)) => objects
                .iter()
                .enumerate()
                .map(|(number, value)| match value {
                    Value::Object(object) => {
                        jsonl::record(file, line, object).map(|input| numbered(input, file, line, number))
                    }
                    _ => Err(json(format!("item {} of the list is no object", number + 1))),
                })
                .collect(),
            Ok(_) => vec![Err(json("it is a bare value".to_owned()))],
            Err(error) => vec![Err(json(error.to_string()))],
        };
        self.waiting.extend(read);
    }
}

/// Gives the objects of a list on one line different ids where they have none.
fn numbered(mut input: Input, file: &str, line: usize, number: usize) -> Input {
    if input.id == format!("{file}:{line}") && number > 0 {
        input.id = format!("{file}:{line}.{}", number + 1);
    }
    input
}

/// The file name without folders and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    }
}
