//! One step of a chore: a program with a name that a person understands.

use std::io::Write;
use std::process::Command;
use std::time::Instant;

/// A program to run.
pub struct Chore {
    name: &'static str,
    command: Command,
}

impl Chore {
    /// A call of cargo.
    pub fn cargo(name: &'static str, arguments: &[&str]) -> Self {
        let mut command = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
        command.args(arguments);
        Self { name, command }
    }

    /// Runs it, telling its name and how long it took; an error names it.
    pub fn run(mut self) -> Result<(), String> {
        tell(&format!("== {}\n", self.name));
        let start = Instant::now();
        let status = self.command.status().map_err(|e| format!("{}: {e}", self.name))?;
        tell(&format!("== {}: {:.0} s\n", self.name, start.elapsed().as_secs_f32()));
        if status.success() { Ok(()) } else { Err(self.name.to_owned()) }
    }
}

/// Says something on standard error.
pub fn tell(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
