//! Our crate and progenitor's, compiled in turns.

use std::io;
use std::path::Path;

use crate::cost::Cost;
use crate::twins::Twin;

/// How often each crate is compiled; the least time counts.
const ROUNDS: usize = 4;

/// How the crates are compiled: the arguments of cargo.
#[derive(Debug)]
pub struct Manner {
    /// For ours.
    pub ours: &'static [&'static str],
    /// For progenitor's, which has no features.
    pub theirs: &'static [&'static str],
}

/// What both cost.
#[derive(Debug, Clone, Copy)]
pub struct Costs {
    /// Ours.
    pub ours: Cost,
    /// Progenitor's.
    pub theirs: Cost,
}

impl Costs {
    /// The share of their time that ours took.
    pub fn ratio(&self) -> f64 {
        self.ours.cpu.as_secs_f64() / self.theirs.cpu.as_secs_f64()
    }
}

/// What it costs to compile each crate alone, in turns, so that what else the machine does falls on
/// both. Says what it found.
///
/// # Errors
///
/// When cargo cannot be run, or finds errors.
pub fn compile(own: &Twin, other: &Twin, manner: &Manner, folder: &Path) -> io::Result<Costs> {
    let target = folder.join("target");
    own.prepare(manner.ours, &target)?;
    other.prepare(manner.theirs, &target)?;
    let mut costs = Costs { ours: Cost::UNKNOWN, theirs: Cost::UNKNOWN };
    for _ in 0..ROUNDS {
        costs.ours = costs.ours.or_less(own.compile(manner.ours, &target)?);
        costs.theirs = costs.theirs.or_less(other.compile(manner.theirs, &target)?);
    }
    let command = format!("cargo {}", manner.theirs.join(" "));
    show(&command, own, costs.ours);
    show(&command, other, costs.theirs);
    println!("{:<34} a {:.1}th", "", 1.0 / costs.ratio());
    Ok(costs)
}

fn show(command: &str, twin: &Twin, cost: Cost) {
    let (cpu, peak) = (cost.cpu.as_secs_f64(), cost.peak / 1_000_000);
    println!("{command:<22} {:<11} {cpu:>6.2} s of CPU, {peak:>5} MB at most", twin.name);
}
