//! Compares our client with what one would use instead, on the same API, and writes the report.
//!
//! ```text
//! compare [part...] [--resources N,...] [--client NAME,...] [--turns N] [--seconds N]
//! ```
//!
//! Parts are `generation`, `compilation`, `instructions`, `applications`, `cold`, `programs` or one of the
//! programs by its name, and `report`; without one, all. What is measured takes the place of what
//! `report/results.jsonl` has of the same, so that a part can be measured again alone.

use std::env;
use std::error::Error;
use std::time::{Duration, Instant};

use deskpro_benches::clients::Client;
use deskpro_benches::compare::machine::{Machine, commit};
use deskpro_benches::compare::results::{Results, folder};
use deskpro_benches::compare::{Measured, Subject, Turns, compilation, generation, programs};
use deskpro_benches::measurement::Measurement;
use deskpro_benches::report;

/// The parts that are about one client and one size.
const PARTS: [&str; 5] = ["generation", "compilation", "instructions", "applications", "cold"];

/// The size at which everything is measured; at the others it is enough to see how cost grows.
const WHOLE: usize = 50;

fn main() -> Result<(), Box<dyn Error>> {
    let wanted = Wanted::of(env::args().skip(1))?;
    let path = folder().join("results.jsonl");
    let mut results = Results::read(&path)?;
    let commit = commit()?;
    results.machine = if wanted.measures() { Machine::this() } else { results.machine };
    let start = Instant::now();
    let mut keep = |name: &str, measured: Measured| -> Result<(), Box<dyn Error>> {
        let measured = measured.map_err(|error| format!("{name}: {error}"))?;
        for it in &measured {
            println!("{:>6.0} s  {}", start.elapsed().as_secs_f64(), said(it));
        }
        results.add(measured, &commit);
        // What was measured so far is not lost when something later fails.
        results.write(&path)
    };
    for &resources in &wanted.resources {
        let subject = Subject::new(resources)?;
        for &client in &wanted.clients {
            for part in PARTS.iter().filter(|part| wanted.has(part)) {
                let measured = measure(part, &subject, client, wanted.turns);
                keep(&format!("{part} of {}", client.name()), measured)?;
            }
        }
    }
    for program in
        programs::PROGRAMS.iter().filter(|name| wanted.has("programs") || wanted.has(name))
    {
        keep(program, programs::measure(program))?;
    }
    for &client in wanted.clients.iter().filter(|_| wanted.measures()) {
        results.note_version(client, client.version()?);
    }
    results.write(&path)?;
    report::write(&results, &folder())
}

/// Measures one part. What is not asked of a size gives nothing.
fn measure(part: &str, subject: &Subject, client: Client, turns: Turns) -> Measured {
    let is_whole = subject.resources == WHOLE;
    let is_main =
        matches!(client, Client::Deskpro | Client::HandWritten | Client::ProgenitorBuilder);
    match part {
        "generation" => generation::measure(subject, client, turns),
        "compilation" if is_whole => {
            let manners = ["check", "debug", "release", "doc"];
            let mut measured = compilation::alone(subject, client, &manners, turns)?;
            measured.extend(compilation::changed(subject, client, turns)?);
            Ok(measured)
        }
        // The largest takes minutes a turn, so that others than the main rivals are only checked.
        "compilation" if subject.resources > WHOLE && !is_main => {
            compilation::alone(subject, client, &["check"], turns)
        }
        "compilation" => compilation::alone(subject, client, &["check", "debug", "release"], turns),
        "instructions" if is_whole && is_main => compilation::instructions(subject, client),
        "applications" if is_whole => compilation::applications(subject, client, turns),
        "cold" if is_whole => compilation::cold(subject, client, turns),
        _ => Ok(Vec::new()),
    }
}

/// A measurement in a line for people.
fn said(it: &Measurement) -> String {
    let size = it.resources.map_or(String::new(), |resources| format!(" of {resources}"));
    let (least, greatest) = it.range();
    let spread = format!("{} times, {least:.3} to {greatest:.3}", it.samples.len());
    format!(
        "{:<20} {:<22}{size} {} {:.3} {} ({spread})",
        it.figure,
        it.client,
        it.case,
        it.median(),
        it.unit
    )
}

/// What the command line asks for.
struct Wanted {
    parts: Vec<String>,
    resources: Vec<usize>,
    clients: Vec<Client>,
    turns: Turns,
}

impl Wanted {
    fn of(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut wanted = Self {
            parts: Vec::new(),
            resources: vec![10, WHOLE, 200],
            clients: Client::ALL.to_vec(),
            turns: Turns { most: 5, enough: Duration::from_secs(60) },
        };
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--resources" => {
                    let numbers: Result<_, _> = value()?.split(',').map(str::parse).collect();
                    wanted.resources = numbers?;
                }
                "--client" => {
                    let clients: Result<_, _> = value()?.split(',').map(client).collect();
                    wanted.clients = clients?;
                }
                "--turns" => wanted.turns.most = value()?.parse()?,
                "--seconds" => wanted.turns.enough = Duration::from_secs(value()?.parse()?),
                part if is_part(part) => wanted.parts.push(argument),
                _ => return Err(format!("there is no part `{argument}`").into()),
            }
        }
        Ok(wanted)
    }

    fn has(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|it| it == part)
    }

    /// Whether anything is measured.
    fn measures(&self) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|part| part != "report")
    }
}

fn is_part(name: &str) -> bool {
    ["programs", "report"].contains(&name)
        || PARTS.contains(&name)
        || programs::PROGRAMS.contains(&name)
}

fn client(name: &str) -> Result<Client, String> {
    let client = Client::ALL.into_iter().find(|client| client.name() == name);
    client.ok_or_else(|| format!("there is no client `{name}`"))
}
