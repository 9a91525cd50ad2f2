//! Measures the generator on the description of the whole API: from the files of `spec/deskpro` to
//! the files of the client in memory, and where the time goes.
//!
//! `stages [rounds, 15 by default]`

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::process::Command;

use cpu_time::ProcessTime;
use deskpro_benches::budget::Budget;
use deskpro_benches::whole;
use deskpro_codegen::{emit, format, plan};
use deskpro_spec::{Sources, check, parse};

/// The stages, in order; the first is the start of the process.
const STAGES: [&str; 7] = ["start", "read", "parse", "check", "plan", "emit", "format"];

/// What it may take, in milliseconds.
const LIMIT: f64 = 500.0;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => measure(15),
        // What is measured: a process of its own, so that no round is helped by another.
        ["run"] => run(),
        [rounds] => measure(rounds.parse()?),
        _ => Err("usage: stages [rounds]".into()),
    }
}

fn measure(rounds: usize) -> Result<(), Box<dyn Error>> {
    let mut runs = Vec::new();
    for _ in 0..rounds {
        let output = Command::new(env::current_exe()?).arg("run").output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let times: Result<Vec<f64>, _> =
            str::from_utf8(&output.stdout)?.split_whitespace().map(str::parse).collect();
        runs.push(times?);
    }
    for (number, stage) in STAGES.iter().enumerate() {
        println!("{stage:<8} {:>6.1} ms", median(runs.iter().map(|run| run[number])));
    }
    let totals = || runs.iter().map(|run| run.iter().sum::<f64>());
    let (total, least) = (median(totals()), totals().fold(f64::INFINITY, f64::min));
    println!("{:<8} {total:>6.1} ms, {least:.1} at least", "all");
    println!("{}", Budget { name: "stages.cpu", unit: "ms", measured: total, limit: LIMIT });
    Ok(())
}

/// All stages once. Prints the milliseconds of CPU that each took.
fn run() -> Result<(), Box<dyn Error>> {
    let mut clock = Clock::default();
    clock.lap();
    let sources = Sources::read(&whole::folder()).map_err(|problems| format!("{problems:?}"))?;
    clock.lap();
    let (document, problems) = parse(&sources);
    if !problems.is_empty() {
        return Err(problems.short(&sources).into());
    }
    clock.lap();
    let api = check(&document).map_err(|problems| problems.short(&sources))?;
    clock.lap();
    let plan = plan::plan(&api, &whole::options());
    clock.lap();
    let modules = emit::emit(&plan);
    clock.lap();
    let files = format::format(modules);
    clock.lap();
    black_box(files);
    println!("{}", clock.laps.map(|lap| lap.to_string()).join(" "));
    Ok(())
}

/// The time of the process, lap by lap.
#[derive(Default)]
struct Clock {
    laps: [f64; STAGES.len()],
    number: usize,
    before: f64,
}

impl Clock {
    fn lap(&mut self) {
        let now = ProcessTime::now().as_duration().as_secs_f64() * 1e3;
        if let Some(lap) = self.laps.get_mut(self.number) {
            *lap = now - self.before;
        }
        (self.number, self.before) = (self.number + 1, now);
    }
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
