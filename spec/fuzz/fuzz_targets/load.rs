//! Any bytes through reading, parsing, checking and rendering: never a panic, and every problem
//! stands inside its text.
//!
//! From `spec`: `cargo fuzz run -s none load -- -dict=fuzz/yaml.dict`. A byte 0x1E in the input
//! begins the next file, so that includes, overlays and what is extended are tried as well: the first
//! file is `api.yaml`, the others are `1.yaml`, `2.yaml` and so on.

#![no_main]

use deskpro_spec::problem::Tool;
use deskpro_spec::{Sources, load};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let files = bytes.split(|&byte| byte == 0x1E).take(8).enumerate().map(|(number, text)| {
        let name = if number == 0 { "api.yaml".to_owned() } else { format!("{number}.yaml") };
        (name, text)
    });
    let sources = Sources::from_files(files);
    let Err(problems) = load(&sources) else { return };
    assert!(!problems.is_empty());
    for problem in &problems {
        let related = problem.related.iter().map(|(place, _)| place);
        for place in related.chain([&problem.place]) {
            let text = sources.text(place.file);
            assert!(text.get(place.start as usize..place.end as usize).is_some(), "{place:?}");
        }
    }
    problems.terminal(&sources, true);
    problems.short(&sources);
    problems.github(&sources);
    problems.json(&sources);
    problems.sarif(&sources, Tool { name: "fuzz", version: "0.0.0" });
});
