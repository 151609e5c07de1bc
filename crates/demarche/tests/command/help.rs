//! Usage: help, versions and wrong arguments.

use super::run_on;

#[test]
fn every_verb_has_help_with_an_example() {
    for verb in [
        &["read"][..],
        &["classify"],
        &["explain"],
        &["lexicon", "check"],
        &["lexicon", "show"],
        &["lexicon", "gaps"],
    ] {
        let arguments: Vec<&str> = verb.iter().copied().chain(["--help"]).collect();
        let run = run_on("", &arguments);
        assert_eq!(run.status, 0);
        assert!(run.out.contains(&format!("  demarche {}", verb.join(" "))), "{}", run.out);
    }
}

#[test]
fn the_version_names_program_and_lexicon() {
    let run = run_on("", &["--version"]);
    assert_eq!(run.status, 0);
    assert!(
        run.out.starts_with(concat!("demarche ", env!("CARGO_PKG_VERSION"), " (lexicon ")),
        "{}",
        run.out
    );
}

#[test]
fn wrong_usage_ends_with_two() {
    for wrong in [
        &[][..],
        &["reed"],
        &["read", "--format", "xml"],
        &["read", "--date", "yesterday"],
        &["read", "--lang", "fr"],
        &["lexicon", "show"],
    ] {
        let run = run_on("", wrong);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{wrong:?}");
        assert!(!run.err.is_empty());
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let folder = tempfile::TempDir::new().expect("a folder");
    let lines: String =
        (0..4000).map(|n| format!("{{\"id\": \"{n}\", \"text\": \"Russia bombed Aleppo.\"}}\n")).collect();
    std::fs::write(folder.path().join("a.jsonl"), lines).expect("it can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.args(["read", "a.jsonl", "--format", "json"]).current_dir(folder.path());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut start = [0; 64];
    child.stdout.take().expect("piped").read_exact(&mut start).expect("it writes");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
