//! All forms of a language in one byte image.
//!
//! The image is a header of 16 bytes (magic, length of the FST, length of the lists, all little
//! endian), an [`fst`] map from folded form to the place of a list, and the lists: each a count and
//! so many pairs of lemma and packed cell, in 32-bit words.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use demarche_document::fold;
use fst::raw::{Fst, Output};
use thiserror::Error;

use crate::packed::{Spelling, pack, unpack};
use crate::{Cell, LemmaId};

const MAGIC: &[u8; 8] = b"DMFORMS1";
const HEADER: usize = 16;
const WORD: usize = 4;

/// Why an image cannot be loaded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormsError {
    /// The bytes do not begin as an image does.
    #[error("these bytes are no image of word forms")]
    NoImage,
    /// The header promises more bytes than there are, or fewer.
    #[error("the image of word forms has {found} bytes where its header tells {told}")]
    Length {
        /// What the header tells.
        told: usize,
        /// What is there.
        found: usize,
    },
    /// The map inside is damaged.
    #[error("the map inside the image of word forms is damaged: {0}")]
    Map(String),
}

/// Collects forms and packs them. The image does not depend on the order in which they came.
#[derive(Debug, Clone, Default)]
pub struct FormsBuilder {
    forms: BTreeMap<String, Vec<(u32, u32)>>,
}

impl FormsBuilder {
    /// A builder without forms.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a form in any spelling. A form whose key is empty is left out.
    pub fn add(&mut self, form: &str, lemma: LemmaId, cell: Cell) {
        let key = fold(form);
        if !key.is_empty() {
            self.forms.entry(key).or_default().push((lemma.0, pack(cell, Spelling::of(form))));
        }
    }

    /// Packs what was added.
    ///
    /// # Panics
    /// If the lists need more than 16 GiB.
    pub fn finish(self) -> Vec<u8> {
        let mut places: BTreeMap<Vec<(u32, u32)>, u64> = BTreeMap::new();
        let mut lists: Vec<u8> = Vec::new();
        let mut map = fst::raw::Builder::memory();
        for (key, mut list) in self.forms {
            list.sort_unstable();
            list.dedup();
            let place = *places.entry(list).or_insert_with_key(|list| {
                let place = (lists.len() / WORD) as u64;
                let count = u32::try_from(list.len()).expect("a form has fewer readings than 2^32");
                lists.extend(count.to_le_bytes());
                for (lemma, cell) in list {
                    lists.extend(lemma.to_le_bytes());
                    lists.extend(cell.to_le_bytes());
                }
                place
            });
            map.insert(key.as_bytes(), place).expect("a B-tree gives its keys in order, each once");
        }
        let map = map.into_inner().expect("writing to memory does not fail");
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).expect("an image is smaller than 4 GiB");
        let mut image = Vec::with_capacity(HEADER + map.len() + lists.len());
        image.extend(MAGIC);
        image.extend(length(&map).to_le_bytes());
        image.extend(length(&lists).to_le_bytes());
        image.extend(map);
        image.extend(lists);
        image
    }
}

/// Forms, ready to be looked up.
#[derive(Clone)]
pub struct Forms {
    map: Fst<Cow<'static, [u8]>>,
    lists: Cow<'static, [u8]>,
}

impl fmt::Debug for Forms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Forms").field("len", &self.len()).finish_non_exhaustive()
    }
}

impl Forms {
    /// Loads an image made by [`FormsBuilder::finish`]; only its header is read.
    ///
    /// # Errors
    /// [`FormsError`] if the bytes are no such image.
    pub fn new(bytes: Cow<'static, [u8]>) -> Result<Self, FormsError> {
        if bytes.len() < HEADER || &bytes[..MAGIC.len()] != MAGIC {
            return Err(FormsError::NoImage);
        }
        let map = word(&bytes, MAGIC.len() / WORD).unwrap_or_default() as usize;
        let lists = word(&bytes, MAGIC.len() / WORD + 1).unwrap_or_default() as usize;
        let told = HEADER + map + lists;
        if bytes.len() != told {
            return Err(FormsError::Length { told, found: bytes.len() });
        }
        let (map, lists) = match bytes {
            Cow::Borrowed(bytes) => {
                let (map, lists) = bytes[HEADER..].split_at(map);
                (Cow::Borrowed(map), Cow::Borrowed(lists))
            }
            Cow::Owned(mut bytes) => {
                let lists = bytes.split_off(HEADER + map);
                (Cow::Owned(bytes.split_off(HEADER)), Cow::Owned(lists))
            }
        };
        let map = Fst::new(map).map_err(|error| FormsError::Map(error.to_string()))?;
        Ok(Self { map, lists })
    }

