//! What the other programs of this workspace measure.

use std::error::Error;
use std::process::{Command, Stdio};

use super::Measured;
use crate::measurement::Measurement;
use crate::place;

/// The programs that measure what clients cost while they run, and what macros cost.
pub const PROGRAMS: [&str; 5] = ["decode", "request", "throughput", "streaming", "attribute"];

/// Runs a program and reads what it measured from the lines that it writes. What else it says is shown.
///
/// # Errors
///
/// When it is not built, fails, or measures nothing.
pub fn measure(program: &str) -> Measured {
    let output = Command::new(place::program(program)?).stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8(output.stdout)?;
    if !output.status.success() {
        return Err(format!("{program} ended with {}", output.status).into());
    }
    let figures: Vec<_> = text.lines().filter_map(Measurement::from_line).collect();
    match figures.is_empty() {
        true => Err(Box::<dyn Error>::from(format!("{program} measured nothing"))),
        false => Ok(figures),
    }
}
