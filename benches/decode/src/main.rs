//! Measures the decoding of a page of 100 tickets, in instructions, against structs with serde's
//! derives and serde_json.
//!
//! `decode`

mod generated;
mod hand_written;
mod page;

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

use deskpro_benches::budget::Budget;
use deskpro_benches::{cost, place};
use deskpro_client::Drift;
use page::Order;

/// Who decodes: the generated client, then serde's derives with one type for dates or another.
const SUBJECTS: [(&str, &str); 4] = [
    ("generated", "the generated client, from `send` to `Page<Ticket>`"),
    ("serde-same", "serde's derives, dates as the client's DateTime"),
    ("serde-jiff", "serde's derives, dates as jiff::Timestamp"),
    ("serde-chrono", "serde's derives, dates as chrono::DateTime<FixedOffset>"),
];

/// In which orders members come, with the names of their budgets.
const ORDERS: [(Order, &str); 3] = [
    (Order::Helpdesk, "decode.helpdesk_order"),
    (Order::Slots, "decode.slot_order"),
    (Order::Shuffled, "decode.shuffled"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => compare(),
        // What is measured: a process of its own.
        ["run", subject, file, rounds] => run(subject, fs::read(file)?, rounds.parse()?),
        _ => Err("usage: decode".into()),
    }
}

fn compare() -> Result<(), Box<dyn Error>> {
    let folder = place::folder("decode")?;
    let mut budgets = Vec::new();
    for (order, budget) in ORDERS {
        let body = page::page(order);
        let file = folder.join(format!("{budget}.json"));
        fs::write(&file, &body)?;
        println!("{} tickets, {} bytes, members in order: {order:?}", page::TICKETS, body.len());
        let mut counts = Vec::new();
        for (subject, title) in SUBJECTS {
            let count = instructions(subject, &file, &folder)?;
            println!("{:>8.3} million instructions: {title}", count / 1e6);
            counts.push(count);
        }
        if let [generated, jiff, ..] = counts[..] {
            budgets.push(Budget {
                name: budget,
                unit: "ratio",
                measured: generated / jiff,
                limit: 1.0,
            });
        }
    }
    observed(&folder)?;
    budgets.iter().for_each(|budget| println!("{budget}"));
    Ok(())
}

/// What it takes to look for what is not described: where there is nothing, and with a field in every ticket.
fn observed(folder: &Path) -> Result<(), Box<dyn Error>> {
    let page = page::page(Order::Helpdesk);
    let drifted = page.replace("{\"id\":", "{\"order_number\":7,\"id\":");
    for (body, title) in [(page, "nothing new"), (drifted, "a new field in every ticket")] {
        let file = folder.join("observed.json");
        fs::write(&file, body)?;
        println!("members in order: Helpdesk, {title}");
        for (subject, title) in [SUBJECTS[0], ("observed", "the same, observed")] {
            let count = instructions(subject, &file, folder)?;
            println!("{:>8.3} million instructions: {title}", count / 1e6);
        }
    }
    Ok(())
}

/// The instructions of decoding once: what 20 more rounds cost, so that nothing but rounds counts.
fn instructions(subject: &str, file: &Path, folder: &Path) -> io::Result<f64> {
    let program = env::current_exe()?;
    let profile = folder.join(format!("callgrind.{subject}.out"));
    let count = |rounds: &str| {
        let mut command = Command::new(&program);
        command.args(["run", subject]).arg(file).arg(rounds);
        cost::instructions(&command, &profile)
    };
    let (few, many) = (count("5")?, count("25")?);
    Ok(many.saturating_sub(few) as f64 / 20.0)
}

/// Decodes a file this many times.
fn run(subject: &str, body: Vec<u8>, rounds: usize) -> Result<(), Box<dyn Error>> {
    match subject {
        "generated" => generated(&generated::Asker::new(body)?, rounds),
        "observed" => generated(&generated::Asker::observed(body, &Drift::new())?, rounds),
        "serde-jiff" => derived::<jiff::Timestamp>(&body, rounds),
        "serde-chrono" => derived::<chrono::DateTime<chrono::FixedOffset>>(&body, rounds),
        "serde-same" => derived::<hand_written::Parsed<deskpro_client::DateTime>>(&body, rounds),
        _ => Err(format!("there is no `{subject}`").into()),
    }
}

fn generated(asker: &generated::Asker, rounds: usize) -> Result<(), Box<dyn Error>> {
    for _ in 0..rounds {
        let page = asker.page()?;
        assert_eq!((page.data.len(), page.meta.total), (page::TICKETS, Some(5445)));
    }
    Ok(())
}

fn derived<D: serde::de::DeserializeOwned>(
    body: &[u8],
    rounds: usize,
) -> Result<(), Box<dyn Error>> {
    for _ in 0..rounds {
        let page: hand_written::Page<D> = serde_json::from_slice(body)?;
        assert_eq!((page.data.len(), page.meta.pagination.total), (page::TICKETS, 5445));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both have to do the same work, so what they read has to be the same.
    #[test]
    fn both_read_the_same() -> Result<(), Box<dyn Error>> {
        for (order, _) in ORDERS {
            let body = page::page(order).into_bytes();
            let derived: hand_written::Page<jiff::Timestamp> = serde_json::from_slice(&body)?;
            let generated = generated::Asker::new(body)?.page()?;
            assert_eq!(generated.data.len(), page::TICKETS);
            for (ours, theirs) in generated.data.iter().zip(&derived.data) {
                assert_eq!((ours.id.get(), &ours.subject), (theirs.id, &theirs.subject));
                assert_eq!(ours.date_status.timestamp(), Some(theirs.date_status));
                assert_eq!(ours.total_to_first_reply_wh, theirs.total_to_first_reply_wh);
                let value = ours.fields.get("9").and_then(|field| field.value.as_ref());
                assert_eq!(value, theirs.fields.get("9").and_then(|field| field.value.as_ref()));
                assert!(value.is_some());
            }
        }
        Ok(())
    }
}
