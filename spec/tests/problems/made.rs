//! Descriptions that are too large to keep as files.

use deskpro_spec::Sources;

const API: &str = "\
format: 1
name: example
title: Example API
docs: An API.
base_path: /api
envelope: { data: data, meta: meta }
include:
";

/// Every made fixture with its name.
pub(crate) fn all() -> Vec<(&'static str, Sources)> {
    vec![
        ("0004_file_too_large", file_too_large()),
        ("0005_too_many_files", too_many_files()),
        ("0006_description_too_large", description_too_large()),
        ("0317_too_large", too_large()),
        ("0906_added_to_all", added_to_all()),
        ("0906_looked_at", looked_at()),
    ]
}

/// A file with a byte more than 4 MiB.
fn file_too_large() -> Sources {
    let api = format!("{API}  - large.yaml\n");
    Sources::from_files([("api.yaml", api), ("large.yaml", "#".repeat(4 * 1024 * 1024 + 1))])
}

/// The first file and 1,000 others.
fn too_many_files() -> Sources {
    let mut files = vec![("api.yaml".to_owned(), API.to_owned())];
    for number in 1..=1_000 {
        let name = format!("r{number:04}.yaml");
        files[0].1.push_str(&format!("  - {name}\n"));
        files.push((name, resource(number)));
    }
    Sources::from_files(files)
}

/// Eight files of 4 MiB and the first.
fn description_too_large() -> Sources {
    let mut files = vec![("api.yaml".to_owned(), API.to_owned())];
    for number in 1..=8 {
        let name = format!("r{number}.yaml");
        files[0].1.push_str(&format!("  - {name}\n"));
        let text = resource(number);
        let comment = "#".repeat(4 * 1024 * 1024 - text.len());
        files.push((name, text + &comment));
    }
    Sources::from_files(files)
}

fn resource(number: usize) -> String {
    format!(
        "resource: things{number}\nsingular: thing{number}\npath: /things{number}\ndocs: Things.\n"
    )
}

/// 501 operations that create a resource of 500 fields.
fn too_large() -> Sources {
    let mut api = "\
format: 1
name: example
title: Example API
docs: An API.
base_path: /api
envelope: { data: data, meta: meta }
methods: { create: PUT }
statuses:
  200: { name: ok, docs: Done. }
verbs:
  create: { meaning: create, on: collection, success: { 200: one }, repeat: safe, docs: Makes one. }
resources:
  - resource: things
    singular: thing
    path: /things
    docs: Things.
    fields:
"
    .to_owned();
    for number in 1..=500 {
        api.push_str(&format!("      field{number:03}: {{ type: string, docs: A field. }}\n"));
    }
    api.push_str("    operations:\n");
    for number in 1..=501 {
        let name = format!("create{number:03}");
        let operation = format!("{{ verb: create, path: /{name}, docs: Makes one. }}");
        api.push_str(&format!("      {name}: {operation}\n"));
    }
    Sources::from_files([("api.yaml", api)])
}

/// 600 fields to which a list of 500 items is added.
fn added_to_all() -> Sources {
    let mut api = API.replace("include:", "overlays: [large.yaml]\ntypes:");
    api.push_str("  thing:\n    docs: A thing.\n    fields:\n");
    for number in 1..=600 {
        api.push_str(&format!("      field{number:03}: {{ type: json, docs: A field. }}\n"));
    }
    let items = vec!["1"; 500].join(", ");
    let large = format!(
        "overlay: 1\nactions:\n  - target: types.*.fields.*\n    update: {{ example: [{items}] }}\n"
    );
    Sources::from_files([("api.yaml", api), ("large.yaml", large)])
}

/// 5,000 actions that each look at 5,000 headers.
fn looked_at() -> Sources {
    let mut api = API.replace("include:", "overlays: [large.yaml]\nsources:");
    let mut large = "overlay: 1\nactions:\n".to_owned();
    for number in 1..=5_000 {
        api.push_str(&format!("  KEY{number:04}: A source.\n"));
        large.push_str(&format!(
            "  - target: sources.KEY{number:04}\n    update: Another source.\n"
        ));
    }
    Sources::from_files([("api.yaml", api), ("large.yaml", large)])
}
