//! A resource beside those of another description: its verbs, its types, and errors of its own.

#![deny(warnings)]

use deskpro_client::{Error, deskpro_resource};
use deskpro_tests::{answering, client, json_response};

#[deskpro_resource(path = "/pins", spec = "../described/desk.yaml")]
#[derive(Debug, Default, PartialEq)]
pub struct Pin {
    #[deskpro(id)]
    pub id: u64,
    pub color: Option<String>,
}

fn explain(error: &GetPinError) -> &'static str {
    match error {
        GetPinError::NoSuchNote(_) => "no such note",
        GetPinError::OtherNotFound(_) => "not found",
    }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (here, sent) = client(|_| json_response(200, r#"{"data": {"id": 3, "color": "red"}}"#));
    let pin = runtime.block_on(async { Pins::new(&here).get(PinId::new(3)).send().await });
    assert_eq!(pin.unwrap().data, Pin { id: 3, color: Some("red".to_owned()) });
    let create = Pins::new(&here).create().color("blue");
    runtime.block_on(async { create.send().await }).unwrap();
    assert_eq!(sent.requests()[1].body(), r#"{"color":"blue"}"#);

    let gone = answering(404, r#"{"status": 404, "code": "no_such_note"}"#);
    match runtime.block_on(async { Pins::new(&gone).get(3).send().await }) {
        Err(Error::Api(refusal)) => assert_eq!(explain(&refusal), "no such note"),
        other => panic!("{other:?}"),
    }
}
