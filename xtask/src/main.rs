//! The project's own chores, run as `cargo xtask CHORE`.
//!
//! `test` runs all that must hold before a change lands: formatting, lints, licences of dependencies, advisories where
//! their database can be reached, the lexicon and the tests.

mod chore;
mod licences;

use std::process::ExitCode;

use chore::Chore;

const HELP: &str = "cargo xtask CHORE

  test      formatting, lints, licences, advisories, lexicon, tests
  licences  the licences of all dependencies, by crate
";

fn main() -> ExitCode {
    let chore = std::env::args().nth(1);
    let done = match chore.as_deref() {
        Some("test") => test(),
        Some("licences") => licences::check(true),
        _ => {
            chore::tell(HELP);
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            chore::tell(&format!("failed: {what}\n"));
            ExitCode::FAILURE
        }
    }
}

/// Everything that must hold before a change lands.
fn test() -> Result<(), String> {
    Chore::cargo("formatting", &["fmt", "--all", "--check"]).run()?;
    Chore::cargo("lints", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"])
        .run()?;
    licences::check(false)?;
    advisories();
    Chore::cargo("lexicon", &["run", "--quiet", "--package", "demarche", "--", "lexicon", "check"]).run()?;
    Chore::cargo("tests", &["test", "--workspace", "--quiet"]).run()
}

/// Known weaknesses of dependencies: needs `cargo audit` and the network, so its absence is told, not failed on.
fn advisories() {
    if Chore::cargo("advisories", &["audit", "--quiet"]).run().is_err() {
        chore::tell(
            "advisories: not checked, or weaknesses found above (needs cargo-audit and its database)\n",
        );
    }
}
