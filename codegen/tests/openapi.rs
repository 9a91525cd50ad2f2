//! The OpenAPI document: what it looks like, and that it is whole. After a wanted change:
//! `UPDATE_EXPECT=1 cargo test --package deskpro-codegen --test openapi`, then read the difference.
//! `tests/openapi.sh` asks validators of others.

mod openapi {
    pub(crate) mod document;
}
#[path = "text/description.rs"]
mod description;
#[path = "text/hostile.rs"]
mod hostile;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use deskpro_codegen::{OpenApiDialect, OpenApiOptions, OpenApiVersion, openapi};
use deskpro_spec::api::{Api, Method};
use deskpro_spec::{Sources, load};
use expect_test::expect_file;
use proptest::prelude::*;
use serde_json::Value;

use description::{CODES, TEXTS, description};
use hostile::hostile;
use openapi::document::{dangling, examples, lacking, operations, shape};

const VERSIONS: [OpenApiVersion; 2] = [OpenApiVersion::V3_0, OpenApiVersion::V3_1];
const DIALECTS: [OpenApiDialect; 2] = [OpenApiDialect::Guide, OpenApiDialect::Live];

fn example() -> Api {
    let sources = Sources::from_files([("api.yaml", include_str!("golden/openapi/api.yaml"))]);
    load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)))
}

fn builtin() -> Api {
    load(&Sources::builtin()).unwrap()
}

fn document(api: &Api, version: OpenApiVersion, dialect: OpenApiDialect) -> Value {
    serde_json::from_str(&openapi(api, OpenApiOptions { version, dialect })).unwrap()
}

/// The document of the whole API in every form.
fn all() -> &'static [Value] {
    static ALL: OnceLock<Vec<Value>> = OnceLock::new();
    ALL.get_or_init(|| {
        let api = builtin();
        let forms = VERSIONS.iter().flat_map(|version| DIALECTS.map(|it| (*version, it)));
        forms.map(|(version, dialect)| document(&api, version, dialect)).collect()
    })
}

#[test]
fn a_small_document() {
    let options = OpenApiOptions::default();
    expect_file!["golden/openapi/3.1.json"].assert_eq(&openapi(&example(), options));
}

/// The older version has another word for null, and reads nothing beside a reference.
#[test]
fn a_resource_in_the_words_of_the_older_version() {
    let document = document(&example(), OpenApiVersion::V3_0, OpenApiDialect::Guide);
    let note = format!("{:#}\n", document["components"]["schemas"]["Note"]);
    expect_file!["golden/openapi/3.0-note.json"].assert_eq(&note);
}

#[test]
fn every_operation_is_there_once() {
    let api = builtin();
    for document in all() {
        let found: Vec<_> = operations(document).collect();
        let ids: BTreeSet<_> = found.iter().map(|(.., it)| it["operationId"].as_str()).collect();
        assert_eq!(ids.len(), found.len(), "an operationId is there twice");
        let described = api.resources.iter().flat_map(|resource| &resource.operations).count();
        assert_eq!(found.len(), described + 1, "the operations and the batch");
        for resource in &api.resources {
            for operation in &resource.operations {
                let id = format!("{}.{}", resource.name, operation.name);
                assert!(ids.contains(&Some(id.as_str())), "{id}");
            }
        }
    }
}

/// Elsewhere nothing is sent along, and tools that resolve references first would copy all kinds into
/// hundreds of operations.
#[test]
fn kinds_are_described_where_they_can_be_asked_for() {
    for document in all() {
        let mut count = 0;
        for (path, method, operation) in operations(document) {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let asks = parameters.filter(|it| it["name"] == "include").count() > 0;
            let is_described = operation["responses"].to_string().contains("schemas/Linked\"");
            assert_eq!(is_described, asks, "{method} {path}");
            count += usize::from(asks);
        }
        assert!(count > 10, "{count}");
    }
}

