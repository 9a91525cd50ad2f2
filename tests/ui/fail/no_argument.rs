//! No resource is named, without parentheses and with nothing in them. The modules are still there.

#[deskpro_client::deskpro_resource]
mod tickets {
    pub const OURS: u8 = 1;
}

#[deskpro_client::deskpro_resource()]
mod people {
    pub const OURS: u8 = 1;
}

fn main() {
    let _ = tickets::OURS + people::OURS;
}
