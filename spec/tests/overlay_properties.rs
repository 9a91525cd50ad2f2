//! Overlays of any shape: what is undone leaves nothing behind, what is written is read again, and
//! whatever is wrong is told.

use deskpro_spec::document::read_json;
use deskpro_spec::overlay::{Change, Overlay, OverlayAction, Step, Target};
use deskpro_spec::{Sources, load};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// The whole description of `FORMAT.md`.
fn description() -> String {
    let page = std::fs::read_to_string("FORMAT.md").unwrap();
    let blocks = page.split("```yaml\n").filter_map(|rest| rest.split_once("```"));
    let mut whole = blocks.map(|(block, _)| block).filter(|block| block.starts_with("format:"));
    whole.next().unwrap().to_owned()
}

/// What a description means, wherever it is written.
fn meaning(sources: &Sources) -> String {
    match load(sources) {
        Ok(mut api) => {
            api.resources.iter_mut().for_each(|resource| resource.file.clear());
            format!("{:?}", api.without_places())
        }
        Err(problems) => panic!("{}", problems.terminal(sources, false)),
    }
}

/// The ways to every part of a value that a target can name.
fn ways(value: &Value, way: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let named: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(key, it)| (key.clone(), it)).collect(),
        Value::Array(items) => items.iter().filter_map(|it| Some((name(it)?, it))).collect(),
        _ => Vec::new(),
    };
    for (name, part) in named {
        // What is called otherwise afterwards is not found again.
        let is_name = matches!(name.as_str(), "resource" | "title");
        way.push(name);
        if !is_name {
            found.push(way.clone());
        }
        ways(part, way, found);
        way.pop();
    }
}

/// The name of an item of a list.
fn name(item: &Value) -> Option<String> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match item {
        Value::Object(members) => text(members.get("resource").or_else(|| members.get("title"))?),
        single => text(single),
    }
}

/// The part at the end of a way.
fn part<'v>(value: &'v mut Value, way: &[String]) -> &'v mut Value {
    way.iter().fold(value, |value, step| match value {
        Value::Array(items) => items.iter_mut().find(|it| name(it).as_ref() == Some(step)).unwrap(),
        value => &mut value[step.as_str()],
    })
}

/// Takes a part away from a description, or puts something in its place; what undoes it comes back.
fn change(model: &mut Value, way: &[String], to: Option<&Value>) -> (OverlayAction, OverlayAction) {
    let (last, before) = way.split_last().unwrap();
    let old = part(model, way).clone();
    let above = part(model, before);
    let is_list = above.is_array();
    let back = if is_list { json!([old]) } else { json!({ last.as_str(): old }) };
    let back = OverlayAction::new(Target::of(before.to_vec()), Change::Update(back));
    match (above, to.filter(|to| **to != old)) {
        (Value::Object(members), Some(to)) => {
            members.insert(last.clone(), to.clone());
            let change = Change::Update(to.clone());
            // A mapping or list would be merged with what is there.
            let is_merged = to.is_object() && old.is_object() || to.is_array() && old.is_array();
            assert!(!is_merged);
            (OverlayAction::new(Target::of(way.to_vec()), change).expecting(old), back)
        }
        (Value::Array(items), _) => {
            items.retain(|item| name(item).as_ref() != Some(last));
            (OverlayAction::new(Target::of(way.to_vec()), Change::Remove).expecting(old), back)
        }
        (above, _) => {
            above.as_object_mut().unwrap().remove(last);
            (OverlayAction::new(Target::of(way.to_vec()), Change::Remove), back)
        }
    }
}

/// A single value, which is merged with nothing.
fn single() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z: #'\"\\\\é]{0,9}".prop_map(Value::from)
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    single().prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Keys and names that the description has.
const KNOWN: [&str; 10] = [
    "resources",
    "tickets",
    "resource",
    "title",
    "fields",
    "id",
    "type",
    "docs",
    "examples",
    "404",
];

/// One of these, or any other.
fn key() -> impl Strategy<Value = String> {
    let known = prop::sample::select(&KNOWN[..]).prop_map(str::to_owned);
    prop_oneof![4 => known, 1 => "[a-z.*\" é]{0,4}"]
}

fn action() -> impl Strategy<Value = OverlayAction> {
    let step = prop_oneof![4 => key().prop_map(Step::Name), 1 => Just(Step::Every)];
    let target = prop::collection::vec(step, 1..5).prop_map(Target::new);
    let change = prop_oneof![any_json().prop_map(Change::Update), Just(Change::Remove)];
    (target, prop::option::of(any_json()), change)
        .prop_map(|(target, expect, change)| OverlayAction { target, docs: None, expect, change })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_undone_leaves_nothing_behind(
        changes in prop::collection::vec((any::<Index>(), prop::option::of(single())), 1..6),
    ) {
        let text = description();
        let base = Sources::from_files([("api.yaml", text.as_str())]);
        let mut model = read_json(&base).unwrap().value;
        let (mut there, mut back) = (Overlay::new("There"), Overlay::new("And back"));
        for (index, to) in &changes {
            let mut found = Vec::new();
            ways(&model, &mut Vec::new(), &mut found);
            if found.is_empty() {
                break;
            }
            let way: &Vec<String> = index.get(&found);
            let (action, undone) = change(&mut model, way, to.as_ref());
            there.actions.push(action);
            back.actions.insert(0, undone);
        }
        let changed = base.clone().with_overlay_text("there.yaml", there.to_yaml()).unwrap();
        let undone = changed.with_overlay_text("back.yaml", back.to_yaml()).unwrap();
        prop_assert_eq!(meaning(&undone), meaning(&base), "{}\n{}", there.to_yaml(), back.to_yaml());
    }

    #[test]
    fn what_is_written_is_read_again(actions in prop::collection::vec(action(), 0..6), title in any::<String>()) {
        let overlay = Overlay { actions, docs: Some(title.clone()), ..Overlay::new(title) };
        let text = overlay.to_yaml();
        let read = Overlay::read(&Sources::from_files([("overlay.yaml", text.as_str())]));
        prop_assert_eq!(read.unwrap(), overlay, "{}", text);
    }

    #[test]
    fn whatever_an_overlay_says_is_answered(actions in prop::collection::vec(action(), 1..6)) {
        let overlay = Overlay { actions, ..Overlay::new("Anything") };
        let sources = Sources::from_files([("api.yaml", description())]);
        let sources = sources.with_overlay_text("overlay.yaml", overlay.to_yaml()).unwrap();
        let Err(problems) = load(&sources) else { return Ok(()) };
        prop_assert!(!problems.is_empty());
        for problem in &problems {
            let places = problem.related.iter().map(|(place, _)| place).chain([&problem.place]);
            for place in places {
                let covered = sources.text(place.file).get(place.start as usize..place.end as usize);
                prop_assert!(covered.is_some(), "{problem:?}");
            }
        }
    }
}
