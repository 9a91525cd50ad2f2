//! A borrowed text: nothing that is read can be borrowed.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow<'a> {
    subject: &'a str,
}

fn main() {}
