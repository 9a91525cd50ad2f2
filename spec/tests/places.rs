//! Whatever happens to the text of a description, every problem stands inside the text, and every
//! form of rendering has it.

use deskpro_spec::{Place, Sources, load};
use proptest::prelude::*;

/// Pieces that change what YAML means.
const PIECES: [&str; 36] = [
    ":",
    ": ",
    " #",
    "-",
    "- ",
    "? ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\"",
    "'",
    "|",
    ">-",
    "&a ",
    "*a",
    "<<: *a",
    "!x ",
    "!!str ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "null",
    "404",
    "é\u{1F600}",
    "\u{0}",
    "\u{FEFF}",
    "~",
    "x: &a {}\n",
];

/// A change of a text; positions are per mille of its length.
#[derive(Debug, Clone)]
enum Change {
    Insert(usize, &'static str),
    Remove(usize, usize),
    Repeat(usize, usize),
    Cut(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = 0..1000_usize;
    prop_oneof![
        4 => (at.clone(), prop::sample::select(&PIECES[..])).prop_map(|(at, piece)| Change::Insert(at, piece)),
        2 => (at.clone(), 1..40_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        1 => (at.clone(), 1..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        1 => at.prop_map(Change::Cut),
    ]
}

impl Change {
    fn apply(&self, text: &mut String) {
        let position = |per_mille: usize| text.floor_char_boundary(text.len() * per_mille / 1000);
        match *self {
            Self::Insert(at, piece) => text.insert_str(position(at), piece),
            Self::Remove(at, length) => {
                let start = position(at);
                let end = text.floor_char_boundary((start + length).min(text.len()));
                text.replace_range(start..end, "");
            }
            Self::Repeat(at, length) => {
                let start = position(at);
                let end = text.floor_char_boundary((start + length).min(text.len()));
                let piece = text[start..end].to_owned();
                text.insert_str(start, &piece);
            }
            Self::Cut(at) => text.truncate(position(at)),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_the_built_in_description(
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        let builtin = Sources::builtin();
        let changed = file.index(builtin.len()) as u32;
        let files: Vec<(String, String)> = (0..builtin.len() as u32)
            .map(|file| {
                let mut text = builtin.text(file).to_owned();
                if file == changed {
                    changes.iter().for_each(|change| change.apply(&mut text));
                }
                (builtin.relative(file).to_owned(), text)
            })
            .collect();
        stand_inside(&Sources::from_files(files))?;
    }

    #[test]
    fn of_a_small_description(
        changes in prop::collection::vec(change(), 1..12),
    ) {
        let mut text = SMALL.to_owned();
        changes.iter().for_each(|change| change.apply(&mut text));
        stand_inside(&Sources::from_files([("api.yaml", text)]))?;
    }

    #[test]
    fn of_any_text(text in "[a-z:,\\[\\]{}&*!|>'\"#%@`\\-? \n\té]{0,80}") {
        stand_inside(&Sources::from_files([("api.yaml", text)]))?;
    }

    #[test]
    fn of_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        stand_inside(&Sources::from_files([("api.yaml", bytes)]))?;
    }
}

#[test]
fn the_small_description_is_right() {
    let sources = Sources::from_files([("api.yaml", SMALL)]);
    if let Err(problems) = load(&sources) {
        panic!("{}", problems.terminal(&sources, false));
    }
}

fn stand_inside(sources: &Sources) -> Result<(), TestCaseError> {
    let Err(problems) = load(sources) else { return Ok(()) };
    prop_assert!(!problems.is_empty());
    for problem in &problems {
        is_inside(problem.place, sources)?;
        for (place, _) in &problem.related {
            is_inside(*place, sources)?;
        }
    }
    let shown = problems.len().min(101);
    prop_assert!(problems.terminal(sources, false).lines().count() >= shown);
    prop_assert_eq!(problems.short(sources).lines().count(), shown);
    prop_assert_eq!(problems.github(sources).lines().count(), shown);
    let list: serde_json::Value = serde_json::from_str(&problems.json(sources)).unwrap();
    prop_assert_eq!(list.as_array().map(Vec::len), Some(problems.iter().count()));
    Ok(())
}

fn is_inside(place: Place, sources: &Sources) -> Result<(), TestCaseError> {
    let text = sources.text(place.file);
    let (start, end) = (place.start as usize, place.end as usize);
    let covered = text.get(start..end);
    prop_assert!(covered.is_some(), "{place:?} is not inside the text");
    prop_assert!(!covered.unwrap_or_default().contains('\n'), "{place:?} has several lines");
    // Line breaks of other kinds, and marks that are not counted, are not worth a second counter.
    if !text.contains(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{FEFF}']) {
        let before = &text[..start];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        prop_assert_eq!(
            (place.line as usize, place.column as usize),
            (line, column),
            "{:?}",
            place
        );
    }
    Ok(())
}

const SMALL: &str = r##"
format: 1
name: example
title: Example API
docs: An API.
base_path: /api
sources: { GUIDE: The guide. }
methods: { list: GET, get: GET, create: PUT }
verbs:
  list: { meaning: list, on: collection, success: { 200: page }, repeat: safe, docs: Lists. }
  get: { meaning: get, on: item, success: { 200: one }, repeat: safe, docs: Gets., errors: reading }
  create:
    meaning: create
    on: collection
    success: { 201: created }
    repeat: unsafe
    docs: Makes one.
statuses:
  200: { name: ok, docs: It worked. }
  201: { name: created, docs: It was made. }
  404: { name: not_found, docs: There is no such thing., source: GUIDE }
error_codes:
  not_found: { status: 404, docs: There is no such thing., also: ["#* Not Found"] }
error_sets: { reading: [not_found] }
envelope:
  data: data
  meta: meta
  pages: { flat: { total: total, page: page, per_page: per_page, total_pages: total_pages } }
resources:
  - resource: things
    singular: thing
    path: /things
    docs: Things.
    operations:
      list: { docs: Lists things. }
      get:
        docs: Returns one thing.
        examples:
          - title: A thing
            request: { parameters: { id: 13 } }
            response: { status: 200, body: { data: { id: 13, name: One } } }
      create: { docs: Makes a thing. }
    fields:
      id: { type: id, access: read_only, docs: The id., example: 13 }
      name: { type: string, required: true, docs: The name. }
      kind: { type: kind?, docs: What kind. }
    types:
      kind: { docs: What kind of thing., values: { small: It is small., large: It is large. } }
"##;