    /// Whose form a folded word is, in the order of lemmas, then of cells.
    pub fn lookup(&self, form: &str) -> impl Iterator<Item = (LemmaId, Cell)> {
        let place = self.map.get(form.as_bytes());
        let mut last = None;
        place.into_iter().flat_map(|place| self.list(place.value())).filter_map(move |(lemma, cell, _)| {
            (last.replace((lemma, cell)) != Some((lemma, cell))).then_some((lemma, cell))
        })
    }

    /// How many different folded forms there are.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there is no form at all.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// Tells of each form that `word` begins with: its length in bytes and the place of its list.
    pub(crate) fn beginnings(&self, word: &str, mut found: impl FnMut(usize, u64)) {
        let mut node = self.map.root();
        let mut sum = Output::zero();
        for (at, byte) in word.bytes().enumerate() {
            let Some(step) = node.find_input(byte) else { return };
            let step = node.transition(step);
            sum = sum.cat(step.out);
            node = self.map.node(step.addr);
            if node.is_final() {
                found(at + 1, sum.cat(node.final_output()).value());
            }
        }
    }

    /// The list at a place that the map gave.
    pub(crate) fn list(&self, place: u64) -> impl Iterator<Item = (LemmaId, Cell, Spelling)> {
        let place = usize::try_from(place).unwrap_or(usize::MAX / WORD - 1);
        let count = word(&self.lists, place).unwrap_or_default() as usize;
        (0..count).map_while(move |n| {
            let lemma = word(&self.lists, place + 1 + 2 * n)?;
            let (cell, spelling) = unpack(word(&self.lists, place + 2 + 2 * n)?)?;
            Some((LemmaId(lemma), cell, spelling))
        })
    }
}

fn word(bytes: &[u8], index: usize) -> Option<u32> {
    let start = index.checked_mul(WORD)?;
    let bytes = bytes.get(start..start.checked_add(WORD)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Forms, FormsBuilder, FormsError};
    use crate::{Cell, LemmaId, Number, Pos};

    fn cell(number: Number) -> Cell {
        Cell { number, ..Cell::of(Pos::Noun) }
    }

    #[test]
    fn a_form_is_found_by_its_key_however_it_was_spelled() {
        let mut builder = FormsBuilder::new();
        builder.add("أسلحة", LemmaId(7), cell(Number::Plural));
        let forms = Forms::new(Cow::Owned(builder.finish())).expect("an image");
        assert_eq!(forms.lookup("اسلحه").collect::<Vec<_>>(), [(LemmaId(7), cell(Number::Plural))]);
        assert_eq!(forms.lookup("اسلح").count(), 0);
        assert_eq!(forms.lookup("").count(), 0);
    }

    #[test]
    fn spellings_with_one_key_are_one_reading() {
        let mut builder = FormsBuilder::new();
        builder.add("إن", LemmaId(1), Cell::of(Pos::Particle));
        builder.add("أن", LemmaId(1), Cell::of(Pos::Particle));
        let forms = Forms::new(Cow::Owned(builder.finish())).expect("an image");
        assert_eq!(forms.lookup("ان").count(), 1);
    }

    #[test]
    fn an_image_that_was_cut_or_is_none_is_refused() {
        let mut builder = FormsBuilder::new();
        builder.add("سفير", LemmaId(1), cell(Number::Singular));
        let image = builder.finish();
        let load = |bytes: &[u8]| Forms::new(Cow::Owned(bytes.to_vec())).map(|forms| forms.len());
        assert_eq!(load(&image), Ok(1));
        assert_eq!(load(b"nothing of the kind"), Err(FormsError::NoImage));
        assert_eq!(load(&[]), Err(FormsError::NoImage));
        let length = FormsError::Length { told: image.len(), found: image.len() - 1 };
        assert_eq!(load(&image[..image.len() - 1]), Err(length));
    }
}
