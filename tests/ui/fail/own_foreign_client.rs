//! A resource of a description that the client is not generated from.

use deskpro_client::{Id, deskpro_resource};

#[deskpro_resource(notes, spec = "../described/desk.yaml")]
pub mod notes {}

use notes::Note;

#[deskpro_resource(path = "/pins", spec = "../described/desk.yaml")]
pub struct Pin {
    #[deskpro(id)]
    pub id: u64,
    pub note: Option<Id<Note>>,
}

fn main() {
    let _ = Pin::default().note;
}
