//! `demarche classify`: the relation type of marked pairs, one JSON object a line in and out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use demarche_coder::{Classified, Coder, Pair};
use rayon::prelude::*;

use crate::arguments::{Classify, ClassifyFormat};
use crate::error::{self, Error, Outcome};
use crate::knowledge;
use crate::layout::{clean, left};
use crate::output::Output;

/// Lines that are held at once, and the longest of them.
const BATCH: usize = 512;
const LONGEST: u64 = 1 << 20;

/// What is wrong with a line.
#[derive(Debug, thiserror::Error)]
enum BadLine {
    /// `C020`: the file or the line cannot be read.
    #[error("C020 {file}:{line}: cannot be read: {reason}; check that it exists and is UTF-8")]
    Unreadable { file: String, line: usize, reason: String },
    /// `C021`: the line is no pair.
    #[error(
        "C021 {file}:{line}: not a pair: {reason}; write {{\"id\": \"…\", \"text\": \"…\", \"source_span\": [start, end], \"target_span\": [start, end]}} on one line"
    )]
    NoPair { file: String, line: usize, reason: String },
    /// `C022`: a span lies outside its text.
    #[error(
        "C022 {file}:{line}: {name} [{start}, {end}] does not lie in the text, which has {length} characters; count Unicode characters from 0, the end not included"
    )]
    Span { file: String, line: usize, name: &'static str, start: usize, end: usize, length: usize },
}

/// Runs the verb.
pub fn run(arguments: Classify) -> Result<Outcome, Error> {
    let lexicon = knowledge::load(arguments.lexicon.folder.as_deref())?;
    let coder = Coder::new(&lexicon);
    let mut output = Output::standard();
    let mut outcome = Outcome::Done;
    let mut pairs = Pairs::open(&arguments.file);
    loop {
        let batch: Vec<Result<Pair, BadLine>> = pairs.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        let answers: Vec<Result<Classified, BadLine>> =
            batch.into_par_iter().map(|pair| pair.map(|pair| coder.classify(&pair))).collect();
        for answer in answers {
            match answer {
                Ok(answer) => print(&answer, arguments.format, &mut output)?,
                Err(bad) => {
                    outcome = Outcome::SomeFailed;
                    error::tell(&bad);
                }
            }
        }
    }
    output.finish()?;
    Ok(outcome)
}

fn print(answer: &Classified, format: ClassifyFormat, output: &mut Output) -> Result<(), Error> {
    match format {
        ClassifyFormat::Json => output.json(answer),
        ClassifyFormat::Table => {
            let (id, root) = (left(&clean(&answer.id), 16), left(answer.root.as_str(), 9));
            let quad = left(&answer.quad.replace('_', " "), 20);
            output.line(
                format!("{id}  {root}  {quad}  {:.2}  {}", answer.score, clean(&answer.trigger)).trim_end(),
            )
        }
    }
}

/// The pairs of a file, line by line.
struct Pairs {
    file: String,
    line: usize,
    reader: Result<Box<dyn BufRead>, Option<io::Error>>,
}

impl Pairs {
    fn open(path: &Path) -> Self {
        if path == Path::new("-") {
            return Self {
                file: "stdin".to_owned(),
                line: 0,
                reader: Ok(Box::new(BufReader::new(io::stdin()))),
            };
        }
        let reader =
            File::open(path).map_err(Some).map(|file| Box::new(BufReader::new(file)) as Box<dyn BufRead>);
        Self { file: path.display().to_string(), line: 0, reader }
    }

    fn unreadable(&mut self, reason: &io::Error) -> BadLine {
        self.reader = Err(None);
        BadLine::Unreadable { file: self.file.clone(), line: self.line, reason: reason.to_string() }
    }

    fn parse(&self, line: &[u8]) -> Result<Pair, BadLine> {
        let parsed = serde_json::from_slice(line);
        let (file, line) = (self.file.clone(), self.line);
        let pair: Pair = match parsed {
            Ok(pair) => pair,
            Err(error) => return Err(BadLine::NoPair { file, line, reason: error.to_string() }),
        };
        let length = pair.text.chars().count();
        for (name, span) in [("source_span", pair.source_span), ("target_span", pair.target_span)] {
            if let Some((start, end)) = span
                && (start > end || end > length)
            {
                return Err(BadLine::Span { file, line, name, start, end, length });
            }
        }
        Ok(pair)
    }
}

impl Iterator for Pairs {
    type Item = Result<Pair, BadLine>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.line += 1;
            let read = match &mut self.reader {
                Ok(reader) => read_line(reader),
                Err(reason) => Err(reason.take()?),
            };
            let bytes = match read {
                Ok(bytes) if bytes.is_empty() => return None,
                Ok(bytes) => bytes,
                Err(reason) => return Some(Err(self.unreadable(&reason))),
            };
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes).trim_ascii();
            if !bytes.is_empty() {
                return Some(self.parse(bytes));
            }
        }
    }
}

/// The next line; of one that is too long only the start, which parses as nothing.
fn read_line(reader: &mut dyn BufRead) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    reader.take(LONGEST).read_until(b'\n', &mut line)?;
    if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
        reader.skip_until(b'\n')?;
    }
    Ok(line)
}
