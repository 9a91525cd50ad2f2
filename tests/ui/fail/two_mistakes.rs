//! A wrong argument on a wrong item: both are told, and the item is still there.

#[deskpro_client::deskpro_resource("tickets")]
pub struct Ticket {
    subject: String,
}

fn main() {
    let _ = Ticket { subject: String::new() }.subject;
}
