//! Measures requests for a ticket over loopback: the generated client's, against those of reqwest with
//! serde_json by hand, and of progenitor's client.
//!
//! `throughput [processes, 5 by default]`, `throughput --instructions`

mod instructions;
mod load;
mod subjects;
mod turns;

use std::env;

use bytes::Bytes;
use clients::{Failure, helpdesk, page, runtime};
use http::Uri;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => turns::measure(5),
        ["--instructions"] => instructions::measure(),
        // What is measured, and what serves it: processes of their own.
        ["serve"] => {
            let body = Bytes::from(page::single());
            helpdesk::serve(move |uri: &Uri| {
                (uri.path() == "/api/v2/tickets/13").then(|| body.clone())
            })
        }
        ["turns", address] => runtime()?.block_on(turns::take(address)),
        ["run", subject, address, times] => {
            runtime()?.block_on(instructions::run(subject, address, times.parse()?))
        }
        [processes] => turns::measure(processes.parse()?),
        _ => Err("usage: throughput [processes]".into()),
    }
}
