//! An argument that there is not.

use deskpro_client::deskpro_handles;

#[deskpro_handles(me.get, ignor(not_found), ignore(bad_request, forbidden, not_found, method_not_allowed, rate_limited, outage, unauthorized))]
fn nothing() {}

fn main() {
    nothing();
}
