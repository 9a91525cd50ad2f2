//! What success looks like.

use deskpro_spec::api::{Api, Operation, Payload, Shape};

use super::words;
use crate::reference::page::{Line, Table};

/// The table of the statuses of success.
pub(super) fn table(api: &Api, operation: &Operation) -> Table {
    let mut table = Table::new(&["Status", "Meaning", "Body"]);
    for success in &operation.success {
        let meaning = api.status(success.status).map_or("", |status| status.docs.as_str());
        table.row([
            Line::from(success.status.to_string()),
            if meaning.is_empty() { Line::new() } else { Line::new().prose(meaning) },
            body(api, success.shape, operation.returns),
        ]);
    }
    table
}

fn body(api: &Api, shape: Shape, returns: Payload) -> Line {
    let data = || Line::new().code(&api.envelope.data).text(" is ");
    let one = words::payload(api, returns);
    match (shape, one) {
        (Shape::Page, _) => Line::from("a page: ").line(data()).line(words::payloads(api, returns)),
        (Shape::One, Some(one)) if !is_envelope(returns) => one,
        (Shape::One, Some(one)) => data().line(one),
        (Shape::One, None) => Line::from("an envelope without data that matters"),
        (Shape::Created, Some(one)) => Line::from("nothing, or ").line(data()).line(one),
        (Shape::Created, None) => Line::from("nothing that matters"),
        (Shape::Bare, Some(one)) => one.text(", without an envelope"),
        (Shape::Bare | Shape::Empty, _) => Line::from("nothing that matters"),
    }
}

/// Whether the data stands in an envelope.
fn is_envelope(returns: Payload) -> bool {
    !matches!(returns, Payload::Text | Payload::Bytes)
}
