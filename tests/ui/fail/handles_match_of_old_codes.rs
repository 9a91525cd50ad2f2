//! The full `match` of `pass/handles_every_code.rs`, with a description that has one more code.

use deskpro_client::deskpro_resource;

#[deskpro_resource(notes, spec = "../described/desk_with_archive.yaml")]
pub mod notes {}

use notes::GetNoteError;

fn explain(error: &GetNoteError) -> &'static str {
    match error {
        GetNoteError::NoSuchNote(_) => "no such note",
        GetNoteError::OtherNotFound(_) => "not found",
    }
}

fn main() {
    let _: fn(&GetNoteError) -> &'static str = explain;
}
