//! A code that is ignored although there is an arm for it.

use deskpro_client::deskpro_handles;
use deskpro_client::tickets::GetTicketError;

#[deskpro_handles(tickets.get, ignore(bad_request, forbidden, not_found, method_not_allowed, rate_limited, outage, unauthorized))]
fn is_gone(error: &GetTicketError) -> bool {
    matches!(error, GetTicketError::NotFound(_))
}

fn main() {
    let _: fn(&GetTicketError) -> bool = is_gone;
}
