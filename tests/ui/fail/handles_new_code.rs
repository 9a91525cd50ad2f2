//! The description knows one more code than the function. The arm for the rest hides that from the
//! compiler, but not from the attribute.

use deskpro_client::{deskpro_handles, deskpro_resource};

#[deskpro_resource(notes, spec = "../described/desk_with_archive.yaml")]
pub mod notes {}

use notes::GetNoteError;

#[deskpro_handles(notes.get, spec = "../described/desk_with_archive.yaml")]
fn explain(error: &GetNoteError) -> &'static str {
    match error {
        GetNoteError::NoSuchNote(_) => "no such note",
        _ => "not found",
    }
}

fn main() {
    let _: fn(&GetNoteError) -> &'static str = explain;
}
