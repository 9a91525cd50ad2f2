//! Measures what reading 100,000 tickets over loopback takes, in memory and CPU: page by page with the
//! generated client's stream, against loops with reqwest by hand and with progenitor's client; and as a
//! contrast all of them in one list.
//!
//! `streaming [rounds, 3 by default]`

use std::env;
use std::process::Command;

use bytes::Bytes;
use clients::helpdesk::{Helpdesk, serve};
use clients::page::{Place, Variant, page};
use clients::{Failure, costs};
use deskpro_benches::cost::{self, Cost};
use deskpro_benches::measurement::Measurement;
use http::Uri;
use streaming::{COLLECTED, PAGE_BY_PAGE, PER_PAGE, TOTAL, stream};

/// Who reads, and how.
const SUBJECTS: [(&str, &str); 5] = [
    ("deskpro", PAGE_BY_PAGE),
    ("hand-written", PAGE_BY_PAGE),
    ("progenitor", PAGE_BY_PAGE),
    ("deskpro", COLLECTED),
    ("hand-written", COLLECTED),
];

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => compare(3),
        // What is measured, and what serves it: processes of their own.
        ["serve"] => serve(answer),
        ["run", client, way, address] => stream(client, way, address),
        [rounds] => compare(rounds.parse()?),
        _ => Err("usage: streaming [rounds]".into()),
    }
}

fn compare(rounds: usize) -> Result<(), Failure> {
    let helpdesk = Helpdesk::start()?;
    let mut measurements = Vec::new();
    for (client, way) in SUBJECTS {
        let of = |figure, unit| Measurement::new(figure, client, unit).case(way);
        measurements.push([
            of("streaming.peak", "MB"),
            of("streaming.alive", "kB"),
            of("streaming.cpu", "s"),
        ]);
    }
    // In turns, so that whatever else the machine does falls on all of them.
    for _ in 0..rounds {
        for ((client, way), figures) in SUBJECTS.into_iter().zip(&mut measurements) {
            let samples = samples(client, way, &helpdesk.address)?;
            for (figure, sample) in figures.iter_mut().zip(samples) {
                figure.samples.push(sample);
            }
        }
    }
    println!("{TOTAL} tickets, {PER_PAGE} a page, {rounds} rounds");
    for ((client, way), figures) in SUBJECTS.into_iter().zip(&measurements) {
        let [peak, alive, cpu] = figures.each_ref().map(Measurement::median);
        println!("{way:<13} {client:<13} {peak:>7.1} MB, {alive:>9.0} kB alive, {cpu:>5.2} s");
    }
    measurements.iter().flatten().for_each(|measurement| println!("{measurement}"));
    Ok(())
}

/// Megabytes resident at most, kilobytes alive at most, seconds of CPU.
fn samples(client: &str, way: &str, address: &str) -> Result<[f64; 3], Failure> {
    let mut command = Command::new(env::current_exe()?);
    let Cost { cpu, peak } = cost::measure(command.args(["run", client, way, address]))?;
    let alive = match costs::counted("streaming", &[client, way, address])?[..] {
        [alive] => alive,
        _ => return Err("there is one number of bytes alive".into()),
    };
    Ok([peak as f64 / 1e6, alive as f64 / 1e3, cpu.as_secs_f64()])
}

/// The page that is asked for; made for every request, which costs the helpdesk and not its clients.
fn answer(uri: &Uri) -> Option<Bytes> {
    let query = uri.query().filter(|_| uri.path() == "/api/v2/tickets")?;
    let number = |name| {
        let values = query.split('&').filter_map(|pair| pair.split_once('='));
        let mut values = values.filter(|(found, _)| *found == name);
        values.next().map_or(Some(1), |(_, value)| value.parse().ok())
    };
    let place = Place { page: number("page")?, per_page: number("count")?, total: TOTAL };
    (place.per_page > 0).then(|| Bytes::from(page(Variant::Helpdesk, place)))
}
