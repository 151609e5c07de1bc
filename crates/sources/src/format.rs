//! The formats of sources, and how to tell them.

use std::str::FromStr;

use crate::SourceError;

/// How a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// To be told from name and first bytes.
    #[default]
    Auto,
    /// One plain text.
    Text,
    /// One web page.
    Html,
    /// One JSON object a line.
    Jsonl,
}

impl Format {
    /// Itself, or for [`Format::Auto`] what the name's ending or, failing that, the first bytes tell.
    pub fn or_sniffed(self, name: &str, start: &[u8]) -> Self {
        if self != Self::Auto {
            return self;
        }
        let ending =
            name.rsplit(['/', '\\']).next().and_then(|file| file.rsplit_once('.')).map(|(_, ending)| ending);
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("jsonl" | "ndjson" | "json") => return Self::Jsonl,
            Some("html" | "htm" | "xhtml") => return Self::Html,
            Some("txt" | "text" | "md") => return Self::Text,
            _ => {}
        }
        let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
        let head = start[..start.len().min(1024)].to_ascii_lowercase();
        let has = |tag: &str| head.windows(tag.len()).any(|window| window == tag.as_bytes());
        if head.starts_with(b"{\"") || (head.starts_with(b"{") && has("\"text\"")) || head.starts_with(b"[{")
        {
            Self::Jsonl
        } else if head.starts_with(b"<!doctype html")
            || (head.starts_with(b"<") && (has("<html") || has("<head") || has("<body")))
        {
            Self::Html
        } else {
            Self::Text
        }
    }
}

impl FromStr for Format {
    type Err = SourceError;

    fn from_str(name: &str) -> Result<Self, SourceError> {
        match name {
            "auto" => Ok(Self::Auto),
            "text" | "txt" => Ok(Self::Text),
            "html" => Ok(Self::Html),
            "jsonl" | "ndjson" => Ok(Self::Jsonl),
            _ => Err(SourceError::Format { given: name.to_owned() }),
        }
    }
}
