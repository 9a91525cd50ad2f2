//! A code that the arm for the rest swallows.

use deskpro_client::deskpro_handles;
use deskpro_client::tickets::GetTicketError;

#[deskpro_handles(tickets.get, ignore(bad_request, unauthorized, forbidden, method_not_allowed, rate_limited, outage))]
fn explain(error: &GetTicketError) -> &'static str {
    match error {
        GetTicketError::OtherNotFound(_) => "gone",
        _ => "something else",
    }
}

fn main() {
    let _: fn(&GetTicketError) -> &'static str = explain;
}
