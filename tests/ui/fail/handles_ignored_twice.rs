//! A code that is ignored already, by the name of its status.

use deskpro_client::deskpro_handles;

#[deskpro_handles(me.get, ignore(bad_request, forbidden, access_denied, not_found, method_not_allowed, rate_limited, outage, unauthorized))]
fn nothing() {}

fn main() {
    nothing();
}
