//! Both documents of the scaled API describe the same operations and fields: a comparison of what is
//! generated from them would be worth nothing otherwise.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deskpro_benches::scale;
use deskpro_benches::size::Size;
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};
use serde_json::Value;

/// More than there are words for names, so that numbered names are among them.
const RESOURCES: usize = 43;

#[test]
fn same_operations() {
    let api = api("same_operations");
    let own: BTreeSet<(String, String)> = api
        .resource_ids()
        .flat_map(|id| &api[id].operations)
        .map(|operation| {
            let method = format!("{:?}", operation.method).to_lowercase();
            (operation.path.template.clone(), method)
        })
        .collect();
    let document = scale::openapi(RESOURCES).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let theirs: BTreeSet<(String, String)> = paths
        .iter()
        .flat_map(|(path, methods)| names(methods).map(|method| (path.clone(), method)))
        .collect();
    assert_eq!(own.len(), RESOURCES * 5);
    assert_eq!(own, theirs);
}

#[test]
fn same_fields() {
    let api = api("same_fields");
    let document = scale::openapi(RESOURCES).unwrap();
    let resource = api.resource_ids().find(|&id| api[id].name == "tickets").unwrap();
    let own: BTreeSet<String> =
        api[resource].fields.iter().map(|field| field.name.clone()).collect();
    let theirs = &document["components"]["schemas"]["Ticket"]["properties"];
    assert_eq!(own.len(), 16);
    assert_eq!(own, names(theirs).collect());
}

#[test]
fn seven_refusals() {
    let document = scale::openapi(1).unwrap();
    let responses = &document["paths"]["/accounts"]["get"]["responses"];
    let statuses: Vec<String> = names(responses).collect();
    assert_eq!(statuses, ["200", "400", "401", "403", "404", "405", "423", "429"]);
}

#[test]
fn as_large_as_asked() {
    let wanted = Size { operations: 43, models: 20, fields: 200 };
    let size = scale::size(&scale::openapi_like(wanted).unwrap());
    assert_eq!((size.operations, size.models), (43, 20));
    let all = scale::size(&scale::openapi(9).unwrap());
    assert_eq!(all.operations, 45);
    assert!(all.models > 20 && all.fields > size.fields);
}

/// The description, checked. Each test has a folder of its own.
fn api(test: &str) -> Api {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    scale::description(RESOURCES).write(&folder).unwrap();
    let sources = Sources::read(&folder).unwrap();
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    fs::remove_dir_all(&folder).unwrap();
    api
}

fn names(object: &Value) -> impl Iterator<Item = String> {
    object.as_object().into_iter().flat_map(|object| object.keys().cloned())
}
