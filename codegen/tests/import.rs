//! OpenAPI documents of each version, not made by this program: what they become, what is listed, and
//! that whatever a document says, the description that is written is without problems.
//!
//! After a wanted change: `UPDATE_EXPECT=1 cargo test --package deskpro-codegen --test import`, then
//! read the difference. `tests/import.sh` takes large documents of others.

mod import {
    pub(crate) mod arbitrary;
}

use deskpro_codegen::{Files, Imported, Options, generate, import};
use deskpro_spec::{Sources, load};
use expect_test::{ExpectFile, expect_file};
use proptest::prelude::*;

use import::arbitrary::{broken, document};

/// All files and problems in one text.
fn shown(imported: &Imported) -> String {
    let files = imported.files.iter().map(|(path, text)| format!("==> {path} <==\n{text}\n"));
    let problems = imported.problems.iter().map(|problem| format!("{problem}\n"));
    files.chain(["==> problems <==\n".to_owned()]).chain(problems).collect()
}

fn assert_imports(document: &str, expected: ExpectFile) {
    let imported = import(document.as_bytes(), None).unwrap();
    expected.assert_eq(&shown(&imported));
    assert_generates(&imported);
}

/// What was written is a description, of which there is a client.
fn assert_generates(imported: &Imported) {
    let first = imported.files.iter().filter(|(path, _)| *path == "api.yaml");
    let others = imported.files.iter().filter(|(path, _)| *path != "api.yaml");
    let sources = Sources::from_files(first.chain(others));
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    assert!(!generate(&api, &Options::default()).is_empty());
}

#[test]
fn swagger_2_0() {
    assert_imports(include_str!("import/2.0.json"), expect_file!["import/2.0.txt"]);
}

#[test]
fn openapi_3_0() {
    assert_imports(include_str!("import/3.0.yaml"), expect_file!["import/3.0.txt"]);
}

#[test]
fn openapi_3_1() {
    assert_imports(include_str!("import/3.1.json"), expect_file!["import/3.1.txt"]);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let text = include_bytes!("import/3.0.yaml");
    let [one, other] = [import(text, None).unwrap(), import(text, None).unwrap()];
    assert_eq!(shown(&one), shown(&other));
}

/// Updates of a resource's fields may leave out any of them, which a document can forbid.
#[test]
fn what_updates_must_set_is_listed() {
    let document = |update: &str| {
        format!(
            r##"{{
                "openapi": "3.0.3", "info": {{"title": "A"}},
                "paths": {{
                    "/notes": {{"post": {{
                        "requestBody": {{"content": {{"application/json": {{"schema": {{"$ref": "#/components/schemas/Note"}}}}}}}},
                        "responses": {{"204": {{"description": "Made."}}}}
                    }}}},
                    "/notes/{{id}}": {{
                        "get": {{"responses": {{"200": {{"description": "It.",
                            "content": {{"application/json": {{"schema": {{"$ref": "#/components/schemas/Note"}}}}}}}}}}}},
                        "put": {{
                            "requestBody": {{"content": {{"application/json": {{"schema": {{"$ref": "#/components/schemas/{update}"}}}}}}}},
                            "responses": {{"204": {{"description": "Changed."}}}}
                        }}
                    }}
                }},
                "components": {{"schemas": {{
                    "Note": {{"type": "object", "required": ["text"], "properties": {{"text": {{"type": "string"}}}}}},
                    "Change": {{"type": "object", "properties": {{"text": {{"type": "string"}}}}}}
                }}}}
            }}"##
        )
    };
    let problems = |update| {
        let imported = import(document(update).as_bytes(), None).unwrap();
        let problems = imported.problems.iter().map(ToString::to_string);
        problems.filter(|problem| problem.starts_with("body")).collect::<Vec<_>>()
    };
    assert_eq!(problems("Change"), [""; 0]);
    assert_eq!(
        problems("Note"),
        ["body: /components/schemas/Note/properties/text: an update must set `text`; \
          it may be left out"]
    );
}

/// A path that is less deep than the others would have taken the name of one of them.
#[test]
fn resources_keep_their_names() {
    let document = |paths: &[&str]| {
        let paths = paths.iter().map(|path| {
            format!(
                r#""{path}": {{"get": {{"responses": {{"204": {{"description": "None."}}}}}}}}"#
            )
        });
        let paths = paths.collect::<Vec<_>>().join(", ");
        format!(r#"{{"openapi": "3.0.3", "info": {{"title": "A"}}, "paths": {{{paths}}}}}"#)
    };
    let names = |files: &Files| files.iter().map(|(path, _)| path.to_owned()).collect::<Vec<_>>();
    let first = import(document(&["/a/{b}/notes"]).as_bytes(), None).unwrap();
    assert_eq!(names(&first.files), ["api.yaml", "resources/a.yaml"]);
    let deep = document(&["/shops/{b}/notes/{c}"]);
    let later = document(&["/notes/{c}", "/shops/{b}/notes/{c}"]);
    let first = import(deep.as_bytes(), None).unwrap();
    assert_eq!(names(&first.files), ["api.yaml", "resources/notes.yaml"]);
    let second = import(later.as_bytes(), Some(&first.files)).unwrap();
    let deep = second.files.get("resources/notes.yaml").unwrap();
    assert!(deep.contains("path: /shops/{b}/notes\n"), "{deep}");
}

#[test]
fn what_is_no_document_is_refused() {
    let why = |text: &str| import(text.as_bytes(), None).unwrap_err().to_string();
    let begin = "the document cannot be imported: ";
    let cases = [
        ("{}", "it is no OpenAPI document: it has neither `openapi` nor `swagger`"),
        ("openapi: 4.0.0", "it is of version 4.0.0; versions 2.0, 3.0 and 3.1 are read"),
        ("swagger: '1.2'", "it is of version 1.2; versions 2.0, 3.0 and 3.1 are read"),
    ];
    for (text, expected) in cases {
        assert_eq!(why(text), format!("{begin}{expected}"));
    }
    assert!(why("{\"a\": ").contains("it is no JSON"), "{}", why("{\"a\": "));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Whatever a document says, what is written is a description that generates.
    #[test]
    fn any_document_becomes_a_description(document in document()) {
        let text = document.to_string();
        let imported = import(text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_generates(&imported);
    }

    /// So it is where parts of a document are not what they should be.
    #[test]
    fn any_broken_document_becomes_a_description(document in broken()) {
        let text = document.to_string();
        if let Ok(imported) = import(text.as_bytes(), None) {
            assert_generates(&imported);
        } else {
            let error = import(text.as_bytes(), None).unwrap_err().to_string();
            prop_assert!(!error.contains("what would be written"), "{}\n{}", error, text);
        }
    }

    #[test]
    fn any_bytes_are_a_document_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = import(&bytes, None);
    }
}
