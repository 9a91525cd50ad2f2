//! Measures mock servers that answer with a page of ten tickets: ours with 100,000 tickets seeded and, when
//! asked to, Prism and WireMock with that very page in their files.
//!
//! `mock-load [requests, 20,000 by default] [--rivals]`
//!
//! Linux only: what a process took is read from `/proc`.

mod load;
mod process;
mod rivals;

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use deskpro_benches::budget::Budget;

use crate::process::{Cost, Server};

/// What is wrong, in words.
type Failure = Box<dyn Error>;

/// What every server answers.
const PATH: &str = "/api/v2/tickets?count=10";
const KEY: &str = "key 1:MOCKHELPDESK";

fn main() -> Result<(), Failure> {
    let (flags, numbers): (Vec<_>, Vec<_>) =
        env::args().skip(1).partition(|it| it.starts_with("--"));
    let requests: u32 = numbers.first().map_or(Ok(20_000), |number| number.parse())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let program = program()?;

    println!("{:<10} {:>12} {:>12} {:>10} {:>10}", "server", "a second", "CPU", "start", "memory");
    let mut command = Command::new(&program);
    let held = ["--count", "*=20", "--count", "tickets=100000", "--seed", "1"];
    command.args(held).args(["--log", "none", "--dialect", "live"]);
    let (ours, page) = runtime.block_on(measure("ours", command, requests))?;
    if flags.iter().any(|flag| flag == "--rivals") {
        for (name, command) in rivals::commands(&page)? {
            let (theirs, _) = runtime.block_on(measure(name, command, requests))?;
            println!(
                "{name} takes {:.1} times the CPU of a request",
                theirs.request / ours.request
            );
        }
    }
    let start = ours.start.as_secs_f64();
    let budgets = [
        ("mock.request", "us", ours.request * 1e6, 500.0),
        ("mock.start", "ms", start * 1e3, 300.0),
        ("mock.memory", "MB", ours.memory as f64 / 1e6, 300.0),
    ];
    for (name, unit, measured, limit) in budgets {
        println!("{}", Budget { name, unit, measured, limit });
    }
    Ok(())
}

/// The program, compiled with optimizations in its own workspace.
fn program() -> Result<PathBuf, Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--release", "--locked", "--package", "deskpro-mock"]).current_dir(&root);
    match build.status()?.success() {
        true => Ok(root.join("target/release/deskpro-mock")),
        false => Err("the mock helpdesk does not compile".into()),
    }
}

/// Starts a server, asks it, and stops it; what it cost, and the page that it answers with.
async fn measure(name: &str, command: Command, requests: u32) -> Result<(Cost, Vec<u8>), Failure> {
    let server = Server::start(command).await?;
    let page = load::page(server.port()).await?;
    let before = server.cpu()?;
    let wall = load::load(server.port(), requests).await?;
    let request = (server.cpu()? - before).as_secs_f64() / f64::from(requests);
    let cost = Cost { request, start: server.start, memory: server.peak()? };
    println!(
        "{name:<10} {:>12.0} {:>9.0} us {:>7} ms {:>7} MB",
        f64::from(requests) / wall.as_secs_f64(),
        cost.request * 1e6,
        cost.start.as_millis(),
        cost.memory / 1_000_000,
    );
    Ok((cost, page))
}
