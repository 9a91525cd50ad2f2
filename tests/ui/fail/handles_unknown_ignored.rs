//! A code whose name is nearly right.

use deskpro_client::deskpro_handles;

#[deskpro_handles(me.get, ignore(unathorized, bad_request, forbidden, not_found, method_not_allowed, rate_limited, outage, unauthorized))]
fn nothing() {}

fn main() {
    nothing();
}
