//! Everything that is wrong with one use is told at once, and the function is still there.

use deskpro_client::deskpro_handles;
use deskpro_client::tickets::CreateTicketError;

#[deskpro_handles(
    tickets.create,
    ignore(not_fond, invalid_input, unauthorized, unauthorized, 404),
    ignore = "bad_request",
    specs = "helpdesk",
)]
fn explain(error: &CreateTicketError) -> &'static str {
    match error {
        CreateTicketError::InvalidInput(_) => "mend the form",
        _ => "something else",
    }
}

fn main() {
    let _: fn(&CreateTicketError) -> &'static str = explain;
}
