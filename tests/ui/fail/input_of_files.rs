//! Files, and bodies that are no objects, are given to the request itself.

use deskpro_client::deskpro_resource;

#[deskpro_resource(blobs.create)]
struct Picture {
    file: Vec<u8>,
}

#[deskpro_resource(apps.install)]
struct Package {
    bytes: Vec<u8>,
}

fn main() {}
