//! Measures what a generated client costs to compile, against progenitor's client of the same API.
//!
//! `compile [resources, 50 by default]`
//!
//! Only the generated crate is compiled, everything that it depends on was compiled before.

use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;
use std::{env, io};

use deskpro_benches::budget::Budget;
use deskpro_benches::cost::{self, Cost};
use deskpro_benches::place;
use deskpro_benches::twins::Twin;

/// How often each crate is compiled; the least time counts.
const ROUNDS: usize = 4;

/// How it is compiled, and the share of progenitor's cost that ours may be.
struct Manner {
    budget: &'static str,
    arguments: &'static [&'static str],
    share: f64,
}

const MANNERS: [Manner; 2] = [
    Manner { budget: "compile.check", arguments: &["check"], share: 1.0 / 10.0 },
    Manner { budget: "compile.release", arguments: &["build", "--release"], share: 1.0 / 12.0 },
];

fn main() -> Result<(), Box<dyn Error>> {
    let resources = env::args().nth(1).map_or(Ok(50), |count| count.parse())?;
    let folder = place::folder("compile")?;
    let own = Twin::own(resources, &folder)?;
    let progenitor = Twin::progenitor(resources, &folder)?;
    let target = folder.join("target");
    println!("{resources} resources, {} operations", resources * 5);
    let mut budgets = Vec::new();
    for manner in MANNERS {
        let (mut ours, mut theirs) = (Cost::UNKNOWN, Cost::UNKNOWN);
        // In turns, so that what else the machine does falls on both.
        for _ in 0..ROUNDS {
            ours = ours.or_less(compile(&own, &manner, &target)?);
            theirs = theirs.or_less(compile(&progenitor, &manner, &target)?);
        }
        let ratio = ours.cpu.as_secs_f64() / theirs.cpu.as_secs_f64();
        show(&own, &manner, ours);
        show(&progenitor, &manner, theirs);
        println!("{:<34} a {:.1}th", "", 1.0 / ratio);
        let (name, limit) = (manner.budget, manner.share);
        budgets.push(Budget { name, unit: "ratio", measured: ratio, limit });
    }
    budgets.iter().for_each(|budget| println!("{budget}"));
    Ok(())
}

/// What it costs to compile the crate alone.
fn compile(twin: &Twin, manner: &Manner, target: &Path) -> io::Result<Cost> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(manner.arguments)
        .arg("--quiet")
        .current_dir(&twin.folder)
        .env("CARGO_TARGET_DIR", target.join(twin.name))
        // Whole crates: what is compiled again after a change is another question.
        .env("CARGO_INCREMENTAL", "0");
    // First everything that it depends on, and itself; does nothing where all is up to date.
    cost::measure(&mut cargo)?;
    File::options().append(true).open(twin.lib())?.set_modified(SystemTime::now())?;
    cost::measure(&mut cargo)
}

fn show(twin: &Twin, manner: &Manner, cost: Cost) {
    let (cpu, peak) = (cost.cpu.as_secs_f64(), cost.peak / 1_000_000);
    let command = format!("cargo {}", manner.arguments.join(" "));
    println!("{command:<22} {:<11} {cpu:>6.2} s of CPU, {peak:>5} MB at most", twin.name);
}
