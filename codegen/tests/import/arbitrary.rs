//! Documents of the words of OpenAPI, put together at random.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Names that something needs for itself, collide, or are none.
const NAMES: &[&str] = &[
    "id",
    "name",
    "pets",
    "pet",
    "Pet",
    "petId",
    "pet_id",
    "self",
    "type",
    "fn",
    "2fa",
    "+1",
    "",
    "é",
    "extra",
    "send",
    "with",
    "list",
    "json",
    "new",
    "Vec",
    "a.b",
    "a-b",
    "a b",
    "filter[x]",
    "status",
    "items",
    "pages",
    "follow_location",
    "x-y",
    "string",
    "client",
    "batch",
    "types",
    "Error",
    "Result",
];

/// Paths, some of which cannot be.
const PATHS: &[&str] = &[
    "/pets",
    "/pets/{id}",
    "/pets/{petId}",
    "/pets/{petId}/toys",
    "/pets/{petId}/toys/{toyId}",
    "/{x}",
    "/",
    "/pets/",
    "/pets/{a}{b}",
    "/pets/{a}.{b}",
    "/pets/{id}/lock",
    "/pets/search",
    "/a b",
    "x",
    "/v1/{self}/type",
    "/pets/{}",
    "/a//b",
    "/pets/{id}/toys/{id}",
    "/client",
    "/batch/{fn}",
    "/a/b/c",
    "/x/{y}/{z}",
    "/x/{y}/{z}/w",
    "/types",
    "/pets?x=1",
    "/pets/{id}:run",
    "/status",
    "/news/{id}",
];

/// References, some of which lead nowhere.
const REFERENCES: &[&str] = &["A", "B", "C", "D", "Missing"];

fn name() -> BoxedStrategy<String> {
    prop_oneof![4 => select(NAMES).prop_map(str::to_owned), 1 => "[a-zA-Z_ .+-]{0,8}", 1 => any::<String>()].boxed()
}

fn text() -> BoxedStrategy<Value> {
    prop_oneof![
        select(
            &[
                "A pet.",
                "",
                " ",
                "x: y # z",
                "- a\n- b",
                "a\n\n  b ",
                "|",
                "\"",
                "é\u{0}\u{2028}\u{85}"
            ][..]
        )
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ]
    .boxed()
}

fn scalar() -> BoxedStrategy<Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        text(),
        select(&["2024-02-29", "2024-01-01T00:00:00Z", "yes", "1", "null"][..])
            .prop_map(Value::from),
    ]
    .boxed()
}

fn object(entries: Vec<(&str, Option<Value>)>) -> Value {
    let entries = entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn maybe(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Option<Value>> {
    proptest::option::weighted(0.3, value)
}

fn kind() -> BoxedStrategy<Value> {
    let kinds =
        ["string", "integer", "number", "boolean", "array", "object", "file", "null", "any"];
    prop_oneof![
        6 => select(kinds.to_vec()).prop_map(Value::from),
        1 => proptest::collection::vec(select(kinds.to_vec()), 0..4).prop_map(|it| json!(it)),
    ]
    .boxed()
}

fn says() -> BoxedStrategy<Vec<(&'static str, Option<Value>)>> {
    let formats = ["date", "date-time", "int64", "binary", "password", "uuid", "byte"];
    let first = (
        maybe(text()),
        maybe(text()),
        maybe(any::<bool>().prop_map(Value::from)),
        maybe(select(formats.to_vec()).prop_map(Value::from)),
        maybe(scalar()),
        maybe(scalar()),
        maybe(proptest::collection::vec(scalar(), 0..4).prop_map(Value::from)),
        maybe((-5..50i64).prop_map(Value::from)),
        maybe((-5..50i64).prop_map(Value::from)),
        maybe(any::<bool>().prop_map(Value::from)),
    );
    first
        .prop_map(|(title, docs, nullable, format, example, default, values, least, most, flag)| {
            vec![
                ("title", title),
                ("description", docs),
                ("nullable", nullable),
                ("format", format),
                ("example", example),
                ("default", default),
                ("enum", values),
                ("minimum", least),
                ("maximum", most),
                ("readOnly", flag.clone()),
                ("deprecated", flag),
            ]
        })
        .boxed()
}

fn reference() -> BoxedStrategy<Value> {
    let sections = ["#/components/schemas/", "#/definitions/", "other.json#/"];
    (select(sections.to_vec()), select(REFERENCES))
        .prop_map(|(section, name)| json!({ "$ref": format!("{section}{name}") }))
        .boxed()
}

/// A schema, as deep as a few levels.
pub(crate) fn schema() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        1 => reference(),
        3 => (kind(), says()).prop_map(|(kind, mut says)| {
            says.push(("type", Some(kind)));
            object(says)
        }),
        1 => Just(json!(true)),
        1 => Just(json!({})),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let inner = inner.boxed();
        let members = proptest::collection::vec((name(), inner.clone()), 0..4);
        let several = proptest::collection::vec(inner.clone(), 0..4);
        let required = proptest::collection::vec(name(), 0..3);
        let of_object = (members, required, says(), maybe(inner.clone())).prop_map(|(members, required, mut says, more)| {
            let members: Map<_, _> = members.into_iter().collect();
            says.extend([
                ("type", Some(json!("object"))), ("properties", Some(Value::Object(members))),
                ("required", Some(json!(required))), ("additionalProperties", more),
            ]);
            object(says)
        });
        prop_oneof![
            4 => of_object,
            2 => (inner.clone(), says()).prop_map(|(items, mut says)| {
                says.extend([("type", Some(json!("array"))), ("items", Some(items))]);
                object(says)
            }),
            1 => inner.clone().prop_map(|it| json!({ "type": "object", "additionalProperties": it })),
            2 => (select(vec!["oneOf", "anyOf", "allOf"]), several, says()).prop_map(|(key, several, mut says)| {
                says.push((key, Some(Value::from(several))));
                object(says)
            }),
        ]
    }).boxed()
}

