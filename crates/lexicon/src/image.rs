//! The compiled lexicon in bytes: a header, sections of forms and phrases that are used as they lie, and the tables.
//!
//! Header, all numbers little endian: magic (8 bytes), format version (u32), number of sections (u32),
//! content hash (32 bytes, BLAKE3 of everything after the header), and the length of each section (u64).

use std::borrow::Cow;

use demarche_document::Almanac;
use demarche_morphology::FormsError;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Actor, Class, Frame, Lemma, Light, Name, NumberWord, Unit};

const MAGIC: &[u8; 8] = b"DMLEXICN";
const VERSION: u32 = 2;
const FIXED: usize = 8 + 4 + 4 + 32;
/// Forms, names, agents and particles of each language, and the tables.
pub(crate) const SECTIONS: usize = 9;

/// Why an image cannot be loaded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The bytes do not begin as a lexicon does.
    #[error("these bytes are no compiled lexicon")]
    NoImage,
    /// The lexicon was compiled by another version of this program.
    #[error("the lexicon has format {found}, this program reads {VERSION}: compile it again")]
    Format {
        /// The format found.
        found: u32,
    },
    /// There are fewer or more bytes than the header tells.
    #[error("the lexicon has {found} bytes where its header tells {told}")]
    Length {
        /// What the header tells.
        told: usize,
        /// What is there.
        found: usize,
    },
    /// A part of the image cannot be read.
    #[error("the {part} of the lexicon are damaged: {reason}")]
    Damaged {
        /// The part.
        part: &'static str,
        /// What its reader says.
        reason: String,
    },
}

impl From<FormsError> for LoadError {
    fn from(error: FormsError) -> Self {
        Self::Damaged { part: "word forms", reason: error.to_string() }
    }
}

/// Everything that is decoded when a lexicon is loaded.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Tables {
    pub actors: Vec<Actor>,
    pub names: Vec<Name>,
    pub frames: Vec<Frame>,
    pub lemmas: Vec<Lemma>,
    pub units: Vec<Unit>,
    pub lights: Vec<Light>,
    pub classes: Vec<Class>,
    /// By folded words, in their order.
    pub arabic_numbers: Vec<(String, NumberWord)>,
    pub english_numbers: Vec<(String, NumberWord)>,
    pub almanac: Almanac,
}

/// Packs the sections behind a header: the image.
pub(crate) fn pack(sections: [Vec<u8>; SECTIONS]) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new();
    for section in &sections {
        hasher.update(&(section.len() as u64).to_le_bytes());
        hasher.update(section);
    }
    let mut image = Vec::new();
    image.extend(MAGIC);
    image.extend(VERSION.to_le_bytes());
    image.extend((SECTIONS as u32).to_le_bytes());
    image.extend(hasher.finalize().as_bytes());
    for section in &sections {
        image.extend((section.len() as u64).to_le_bytes());
    }
    for section in sections {
        image.extend(section);
    }
    image
}

/// The lexicon's version: the beginning of the content hash in the header of an image that has one.
pub(crate) fn version(image: &[u8]) -> String {
    image[16..22].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sections of an image.
pub(crate) type Sections = [Cow<'static, [u8]>; SECTIONS];

/// The version and the sections of an image, borrowed where the image is.
pub(crate) fn unpack(image: Cow<'static, [u8]>) -> Result<(String, Sections), LoadError> {
    let number = |at: usize| Some(u32::from_le_bytes(image.get(at..at + 4)?.try_into().ok()?));
    if image.len() < FIXED + 8 * SECTIONS || &image[..8] != MAGIC {
        return Err(LoadError::NoImage);
    }
    let found = number(8).unwrap_or_default();
    if found != VERSION || number(12) != Some(SECTIONS as u32) {
        return Err(LoadError::Format { found });
    }
    let mut ends = [0; SECTIONS];
    let mut told = FIXED + 8 * SECTIONS;
    for (section, end) in ends.iter_mut().enumerate() {
        let at = FIXED + 8 * section;
        let length = image[at..at + 8].iter().rev().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        told = told.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
        *end = told;
    }
    if image.len() != told {
        return Err(LoadError::Length { told, found: image.len() });
    }
    let version = version(&image);
    let mut start = FIXED + 8 * SECTIONS;
    let sections = ends.map(|end| {
        let range = start..end;
        start = end;
        match &image {
            Cow::Borrowed(image) => Cow::Borrowed(&image[range]),
            Cow::Owned(image) => Cow::Owned(image[range].to_vec()),
        }
    });
    Ok((version, sections))
}
