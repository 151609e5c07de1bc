//! The documents that the arguments name, one after another.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};

use demarche_document::{Input, Language};
use demarche_sources::{Format, SourceError, documents};

use crate::arguments::Source;
use crate::error::Error;

/// Most documents, and about as much text, that are held at once.
const MOST_DOCUMENTS: usize = 256;
const MOST_TEXT: usize = 16 << 20;

/// A document, or why it could not be had.
pub type Found = Result<Input, SourceError>;

/// Documents in the order of the arguments, in batches small enough for memory.
pub struct Batches {
    found: Box<dyn Iterator<Item = Found>>,
}

impl Batches {
    /// The documents of the sources named; of the standard input where none is.
    pub fn of(source: &Source) -> Result<Self, Error> {
        let mut paths = source.files.clone();
        if paths.is_empty() {
            if io::stdin().is_terminal() {
                return Err(Error::NoInput);
            }
            paths.push(PathBuf::from("-"));
        }
        let format = Format::from(source.input_format);
        let (date, language) = (source.date.clone(), source.lang.map(Language::from));
        let found = paths.into_iter().flat_map(Files::of).flat_map(move |path| match path {
            Ok(path) => open(&path, format),
            Err(error) => Box::new(std::iter::once(Err(error))),
        });
        let completed = found.map(move |found| {
            found.map(|mut input| {
                input.date = input.date.or_else(|| date.clone());
                input.language = input.language.or(language);
                input
            })
        });
        Ok(Self { found: Box::new(completed) })
    }
}

impl Iterator for Batches {
    type Item = Vec<Found>;

    fn next(&mut self) -> Option<Vec<Found>> {
        let mut batch = Vec::new();
        let mut text = 0;
        while batch.len() < MOST_DOCUMENTS && text < MOST_TEXT {
            let Some(found) = self.found.next() else { break };
            text += found.as_ref().map_or(0, |input| input.text.len());
            batch.push(found);
        }
        (!batch.is_empty()).then_some(batch)
    }
}

fn open(path: &Path, format: Format) -> Box<dyn Iterator<Item = Found>> {
    if path == Path::new("-") {
        return Box::new(documents("stdin", BufReader::new(io::stdin()), format));
    }
    let name = path.display().to_string();
    match File::open(path) {
        Ok(file) => {
            let reader: Box<dyn BufRead> = Box::new(BufReader::new(file));
            Box::new(documents(&name, reader, format))
        }
        Err(error) => {
            Box::new(std::iter::once(Err(SourceError::Read { file: name, reason: error.to_string() })))
        }
    }
}

/// The files of a folder and the folders in it, in the order of names. Hidden ones, and links to folders, which may
/// lead in a circle, are passed over.
struct Files {
    waiting: Vec<PathBuf>,
    /// Whether the path that the user named is still to come: it is taken whatever it is.
    named: bool,
}

impl Files {
    fn of(path: PathBuf) -> Self {
        Self { waiting: vec![path], named: true }
    }

    fn enter(&mut self, folder: &Path) -> io::Result<()> {
        let mut inside: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden && (kind.is_dir() || entry.path().is_file()) {
                inside.push(entry.path());
            }
        }
        inside.sort();
        self.waiting.extend(inside.into_iter().rev());
        Ok(())
    }
}

impl Iterator for Files {
    type Item = Result<PathBuf, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let path = self.waiting.pop()?;
            let named = std::mem::take(&mut self.named);
            if (named && path == Path::new("-")) || !path.is_dir() {
                return Some(Ok(path));
            }
            if let Err(error) = self.enter(&path) {
                let file = path.display().to_string();
                return Some(Err(SourceError::Read { file, reason: error.to_string() }));
            }
        }
    }
}
