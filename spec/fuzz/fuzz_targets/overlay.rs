//! Any bytes as an overlay of a small description, by itself and applied: never a panic, every problem
//! stands inside its text, and an overlay that can be read is the same when it is written and read
//! again.
//!
//! From `spec`: `cargo fuzz run -s none overlay -- -dict=fuzz/yaml.dict`.

#![no_main]

use deskpro_spec::overlay::Overlay;
use deskpro_spec::{Problems, Sources, load};
use libfuzzer_sys::fuzz_target;

/// A description with a part of each kind.
const DESCRIPTION: &str = "\
format: 1
name: example
title: Example API
docs: An API.
base_path: /api
envelope: { data: data, meta: meta }
methods: { get: GET }
statuses: { 200: { name: ok, docs: Done. }, 404: { name: gone, docs: Gone. } }
error_codes: { not_found: { status: 404, docs: Gone., also: [missing] } }
error_sets: { reading: [not_found, 404] }
verbs:
  get: { meaning: get, on: item, success: { 200: one }, repeat: safe, errors: reading, docs: Gets. }
resources:
  - resource: things
    singular: thing
    path: /things
    docs: Things.
    operations:
      get:
        docs: Gets a thing.
        examples: [{ title: One, response: { status: 200, body: { data: { id: 1 } } } }]
    fields:
      id: { type: id, access: read_only, docs: The id., example: 13 }
      \"7.1\": { type: kind?, rust: kind, docs: The kind. }
    types: { kind: { docs: A kind., values: { small: It is small. } } }
";

fuzz_target!(|bytes: &[u8]| {
    let alone = Sources::from_files([("overlay.yaml", bytes)]);
    match Overlay::read(&alone) {
        Ok(overlay) => {
            let text = overlay.to_yaml();
            let again = Overlay::read(&Sources::from_files([("overlay.yaml", text.as_str())]));
            assert_eq!(again.ok().as_ref(), Some(&overlay), "{text}");
        }
        Err(problems) => stand_inside(&problems, &alone),
    }
    let sources = Sources::from_files([("api.yaml", DESCRIPTION)]);
    let Ok(sources) = sources.with_overlay_text("overlay.yaml", bytes) else { return };
    if let Err(problems) = load(&sources) {
        stand_inside(&problems, &sources);
    }
});

fn stand_inside(problems: &Problems, sources: &Sources) {
    assert!(!problems.is_empty());
    for problem in problems {
        let related = problem.related.iter().map(|(place, _)| place);
        for place in related.chain([&problem.place]) {
            let text = sources.text(place.file);
            assert!(text.get(place.start as usize..place.end as usize).is_some(), "{place:?}");
        }
    }
    problems.terminal(sources, false);
}
