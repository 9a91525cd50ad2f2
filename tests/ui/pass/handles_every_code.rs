//! A full `match` on an operation's error needs no `_`, and the attribute finds nothing left out.

#![deny(warnings)]

use deskpro_client::{Error, deskpro_handles, deskpro_resource};
use deskpro_tests::answering;

#[deskpro_resource(notes, spec = "../described/desk.yaml")]
pub mod notes {}

use notes::GetNoteError;

#[deskpro_handles(notes.get, spec = "../described/desk.yaml")]
fn explain(error: &GetNoteError) -> &'static str {
    match error {
        GetNoteError::NoSuchNote(_) => "no such note",
        GetNoteError::OtherNotFound(_) => "not found",
    }
}

/// What a helpdesk that answers 404 with this code makes of a request.
fn refused_with(code: &str) -> &'static str {
    let client = answering(404, format!(r#"{{"status": 404, "code": "{code}"}}"#));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    match runtime.block_on(async { notes::Notes::new(&client).get(3).send().await }) {
        Err(Error::Api(refusal)) => explain(&refusal),
        other => panic!("{other:?}"),
    }
}

fn main() {
    assert_eq!(refused_with("no_such_note"), "no such note");
    assert_eq!(refused_with("something_else"), "not found");
}
