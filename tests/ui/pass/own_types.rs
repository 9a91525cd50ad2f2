//! Every type that a field can have, and every word that can be said of one.

#![deny(warnings)]

use deskpro_client::people::Person;
use deskpro_client::tickets::{TicketId, TicketStatus};
use deskpro_client::{
    Date, DateTime, Decode, Encode, Holds, Id, Invalid, Json, JsonReader, Map, Ref, Sensitive, Writer,
    deskpro_resource, kind, runtime::from_json,
};
use deskpro_tests::{client, json_response};

/// A color, by its number.
#[derive(Debug, Default, PartialEq)]
struct Color(u32);

impl Decode for Color {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let mut text = String::new();
        text.decode(json)?;
        self.0 = u32::from_str_radix(text.trim_start_matches('#'), 16).unwrap_or_default();
        Ok(())
    }
}

impl Encode for Color {
    fn encode(&self, json: &mut Writer) {
        format!("#{:06x}", self.0).encode(json);
    }
}

impl Holds<kind::Text> for Color {}

/// What is the user's own business and has a default value.
#[derive(Default)]
struct Cache(Option<u8>);

#[deskpro_resource(path = "/things")]
struct Thing {
    #[deskpro(id)]
    id: ThingId,
    r#type: String,
    count: i64,
    weight: Option<f64>,
    is_new: bool,
    seen: DateTime,
    bought: Option<Date>,
    extra: Json,
    labels: Vec<String>,
    notes: Map<Vec<i64>>,
    ticket: Option<TicketId>,
    owner: Ref<Person>,
    seller: Id<Person>,
    parent: Option<Ref<Thing>>,
    parts: Vec<Id<Thing>>,
    status: Option<TicketStatus>,
    #[deskpro(type = "string")]
    color: Color,
    #[deskpro(type = "string?")]
    edge: Option<Color>,
    #[deskpro(type = "id(organizations)")]
    maker: u64,
    pin: Sensitive<String>,
    #[deskpro(sensitive, write_only)]
    word: Option<Sensitive<String>>,
    #[deskpro(optional, read_only)]
    size: Option<i64>,
    #[deskpro(create_only)]
    origin: String,
    #[deskpro(create_only, write_only)]
    gift: Option<String>,
    #[deprecated = "use `color`"]
    colour: Option<String>,
    #[deskpro(skip)]
    cache: Cache,
}

const THING: &str = r##"{"id": 7, "type": "box", "count": 2, "weight": 1.5, "is_new": true,
    "seen": "2016-07-12T15:47:21+0000", "bought": "2016-07-12", "extra": {"a": [1]},
    "labels": ["x"], "notes": {"a": [1, 2]}, "ticket": 13, "owner": {"id": 4, "name": "Customer"},
    "seller": 5, "parent": 6, "parts": [8, 9], "status": "resolved", "color": "#0000ff",
    "edge": null, "maker": 3, "pin": "1234", "word": "never", "origin": "here", "colour": "blue",
    "cache": 5}"##;

#[expect(deprecated)]
fn reading() {
    let thing: Thing = from_json(THING.as_bytes()).unwrap();
    assert_eq!((thing.id, thing.r#type.as_str(), thing.count), (ThingId::new(7), "box", 2));
    assert_eq!((thing.weight, thing.is_new), (Some(1.5), true));
    assert_eq!(thing.seen.to_string(), "2016-07-12T15:47:21+0000");
    assert_eq!(thing.bought.map(|day| day.to_string()).as_deref(), Some("2016-07-12"));
    assert_eq!(thing.extra.to_string(), r#"{"a":[1]}"#);
    assert_eq!((thing.labels, thing.notes.get("a")), (vec!["x".to_owned()], Some(&vec![1, 2])));
    assert_eq!((thing.ticket, thing.seller), (Some(TicketId::new(13)), Id::new(5)));
    assert_eq!(thing.owner.object().map(|person| person.name.as_str()), Some("Customer"));
    assert_eq!(thing.parent.map(|parent| parent.id().get()), Some(6));
    assert_eq!(thing.parts, [Id::new(8), Id::new(9)]);
    assert_eq!(thing.status, Some(TicketStatus::Resolved));
    assert_eq!((thing.color, thing.edge, thing.maker), (Color(255), None, 3));
    assert_eq!((thing.pin.expose().as_str(), thing.word.is_none()), ("1234", true));
    assert_eq!((thing.size, thing.origin.as_str(), thing.gift), (None, "here", None));
    assert_eq!((thing.colour.as_deref(), thing.cache.0), (Some("blue"), None));
}

fn writing() {
    let (client, sent) = client(|_| json_response(204, ""));
    let things = Things::new(&client);
    let update = things.update(7).type_("bag").color("#00ff00").pin("4321").maker(3).owner(4);
    let create = things.create().gift("box").origin("there").parent(6);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { update.send().await }).unwrap();
    let _ = runtime.block_on(async { create.send().await });
    let _ = runtime.block_on(async { things.delete(7).send().await });
    let sent = sent.requests();
    let pairs = r##"{"type":"bag","color":"#00ff00","pin":"4321","maker":3,"owner":4}"##;
    assert_eq!(sent[0].body(), pairs);
    assert_eq!(sent[1].body(), r#"{"gift":"box","origin":"there","parent":6}"#);
    assert_eq!(sent[2].method(), "DELETE");
}

fn main() {
    reading();
    writing();
}
