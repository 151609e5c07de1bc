//! The licences of all dependencies, held against those that suit a program under MIT or Apache-2.0.

use std::process::Command;

use serde::Deserialize;

use crate::chore::tell;

/// Licences that may be linked into the program.
const ALLOWED: [&str; 12] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "CC0-1.0",
    "Unlicense",
    "0BSD",
    "MPL-2.0",
    "BSL-1.0",
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// Checks every dependency; with `list`, names them all.
pub fn check(list: bool) -> Result<(), String> {
    tell("== licences\n");
    let out = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked"])
        .output()
        .map_err(|e| format!("licences: {e}"))?;
    if !out.status.success() {
        return Err(format!("licences: {}", String::from_utf8_lossy(&out.stderr)));
    }
    let metadata: Metadata = serde_json::from_slice(&out.stdout).map_err(|e| format!("licences: {e}"))?;
    let mut unsuited = Vec::new();
    for package in metadata.packages.iter().filter(|p| p.source.is_some()) {
        let licence = package.license.as_deref().unwrap_or("none told");
        if list {
            tell(&format!("{} {}: {licence}\n", package.name, package.version));
        }
        let suits = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX).is_ok_and(|expression| {
            expression.evaluate(|need| need.license.id().is_some_and(|id| ALLOWED.contains(&id.name)))
        });
        if !suits {
            unsuited.push(format!("{} {}: {licence}", package.name, package.version));
        }
    }
    if unsuited.is_empty() {
        tell(&format!("== licences: {} dependencies suit\n", metadata.packages.len()));
        Ok(())
    } else {
        Err(format!("licences: {}", unsuited.join("; ")))
    }
}
