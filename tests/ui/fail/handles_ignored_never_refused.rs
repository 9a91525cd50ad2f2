//! A code that only operations with a body are refused with.

use deskpro_client::deskpro_handles;

#[deskpro_handles(me.get, ignore(invalid_input, bad_request, forbidden, not_found, method_not_allowed, rate_limited, outage, unauthorized))]
fn nothing() {}

fn main() {
    nothing();
}
