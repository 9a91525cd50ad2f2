//! Counts what one round allocates, for the programs that compare: its allocator takes instructions of its
//! own, so that nothing else is measured here.
//!
//! `counting page|refusal|request <client> <input>` prints how often and how many bytes, and
//! `counting streaming <client> <way> <address>` how many bytes were alive at once.

use std::env;

use allocation_counter::{AllocationInfo, measure};
use clients::{Failure, Round};

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["page", client, file] => show(second(decode::page(client, file)?)?),
        ["refusal", client, _] => show(second(decode::refusal(client)?)?),
        ["request", client, case] => show(second(request::building(client, case)?)?),
        ["streaming", client, way, address] => {
            let mut outcome = Ok(());
            let info = measure(|| outcome = streaming::stream(client, way, address));
            outcome?;
            println!("{}", info.bytes_max);
        }
        _ => return Err("usage: counting <bench> <client> <input>".into()),
    }
    Ok(())
}

/// The allocations of the second time: what is set up once does not count. Memory that is moved to grow
/// counts each time.
fn second(mut round: Round) -> Result<AllocationInfo, Failure> {
    round()?;
    let mut outcome = Ok(());
    let info = measure(|| outcome = round());
    outcome?;
    Ok(info)
}

fn show(info: AllocationInfo) {
    println!("{} {}", info.count_total, info.bytes_total);
}
