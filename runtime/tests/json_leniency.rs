//! What objects, lists, maps and references are read from, by the quirks of the API's facts.

use std::fmt::Debug;

use deskpro_runtime::{
    Date, DateTime, Decode, Id, Invalid, Json, JsonReader, Kind, Map, Ref, Resource, from_json,
};

/// An object, as a generated one.
#[derive(Debug, Clone, Default, PartialEq)]
struct Star {
    id: Id<Star>,
    name: String,
    is_big: bool,
    labels: Vec<String>,
    color: Option<String>,
    inner: Option<Box<Star>>,
}

impl Decode for Star {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object(&mut [
            ("id", &mut self.id),
            ("name", &mut self.name),
            ("is_big", &mut self.is_big),
            ("labels", &mut self.labels),
            ("color", &mut self.color),
            ("inner", &mut self.inner),
        ])
    }
}

impl Resource for Star {
    const LINKED_AS: &'static str = "star";
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// An enum of texts, as a generated one.
#[derive(Debug, Clone, PartialEq)]
enum Status {
    Open,
    Unknown(String),
}

impl From<&str> for Status {
    fn from(text: &str) -> Self {
        match text {
            "open" => Self::Open,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Default for Status {
    fn default() -> Self {
        Self::Unknown(String::new())
    }
}

impl Decode for Status {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = json.text(|text| text.into())?;
        Ok(())
    }
}

#[track_caller]
fn read<T: Decode + Default>(text: &str) -> T {
    from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Every one of these texts is refused, as no such thing as `expected`.
#[track_caller]
fn refuses<T: Decode + Default + Debug>(expected: &str, texts: &[&str]) {
    for text in texts {
        let error = from_json::<T>(text.as_bytes()).expect_err(text);
        assert_eq!(error.expected(), expected, "{text}");
    }
}

#[test]
fn quirk_1_maps_from_lists_and_null() {
    for text in ["{}", "[]", "[ ]", "null"] {
        assert_eq!(read::<Map<u64>>(text), Map::new(), "{text}");
    }
    assert_eq!(read::<Map<u64>>(r#"{"7":1,"3":2}"#), Map::from([("3", 2), ("7", 1)]));
    assert_eq!(
        read::<Map<String>>(r#"["a","b"]"#),
        Map::from([("0", "a".into()), ("1", "b".into())])
    );
    refuses::<Map<u64>>("an object", &["\"\"", "1", "true"]);
}

#[test]
fn quirk_1_objects_from_lists_and_null() {
    for text in ["{}", "[]", "null"] {
        assert_eq!(read::<Star>(text), Star::default(), "{text}");
    }
    refuses::<Star>("an object", &["[1]", "\"\"", "\"a\"", "1", "false", "[[]]"]);
}

#[test]
fn quirk_2_empty_objects_for_null() {
    for text in ["null", "{}", "{ }", "[]", "[\n]", "\"\""] {
        assert_eq!(read::<Option<Star>>(text), None, "{text}");
        assert_eq!(read::<Option<Box<Star>>>(text), None, "{text}");
        assert_eq!(read::<Option<Ref<Star>>>(text), None, "{text}");
        assert_eq!(read::<Option<Id<Star>>>(text), None, "{text}");
        assert_eq!(read::<Option<DateTime>>(text), None, "{text}");
        assert_eq!(read::<Option<Date>>(text), None, "{text}");
        assert_eq!(read::<Option<u64>>(text), None, "{text}");
        assert_eq!(read::<Option<bool>>(text), None, "{text}");
        assert_eq!(read::<Option<Status>>(text), None, "{text}");
    }
    let star = read::<Option<Star>>(r#"{"id":4}"#).expect("a star");
    assert_eq!(star.id.get(), 4);
}

#[test]
fn values_that_are_not_empty_are_no_nothing() {
    assert_eq!(read::<Option<Id<Star>>>("\"5\""), Some(Id::new(5)));
    assert_eq!(read::<Option<bool>>("\"0\""), Some(false));
    assert_eq!(read::<Option<Status>>("\"open\""), Some(Status::Open));
    assert!(read::<Option<DateTime>>("\"2025-05-01\"").is_some());
    assert_eq!(read::<Option<Vec<u64>>>("[0]"), Some(vec![0]));
    assert_eq!(read::<Option<Star>>("{\"x\":1}"), Some(Star::default()));
    refuses::<Option<Id<Star>>>("an integer", &["\"x\"", "\" \"", "[0]", "{\"id\":\"x\"}"]);
    refuses::<Option<Star>>("an object", &["[{}]", "\"x\"", "0"]);
}

#[test]
fn quirk_3_and_4_lists_from_nothing() {
    for text in ["null", "\"\"", "[]", "{}"] {
        assert_eq!(read::<Vec<String>>(text), Vec::<String>::new(), "{text}");
    }
    for text in ["null", "\"\""] {
        assert_eq!(read::<Option<Vec<u64>>>(text), None, "{text}");
    }
    assert_eq!(read::<Option<Vec<u64>>>("[]"), Some(vec![]));
    assert_eq!(read::<Option<Map<u64>>>("[]"), Some(Map::new()));
    assert_eq!(read::<Option<Map<u64>>>("{}"), Some(Map::new()));
    assert_eq!(read::<Option<Map<u64>>>("\"\""), None);
}

#[test]
fn lists_with_gaps_come_as_objects() {
    assert_eq!(read::<Vec<u64>>(r#"{"0":5,"2":6}"#), [5, 6]);
    let error = from_json::<Vec<u64>>(br#"{"0":5,"2":"x"}"#).expect_err("no integer");
    assert_eq!(error.path(), "2");
    refuses::<Vec<u64>>("a list", &["\"a\"", "1", "true"]);
}

#[test]
fn quirk_12_references_are_ids_or_objects() {
    assert_eq!(read::<Ref<Star>>("3"), Ref::from(3));
    assert_eq!(read::<Ref<Star>>("\"3\""), Ref::from(3));
    assert_eq!(read::<Ref<Star>>("null"), Ref::default());
    let whole = read::<Ref<Star>>(r#"{"id":3,"name":"a"}"#);
    assert_eq!(whole.id(), Id::new(3));
    assert_eq!(whole.object().map(|star| star.name.as_str()), Some("a"));
    refuses::<Ref<Star>>("an id or an object", &["[]", "true"]);
    refuses::<Ref<Star>>("an integer", &["\"a\"", "1.5"]);
}

#[test]
fn quirk_12_an_object_in_the_place_of_an_id_is_read_as_its_id() {
    for text in ["{\"id\":3}", "{\"name\":\"a\",\"id\":\"3\",\"inner\":{\"id\":4}}"] {
        assert_eq!(read::<Id<Star>>(text), Id::new(3), "{text}");
        assert_eq!(read::<Option<Id<Star>>>(text), Some(Id::new(3)), "{text}");
    }
    assert_eq!(read::<Vec<Id<Star>>>("[3,{\"id\":4}]"), [Id::new(3), Id::new(4)]);
    let expected = "an id, or an object with one";
    refuses::<Id<Star>>(expected, &["{}", "{\"name\":\"a\"}", "{\"id\":null}"]);
}

#[test]
fn null_in_a_member_leaves_the_default() {
    let text = r#"{"id":null,"name":null,"is_big":null,"labels":null,"color":null,"inner":null}"#;
    assert_eq!(read::<Star>(text), Star::default());
}

#[test]
fn unknown_members_are_skipped_wherever_they_are() {
    let text = r#"{"new":{"id":9,"deep":[{"name":"x"}]},"id":1,"x":[],"name":"a","y":"\u00e9"}"#;
    assert_eq!(read::<Star>(text), Star { id: Id::new(1), name: "a".into(), ..Star::default() });
}

#[test]
fn members_come_in_any_order_and_with_escapes_in_their_names() {
    let expected = Star {
        id: Id::new(1),
        name: "a".into(),
        is_big: true,
        labels: vec!["b".into()],
        color: Some("red".into()),
        inner: None,
    };
    for text in [
        r#"{"color":"red","labels":["b"],"is_big":1,"name":"a","id":1}"#,
        r#"{"is_big":true,"color":"red","id":1,"labels":["b"],"name":"a"}"#,
        r#"{ "\u0069d" : 1 , "n\u0061me" : "a" , "is_big":true,"labels":["b"],"color":"red"}"#,
    ] {
        assert_eq!(read::<Star>(text), expected, "{text}");
    }
}

#[test]
fn of_repeated_members_the_last_one_counts() {
    assert_eq!(read::<Star>(r#"{"id":1,"id":2}"#).id.get(), 2);
    assert_eq!(read::<Star>(r#"{"id":1,"name":"a","id":null}"#).id.get(), 0);
    assert_eq!(read::<Star>(r#"{"labels":["a"],"labels":["b"]}"#).labels, ["b"]);
    assert_eq!(read::<Map<u64>>(r#"{"a":1,"b":2,"a":3}"#), Map::from([("b", 2), ("a", 3)]));
    assert_eq!(read::<Json>(r#"{"a":1,"a":2}"#), serde_json::json!({ "a": 2 }));
}

#[test]
fn a_repeated_object_keeps_nothing_of_the_first_one() {
    #[derive(Default)]
    struct Sky {
        star: Star,
        boxed: Box<Star>,
    }
    impl Decode for Sky {
        fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
            json.object(&mut [("star", &mut self.star), ("boxed", &mut self.boxed)])
        }
    }
    let first = r#"{"id":1,"name":"a","is_big":true,"labels":["x"],"color":"red"}"#;
    let second = Star { id: Id::new(2), ..Star::default() };
    let text =
        format!(r#"{{"star":{first},"boxed":{first},"star":{{"id":2}},"boxed":{{"id":2}}}}"#);
    let sky = read::<Sky>(&text);
    assert_eq!(sky.star, second);
    assert_eq!(*sky.boxed, second);
}

#[test]
fn the_kind_of_a_value_is_told_before_it_is_read() {
    for (kind, texts) in [
        (Kind::Null, &["null", " null"][..]),
        (Kind::Boolean, &["true", "false"]),
        (Kind::Number, &["0", "-1"]),
        (Kind::String, &["\"\""]),
        (Kind::List, &["[]"]),
        (Kind::Object, &["{}"]),
        (Kind::Nothing, &["", " ", "x", "]", "}", ",", ":"]),
    ] {
        for text in texts {
            assert_eq!(JsonReader::new(text.as_bytes()).kind(), kind, "{text}");
        }
    }
}