fn parameter() -> BoxedStrategy<Value> {
    let places = ["path", "query", "header", "cookie", "body", "formData", "nowhere"];
    let own = ["id", "petId", "toyId", "x", "a", "self"];
    let name = prop_oneof![select(own.to_vec()).prop_map(str::to_owned), name()];
    let styles = ["form", "spaceDelimited", "deepObject", "simple"];
    let style = maybe(select(styles.to_vec()).prop_map(Value::from));
    (name, select(places.to_vec()), schema(), says(), any::<bool>(), style)
        .prop_map(|(name, place, schema, mut says, required, style)| {
            says.extend([
                ("name", Some(json!(name))),
                ("in", Some(json!(place))),
                ("schema", Some(schema)),
                ("required", Some(json!(required))),
                ("style", style),
                ("type", Some(json!("string"))),
            ]);
            object(says)
        })
        .boxed()
}

fn content() -> BoxedStrategy<Value> {
    let media =
        ["application/json", "multipart/form-data", "text/plain", "*/*", "application/zip", "é"];
    let one = (select(media.to_vec()), schema())
        .prop_map(|(media, schema)| (media.to_owned(), json!({ "schema": schema })));
    proptest::collection::vec(one, 0..3)
        .prop_map(|all| Value::Object(all.into_iter().collect()))
        .boxed()
}

fn operation() -> BoxedStrategy<Value> {
    let statuses = ["200", "201", "204", "302", "400", "404", "429", "default", "4XX", "999", "x"];
    let response = (text(), content(), schema()).prop_map(|(docs, content, schema)| json!({ "description": docs, "content": content, "schema": schema }));
    let responses = proptest::collection::vec(
        (select(statuses.to_vec()).prop_map(str::to_owned), response),
        0..4,
    );
    let parameters = proptest::collection::vec(parameter(), 0..4);
    (maybe(name().prop_map(Value::from)), text(), parameters, maybe(content()), responses)
        .prop_map(|(id, docs, parameters, body, responses)| {
            let responses: Map<_, _> = responses.into_iter().collect();
            object(vec![
                ("operationId", id),
                ("summary", Some(docs)),
                ("parameters", Some(json!(parameters))),
                ("requestBody", body.map(|content| json!({ "content": content }))),
                ("responses", Some(Value::Object(responses))),
            ])
        })
        .boxed()
}

/// A document of any version.
pub(crate) fn document() -> BoxedStrategy<Value> {
    let methods = ["get", "put", "post", "delete", "patch", "head", "trace"];
    let place = proptest::collection::vec(
        (select(methods.to_vec()).prop_map(str::to_owned), operation()),
        1..4,
    );
    let paths = proptest::collection::vec((select(PATHS).prop_map(str::to_owned), place), 0..5);
    let schemas =
        proptest::collection::vec((select(REFERENCES).prop_map(str::to_owned), schema()), 0..5);
    let schemes = proptest::collection::vec((name(), select(vec!["x-key", "", "X Y"])), 0..2);
    (select(vec!["2.0", "3.0.3", "3.1.0"]), text(), paths, schemas, schemes)
        .prop_map(|(version, title, paths, schemas, schemes)| {
            let object_of = |it: Vec<(String, Value)>| Value::Object(it.into_iter().collect());
            let paths = paths.into_iter().map(|(path, place)| (path, object_of(place)));
            let schemas = object_of(schemas);
            let schemes = schemes.into_iter().map(|(name, header)| {
                (name, json!({ "type": "apiKey", "in": "header", "name": header }))
            });
            let schemes = object_of(schemes.collect());
            json!({
                if version == "2.0" { "swagger" } else { "openapi" }: version,
                "info": { "title": title, "version": title, "description": title },
                "basePath": "/v1",
                "paths": object_of(paths.collect()),
                "definitions": schemas,
                "securityDefinitions": schemes,
                "components": { "schemas": schemas, "securitySchemes": schemes },
            })
        })
        .boxed()
}

/// A document of which one part is something else.
pub(crate) fn broken() -> BoxedStrategy<Value> {
    (document(), any::<prop::sample::Index>(), schema())
        .prop_map(|(mut document, place, other)| {
            let mut pointers = Vec::new();
            gather(&document, String::new(), &mut pointers);
            let pointer = place.get(&pointers).clone();
            if let Some(part) = document.pointer_mut(&pointer) {
                *part = other;
            }
            document
        })
        .boxed()
}

/// The pointers of all parts but the whole.
fn gather(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(at, it)| (at.to_string(), it)).collect()
        }
        Value::Object(members) => members
            .iter()
            .map(|(key, it)| (key.replace('~', "~0").replace('/', "~1"), it))
            .collect(),
        _ => Vec::new(),
    };
    for (key, value) in inner {
        let pointer = format!("{pointer}/{key}");
        pointers.push(pointer.clone());
        gather(value, pointer, pointers);
    }
}
