//! Which crate may depend on which.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::rust_files::workspace;

/// The crates of the workspace, each with what its code depends on; dependencies of its tests do
/// not count.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(workspace())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let crates = metadata["packages"].as_array().unwrap().iter().map(|package| {
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        let used = dependencies.filter(|dependency| dependency["kind"].as_str() != Some("dev"));
        (text(&package["name"]), used.map(|dependency| text(&dependency["name"])).collect())
    });
    crates.collect()
}

fn names(list: &[&str]) -> BTreeSet<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn crates_depend_on_floors_below_only() {
    let expected = [
        ("deskpro-spec", &[][..]),
        ("deskpro-runtime", &[]),
        ("deskpro-codegen", &["deskpro-spec"]),
        ("deskpro-macros", &["deskpro-codegen", "deskpro-spec"]),
        ("deskpro-client", &["deskpro-macros", "deskpro-runtime"]),
        // As a transport of the client, and only there.
        ("deskpro-mock", &["deskpro-runtime", "deskpro-spec"]),
    ];
    let mut found = dependencies();
    found.remove("deskpro-tests").expect("the crate of this test");
    // An example, which depends on what users depend on.
    let example = found.remove("custom-fields").expect("the example");
    assert_eq!(example, names(&["deskpro-codegen", "deskpro-runtime"]));
    for (name, expected) in expected {
        let used = found.remove(name).unwrap_or_else(|| panic!("{name} is gone"));
        let ours: BTreeSet<_> =
            used.into_iter().filter(|used| used.starts_with("deskpro-")).collect();
        assert_eq!(ours, names(expected), "{name}");
    }
    assert!(found.is_empty(), "a new crate needs a floor: {found:?}");
}

#[test]
fn the_compiler_of_descriptions_knows_no_rust() {
    let used = &dependencies()["deskpro-spec"];
    let rust = names(&["syn", "quote", "proc-macro2", "heck", "prettyplease"]);
    assert!(used.is_disjoint(&rust), "{used:?}");
}

#[test]
fn the_macros_are_glue() {
    let used = &dependencies()["deskpro-macros"];
    let glue = names(&["deskpro-codegen", "deskpro-spec", "proc-macro2", "quote", "syn"]);
    assert_eq!(*used, glue);
}

#[test]
fn generated_code_stands_on_the_runtime_alone() {
    let used = &dependencies()["deskpro-client"];
    assert_eq!(*used, names(&["deskpro-macros", "deskpro-runtime"]));
}
