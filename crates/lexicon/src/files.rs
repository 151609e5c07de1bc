//! The files of a lexicon folder, read into memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};

/// The texts of a lexicon folder by their path inside it, in the order of the paths.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files(BTreeMap<String, File>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct File {
    /// The folder it came from, as problems and evidence show it.
    root: String,
    text: String,
}

impl Files {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads every `.toml` and `.tsv` file of a folder and of the folders in it. Hidden files are passed over.
    ///
    /// # Errors
    /// When a folder or file cannot be read or a file is not UTF-8; the error names its path.
    pub fn from_dir(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let root = path.file_name().map_or("lexicon".into(), |name| name.to_string_lossy().into_owned());
        let mut files = Self::new();
        files.read_folder(path, "", &root)?;
        Ok(files)
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str, root: &str) -> io::Result<()> {
        let named = |error: io::Error, path: &Path| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        };
        for entry in fs::read_dir(folder).map_err(|error| named(error, folder))? {
            let path = entry.map_err(|error| named(error, folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            if path.is_dir() {
                self.read_folder(&path, &format!("{prefix}{name}/"), root)?;
            } else if name.ends_with(".toml") || name.ends_with(".tsv") {
                let text = fs::read_to_string(&path).map_err(|error| named(error, &path))?;
                self.insert_from(root, format!("{prefix}{name}"), text);
            }
        }
        Ok(())
    }

    /// Adds a file, or replaces the file of the same path. `path` is relative to the folder, with `/`.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.insert_from("lexicon", path.into(), text.into());
    }

    fn insert_from(&mut self, root: &str, path: String, text: String) {
        let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text).replace("\r\n", "\n");
        self.0.insert(path, File { root: root.to_owned(), text });
    }

    /// Lays `other` over these files: a file of the same path replaces, other files are added.
    pub fn overlay(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(|file| file.text.as_str())
    }

    /// Paths and texts, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file.text.as_str()))
    }

    /// Paths with the folder they came from in front (`lexicon/ar/verbs.tsv`) and texts, in the order of the paths.
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&str, String, &str)> {
        self.0.iter().map(|(path, file)| (path.as_str(), format!("{}/{path}", file.root), file.text.as_str()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Packs the files into bytes that [`Files::from_bytes`] reads.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).expect("strings always serialise")
    }

    /// Unpacks what [`Files::to_bytes`] wrote; none when the bytes are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl<P: Into<String>, T: Into<String>> FromIterator<(P, T)> for Files {
    fn from_iter<I: IntoIterator<Item = (P, T)>>(files: I) -> Self {
        let mut all = Self::new();
        for (path, text) in files {
            all.insert(path, text);
        }
        all
    }
}
