//! Places, and texts that are meant to do harm.

use super::{Kind, Node, read};
use crate::problem::codes::reading::DUPLICATE_KEY;
use crate::problem::{Code, Problems};

fn node(text: &str) -> std::rc::Rc<Node> {
    let mut problems = Problems::new();
    let node = read(text, 0, &mut problems).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    node
}

/// What the places of a text cover: each key and scalar with its line and column.
fn covered(text: &str) -> Vec<(String, u32, u32)> {
    fn walk(node: &Node, text: &str, found: &mut Vec<(String, u32, u32)>) {
        let mut add = |place: crate::Place| {
            let covered = text[place.start as usize..place.end as usize].to_owned();
            found.push((covered, place.line, place.column));
        };
        if matches!(node.kind, Kind::Scalar(..)) {
            add(node.place);
        }
        for entry in node.entries() {
            add(entry.key.place);
        }
        node.entries().iter().for_each(|entry| walk(&entry.value, text, found));
        node.items().iter().for_each(|item| walk(item, text, found));
    }
    let mut found = Vec::new();
    walk(&node(text), text, &mut found);
    found
}

fn codes(text: &str) -> Vec<Code> {
    let mut problems = Problems::new();
    read(text, 0, &mut problems);
    problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn places_cover_keys_and_scalars() {
    let at = |text: &str, line, column| (text.to_owned(), line, column);
    assert_eq!(
        covered("é: 'quoted'\nb: [x, \"y z\"]\nc:\n"),
        [
            at("é", 1, 1),
            at("b", 2, 1),
            at("c", 3, 1),
            at("'quoted'", 1, 4),
            at("x", 2, 5),
            at("\"y z\"", 2, 8),
            at("c", 3, 1),
        ]
    );
}

#[test]
fn places_are_of_one_line() {
    assert_eq!(covered("- some\n  text\n- |\n  one\n  two\n- \"a\n  b\"\n")[0].0, "some");
    let collection = node("a:\n  b: 1\n  c: 2\n");
    let place = collection.entries()[0].value.place;
    assert_eq!((place.line, place.column, place.len()), (2, 3, 4));
}

#[test]
fn a_byte_order_mark_is_not_counted() {
    assert_eq!(covered("\u{FEFF}a: b\n")[0], ("a".to_owned(), 1, 1));
    let place = node("\u{FEFF}a: b\n").entries()[0].value.place;
    assert_eq!((place.start, place.end), (6, 7));
}

#[test]
fn lines_may_end_as_on_windows() {
    assert_eq!(covered("a: b\r\nc: d\r\n")[3], ("d".to_owned(), 2, 4));
}

/// As many keys as are looked through, and more; and the keys that stand for others.
#[test]
fn a_key_comes_once() {
    for count in [1, 23, 24, 25, 26, 60] {
        let keys: String = (0..count).map(|key| format!("k{key}: {key}\n")).collect();
        assert_eq!(node(&keys).entries().len(), count);
        for again in ["k0", "\"k0\"", &format!("k{}", count - 1), &format!("&a k{}", count / 2)] {
            let text = format!("{keys}{again}: again\nlast: 1\n");
            assert_eq!(codes(&text), [DUPLICATE_KEY], "{text}");
        }
    }
    assert_eq!(codes("a: &a { x: 1 }\nb: { <<: *a, <<: *a }\n"), [DUPLICATE_KEY]);
    assert_eq!(codes("a: &a { x: 1 }\nb: { <<: *a, \"<<\": 1 }\n"), [DUPLICATE_KEY]);
}

#[test]
fn an_alias_is_what_it_repeats() {
    let node = node("a: &x { b: 1 }\nc: *x\n");
    let [first, second] = node.entries() else { panic!("not two entries") };
    assert!(std::rc::Rc::ptr_eq(&first.value, &second.value));
}

#[test]
fn explicit_keys_win_over_merged_ones_and_the_first_merged_one_wins() {
    let node = node("a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc: { <<: [*b, *a], z: 3 }\n");
    let value = super::to_json(&node).unwrap();
    assert_eq!(value["c"], serde_json::json!({ "x": 1, "y": 2, "z": 3 }));
}

#[test]
fn a_quoted_merge_key_is_a_key() {
    let value = super::to_json(&node("'<<': text\n")).unwrap();
    assert_eq!(value, serde_json::json!({ "<<": "text" }));
}

#[test]
fn all_recoverable_problems_are_found_in_one_run() {
    let text = "a: *gone\na: 1\nb: !what 2\nc: { d: 1, d: 2 }\n[x]: 3\n<<: text\n";
    let expected = [106, 104, 110, 104, 112, 113].map(Code);
    assert_eq!(codes(text), expected);
}

#[test]
fn deep_nesting_is_a_problem() {
    let deep = 100_000;
    assert_eq!(codes(&"[".repeat(deep)), [Code(109)]);
    assert_eq!(codes(&"- ".repeat(deep)), [Code(109)]);
    assert_eq!(codes(&"? ".repeat(deep)), [Code(109)]);
    assert_eq!(codes(&"{a: ".repeat(deep)), [Code(109)]);
    let mut indented = String::new();
    for level in 0..500 {
        indented.push_str(&" ".repeat(level));
        indented.push_str("a:\n");
    }
    assert_eq!(codes(&indented), [Code(109)]);
}

#[test]
fn chains_of_aliases_do_not_grow_deep() {
    let mut text = "a0: &a0 [x]\n".to_owned();
    for level in 1..5_000 {
        text.push_str(&format!("a{level}: &a{level} [*a{}]\n", level - 1));
    }
    let codes = codes(&text);
    assert!(!codes.is_empty() && codes.iter().all(|code| *code == Code(109)), "{}", codes.len());
}

#[test]
fn merge_bombs_are_a_problem() {
    let mut text = "a0: &a0 { k: v }\n".to_owned();
    for level in 1..40 {
        let last = level - 1;
        text.push_str(&format!(
            "a{level}: &a{level} {{ k{level}: [*a{last}, *a{last}], <<: *a{last} }}\n"
        ));
    }
    let codes = codes(&text);
    assert!(codes.contains(&Code(108)), "{codes:?}");
}

#[test]
fn many_items_and_anchors_are_read() {
    let many = 1_000_000;
    assert_eq!(node(&format!("[{}]", "1,".repeat(many))).items().len(), many);
    let anchors: String = (0..100_000).map(|number| format!("- &a{number} x\n")).collect();
    assert_eq!(node(&anchors).items().len(), 100_000);
}

#[test]
fn many_keys_are_read() {
    let keys: String = (0..200_000).map(|number| format!("k{number}: 1\n")).collect();
    assert_eq!(node(&keys).entries().len(), 200_000);
    let merged = "- &m { a: 1 }\n".to_owned() + &"- { <<: *m }\n".repeat(100_000);
    assert_eq!(node(&merged).items().len(), 100_001);
}
