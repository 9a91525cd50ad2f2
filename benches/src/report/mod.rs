//! The report: Markdown with plots, made of what was measured.

mod aims;
mod growth;
mod plot;
mod table;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use self::growth::{Growth, points};
use self::plot::Series;
use self::table::{Column, by_client, by_figure, digits};
use crate::clients::Client;
use crate::compare::results::Results;

/// What is written by hand: what the figures mean, and what was tried.
const HEAD: &str = include_str!("head.md");
const TRIED: &str = include_str!("tried.md");

/// The clients that are measured while they run.
const RUNNING: [&str; 3] = ["deskpro", "hand-written", "progenitor"];

/// The figures whose growth is shown: name, title, file.
const GROWING: [(&str, &str, &str); 4] = [
    ("generate.cpu", "Generating", "generate.svg"),
    ("compile.check", "cargo check of the crate", "check.svg"),
    ("compile.debug", "cargo build of the crate", "debug.svg"),
    ("compile.release", "cargo build --release of the crate", "release.svg"),
];

/// Writes the report and its plots into a folder.
///
/// # Errors
///
/// When a file cannot be written.
pub fn write(results: &Results, folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let clients = Client::ALL.map(Client::name);
    for (figure, title, file) in GROWING {
        let series = clients
            .iter()
            .map(|name| Series { name: (*name).to_owned(), points: points(results, figure, name) });
        let series: Vec<_> = series.filter(|series| !series.points.is_empty()).collect();
        plot::growth(&folder.join(file), title, "seconds of CPU", &series)?;
    }
    decoding(results, &folder.join("decode.svg"))?;
    let sections = [
        HEAD.to_owned(),
        measured_on(results),
        format!("## What was aimed at\n\n{}", aims::table(results)),
        format!("## Generating\n\n{}", generating(results, &clients)),
        format!("## Compiling\n\n{}", compiling(results, &clients)),
        format!("## Growing\n\n{}", growing(results, &clients)),
        format!("## Running\n\n{}", running(results)),
        format!("## Attributes\n\n{}", attributes(results)),
        TRIED.to_owned(),
    ];
    Ok(fs::write(folder.join("README.md"), sections.join("\n"))?)
}

/// What the figures are of.
fn measured_on(results: &Results) -> String {
    let machine = &results.machine;
    let commits: BTreeSet<_> = results.found.iter().map(|found| found.commit.as_str()).collect();
    let commits: Vec<_> = commits.into_iter().map(|commit| format!("`{commit}`")).collect();
    let versions =
        results.versions.iter().map(|(client, version)| format!("| {client} | {version} |\n"));
    format!(
        "Measured on {} at {}: {}, {} cores, {} GB, {}, {}, {}.\n\n| client | made by |\n|---|---|\n{}",
        machine.date,
        commits.join(", "),
        machine.processor,
        machine.cores,
        machine.memory,
        machine.system,
        machine.rustc,
        machine.valgrind,
        versions.collect::<String>(),
    )
}

fn generating(results: &Results, clients: &[&str]) -> String {
    let columns = [
        Column::of("CPU, 200 resources", "generate.cpu").size(200),
        Column::of("one endpoint changed", "generate.changed").size(200),
        Column::of("instructions", "generate.instructions").case("fresh").size(200),
        Column::of("one endpoint changed", "generate.instructions").case("changed").size(200),
        Column::of("memory", "generate.peak").size(200),
        Column::of("lines of Rust", "generate.lines").size(200),
        Column::of("bytes", "generate.bytes").size(200),
    ];
    by_client(results, clients, &columns) + "\n![generating](generate.svg)\n"
}

fn compiling(results: &Results, clients: &[&str]) -> String {
    let crates = [
        Column::of("check", "compile.check").size(50),
        Column::of("memory", "compile.check.peak").size(50),
        Column::of("debug", "compile.debug").size(50),
        Column::of("release", "compile.release").size(50),
        Column::of("instructions of a check", "compile.instructions").case("check").size(50),
        Column::of("of release", "compile.instructions").case("release").size(50),
        Column::of("library", "compile.size").size(50),
        Column::of("documentation", "compile.doc").size(50),
        Column::of("check, one endpoint changed", "compile.changed").size(50),
    ];
    let applications = [
        Column::of("3 operations, debug", "application.debug").case("three").size(50),
        Column::of("release", "application.release").case("three").size(50),
        Column::of("all operations, debug", "application.debug").case("all").size(50),
        Column::of("release", "application.release").case("all").size(50),
        Column::of("dependencies", "cold.dependencies").size(50),
        Column::of("first build", "cold.build").size(50),
    ];
    format!(
        "The crate of 50 resources, 250 operations, alone:\n\n{}\nAn application, with that crate; \
         and where nothing was built before, all that it depends on:\n\n{}",
        by_client(results, clients, &crates),
        by_client(results, clients, &applications),
    )
}

