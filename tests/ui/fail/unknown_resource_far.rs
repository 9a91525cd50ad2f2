//! A resource that is like no other.

#[deskpro_client::deskpro_resource(spaceships)]
mod spaceships {}

fn main() {}
