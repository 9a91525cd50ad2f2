//! Whatever a helpdesk sends, every model keeps all of it.

use std::collections::BTreeMap;

use deskpro_client::runtime::{from_json, from_json_keeping};
use deskpro_client::tickets::Ticket;
use deskpro_spec::api::{Api, Field, TypeKind};
use deskpro_tests::description;
use serde_json::json;

use crate::models::MODELS;
use crate::random::Random;

/// How many values are made up for each model.
const TRIES: u64 = 120;

/// The fields of everything that is read and has a shape, by the name that [`MODELS`] calls it.
fn shapes(api: &Api) -> BTreeMap<String, &[Field]> {
    let mut shapes = BTreeMap::new();
    for resource in api.resources.iter().filter(|it| !it.is_untyped && !it.fields.is_empty()) {
        shapes.insert(resource.name.clone(), resource.fields.as_slice());
    }
    for ty in api.types.iter().filter(|ty| ty.is_read) {
        let owner = ty.owner.map_or(String::new(), |owner| format!("{}.", api[owner].name));
        if let TypeKind::Object(fields) = &ty.kind {
            shapes.insert(format!("{owner}{}", ty.name), fields.as_slice());
        }
    }
    shapes
}

#[test]
fn every_model_is_known() {
    let api = description();
    let mut known: Vec<&str> = MODELS.iter().map(|model| model.name).collect();
    known.sort_unstable();
    assert_eq!(shapes(&api).into_keys().collect::<Vec<_>>(), known);
}

#[test]
fn every_model_keeps_whatever_is_sent() {
    let api = description();
    let shapes = shapes(&api);
    for model in MODELS {
        let fields = shapes[model.name];
        for seed in 0..TRIES {
            let sent = Random::new(&api, seed).object(fields);
            if let Err(lost) = (model.keeps)(&sent) {
                panic!("{} with {seed}: {lost}\n{sent:#}", model.name);
            }
        }
    }
}

#[test]
fn what_is_made_up_has_all_fields_and_quirks() {
    let api = description();
    let shapes = shapes(&api);
    let made: Vec<_> =
        (0..TRIES).map(|seed| Random::new(&api, seed).object(shapes["tickets"])).collect();
    for field in shapes["tickets"].iter().filter(|field| field.access.is_read()) {
        assert!(made.iter().any(|it| it.get(&field.name).is_some()), "{}", field.name);
        assert!(made.iter().any(|it| it.get(&field.name).is_none()), "{}", field.name);
    }
    let has =
        |name: &str, value: serde_json::Value| made.iter().any(|it| it.get(name) == Some(&value));
    assert!(has("is_hold", json!(1)) && has("is_hold", json!(false)) && has("id", json!("59080")));
    assert!(has("fields", json!([])) && has("agent", json!({})) && has("followers", json!("")));
    assert!(
        made.iter().any(|it| it["person"].is_object())
            && made.iter().any(|it| it["person"].is_u64())
    );
    assert!(made.iter().any(|it| !it["person"]["added_later_0"].is_null()));
}

#[test]
fn what_is_unknown_is_lost_unless_it_is_asked_for() {
    let api = description();
    let shapes = shapes(&api);
    let sent = (0..TRIES).map(|seed| Random::new(&api, seed).object(shapes["tickets"]));
    let (mut dropped, mut kept) = (0, 0);
    for sent in sent.filter(|sent| sent.get("added_later_0").is_some()) {
        let text = sent.to_string();
        dropped += from_json::<Ticket>(text.as_bytes()).expect("a ticket").extra.len();
        kept += from_json_keeping::<Ticket>(text.as_bytes()).expect("a ticket").extra.len();
    }
    assert_eq!(dropped, 0);
    assert!(kept > TRIES as usize / 2, "{kept}");
}
