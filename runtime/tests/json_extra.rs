//! Members that nothing knows: kept where that is asked for, dropped elsewhere.

use std::collections::BTreeMap;

use deskpro_runtime::{
    Decode, Encode, Extra, Id, Invalid, Json, JsonReader, Kind, Map, Ref, Writer, from_json,
    from_json_keeping, to_json,
};
use proptest::{
    collection::{btree_map, vec},
    prelude::*,
};
use serde_json::json;

#[derive(Debug, Clone, Default, PartialEq)]
struct Node {
    id: Id<Node>,
    title: Option<String>,
    parent: Option<Ref<Node>>,
    children: Vec<Node>,
    by_name: Map<Node>,
    either: Either,
    extra: Extra,
}

/// A node or a text.
#[derive(Debug, Clone, PartialEq)]
enum Either {
    Text(String),
    Node(Box<Node>),
}

impl Default for Either {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Decode for Node {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object_and(
            &mut [
                ("id", &mut self.id),
                ("title", &mut self.title),
                ("parent", &mut self.parent),
                ("children", &mut self.children),
                ("by_name", &mut self.by_name),
                ("either", &mut self.either),
            ],
            &mut self.extra,
        )
    }
}

impl Encode for Node {
    fn encode(&self, json: &mut Writer) {
        let either: &dyn Encode = match &self.either {
            Either::Text(text) => text,
            Either::Node(node) => &**node,
        };
        json.object_and(
            &[
                ("id", &self.id),
                ("title", &self.title),
                ("parent", &self.parent),
                ("children", &self.children),
                ("by_name", &self.by_name),
                ("either", &either),
            ],
            &self.extra,
        );
    }
}

impl Decode for Either {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = match json.kind() {
            Kind::Object => {
                let mut node = Box::<Node>::default();
                node.decode(json)?;
                Self::Node(node)
            }
            _ => Self::Text(json.text(str::to_owned)?),
        };
        Ok(())
    }
}

deskpro_runtime::serde!(Node);

const TREE: &str = r#"{"id": 1, "new": {"a": [1, null]}, "title": "t",
    "parent": {"id": 2, "x": "parent"}, "children": [{"id": 3, "x": "child"}],
    "by_name": {"n": {"id": 4, "x": "named"}}, "either": {"id": 5, "x": "either"}}"#;

/// The value of `x` in every node below the tree.
fn below(node: &Node) -> Vec<Option<&str>> {
    let either = match &node.either {
        Either::Node(node) => Some(&**node),
        Either::Text(_) => None,
    };
    let parent = node.parent.as_ref().and_then(Ref::object);
    [parent, node.children.first(), node.by_name.get("n"), either]
        .into_iter()
        .map(|node| node.and_then(|node| node.extra.get("x")?.as_str()))
        .collect()
}

#[test]
fn they_are_dropped_unless_the_reader_keeps_them() {
    let node: Node = from_json(TREE.as_bytes()).unwrap();
    assert!(node.extra.is_empty());
    assert_eq!(below(&node), [None; 4]);
    assert!(!JsonReader::new(b"{}").keeps_unknown());
}

#[test]
fn they_are_kept_at_every_depth() {
    let node: Node = from_json_keeping(TREE.as_bytes()).unwrap();
    assert_eq!(node.extra.get("new"), Some(&json!({ "a": [1, null] })));
    assert_eq!(node.extra.len(), 1);
    assert_eq!(below(&node), [Some("parent"), Some("child"), Some("named"), Some("either")]);
}

