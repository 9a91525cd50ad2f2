//! What it costs to generate the clients, and how much they are.

use std::error::Error;

use super::{Measured, Subject, Turns, clear};
use crate::clients::Client;
use crate::cost::Cost;
use crate::scale::Edit;

/// Generates a client, from nothing and after one endpoint changed, and says what it cost.
///
/// # Errors
///
/// When the generator cannot be run or fails.
pub fn measure(subject: &Subject, client: Client, turns: Turns) -> Measured {
    let folder = subject.folder(client).join("generated");
    let generate =
        |edit| client.generate(&subject.document(edit), &subject.description(edit), &folder);
    clear(&folder)?;
    let generated = generate(Edit::None)?;
    let count =
        |name, unit, count: usize| subject.figure(name, client, unit).samples([count as f64]);
    let mut figures = vec![
        count("generate.lines", "lines", generated.lines),
        count("generate.bytes", "bytes", generated.bytes),
    ];
    if generated.cost.is_none() {
        return Ok(figures);
    }
    let fresh = turns.take(|_| {
        clear(&folder)?;
        cost(generate(Edit::None)?.cost)
    })?;
    let edits = [Edit::Endpoint, Edit::None];
    let changed = turns.take(|turn| cost(generate(edits[turn % 2])?.cost))?;
    figures.extend([
        subject.figure("generate.cpu", client, "s").samples(fresh.cpu()),
        subject.figure("generate.peak", client, "MB").samples(fresh.peak()),
        subject.figure("generate.changed", client, "s").samples(changed.cpu()),
    ]);
    Ok(figures)
}

fn cost(cost: Option<Cost>) -> Result<Cost, Box<dyn Error>> {
    cost.ok_or_else(|| "what generates now did not before".into())
}
