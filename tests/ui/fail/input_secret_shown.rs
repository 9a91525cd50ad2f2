//! A secret as plain text.

use deskpro_client::deskpro_resource;

#[deskpro_resource(people.create)]
struct NewPerson {
    primary_email: String,
    password: String,
}

fn main() {}
