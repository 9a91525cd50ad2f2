//! The features of the client are the families of the description.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::{description, workspace};

/// Features of the client that are neither families nor the runtime's.
const OTHERS: [&str; 4] = ["default", "full", "unverified", "macros"];

/// A feature as the manifest declares it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Feature {
    /// The lines that begin with `##`.
    docs: String,
    /// What it turns on.
    on: BTreeSet<String>,
}

/// The features of a crate's manifest, by name.
fn manifest(of: &str) -> BTreeMap<String, Feature> {
    let text = fs::read_to_string(workspace().join(of).join("Cargo.toml")).unwrap();
    let (_, features) = text.split_once("\n[features]\n").expect("features");
    let features = features.split("\n[").next().unwrap_or_default();
    let mut found = BTreeMap::new();
    let mut feature = Feature::default();
    let mut lines = features.lines();
    while let Some(line) = lines.next() {
        if let Some(docs) = line.strip_prefix("## ") {
            feature.docs.push_str(docs);
        } else if let Some((name, list)) = line.split_once(" = ") {
            let mut list = list.to_owned();
            while !list.ends_with(']') {
                list.push_str(lines.next().expect("the end of a list"));
            }
            let items =
                list.trim_matches(['[', ']']).split(',').map(|it| it.trim().trim_matches('"'));
            feature.on = items.filter(|it| !it.is_empty()).map(str::to_owned).collect();
            found.insert(name.to_owned(), std::mem::take(&mut feature));
        }
    }
    found
}

#[test]
fn every_family_is_a_feature_that_says_what_it_is() {
    let mut features = manifest("generated-client");
    for name in of_the_runtime().keys().map(String::as_str).chain(OTHERS) {
        let feature = features.remove(name).unwrap_or_else(|| panic!("`{name}` is gone"));
        assert!(!feature.docs.is_empty(), "{name}");
    }
    let api = description();
    let families = api.families.iter().map(|family| {
        let docs = family.docs.trim().to_owned();
        (family.name.replace('_', "-"), Feature { docs, on: BTreeSet::new() })
    });
    assert_eq!(features, families.collect());
}

#[test]
fn the_default_and_all_are_those_of_the_description() {
    let features = manifest("generated-client");
    let api = description();
    let named = |is_meant: fn(bool) -> bool| -> BTreeSet<String> {
        let families = api.families.iter().filter(|family| is_meant(family.is_default));
        families.map(|family| family.name.replace('_', "-")).collect()
    };
    assert_eq!(features["full"].on, named(|_| true));
    let default = named(|is_default| is_default).into_iter();
    let default = default.chain(manifest("runtime")["default"].on.clone());
    assert_eq!(features["default"].on, default.collect());
}

/// The features of the runtime that are meant for its users.
fn of_the_runtime() -> BTreeMap<String, Feature> {
    let mut features = manifest("runtime");
    features.retain(|name, _| name != "default" && !name.starts_with('_'));
    features
}

#[test]
fn what_the_runtime_can_do_the_client_can() {
    let features = manifest("generated-client");
    for (name, feature) in of_the_runtime() {
        let passed_on = &features[&name];
        assert_eq!(passed_on.docs, feature.docs, "{name}");
        assert_eq!(passed_on.on, BTreeSet::from([format!("deskpro-runtime/{name}")]), "{name}");
    }
}

#[test]
fn every_resource_is_of_a_family_and_no_family_is_empty() {
    let api = description();
    let used: Vec<_> = api.resources.iter().map(|resource| resource.family).collect();
    assert!(used.iter().all(Option::is_some));
    for id in api.family_ids() {
        assert!(used.contains(&Some(id)), "{} has no resource", api[id].name);
    }
}
