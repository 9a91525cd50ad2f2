//! What need not be handled: by code, by the name of a status for all of its codes, and by what can be
//! done about it; on free functions and methods, whatever else they are.

#![deny(warnings)]

use deskpro_client::deskpro_handles;
use deskpro_client::tickets::{CreateTicketError, GetTicketError};

#[deskpro_handles(
    tickets.create,
    ignore(invalid_json_body, bad_request, forbidden, method_not_allowed, rate_limited, outage),
)]
fn explain(error: &CreateTicketError) -> &'static str {
    match error {
        CreateTicketError::InvalidInput(_) => "mend the form",
        CreateTicketError::Unauthorized(_) => "log in",
        CreateTicketError::NotFound(_) => "gone",
        _ => "something else",
    }
}

struct Desk(u8);

impl Desk {
    /// Whether the ticket is gone.
    #[deskpro_handles(tickets.get, ignore("bad_request", unauthorized, access_denied, no_permission,
        method_not_allowed, rate_limits, too_many_requests, maintenance))]
    #[must_use]
    pub(crate) const fn is_gone(&self, error: &GetTicketError) -> bool {
        self.0 > 0 && matches!(error, GetTicketError::NotFound(_) | GetTicketError::OtherNotFound(_))
    }
}

trait Explain {
    #[deskpro_handles(tickets.get, ignore(bad_request, unauthorized, forbidden, not_found,
        method_not_allowed, outage, too_many_requests))]
    fn nothing(&self) -> u8 {
        3
    }
}

impl Explain for Desk {}

#[deskpro_handles(tickets.get, ignore(bad_request, unauthorized, forbidden, not_found,
    method_not_allowed, maintenance, too_many_requests))]
async fn generic<'a, T: Into<&'a str>>(text: T) -> &'a str
where
    T: Copy,
{
    #![allow(clippy::let_and_return)]
    let text = text.into();
    text
}

fn main() {
    let _: fn(&CreateTicketError) -> &'static str = explain;
    let _: fn(&Desk, &GetTicketError) -> bool = Desk::is_gone;
    assert_eq!(Desk(1).nothing(), 3);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    assert_eq!(runtime.block_on(generic("text")), "text");
}
