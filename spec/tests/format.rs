//! `FORMAT.md` is right and complete: its examples load, and it names every key.

use std::collections::BTreeSet;

use deskpro_spec::overlay::Overlay;
use deskpro_spec::{Sources, json_schema, load};

fn page() -> String {
    std::fs::read_to_string("FORMAT.md").unwrap()
}

/// The YAML blocks of the page.
fn blocks(page: &str) -> Vec<&str> {
    let after = page.split("```yaml\n").skip(1);
    after.filter_map(|rest| rest.split_once("```").map(|(block, _)| block)).collect()
}

#[test]
fn the_whole_description_loads() {
    let page = page();
    let whole: Vec<_> =
        blocks(&page).into_iter().filter(|block| block.starts_with("format:")).collect();
    assert_eq!(whole.len(), 1);
    let sources = Sources::from_files([("api.yaml", whole[0])]);
    if let Err(problems) = load(&sources) {
        panic!("{}", problems.terminal(&sources, false));
    }
}

#[test]
fn the_extension_and_its_overlay_apply() {
    let page = page();
    let block = |begin: &str| {
        blocks(&page).into_iter().find(|block| block.starts_with(begin)).expect("a block")
    };
    let sources = Sources::from_files([("api.yaml", block("extends:"))]);
    let extended = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    assert_eq!((extended.name.as_str(), extended.title.as_str()), ("deskpro", "Our helpdesk"));
    let overlaid = Sources::builtin().with_overlay_text("ours.yaml", block("overlay:")).unwrap();
    let overlaid =
        load(&overlaid).unwrap_or_else(|problems| panic!("{}", problems.short(&overlaid)));
    let tickets = overlaid.resource("tickets").unwrap();
    assert!(tickets.operations.iter().all(|operation| operation.name != "unlock"));
}

#[test]
fn what_the_readme_extends_and_overlays_is_right() {
    let page = std::fs::read_to_string("../README.md").unwrap();
    let block = |begin: &str| {
        blocks(&page).into_iter().find(|block| block.starts_with(begin)).expect("a block")
    };
    let sources = Sources::from_files([
        ("api.yaml", block("extends:")),
        ("overlays/custom_fields.yaml", block("overlay:")),
    ]);
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    assert_eq!(api.name, "workshop");
}

#[test]
fn every_block_is_of_the_right_shape() {
    let page = page();
    let blocks = blocks(&page);
    assert!(blocks.len() > 6, "only {} blocks were found", blocks.len());
    for block in blocks {
        // Parts of a description lack what is required elsewhere; nothing else is wrong with them.
        let whole = "format: 1\ninclude: [part.yaml]\n";
        let as_api = shape_of(Sources::from_files([("api.yaml", block)]));
        let as_resource =
            shape_of(Sources::from_files([("api.yaml", whole), ("part.yaml", block)]));
        let as_overlay = Overlay::read(&Sources::from_files([("overlay.yaml", block)]));
        let is_right = as_api.is_empty() || as_resource.is_empty() || as_overlay.is_ok();
        assert!(is_right, "{block}\n{as_api}\n{as_resource}\n{as_overlay:?}");
    }
}

/// What is wrong with the shape, but for keys that are missing.
fn shape_of(sources: Sources) -> String {
    let (_, problems) = deskpro_spec::parse(&sources);
    let wrong = problems.iter().filter(|problem| problem.code.0 != 202 && problem.code.0 != 212);
    wrong.map(|problem| format!("{}: {}\n", problem.code, problem.message)).collect()
}

#[test]
fn every_key_is_named() {
    let (page, schema) = (page(), json_schema());
    let mut keys = BTreeSet::new();
    for part in schema["$defs"].as_object().unwrap().values() {
        keys.extend(part["properties"].as_object().unwrap().keys().cloned());
    }
    let missing: Vec<_> = keys.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "FORMAT.md does not name {missing:?}");
}
