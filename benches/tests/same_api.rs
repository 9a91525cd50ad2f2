//! The description of the scaled API says what its OpenAPI document says: a comparison of what is
//! generated from them would be worth nothing otherwise.
//!
//! Each is read in its own way into lines such as `GET /tickets 200 data.title: string`, and the lines
//! are compared.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use deskpro_benches::scale::{self, Edit};
use deskpro_benches::size::Size;
use deskpro_benches::whole;
use serde_json::Value;

mod same_api {
    pub(super) mod described;
    pub(super) mod documented;
}

use same_api::{described, documented};

/// More than there are words for names, so that numbered names are among them.
const RESOURCES: usize = 43;

/// What one resource has: per operation its statuses, parameters, what it takes, what it answers.
const LINES_OF_A_RESOURCE: usize = 173;

#[test]
fn the_description_says_what_the_document_says() {
    for edit in [Edit::None, Edit::Endpoint, Edit::Schema] {
        let document = document(RESOURCES, edit);
        // One schema serves to create and to update, so that the document wants a title for both; an
        // update of a description needs no field.
        let documented: BTreeSet<String> = documented::lines(&document)
            .into_iter()
            .map(|line| match line.strip_suffix(" takes title: string") {
                Some(head) if head.starts_with("POST ") => format!("{head} takes title?: string"),
                _ => line,
            })
            .collect();
        let described = described(RESOURCES, edit);
        let only = |of: &BTreeSet<String>, not: &BTreeSet<String>| {
            of.difference(not).cloned().collect::<Vec<_>>()
        };
        assert_eq!(only(&documented, &described), [""; 0], "{edit:?}: not described");
        assert_eq!(only(&described, &documented), [""; 0], "{edit:?}: only described");
        let more = match edit {
            Edit::None => 0,
            Edit::Endpoint => 1,
            // In a page, and in each of two answers with one.
            Edit::Schema => 3,
        };
        assert_eq!(documented.len(), RESOURCES * LINES_OF_A_RESOURCE + more);
    }
}

#[test]
fn what_is_not_expected_is_not_converted() {
    let with = |edit: &dyn Fn(&mut Value)| {
        let mut document = document(3, Edit::None);
        edit(&mut document);
        let document = serde_json::from_value(document).unwrap();
        scale::description(&document).map(|_| ())
    };
    assert_eq!(with(&|_| ()), Ok(()));
    let path = |document: &mut Value| {
        document["paths"]["/pets"] = serde_json::json!({ "get": { "responses": {} } });
    };
    assert!(with(&path).is_err_and(|error| error.contains("other paths")));
    let method = |document: &mut Value| {
        document["paths"]["/tickets"]["patch"] = serde_json::json!({ "responses": {} });
    };
    assert!(with(&method).is_err_and(|error| error.contains("tickets can be asked")));
    let ty = |document: &mut Value| {
        let status = &mut document["components"]["schemas"]["Ticket"]["properties"]["ref"];
        *status = serde_json::json!({ "type": "string", "format": "byte" });
    };
    assert!(with(&ty).is_err_and(|error| error.contains("format")));
}

#[test]
fn the_document_is_the_one_that_rivals_were_first_measured_with() {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/bench/gen_openapi.py");
    if !program.is_file() {
        eprintln!("skipped: the program that first made the document is not here");
        return;
    }
    let edits = [(Edit::None, None), (Edit::Endpoint, Some("--edit"))];
    for (edit, argument) in edits.into_iter().chain([(Edit::Schema, Some("--edit-schema"))]) {
        let made = Command::new("python3").arg(&program).arg("60").args(argument).output().unwrap();
        assert!(made.status.success());
        let made: Value = serde_json::from_slice(&made.stdout).unwrap();
        assert!(made == document(60, edit), "{edit:?}");
    }
}

#[test]
fn as_large_as_asked() {
    let wanted = Size { operations: 43, models: 20, fields: 200 };
    let size = scale::size(&scale::openapi_like(wanted).unwrap());
    assert_eq!((size.operations, size.models), (43, 20));
    let all =
        scale::size(&scale::openapi_like(Size { models: 99, operations: 45, fields: 0 }).unwrap());
    assert_eq!(all.operations, 45);
    assert!(all.models > 20 && all.fields > size.fields);
}

fn document(resources: usize, edit: Edit) -> Value {
    serde_json::from_str(&scale::openapi_text(resources, edit)).unwrap()
}

/// What the checked description says.
fn described(resources: usize, edit: Edit) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("described-{edit:?}"));
    let document = scale::openapi(resources, edit).unwrap();
    scale::description(&document).unwrap().write(&folder).unwrap();
    let api = whole::api(&folder).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    described::lines(&api)
}
