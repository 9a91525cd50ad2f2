//! Checks what the client costs against `budget.toml`, and changes the numbers there when it is asked to.

use std::process::ExitCode;
use std::{env, fs};

use budget::command::Command;
use budget::figures::Figures;
use budget::file::{Budget, Line, grouped};
use budget::verdict::{Verdict, verdicts};
use budget::{Failure, place};

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}

/// Whether the budget holds.
fn run() -> Result<bool, Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let command = Command::parse(&arguments)?;
    let file = place::budget();
    let mut text = fs::read_to_string(&file)?;
    let budget = Budget::parse(&text)?;
    let figures = Figures::measure()?;
    let changes = command.changes(&budget, &figures)?;
    if command != Command::Check {
        changes.iter().for_each(say_change);
        println!("{} of {} figures changed", changes.len(), budget.lines.len());
        text = Budget::rewritten(&text, changes);
        fs::write(&file, &text)?;
    }
    Ok(judge(&Budget::parse(&text)?, &figures))
}

/// Says what there is to say, and whether the budget holds.
fn judge(budget: &Budget, figures: &Figures) -> bool {
    let verdicts = verdicts(budget, figures);
    verdicts.iter().for_each(|verdict| println!("{verdict}"));
    for (section, reason) in &figures.skipped {
        println!("{section} are skipped: {reason}");
    }
    for verdict in &verdicts {
        match verdict.advice() {
            Some(advice) if verdict.fails() => eprintln!("fails: {advice}"),
            Some(advice) => println!("cheaper: {advice}"),
            None => {}
        }
    }
    !verdicts.iter().any(Verdict::fails)
}

fn say_change((line, measured): &(&Line, u64)) {
    let (was, is) = (grouped(line.measured.value, ','), grouped(*measured, ','));
    println!("{}: {was} -> {is}", line.name);
}
