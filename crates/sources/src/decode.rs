//! From bytes to text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::SourceError;

/// Bytes at the start that decide what a source is.
const SAMPLE: usize = 1 << 16;

/// A text with what was needed to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The name of the encoding, such as `UTF-8` or `windows-1256`.
    pub encoding: &'static str,
    /// How many broken places were replaced by U+FFFD.
    pub replaced: usize,
}

/// Decodes a text: UTF-8 or UTF-16 by mark or shape, else the encoding that the bytes look like. Broken places
/// become U+FFFD, which the reader of documents warns of.
///
/// # Errors
/// [`SourceError::Binary`] where the bytes are no text: archives, pictures, documents of word processors.
pub fn decode(file: &str, bytes: &[u8]) -> Result<Decoded, SourceError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(decoded(encoding, &bytes[mark..]));
    }
    if let Some((what, remedy)) = known_binary(bytes) {
        return Err(SourceError::Binary { file: file.to_owned(), what, remedy });
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return Ok(decoded(encoding, bytes));
    }
    if is_binary(bytes) {
        let remedy = "convert it to plain text, HTML or JSON lines first";
        return Err(SourceError::Binary { file: file.to_owned(), what: "binary data", remedy });
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), encoding: UTF_8.name(), replaced: 0 },
        Err(_) if mostly_utf8(bytes) => decoded(UTF_8, bytes),
        Err(_) => decoded(declared(bytes).unwrap_or_else(|| guessed(bytes)), bytes),
    })
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let replaced = if broken { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

fn known_binary(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let unpack = "unpack it first";
    let signatures: [(&[u8], &str, &str); 8] = [
        (b"%PDF-", "a PDF", "extract its text first, for instance with pdftotext"),
        (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as plain text"),
        (b"\x1F\x8B", "a gzip archive", unpack),
        (b"\x28\xB5\x2F\xFD", "a zstd archive", unpack),
        (b"\xFD7zXZ", "an xz archive", unpack),
        (b"\x89PNG", "a picture", "give the text that it shows"),
        (b"\xFF\xD8\xFF", "a picture", "give the text that it shows"),
        (b"\xD0\xCF\x11\xE0", "an office document", "save it as plain text"),
    ];
    signatures
        .into_iter()
        .find(|(start, ..)| bytes.starts_with(start))
        .map(|(_, what, remedy)| (what, remedy))
}

/// UTF-16 shows in every second byte being that of the Latin or the Arabic block.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 8 || bytes.len() % 2 == 1 {
        return None;
    }
    let pairs = sample.len() / 2;
    let block = |offset: usize| {
        sample.iter().skip(offset).step_by(2).filter(|&&byte| matches!(byte, 0x00 | 0x06)).count()
    };
    let nul = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let fits = |high: usize, low: usize| 10 * block(high) >= 9 * pairs && 20 * nul(low) <= pairs;
    match (fits(1, 0), fits(0, 1)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B | 0x03))
        .count();
    sample.contains(&0) || 20 * controls > sample.len()
}

/// Whether the bytes are UTF-8 with a few broken places: most bytes beyond ASCII belong to whole characters.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut whole, mut broken) = (0, 0);
    for chunk in sample.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    whole > 2 * broken
}

/// The encoding that a web page declares for itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(2048)].to_ascii_lowercase();
    let at = head.windows(8).position(|window| window == b"charset=")? + 8;
    let label = head[at..].trim_ascii_start();
    let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')))?;
    Encoding::for_label(&label[..end]).filter(|&encoding| encoding != UTF_8)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}
