//! What it costs to generate the clients, and how much they are.

use std::error::Error;
use std::path::Path;

use super::{Measured, Subject, Turns, clear};
use crate::clients::Client;
use crate::cost::{self, Cost};
use crate::place;
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
        known(generate(Edit::None)?.cost)
    })?;
    let edits = [Edit::Endpoint, Edit::None];
    let changed = turns.take(|turn| known(generate(edits[turn % 2])?.cost))?;
    figures.extend([
        subject.figure("generate.cpu", client, "s").samples(fresh.cpu()),
        subject.figure("generate.peak", client, "MB").samples(fresh.peak()),
        subject.figure("generate.changed", client, "s").samples(changed.cpu()),
    ]);
    figures.extend(instructions(subject, client, &folder)?);
    Ok(figures)
}

/// The same two runs in instructions, where they can be counted.
fn instructions(subject: &Subject, client: Client, folder: &Path) -> Measured {
    clear(folder)?;
    let profile = place::folder("profiles")?.join(format!("generate.{}", client.name()));
    let mut figures = Vec::new();
    for (case, edit) in [("fresh", Edit::None), ("changed", Edit::Endpoint)] {
        let (document, description) = (subject.document(edit), subject.description(edit));
        let Some(generator) = client.generator(&document, &description, folder)? else { break };
        let count = cost::instructions(&generator, &profile)?;
        let figure = subject.figure("generate.instructions", client, "instructions");
        figures.push(figure.case(case).samples([count as f64]));
    }
    Ok(figures)
}

fn known(cost: Option<Cost>) -> Result<Cost, Box<dyn Error>> {
    cost.ok_or_else(|| "what generates now did not before".into())
}
