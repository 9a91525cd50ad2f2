//! The macro on a function. The function is still there.

#[deskpro_client::deskpro_resource(tickets)]
fn tickets() {}

fn main() {
    tickets();
}
