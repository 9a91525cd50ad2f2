//! serde's traits, made of `Encode` and `Decode`.

use deskpro_runtime::{
    Date, DateTime, Decode, Encode, Id, Invalid, Json, JsonReader, Map, Ref, Resource, Sensitive,
    Set, Writer,
};
use serde::{Deserialize, Serialize, de::IntoDeserializer, de::value::MapDeserializer};
use serde_json::json;

#[derive(Debug, Clone, Default, PartialEq)]
struct Person {
    id: Id<Person>,
    name: String,
    rating: Option<f64>,
    fields: Map<Json>,
}

impl Decode for Person {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object(&mut [
            ("id", &mut self.id),
            ("name", &mut self.name),
            ("rating", &mut self.rating),
            ("fields", &mut self.fields),
        ])
    }
}

impl Encode for Person {
    fn encode(&self, json: &mut Writer) {
        json.object(&[
            ("id", &self.id),
            ("name", &self.name),
            ("rating", &self.rating),
            ("fields", &self.fields),
        ]);
    }
}

impl Resource for Person {
    const LINKED_AS: &'static str = "person";
    fn id(&self) -> Id<Self> {
        self.id
    }
}

deskpro_runtime::serde!(Person);

/// Serializes, compares, and deserializes again.
#[track_caller]
fn passes<T>(value: &T, expected: &Json)
where
    T: Serialize + for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug,
{
    assert_eq!(&serde_json::to_value(value).expect("serializes"), expected);
    let text = serde_json::to_string(value).expect("serializes");
    assert_eq!(&serde_json::from_value::<T>(expected.clone()).expect("deserializes"), value);
    assert_eq!(&serde_json::from_str::<T>(&text).expect("deserializes"), value);
}

#[test]
fn all_values_pass_through_serde() {
    passes(&Id::<Person>::new(5), &json!(5));
    passes(&Ref::<Person>::from(5), &json!(5));
    passes(&Map::from([("b", 1_u64), ("a", 2)]), &json!({ "b": 1, "a": 2 }));
    passes(&Sensitive::from("x".to_owned()), &json!("x"));
    passes(&Set::To("x".to_owned()), &json!("x"));
    passes(&Set::<String>::Clear, &json!(null));
    passes(
        &"2025-05-01T08:02:02+0000".parse::<DateTime>().expect("a moment"),
        &json!("2025-05-01T08:02:02+0000"),
    );
    passes(&"2025-05-01".parse::<Date>().expect("a day"), &json!("2025-05-01"));
}

#[test]
fn structs_pass_through_serde() {
    let person = Person {
        id: Id::new(u64::MAX),
        name: "a \"b\" \u{e9}".to_owned(),
        rating: Some(-1.5),
        fields: Map::from([("7", json!([true, null, -3, 0.5, { "x": "y" }]))]),
    };
    let expected = json!({
        "id": u64::MAX,
        "name": "a \"b\" \u{e9}",
        "rating": -1.5,
        "fields": { "7": [true, null, -3, 0.5, { "x": "y" }] },
    });
    passes(&person, &expected);
    passes(&Ref::Object(Box::new(person)), &expected);
}

#[test]
fn the_order_of_members_is_kept() {
    let map = Map::from([("z", 1_u64), ("a", 2), ("m", 3)]);
    let text = serde_json::to_string(&map).expect("serializes");
    assert_eq!(text, r#"{"z":1,"a":2,"m":3}"#);
    let read: Map<u64> = serde_json::from_str(&text).expect("deserializes");
    assert_eq!(read.keys().collect::<Vec<_>>(), ["z", "a", "m"]);
}

#[test]
fn deserializing_is_as_lenient_as_decoding() {
    let person: Person =
        serde_json::from_value(json!({ "id": "5", "name": 7, "fields": [], "new": {} }))
            .expect("deserializes");
    assert_eq!(person, Person { id: Id::new(5), name: "7".to_owned(), ..Person::default() });
}

#[test]
fn errors_name_path_and_expectation() {
    let error = serde_json::from_value::<Person>(json!({ "rating": {} , "id": [] })).unwrap_err();
    assert!(error.to_string().starts_with("id: expected an integer, found a list"), "{error}");
}

#[test]
fn other_self_describing_formats_work() {
    let members = [("id", "5"), ("name", "a")].into_iter();
    let from = MapDeserializer::<_, serde::de::value::Error>::new(members);
    let person = Person::deserialize(from).expect("deserializes");
    assert_eq!((person.id.get(), person.name.as_str()), (5, "a"));

    let keyed_by_number = [(7_u64, "x"), (8, "y")].into_iter();
    let from = MapDeserializer::<_, serde::de::value::Error>::new(keyed_by_number);
    let map = Map::<String>::deserialize(from).expect("deserializes");
    assert_eq!(map.get_id(8).map(String::as_str), Some("y"));

    let from = IntoDeserializer::<serde::de::value::Error>::into_deserializer(2.0_f64);
    assert_eq!(Id::<Person>::deserialize(from).map(Id::get), Ok(2));
}
