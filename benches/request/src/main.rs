//! Measures what it takes to build a request, in instructions and allocations, against one that is written
//! by hand with reqwest and against progenitor's builder.
//!
//! `request [rounds, 1 by default]`

use std::env;

use clients::costs::{Subject, repeat};
use clients::{CLIENTS, Failure};
use deskpro_benches::budget::Budget;
use deskpro_benches::measurement::Measurement;
use request::CASES;

/// How many allocations more than by hand are enough: one for the future that sends, and one for
/// the request until then.
const MORE: f64 = 2.0;

/// Cases with a limit, and its name.
const LIMITED: [(&str, &str); 3] =
    [("list", "request.list"), ("create", "request.create"), ("update", "request.update")];

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => compare(1),
        // What is measured: a process of its own.
        ["run", "request", client, case, rounds] => {
            repeat(request::building(client, case)?, rounds.parse()?)
        }
        [rounds] => compare(rounds.parse()?),
        _ => Err("usage: request [rounds]".into()),
    }
}

fn compare(rounds: usize) -> Result<(), Failure> {
    let mut measurements = Vec::new();
    for case in CASES {
        for client in CLIENTS {
            let subject = Subject { bench: "request", client, input: case };
            measurements.extend(measured(subject, rounds)?);
        }
    }
    measurements.iter().for_each(|measurement| println!("{measurement}"));
    for (case, name) in LIMITED {
        let count = |client| {
            let of = Measurement::new("request.allocations", client, "allocations").case(case);
            measurements.iter().find(|it| it.is_of_same(&of)).map_or(f64::NAN, Measurement::median)
        };
        let (measured, limit) = (count("deskpro"), count("hand-written") + MORE);
        println!("{}", Budget { name, unit: "allocations", measured, limit });
    }
    Ok(())
}

fn measured(subject: Subject<'_>, rounds: usize) -> Result<[Measurement; 2], Failure> {
    let case = subject.input;
    let mut instructions = subject.measurement("request.instructions", "instructions", case);
    let mut allocations = subject.measurement("request.allocations", "allocations", case);
    for _ in 0..rounds {
        instructions.samples.push(subject.instructions(200)?);
        allocations.samples.push(subject.allocations()?.count as f64);
    }
    println!(
        "{case:<8} {:<14} {:>7.0} instructions, {:>3} allocations",
        subject.client,
        instructions.median(),
        allocations.median()
    );
    Ok([instructions, allocations])
}
