//! Every key of the format is read: each value of a description that has them all is found again in
//! the document.

use std::collections::BTreeSet;

use deskpro_spec::{Sources, json_schema, parse};

#[test]
fn the_description_has_every_key() {
    let mut keys = BTreeSet::new();
    let schema = json_schema();
    let parts = schema["$defs"].as_object().unwrap().values();
    for part in parts {
        keys.extend(part["properties"].as_object().unwrap().keys().cloned());
    }
    let text = format!("{API}{THINGS}{CHANGES}");
    let missing: Vec<_> = keys.iter().filter(|key| !text.contains(&format!("{key}:"))).collect();
    assert!(missing.is_empty(), "not in the description: {missing:?}");
}

#[test]
fn no_value_is_lost() {
    let sources = Sources::from_files([
        ("api.yaml", API),
        ("things.yaml", THINGS),
        ("base.yaml", BASE),
        ("changes.yaml", CHANGES),
    ]);
    let (document, problems) = parse(&sources);
    assert!(problems.is_empty(), "{}", problems.terminal(&sources, false));
    let text = format!("{document:?}");
    for number in 1..=MARKS {
        let mark = format!("\"mark{number}\"");
        assert!(text.contains(&mark), "{mark} was lost");
    }
    // What is not text: each of these stands in the document as often as in the description.
    let count = |part: &str| text.matches(part).count();
    assert_eq!(count("value: true"), API.matches("true").count() + THINGS.matches("true").count());
    assert_eq!(count("Some(Located { value: 1,"), 4);
    assert_eq!(count("Some(Located { value: 2,"), 2);
    assert_eq!(count("Shared"), 2);
    assert_eq!(count("\"1.10\""), 1);
    for word in [
        "GET",
        "PUT",
        "list",
        "collection",
        "page",
        "one",
        "safe",
        "unsafe",
        "never",
        "outage",
        "405",
        "read_only",
        "unknown",
        "POST",
    ] {
        assert!(count(&format!("value: \"{word}\"")) > 0, "{word} was lost");
    }
}

const MARKS: usize = 136;

const API: &str = "\
format: 1
extends: base.yaml
name: mark1
title: mark2
docs: mark3
base_path: mark4
date_pinned: true
sources: { KEY: mark5, GONE: gone }
methods: { list: GET }
headers: { Accept: mark6 }
query_in_body: mark122
families: { family: { docs: mark123, default: true } }
batch: { path: mark124, method: POST, docs: mark125, success: 200, errors: mark126, source: mark127 }
auth: { key: { header: mark7, prefix: mark8, docs: mark9, source: mark10 } }
verbs:
  list:
    meaning: list
    on: collection
    negotiable: true
    success: { 200: page }
    location: true
    follow_location: true
    repeat: safe
    query: [mark11]
    errors: mark12
    docs: mark13
    source: mark14
statuses: { 404: { name: mark15, docs: mark16, retry: never, source: mark17 } }
error_codes:
  gone: { status: 404, also: [mark18], docs: mark19, message: mark20, retry: outage, source: mark21 }
error_sets: { reading: [mark22, 405] }
validation_codes: { extra: { docs: mark23, message: mark24, source: mark25 } }
parameters:
  page:
    { type: mark26, docs: mark27, minimum: 1, maximum: 2, required: true, example: mark28, rust: mark29, source: mark30 }
envelope:
  data: mark31
  links: { name: mark32, entries: { next: mark33 } }
  linked: mark34
  meta: mark35
  pages: { flat: { under: mark36, total: mark37, count: mark38, page: mark39, per_page: mark40, total_pages: mark41 } }
types: { shared: { docs: mark42, source: mark43, values: { one: mark44 } } }
include: [things.yaml]
overlays: [changes.yaml]
resources: [{ resource: mark118, singular: mark119, path: mark120, docs: mark121 }]
quirks: { odd: { number: 1, says: [mark45], decision: mark46, source: mark47, excuses: [mark134] } }
";

const THINGS: &str = "\
resource: mark48
singular: mark49
path: mark50
docs: mark51
family: mark128
shape: unknown
source: [mark52, mark53]
parent: { resource: mark54, name: mark55 }
singleton: true
linked_as: mark56
item: { parameter: mark57 }
path_parameters: { part: { type: mark58, docs: mark59 } }
methods: { list: PUT }
operations:
  first:
    verb: mark60
    method: GET
    path: mark61
    docs: mark62
    source: mark63
    query: { own: { type: mark64, docs: mark65, minimum: 1, maximum: 2, required: true, example: mark66, rust: mark67, source: mark68 }, page: shared, count: }
    without: [mark69]
    body:
      fields: { field: { type: mark70, docs: mark71, source: mark72, access: read_only, write: mark73, required: true, optional: true, sensitive: true, deprecated: mark74, since: mark75, example: mark76, rust: mark77 } }
    returns: mark78
    success: { 200: one }
    repeat: unsafe
    location: true
    follow_location: true
    negotiable: true
    errors: [mark79]
    unverified: true
    deprecated: { note: mark80, since: mark81, sunset: mark82 }
    since: 1.10
    examples: &examples
      - title: mark83
        request: { parameters: { id: mark84 }, body: mark85 }
        response: { status: 200, headers: { Location: mark86 }, body: mark87 }
        source: mark88
  second:
    verb: mark89
    method: GET
    absolute_path: mark90
    docs: mark91
    query_in_body: true
    body: { files: { file: { docs: mark129, required: true, source: mark130 } } }
  third:
    docs: mark131
    body: { content: mark132, docs: mark133 }
fields:
  field: { type: mark92, docs: mark93, source: mark94, access: read_only, write: mark95, required: true, optional: true, sensitive: true, deprecated: mark96, since: mark97, example: mark98, rust: mark99 }
types:
  values: { docs: mark100, source: mark101, values: { one: { docs: mark102, rust: mark103 } } }
  fields: { docs: mark104, source: mark105, fields: { field: { type: mark106, docs: mark107, source: mark108, access: read_only, write: mark109, required: true, optional: true, sensitive: true, deprecated: mark110, since: mark111, example: mark112, rust: mark113 } } }
  one_of: { docs: mark114, source: mark115, one_of: { one: { type: mark116, docs: mark117 } } }
examples: *examples
";

const BASE: &str = "\
headers: { Base: mark135 }
";

const CHANGES: &str = "\
overlay: 1
title: What changes
docs: More about it.
actions:
  - target: headers
    docs: Why.
    expect: { Accept: mark6, Base: mark135 }
    update: { Overlay: mark136 }
  - target: sources.GONE
    remove: true
";
