//! The macro on a struct. The struct is still there.

#[deskpro_client::deskpro_resource(tickets)]
pub struct Ticket {
    subject: String,
}

fn main() {
    let ticket = Ticket { subject: String::new() };
    let _ = ticket.subject;
}
