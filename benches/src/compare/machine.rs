//! What figures are of: the machine, the toolchain, the commit.

use std::error::Error;
use std::fs;
use std::process::Command;

use serde::{Deserialize, Serialize};

/// The machine, and what it measured with.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// Its processor.
    pub processor: String,
    /// How many of its cores there were.
    pub cores: usize,
    /// How much memory, in GB.
    pub memory: u64,
    /// Its operating system.
    pub system: String,
    /// The compiler.
    pub rustc: String,
    /// What counts instructions.
    pub valgrind: String,
    /// When, `2026-11-28`.
    pub date: String,
}

impl Machine {
    /// This one; what cannot be found out stays empty.
    pub fn this() -> Self {
        let file = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let line = |text: String, key: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(key)).map(str::to_owned);
            line.unwrap_or_default().trim_matches([':', '\t', ' ']).to_owned()
        };
        let memory = line(file("/proc/meminfo"), "MemTotal:");
        let memory = memory.split(' ').next().and_then(|kilobytes| kilobytes.parse::<u64>().ok());
        Self {
            processor: line(file("/proc/cpuinfo"), "model name"),
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            memory: memory.unwrap_or_default() / 1_000_000,
            system: said("uname", &["-sr"]).unwrap_or_default(),
            rustc: said("rustc", &["--version"]).unwrap_or_default(),
            valgrind: said("valgrind", &["--version"]).unwrap_or_default(),
            date: said("date", &["--utc", "--iso-8601"]).unwrap_or_default(),
        }
    }
}

/// The commit that is measured, with a `+` where something was changed since.
///
/// # Errors
///
/// When git cannot be asked.
pub fn commit() -> Result<String, Box<dyn Error>> {
    let commit = said("git", &["rev-parse", "--short", "HEAD"])?;
    // What is only about the report changes nothing of what is measured.
    let changed =
        said("git", &["status", "--porcelain", "--", ":/", ":(exclude,top)benches/report"])?;
    Ok(if changed.is_empty() { commit } else { commit + "+" })
}

/// What a program says.
fn said(program: &str, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let output = Command::new(program).args(arguments).output()?;
    if !output.status.success() {
        return Err(format!("{program} ended with {}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}
