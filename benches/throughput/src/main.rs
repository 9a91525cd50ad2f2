//! Measures requests for a ticket over loopback: the generated client's, against those of reqwest with
//! serde_json by hand, and of progenitor's client.
//!
//! `throughput [processes, 5 by default]`, `throughput --instructions`

mod helpdesk;
mod instructions;
mod load;
mod subjects;
mod turns;

/// As the decoding is measured against.
#[path = "../../decode/src/hand_written.rs"]
mod hand_written;

/// Progenitor's client of `openapi.json`.
#[allow(
    missing_docs,
    unused_imports,
    rust_2018_idioms,
    unreachable_pub,
    clippy::all,
    reason = "not of this project"
)]
mod progenitor {
    include!(concat!(env!("OUT_DIR"), "/progenitor.rs"));
}

use std::env;

use tokio::runtime::{Builder, Runtime};

use crate::subjects::Failure;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => turns::measure(5),
        ["--instructions"] => instructions::measure(),
        // What is measured, and what serves it: processes of their own.
        ["serve"] => helpdesk::serve(),
        ["turns", address] => runtime()?.block_on(turns::take(address)),
        ["run", subject, address, times] => {
            runtime()?.block_on(instructions::run(subject, address, times.parse()?))
        }
        [processes] => turns::measure(processes.parse()?),
        _ => Err("usage: throughput [processes]".into()),
    }
}

/// One thread: there are two processors, and the other one is the helpdesk's.
fn runtime() -> Result<Runtime, Failure> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}
