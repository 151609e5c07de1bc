//! Where results go.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use crate::error::Error;
use crate::screen::Screen;

/// The standard output or a file.
pub struct Output {
    place: String,
    writer: Box<dyn Write>,
    /// What the place can show.
    pub screen: Screen,
}

impl Output {
    /// The standard output.
    pub fn standard() -> Self {
        let writer = Box::new(BufWriter::new(io::stdout().lock()));
        Self { place: "standard output".to_owned(), writer, screen: Screen::of_standard_output() }
    }

    /// A file, or the standard output where none is named.
    pub fn to(path: Option<&Path>) -> Result<Self, Error> {
        let Some(path) = path else { return Ok(Self::standard()) };
        let place = path.display().to_string();
        match File::create(path) {
            Ok(file) => Ok(Self { place, writer: Box::new(BufWriter::new(file)), screen: Screen::plain() }),
            Err(reason) => Err(Error::Output { place, reason }),
        }
    }

    /// Writes as it is.
    pub fn text(&mut self, text: &str) -> Result<(), Error> {
        self.bytes(text.as_bytes())
    }

    /// Writes bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.writer.write_all(bytes).map_err(|reason| self.failed(reason))
    }

    /// Writes a line.
    pub fn line(&mut self, text: &str) -> Result<(), Error> {
        self.text(text)?;
        self.text("\n")
    }

    /// Writes a value as one line of JSON.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Error> {
        let line = serde_json::to_string(value).map_err(|error| self.failed(error.into()))?;
        self.line(&line)
    }

    /// Writes out what is still held back.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.writer.flush().map_err(|reason| self.failed(reason))
    }

    fn failed(&self, reason: io::Error) -> Error {
        Error::Output { place: self.place.clone(), reason }
    }
}
