//! Compiles the lexicon folder. A lexicon with errors fails the build, with every problem named.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use demarche_lexicon::{Files, Problem, Severity, compile};

#[allow(clippy::print_stdout, clippy::print_stderr, clippy::exit, reason = "a build script talks to cargo")]
fn main() {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo tells it")).join("../../lexicon");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo tells it"));
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = Files::from_dir(&folder).unwrap_or_else(|error| {
        eprintln!("the lexicon cannot be read: {error}");
        process::exit(1);
    });
    let compiled = compile(&files).unwrap_or_else(|problems| {
        let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error);
        let lines: Vec<String> = errors.map(Problem::to_string).collect();
        eprintln!("the lexicon has {} errors:\n{}", lines.len(), lines.join("\n"));
        process::exit(1);
    });
    fs::write(out.join("lexicon.image"), compiled.image).expect("cargo's folder can be written");
    fs::write(out.join("lexicon.files"), files.to_bytes()).expect("cargo's folder can be written");
}