#[test]
fn what_is_kept_is_written_again_behind_the_others() {
    let node: Node = from_json_keeping(br#"{"b": 1, "id": 7, "a": "x", "either": "e"}"#).unwrap();
    let text = r#"{"id":7,"children":[],"by_name":{},"either":"e","a":"x","b":1}"#;
    assert_eq!(to_json(&node), text);
    let read: Json = from_json(text.as_bytes()).unwrap();
    let tree: Node = from_json_keeping(TREE.as_bytes()).unwrap();
    assert_eq!(from_json_keeping::<Node>(to_json(&tree).as_bytes()).unwrap(), tree);
    assert_eq!(read["b"], 1);
}

#[test]
fn serde_keeps_them() {
    let tree: Node = from_json_keeping(TREE.as_bytes()).unwrap();
    assert_eq!(serde_json::from_str::<Node>(TREE).unwrap(), tree);
    let value = serde_json::to_value(&tree).unwrap();
    assert_eq!(value["new"], json!({ "a": [1, null] }));
    assert_eq!(serde_json::from_value::<Node>(value).unwrap(), tree);
}

#[test]
fn of_repeated_ones_the_last_counts_also_where_their_object_is_repeated() {
    let node: Node = from_json_keeping(br#"{"x": 1, "x": {"a": 1}, "x": 2}"#).unwrap();
    assert_eq!((node.extra.get("x"), node.extra.len()), (Some(&Json::from(2)), 1));
    let json = br#"{"either": {"x": 1}, "either": {"y": 2}, "parent": {"x": 1}, "parent": null}"#;
    let node: Node = from_json_keeping(json).unwrap();
    let Either::Node(either) = &node.either else { panic!("{node:?}") };
    assert_eq!((either.extra.get("x"), either.extra.len()), (None, 1));
    assert_eq!(node.parent, None);
}

#[test]
fn reading_again_drops_what_was_there() {
    let mut node = Node::default();
    for (json, expected) in [(r#"{"x": 1}"#, 1), (r#"{"id": 1}"#, 0), (r#"{"x": 1}"#, 1), ("[]", 0)]
    {
        node.decode(&mut JsonReader::new(json.as_bytes()).keeping_unknown(true)).unwrap();
        assert_eq!(node.extra.len(), expected, "{json}");
    }
}

#[test]
fn a_member_counts_more_than_an_extra_one_of_its_name() {
    let mut node = Node { id: Id::from(1), ..Node::default() };
    node.extra.insert("id", 2);
    node.extra.insert("title", "shown, since the member is absent");
    let text = r#"{"id":1,"children":[],"by_name":{},"either":"","title":"shown, since the member is absent"}"#;
    assert_eq!(to_json(&node), text);
}

#[test]
fn a_malformed_one_is_a_fault_with_its_path_kept_or_not() {
    for keeps in [false, true] {
        let mut json = JsonReader::new(br#"{"a": {"b": [1, ?]}}"#).keeping_unknown(keeps);
        let invalid = Node::default().decode(&mut json).unwrap_err();
        assert_eq!((invalid.path(), invalid.offset()), ("a.b[1]", 16));
    }
}

#[test]
fn what_no_type_can_hold_is_dropped_and_fails_nothing() {
    let node: Node = from_json_keeping(br#"{"id": 1, "x": 1, "x": [1e999], "y": 2}"#).unwrap();
    assert_eq!((node.id, node.extra.get("x")), (Id::from(1), None));
    assert_eq!(node.extra.get("y"), Some(&Json::from(2)));
}

#[test]
fn values_may_be_nested_as_deep_as_elsewhere() {
    let nested = |levels| format!(r#"{{"x": {}{}}}"#, "[".repeat(levels), "]".repeat(levels));
    let node: Node = from_json_keeping(nested(127).as_bytes()).unwrap();
    assert_eq!(node.extra.len(), 1);
    assert!(from_json_keeping::<Node>(nested(128).as_bytes()).is_err());
    assert!(from_json::<Node>(nested(128).as_bytes()).is_err());
}

proptest! {
    #[test]
    fn whatever_is_unknown_comes_out_as_it_went_in(members in members()) {
        let text = Json::Object(members.clone().into_iter().collect()).to_string();
        let node: Node = from_json_keeping(text.as_bytes()).unwrap();
        let extra: Vec<_> = node.extra.iter().collect();
        let expected: Vec<_> =
            members.iter().map(|(name, value)| (name.as_str(), value)).collect();
        prop_assert_eq!(extra, expected);
        prop_assert_eq!(from_json_keeping::<Node>(to_json(&node).as_bytes()), Ok(node));
    }
}

fn members() -> impl Strategy<Value = BTreeMap<String, Json>> {
    let scalars = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<String>().prop_map(Json::from),
    ];
    let values = scalars.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Json::from),
            btree_map(any::<String>(), inner, 0..4)
                .prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    });
    // No name of a slot starts with an upper case letter.
    btree_map("[A-Z].{0,5}", values, 0..6)
}

#[test]
fn very_many_do_not_take_long() {
    let members: Vec<String> = (0..100_000).map(|n| format!("\"m{}\": {n}", n % 50_000)).collect();
    let json = format!("{{{}}}", members.join(","));
    let node: Node = from_json_keeping(json.as_bytes()).unwrap();
    assert_eq!(node.extra.len(), 50_000);
    assert_eq!(node.extra.get("m7"), Some(&Json::from(50_007)));
}