#[test]
fn no_two_paths_differ_in_names_of_parameters_only() {
    for document in all() {
        let paths: Vec<_> = document["paths"].as_object().unwrap().keys().collect();
        let shapes: BTreeSet<_> = paths.iter().map(|path| shape(path)).collect();
        assert_eq!(shapes.len(), paths.len());
    }
}

#[test]
fn every_reference_leads_somewhere() {
    for document in all() {
        assert_eq!(dangling(document), [""; 0]);
    }
}

#[test]
fn the_parameters_of_a_path_are_those_that_it_names() {
    for document in all() {
        for (path, method, operation) in operations(document) {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let of_path = parameters.filter(|parameter| parameter["in"] == "path");
            let described: Vec<_> = of_path.map(|it| it["name"].as_str().unwrap()).collect();
            let named: Vec<_> =
                path.split('{').skip(1).map(|it| it.split('}').next().unwrap()).collect();
            assert_eq!(described, named, "{method} {path}");
        }
    }
}

#[test]
fn methods_are_exchanged_where_helpdesks_do() {
    let api = builtin();
    let [guide, live] = DIALECTS.map(|dialect| document(&api, OpenApiVersion::V3_1, dialect));
    assert_eq!(guide["paths"]["/tickets"]["put"]["operationId"], "tickets.create");
    assert_eq!(live["paths"]["/tickets"]["post"]["operationId"], "tickets.create");
    assert_eq!(live["paths"]["/tickets/{id}"]["put"]["operationId"], "tickets.update");
    // Locking is no update: it keeps its method.
    let lock = &live["paths"]["/tickets/{id}/actions/lock"]["put"];
    assert_eq!(lock["operationId"], "tickets.lock");
    let put = |document: &Value| operations(document).filter(|(_, it, _)| *it == "put").count();
    assert_ne!(put(&guide), put(&live));
}

/// Tools answer with them.
#[test]
fn examples_of_fields_have_what_their_schemas_require() {
    for document in all() {
        let mut count = 0;
        for (property, schema, example) in examples(document) {
            assert_eq!(lacking(document, schema, example), [""; 0], "{property}");
            count += 1;
        }
        assert!(count > 500, "{count}");
    }
}

/// Everything that can be refused is, with the status and the codes that the description has.
#[test]
fn every_refusal_is_there() {
    let api = builtin();
    let document = &document(&api, OpenApiVersion::V3_1, OpenApiDialect::Guide);
    for resource in &api.resources {
        for operation in &resource.operations {
            let id = format!("{}.{}", resource.name, operation.name);
            let (.., found) =
                operations(document).find(|(.., it)| it["operationId"] == id.as_str()).unwrap();
            for outcome in &api[operation.errors].outcomes {
                let response = &found["responses"][outcome.status.to_string()]["$ref"];
                let pointer = response.as_str().unwrap_or_default().trim_start_matches('#');
                let response = document.pointer(pointer).unwrap_or_else(|| panic!("{id}"));
                if let Some(code) = outcome.code {
                    let code = &api[code].code;
                    assert!(response.to_string().contains(&format!("\"{code}\"")), "{id}: {code}");
                }
            }
            assert!(operation.method != Method::Get || found.get("requestBody").is_none(), "{id}");
        }
    }
}

/// Nothing that a description may say breaks the document.
fn assert_whole(sources: &Sources) {
    let api = load(sources).unwrap_or_else(|problems| panic!("{}", problems.short(sources)));
    for version in VERSIONS {
        let document = &document(&api, version, OpenApiDialect::Live);
        assert_eq!(dangling(document), [""; 0]);
        assert_eq!(operations(document).count(), 4);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_may_stand_in_a_description(
        texts in proptest::collection::vec(hostile(), TEXTS),
        codes in proptest::collection::vec("[a-z]{1,6}", CODES),
    ) {
        assert_whole(&Sources::from_files(description(&texts, &codes)));
    }
}
