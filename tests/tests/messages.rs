//! Every kind of mistake with the attributes is made in `ui/fail`, and no message has another name.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deskpro_codegen::mistake;

/// The names of kinds in what the compiler said: `... [unknown_field]` at the end of a line.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (_, name) = line.trim_end().strip_suffix(']')?.rsplit_once(" [")?;
        let is_name = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        is_name.then_some(name)
    })
}

#[test]
fn every_kind_of_mistake_is_made() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/fail");
    let mut made = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "stderr") {
            let text = fs::read_to_string(path).unwrap();
            made.extend(named(&text).map(str::to_owned));
        }
    }
    let known: BTreeSet<_> = mistake::all().map(|kind| kind.name.to_owned()).collect();
    let missing: Vec<_> = known.difference(&made).collect();
    assert!(missing.is_empty(), "nobody makes {missing:?}");
    let unknown: Vec<_> = made.difference(&known).collect();
    assert!(unknown.is_empty(), "there is no {unknown:?}");
}
