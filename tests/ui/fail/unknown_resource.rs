//! A resource whose name is nearly right. The module is still there.

#[deskpro_client::deskpro_resource(tickts)]
mod tickets {
    pub const OURS: u8 = 1;
}

fn main() {
    let _ = tickets::OURS;
}
