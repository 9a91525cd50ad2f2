//! Ids, references, maps, secrets and what an update does to a field.

use std::{collections::HashSet, error::Error};

use deskpro_runtime::{
    Clear, Date, DateTime, Decode, Encode, Id, IntoSet, Invalid, Json, JsonReader, Map, Ref,
    Resource, Sensitive, Set, Writer, from_json, to_json,
};

#[derive(Debug, Clone, Default, PartialEq)]
struct Person {
    id: Id<Person>,
    name: String,
}

impl Decode for Person {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object(&mut [("id", &mut self.id), ("name", &mut self.name)])
    }
}

impl Encode for Person {
    fn encode(&self, json: &mut Writer) {
        json.object(&[("id", &self.id), ("name", &self.name)]);
    }
}

impl Resource for Person {
    const LINKED_AS: &'static str = "person";
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// Something with no traits at all.
struct Bare;

#[test]
fn ids_ask_nothing_of_what_they_identify() {
    let id = Id::<Bare>::from(13);
    let copy = id;
    assert_eq!((id.get(), copy), (13, "13".parse().expect("an id")));
    assert!(id < Id::new(14));
    assert_eq!(HashSet::from([id, copy]).len(), 1);
    assert_eq!(format!("{id:?} {id} {id:>4}"), "Id(13) 13   13");
    assert_eq!(to_json(&id), "13");
    assert_eq!(Id::<Bare>::default().get(), 0);
    assert!("-1".parse::<Id<Bare>>().is_err());
    let _: Id<dyn Send> = Id::new(1);
    fn is_shared<T: Send + Sync>(_: T) {}
    is_shared(Id::<std::rc::Rc<Bare>>::new(1));
}

#[test]
fn references_know_their_id_either_way() {
    let person = Person { id: Id::new(5), name: "a".to_owned() };
    let whole = Ref::Object(Box::new(person.clone()));
    assert_eq!(whole.id(), Id::new(5));
    assert_eq!(whole.object(), Some(&person));
    assert_eq!(to_json(&whole), r#"{"id":5,"name":"a"}"#);
    let id = Ref::<Person>::from(Id::new(5));
    assert_eq!((id.id(), id.object()), (Id::new(5), None));
    assert_eq!(to_json(&id), "5");
}

#[test]
fn maps_keep_their_order_and_compare_without_it() {
    let map: Map<u64> = from_json(br#"{"b":1,"a":2,"10":3}"#).expect("a map");
    assert_eq!(map.keys().collect::<Vec<_>>(), ["b", "a", "10"]);
    assert_eq!(map.values().copied().collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(map.iter().collect::<Vec<_>>(), [("b", &1), ("a", &2), ("10", &3)]);
    assert_eq!(to_json(&map), r#"{"b":1,"a":2,"10":3}"#);
    assert_eq!(map, Map::from([("10", 3), ("a", 2), ("b", 1)]));
    assert_ne!(map, Map::from([("10", 3), ("a", 2), ("b", 9)]));
    assert_ne!(map, Map::from([("10", 3), ("a", 2), ("c", 1)]));
    assert_ne!(map, Map::from([("10", 3), ("a", 2)]));
    assert_eq!((map.get("a"), map.get("c")), (Some(&2), None));
    assert_eq!((map.get_id(10), map.get_id(11)), (Some(&3), None));
}

#[test]
fn entries_of_a_map_are_never_left_out() {
    let map = Map::from([("7", None), ("8", Some(1_u64))]);
    assert_eq!(to_json(&map), r#"{"7":null,"8":1}"#);
    assert_eq!(from_json(to_json(&map).as_bytes()), Ok(map));
}

#[test]
fn maps_are_changed_entry_by_entry() {
    let mut map = Map::new();
    assert_eq!(map.insert("a", 1), None);
    assert_eq!(map.insert("b", 2), None);
    assert_eq!(map.insert("a", 3), Some(1));
    assert_eq!(map.len(), 2);
    map.extend([("b", 4), ("c", 5)]);
    assert_eq!(map, Map::from([("a", 3), ("b", 4), ("c", 5)]));
    *map.get_mut("c").expect("c") += 1;
    assert_eq!(map.remove("c"), Some(6));
    assert!(!map.contains_key("c") && !map.is_empty());
    let pairs: Vec<(String, i32)> = map.into_iter().collect();
    assert_eq!(pairs, [("a".to_owned(), 3), ("b".to_owned(), 4)]);
}

#[test]
fn of_repeated_keys_the_last_one_counts_in_small_and_large_maps() {
    for count in [2, 8, 9, 1000] {
        let entries = (0..count).map(|n| (n.to_string(), n)).chain([("1".to_owned(), -1)]);
        let map: Map<i64> = entries.clone().collect();
        assert_eq!((map.len() as i64, map.get("1")), (count, Some(&-1)));
        let members: Vec<_> = entries.map(|(key, n)| format!("\"{key}\":{n}")).collect();
        let json = format!("{{{}}}", members.join(","));
        assert_eq!(from_json::<Map<i64>>(json.as_bytes()), Ok(map));
    }
}

#[test]
fn a_map_with_very_many_keys_does_not_take_quadratic_time() {
    let members: Vec<_> = (0..300_000).map(|n| format!("\"{n}\":0")).collect();
    let json = format!("{{{}}}", members.join(","));
    let map: Map<u64> = from_json(json.as_bytes()).expect("a map");
    assert_eq!(map.len(), 300_000);
}

#[test]
fn secrets_are_shown_by_nobody_but_expose() {
    let secret = Sensitive::from("opensesame".to_owned());
    assert_eq!(format!("{secret:?} {secret:#?}"), "Sensitive(..) Sensitive(..)");
    assert_eq!(secret.expose(), "opensesame");
    assert_eq!(to_json(&secret), "\"opensesame\"");
    assert_eq!(from_json(b"\"opensesame\""), Ok(secret.clone()));
    assert_eq!(secret.into_exposed(), "opensesame");
    let absent = Sensitive::from(None::<String>);
    let mut json = Writer::new();
    json.object(&[("password", &absent)]);
    assert_eq!(json.into_text(), "{}");
}

#[test]
fn an_update_leaves_out_clears_and_sets() {
    let update = |agent: Option<Set<Id<Person>>>| {
        let mut json = Writer::new();
        json.object(&[("agent", &agent)]);
        json.into_text()
    };
    assert_eq!(update(None), "{}");
    assert_eq!(update(Some(Clear.into())), r#"{"agent":null}"#);
    assert_eq!(update(Some(5.into_set())), r#"{"agent":5}"#);
    assert_eq!(from_json(b"null"), Ok(Set::<u64>::Clear));
    assert_eq!(from_json(b"5"), Ok(Set::<u64>::To(5)));
    assert_eq!(from_json(b"\"\""), Ok(Set::To(String::new())));
}

/// Generated setters take `impl IntoSet<..>`; all of these have to compile.
#[test]
fn setters_take_what_one_would_write() -> Result<(), Box<dyn Error>> {
    fn id(value: impl IntoSet<Id<Person>>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([id(5), id(5_u64), id(Id::new(5)), id(Some(Id::new(5)))], ["5"; 4]);
    assert_eq!([id(Clear), id(None::<u64>), id(Set::Clear)], ["null"; 3]);

    fn reference(value: impl IntoSet<Ref<Person>>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([reference(5), reference(Id::new(5)), reference(Ref::from(5))], ["5"; 3]);
    assert_eq!(reference(Clear), "null");

    fn text(value: impl IntoSet<String>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([text("x"), text("x".to_owned()), text(Some("x".to_owned()))], ["\"x\""; 3]);
    assert_eq!(text(Clear), "null");

    fn secret(value: impl IntoSet<Sensitive<String>>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([secret("x"), secret("x".to_owned()), secret(Sensitive::from("x"))], ["\"x\""; 3]);

    fn integer(value: impl IntoSet<i64>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([integer(3), integer(Some(3))], ["3"; 2]);

    fn float(value: impl IntoSet<f64>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([float(1.5), float(Clear)], ["1.5", "null"]);

    fn boolean(value: impl IntoSet<bool>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([boolean(true), boolean(Clear)], ["true", "null"]);

    fn texts(value: impl IntoSet<Vec<String>>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([texts(["x"]), texts(vec!["x"]), texts(vec!["x".to_owned()])], ["[\"x\"]"; 3]);

    fn ids(value: impl IntoSet<Vec<Id<Person>>>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([ids([5]), ids(vec![5_u64]), ids([Id::new(5)]), ids(vec![Id::new(5)])], ["[5]"; 4]);

    fn map(value: impl IntoSet<Map<String>>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!(map([("7", "x".to_owned())]), r#"{"7":"x"}"#);

    fn json(value: impl IntoSet<Json>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!([json(serde_json::json!({ "a": 1 })), json(Clear)], [r#"{"a":1}"#, "null"]);

    fn moment(value: impl IntoSet<DateTime>) -> String {
        to_json(&value.into_set())
    }
    let given: jiff::Timestamp = "2025-05-01T08:02:02Z".parse()?;
    assert_eq!([moment(given), moment(DateTime::from(given))], ["\"2025-05-01T08:02:02+0000\""; 2]);

    fn day(value: impl IntoSet<Date>) -> String {
        to_json(&value.into_set())
    }
    assert_eq!(day(jiff::civil::date(2025, 5, 1)), "\"2025-05-01\"");
    Ok(())
}

#[test]
fn written_json_is_compact_and_escaped_where_it_has_to_be() {
    let absent = None::<u64>;
    let (text, control) = ("a\"\\/\n\r\t\u{e9}\u{1f600}\u{7f}", "\0\u{1}\u{8}\u{c}\u{1f}");
    let mut json = Writer::new();
    json.object(&[
        ("text", &text),
        ("control", &control),
        ("absent", &absent),
        ("list", &vec![Some(1_i64), None, Some(-2)]),
        ("float", &0.5),
        ("whole", &2.0),
        ("large", &1e300),
        ("infinite", &f64::INFINITY),
        ("none", &f64::NAN),
        ("limits", &vec![u64::MAX]),
        ("least", &i64::MIN),
        ("narrow", &vec![i32::MIN]),
        ("natural", &u32::MAX),
        ("free", &serde_json::json!([null, { "a": "\u{e9}" }])),
    ]);
    let expected = concat!(
        r#"{"text":"a\"\\/\n\r\t"#,
        "\u{e9}\u{1f600}\u{7f}",
        r#"","control":"\u0000\u0001\u0008\u000c\u001f","list":[1,null,-2],"#,
        r#""float":0.5,"whole":2.0,"large":1e300,"infinite":null,"none":null,"#,
        r#""limits":[18446744073709551615],"least":-9223372036854775808,"#,
        r#""narrow":[-2147483648],"natural":4294967295,"free":[null,{"a":"#,
        "\"\u{e9}\"}]}",
    );
    assert_eq!(json.into_text(), expected);
}
