//! Several codes that nothing handles are told in one error.

use deskpro_client::deskpro_handles;
use deskpro_client::tickets::GetTicketError;

#[deskpro_handles(tickets.get, ignore(rate_limited))]
fn is_gone(error: &GetTicketError) -> bool {
    matches!(error, GetTicketError::NotFound(_))
}

fn main() {
    let _: fn(&GetTicketError) -> bool = is_gone;
}
