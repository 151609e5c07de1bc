//! The command as its users meet it: arguments and files in; output, messages and exit status out.

mod bad_input;
mod classify;
mod explain;
mod formats;
mod help;
mod lexicon;

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A sentence with one event, in both languages.
const ENGLISH: &str = "Russia bombed Aleppo on Tuesday.";
const ARABIC: &str = "قصفت روسيا سوريا يوم الثلاثاء.";

/// What a run gave.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Run {
    /// The records printed as JSON lines.
    fn records(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a line is a record")).collect()
    }

    /// The records of a kind.
    fn of_kind(&self, kind: &str) -> Vec<serde_json::Value> {
        self.records().into_iter().filter(|record| record["kind"] == kind).collect()
    }
}

/// A folder with files to be read.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder for the test"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// With a file more.
    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path: PathBuf = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("inside the folder")).expect("a folder can be made");
        std::fs::write(path, content).expect("a file can be written");
        self
    }

    /// Runs the command inside the folder.
    fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    /// Runs the command inside the folder with this standard input.
    fn run_with(&self, arguments: &[&str], input: impl Into<Vec<u8>>) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
        command.env_remove("COLUMNS").env_remove("NO_COLOR").current_dir(self.path()).args(arguments);
        let output = command.write_stdin(input).output().expect("the command runs");
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Run {
            status: output.status.code().expect("it ends by itself"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// Runs the command on a text.
fn run_on(text: impl Into<Vec<u8>>, arguments: &[&str]) -> Run {
    Folder::new().run_with(arguments, text)
}