/// How cost grows, and what a thousand resources would take.
fn growing(results: &Results, clients: &[&str]) -> String {
    let mut text =
        "Cost is taken to be a power of the number of resources, through the two largest sizes \
                    measured; 1 is linear. Behind it, what 1,000 resources would take.\n\n|"
            .to_owned();
    for (_, title, _) in GROWING {
        text += &format!(" | {title}");
    }
    text += &format!(" |\n|---|{}\n", "---:|".repeat(GROWING.len()));
    for client in clients {
        let cells = GROWING.map(|(figure, ..)| {
            Growth::of(results, figure, client).map_or("–".to_owned(), |growth| {
                format!("{:.2}, {} s", growth.exponent, digits(growth.at(1000.0)))
            })
        });
        text += &format!("| {client} | {} |\n", cells.join(" | "));
    }
    text + "\n![check](check.svg)\n![release](release.svg)\n"
}

const VARIANTS: [&str; 4] =
    ["a helpdesk's order", "shuffled", "with unknown members", "with escapes"];

fn running(results: &Results) -> String {
    let cases: Vec<_> = [10, 100, 200]
        .iter()
        .flat_map(|count| VARIANTS.map(|variant| format!("{count} tickets, {variant}")))
        .collect();
    let decode = |title, figure| {
        let rows: Vec<_> = cases.iter().map(|case| Column::of(case, figure).case(case)).collect();
        format!("{title}\n\n{}", by_figure(results, &RUNNING, &rows))
    };
    let few: Vec<_> = cases.iter().filter(|case| case.starts_with("100 ")).collect();
    let allocations = few.iter().map(|case| Column::of(case, "decode.allocations").case(case));
    let refusal = "400, a tree of errors";
    let others = [
        Column::of("decoding a refusal, instructions", "error.instructions").case(refusal),
        Column::of("its allocations", "error.allocations").case(refusal),
        Column::of("building a list, instructions", "request.instructions").case("list"),
        Column::of("its allocations", "request.allocations").case("list"),
        Column::of("building a new ticket, instructions", "request.instructions").case("create"),
        Column::of("its allocations", "request.allocations").case("create"),
        Column::of("building an update, instructions", "request.instructions").case("update"),
        Column::of("its allocations", "request.allocations").case("update"),
        Column::of("requests a second, one core", "throughput.requests"),
        Column::of("CPU of a request", "throughput.cpu"),
        Column::of("answered within, half", "latency.p50"),
        Column::of("99 of 100", "latency.p99"),
        Column::of("999 of 1,000", "latency.p99.9"),
        Column::of("100,000 tickets page by page, memory", "streaming.peak").case("page by page"),
        Column::of("bytes alive at most", "streaming.alive").case("page by page"),
        Column::of("CPU", "streaming.cpu").case("page by page"),
        Column::of("all in one list, memory", "streaming.peak").case("collected"),
    ];
    format!(
        "{}\n![decoding](decode.svg)\n\nAllocations of it:\n\n{}\n{}",
        decode("Instructions to decode a page, of tickets with 70 fields:", "decode.instructions"),
        by_figure(results, &RUNNING, &allocations.collect::<Vec<_>>()),
        by_figure(results, &RUNNING, &others),
    )
}

/// Draws what decoding costs.
fn decoding(results: &Results, path: &Path) -> Result<(), Box<dyn Error>> {
    let millions = |client: &str| {
        let figures = VARIANTS.iter().enumerate().filter_map(|(place, variant)| {
            let case = format!("100 tickets, {variant}");
            let found = results.get("decode.instructions", client, &case, None)?;
            Some((place as f64, found.median() / 1e6))
        });
        Series { name: client.to_owned(), points: figures.collect() }
    };
    let title = "Decoding a page of 100 tickets";
    plot::bars(path, title, "million instructions", &VARIANTS, &RUNNING.map(millions))
}

fn attributes(results: &Results) -> String {
    let uses = results.found.iter().map(|found| &found.measurement);
    let uses = uses.filter(|found| found.figure == "attribute.use");
    let mut text =
        "What the expansion of each takes within the compiler, macros built for debugging; the \
                    first of a crate reads the description.\n\n| use | CPU |\n|---|---:|\n"
            .to_owned();
    for found in uses {
        text += &format!("| `{}` | {} ms |\n", found.case, digits(found.median()));
    }
    text
}
