//! More than the name of a resource.

#[deskpro_client::deskpro_resource(tickets, people)]
mod tickets {
    pub const OURS: u8 = 1;
}

fn main() {
    let _ = tickets::OURS;
}
