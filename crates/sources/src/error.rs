//! What can be wrong with a source.

/// Why a document could not be had, with its place and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// `S001`: the bytes are no text.
    #[error("S001 {file}: this is {what}, not text; {remedy}")]
    Binary {
        /// The source.
        file: String,
        /// What the bytes look like.
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// `S002`: a line is not a JSON object.
    #[error(
        "S002 {file}:{line}: not a JSON object: {reason}; write one object a line, such as {{\"text\": \"…\"}}"
    )]
    Json {
        /// The source.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        reason: String,
    },
    /// `S003`: a field is missing or of the wrong type.
    #[error("S003 {file}:{line}: {reason}")]
    Field {
        /// The source.
        file: String,
        /// The line, from 1.
        line: usize,
        /// Which field, what is wrong, and what it must be.
        reason: String,
    },
    /// `S004`: there is no text.
    #[error("S004 {file}: there is no text in it; check that the file is complete and the format is right")]
    Empty {
        /// The source.
        file: String,
    },
    /// `S005`: a line or file is too long to be a document.
    #[error("S005 {file}{}: longer than {limit} bytes; split it into documents", line.map(|line| format!(":{line}")).unwrap_or_default())]
    TooLong {
        /// The source.
        file: String,
        /// The line, from 1, where the format has lines.
        line: Option<usize>,
        /// The longest allowed.
        limit: usize,
    },
    /// `S006`: reading failed.
    #[error("S006 {file}: cannot be read: {reason}; check that it exists and may be read")]
    Read {
        /// The source.
        file: String,
        /// What the system says.
        reason: String,
    },
    /// `S007`: the name of a format is unknown.
    #[error("S007 the format {given:?} is unknown; use auto, text, html or jsonl")]
    Format {
        /// What was given.
        given: String,
    },
}

impl SourceError {
    /// The stable code that starts the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Binary { .. } => "S001",
            Self::Json { .. } => "S002",
            Self::Field { .. } => "S003",
            Self::Empty { .. } => "S004",
            Self::TooLong { .. } => "S005",
            Self::Read { .. } => "S006",
            Self::Format { .. } => "S007",
        }
    }

    /// The line at fault, where the format has lines.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Json { line, .. } | Self::Field { line, .. } => Some(*line),
            Self::TooLong { line, .. } => *line,
            Self::Binary { .. } | Self::Empty { .. } | Self::Read { .. } | Self::Format { .. } => None,
        }
    }
}
