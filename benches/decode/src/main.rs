//! Measures the decoding of pages of tickets and of a refusal, in instructions and allocations, against
//! structs with serde's derives and serde_json, and against progenitor's types.
//!
//! `decode [rounds, 1 by default]`

mod budgets;

use std::{env, fs};

use clients::costs::{Subject, repeat};
use clients::page::{Place, Variant, page};
use clients::{CLIENTS, Failure};
use deskpro_benches::measurement::Measurement;
use deskpro_benches::place;

/// How many tickets pages have.
const SIZES: [usize; 3] = [10, 100, 200];

/// What their tickets are like.
const VARIANTS: [Variant; 4] =
    [Variant::Helpdesk, Variant::Shuffled, Variant::Unknown, Variant::Escaped];

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => compare(1),
        // What is measured: a process of its own.
        ["run", "page", client, file, rounds] => {
            repeat(decode::page(client, file)?, rounds.parse()?)
        }
        ["run", "refusal", client, _, rounds] => repeat(decode::refusal(client)?, rounds.parse()?),
        [rounds] => compare(rounds.parse()?),
        _ => Err("usage: decode [rounds]".into()),
    }
}

fn compare(rounds: usize) -> Result<(), Failure> {
    let mut measurements = Vec::new();
    for tickets in SIZES {
        for variant in VARIANTS {
            let case = format!("{tickets} tickets, {}", variant.title());
            let file = written(variant, tickets)?;
            let subject = |client| Subject { bench: "page", client, input: &file };
            for subject in CLIENTS.map(subject) {
                // About as many tickets each, so that large pages do not take all the time.
                let more = (2_000 / tickets).min(40).try_into()?;
                measurements.extend(measured(subject, "decode", &case, more, rounds)?);
            }
        }
    }
    for client in CLIENTS {
        let subject = Subject { bench: "refusal", client, input: "" };
        measurements.extend(measured(subject, "error", "400, a tree of errors", 200, rounds)?);
    }
    let budgets = budgets::of(&measurements)?;
    measurements.iter().for_each(|measurement| println!("{measurement}"));
    budgets.iter().for_each(|budget| println!("{budget}"));
    Ok(())
}

/// Instructions, allocations and bytes of a round.
fn measured(
    subject: Subject<'_>,
    figure: &str,
    case: &str,
    more: u32,
    rounds: usize,
) -> Result<[Measurement; 3], Failure> {
    let of = |name, unit| subject.measurement(&format!("{figure}.{name}"), unit, case);
    let mut figures =
        [of("instructions", "instructions"), of("allocations", "allocations"), of("bytes", "B")];
    for _ in 0..rounds {
        let instructions = subject.instructions(more)?;
        let allocations = subject.allocations()?;
        let (count, bytes) = (allocations.count as f64, allocations.bytes as f64);
        for (figure, sample) in figures.iter_mut().zip([instructions, count, bytes]) {
            figure.samples.push(sample);
        }
    }
    let [instructions, allocations, bytes] = figures.each_ref().map(Measurement::median);
    println!(
        "{case:<32} {:<14} {:>9.1} thousand instructions, {allocations:>6} allocations, {bytes:>9} bytes",
        subject.client,
        instructions / 1e3,
    );
    Ok(figures)
}

/// The file with such a page.
fn written(variant: Variant, tickets: usize) -> Result<String, Failure> {
    let file = place::folder("decode")?.join(format!("{variant:?}.{tickets}.json"));
    fs::write(&file, page(variant, Place { page: 1, per_page: tickets, total: 5445 }))?;
    Ok(file.to_str().ok_or("the path of the target folder is no text")?.to_owned())
}
