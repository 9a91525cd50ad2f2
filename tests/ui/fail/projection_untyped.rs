//! Of some resources nobody knows what they hold; what is read has to be readable all the same.

use deskpro_client::brands::BrandId;
use deskpro_client::deskpro_resource;
use deskpro_client::people::PersonId;
use std::time::Duration;

#[deskpro_resource(brands)]
struct Brand {
    id: PersonId,
    age: Duration,
    name: String,
    #[deskpro(rename = "name")]
    title: String,
}

#[deskpro_resource(brands)]
struct Aged {
    id: BrandId,
    #[deskpro(path = "history.0.age")]
    age: Option<Duration>,
}

fn main() {}
