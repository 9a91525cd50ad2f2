//! A description with a text in every place that takes one.

/// How many places take any text.
pub(crate) const TEXTS: usize = 50;

/// How many places take a code, of which a Rust name is made.
pub(crate) const CODES: usize = 2;

/// A description of two files, with these texts and codes in its places: `@T` is a place for a
/// text, `@K` for one that is a key and has a Rust name beside it, `@P` for one that is a pattern,
/// `@S` for the key of the source, `@E` and `@V` for codes of errors.
pub(crate) fn description(texts: &[String], codes: &[String]) -> [(String, String); 2] {
    let mut texts = texts.iter();
    let source = texts.next().map_or("", String::as_str);
    let mut fill = |template: &str| {
        let mut out = String::new();
        for (at, part) in template.split('@').enumerate() {
            let place = part.get(..1).filter(|_| at > 0);
            let mut next = || texts.next().expect("a text for every place");
            out += &match place {
                Some("T") => quoted(&format!("{}.", next())),
                Some("K") => quoted(&format!("n{}", next())),
                // Codes of tests begin with a small letter: none is a pattern too, which is a mistake.
                Some("P") => quoted(&format!("N{}", next().replace('*', ""))),
                Some("S") => quoted(&format!("s{source}")),
                Some("E") => quoted(&codes[0]),
                Some("V") => quoted(&codes[1]),
                _ => String::new(),
            };
            out += &part[place.map_or(0, str::len)..];
        }
        out
    };
    let (api, notes) = (fill(API), fill(NOTES));
    assert!(texts.next().is_none(), "a place for every text");
    [("api.yaml".to_owned(), api), ("notes.yaml".to_owned(), notes)]
}

/// A text as YAML takes it in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            ' '..='~' if c != '"' && c != '\\' => out.push(c),
            _ => out.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    out + "\""
}

const API: &str = "\
format: 1
name: example
title: @T
docs: @T
base_path: /api
sources: { @S: @T }
auth: { key: { header: Authorization, prefix: 'key ', docs: @T } }
envelope: { data: data, links: { name: links, entries: { next: @T } }, meta: meta }
methods: { list: GET, get: GET, create: PUT }
statuses:
  200: { name: ok, docs: @T, source: @S }
  201: { name: created, docs: @T }
  404: { name: not_found, docs: @T }
error_codes:
  @E: { status: 404, also: [@P], docs: @T, message: @T, source: @S }
error_sets: { reading: [404] }
validation_codes: { @V: { docs: @T, message: @T } }
parameters: { count: { type: integer, docs: @T, source: @S } }
verbs:
  list: { meaning: list, on: collection, success: { 200: page }, repeat: safe, query: [count], errors: reading, docs: @T }
  get: { meaning: get, on: item, success: { 200: one }, repeat: safe, errors: reading, docs: @T }
  create: { meaning: create, on: collection, success: { 201: created }, location: true, repeat: unsafe, errors: reading, docs: @T }
include: [notes.yaml]
quirks: { quirk: { says: [@T], decision: @T } }
";

const NOTES: &str = "\
resource: notes
singular: note
path: /notes
linked_as: @T
docs: @T
source: @S
operations:
  list:
    docs: @T
    source: @S
    query: { @K: { type: string, rust: query, required: true, docs: @T, example: @T } }
  get: { docs: @T, deprecated: @T, since: @T }
  create: { docs: @T, errors: [@E] }
  tag:
    verb: create
    path: /tags
    docs: @T
    body: { fields: { @K: { type: kind, rust: body, docs: @T, deprecated: @T, required: true } } }
fields:
  id: { type: id, access: read_only, docs: @T }
  @K: { type: kind?, rust: field, docs: @T, deprecated: { note: @T, since: @T }, source: @S }
  text: { type: string, required: true, docs: @T, example: @T }
  choice: { type: choice, docs: @T }
types:
  kind: { docs: @T, values: { @K: { docs: @T, rust: Value } } }
  choice: { docs: @T, one_of: { object: { type: written, docs: @T } } }
  written: { docs: @T, fields: { @K: { type: string, rust: member, docs: @T } } }
";
