//! A type of one's own that does not say what it holds.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets)]
struct TicketRow {
    subject: Subject,
}

#[derive(Default)]
struct Subject(String);

fn main() {}
