//! A flattened struct of another operation.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets.update)]
struct Changes {
    subject: String,
}

#[deskpro_resource(tickets.create)]
struct NewTicket {
    #[deskpro(flatten)]
    changes: Changes,
}

fn main() {}
