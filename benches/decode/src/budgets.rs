//! What decoding a page of 100 tickets may take at most, and what is shown beside that.

use std::fs;

use clients::Failure;
use clients::costs::Subject;
use clients::page::Variant;
use deskpro_benches::budget::Budget;
use deskpro_benches::measurement::Measurement;

use crate::written;

/// How many tickets the page has.
const TICKETS: usize = 100;

/// Orders of the members, with the names of their budgets.
const ORDERS: [(Variant, &str); 3] = [
    (Variant::Helpdesk, "decode.helpdesk_order"),
    (Variant::Slots, "decode.slot_order"),
    (Variant::Shuffled, "decode.shuffled"),
];

/// The share of what serde's derives take by hand, with the client's own type for dates; measures what is
/// not among the measurements.
pub(crate) fn of(measurements: &[Measurement]) -> Result<Vec<Budget>, Failure> {
    let mut budgets = Vec::new();
    for (variant, name) in ORDERS {
        let case = format!("{TICKETS} tickets, {}", variant.title());
        let file = written(variant, TICKETS)?;
        let count = |client| {
            let known = measurements.iter().find(|known| {
                (&*known.figure, &*known.client, &*known.case)
                    == ("decode.instructions", client, &case)
            });
            known.map_or_else(|| instructions(client, &file), |known| Ok(known.median()))
        };
        let (ours, by_hand) = (count("deskpro")?, count("hand-written")?);
        show(&case, "the same, dates as jiff::Timestamp", count("hand-written-jiff")?);
        show(&case, "the same, dates as chrono::DateTime", count("hand-written-chrono")?);
        budgets.push(Budget { name, unit: "ratio", measured: ours / by_hand, limit: 1.0 });
    }
    observed()?;
    Ok(budgets)
}

/// What it takes to look for what is not described: where there is nothing, and with a field in every ticket.
fn observed() -> Result<(), Failure> {
    let file = written(Variant::Helpdesk, TICKETS)?;
    let page = fs::read_to_string(&file)?;
    show("nothing new", "observed by a Drift", instructions("observed", &file)?);
    let drifted = file.replace("Helpdesk", "Drifted");
    fs::write(&drifted, page.replace("{\"id\":", "{\"order_number\":7,\"id\":"))?;
    show("a new field in every ticket", "as it comes", instructions("deskpro", &drifted)?);
    show("a new field in every ticket", "observed by a Drift", instructions("observed", &drifted)?);
    Ok(())
}

fn instructions(client: &str, file: &str) -> Result<f64, Failure> {
    Ok(Subject { bench: "page", client, input: file }.instructions(20)?)
}

fn show(case: &str, who: &str, count: f64) {
    println!("{case:<38} {who:<38} {:>9.1} thousand instructions", count / 1e3);
}
