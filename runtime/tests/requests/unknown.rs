//! Members that the description does not know: kept of one request or of a whole client.

use bytes::Bytes;
use deskpro_runtime::{
    Bare, Client, Created, Decode, Encode, Envelope, Extra, Id, Invalid, Items, JsonReader, Page,
    Ref, Request, Resource, Updated, Writer, transport::MemoryTransport,
};

use crate::helpdesk::{TicketError, builder, create, get, list, response, update};

#[derive(Debug, Clone, Default, PartialEq)]
struct Thing {
    id: Id<Thing>,
    other: Option<Ref<Thing>>,
    extra: Extra,
}

impl Decode for Thing {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object_and(&mut [("id", &mut self.id), ("other", &mut self.other)], &mut self.extra)
    }
}

impl Encode for Thing {
    fn encode(&self, json: &mut Writer) {
        json.object_and(&[("id", &self.id), ("other", &self.other)], &self.extra);
    }
}

impl Resource for Thing {
    const LINKED_AS: &'static str = "thing";

    fn id(&self) -> Id<Self> {
        self.id
    }
}

const ONE: &str = r#"{"data": {"id": 1, "new": 1, "other": {"id": 2, "new": 2}},
    "linked": {"thing": {"3": {"id": 3, "new": 3}}}}"#;

fn client(keeps: bool, body: &'static str) -> Client {
    let transport = MemoryTransport::new(move |_: &http::Request<Bytes>| response(200, body));
    builder().keep_unknown(keeps).transport(transport).build().unwrap()
}

async fn envelope(request: Request) -> Envelope<Thing> {
    request.send::<_, TicketError>().await.unwrap()
}

/// How many members were kept: of the resource, of the one within it, and of the linked one.
fn kept(envelope: &Envelope<Thing>) -> [usize; 3] {
    let other = envelope.data.other.as_ref().and_then(Ref::object).unwrap();
    let linked = envelope.linked().get::<Thing>(Id::from(3)).unwrap().unwrap();
    [envelope.data.extra.len(), other.extra.len(), linked.extra.len()]
}

#[tokio::test]
async fn nothing_is_kept_unless_that_was_asked_for() {
    let client = client(false, ONE);
    assert_eq!(kept(&envelope(get(&client, 1)).await), [0, 0, 0]);
    assert_eq!(kept(&envelope(get(&client, 1).keep_unknown()).await), [1, 1, 1]);
    assert_eq!(kept(&envelope(get(&client, 1)).await), [0, 0, 0]);
}

#[tokio::test]
async fn a_client_keeps_of_all_its_answers() {
    let client = client(true, ONE);
    assert_eq!(kept(&envelope(get(&client, 1)).await), [1, 1, 1]);
    let created: Created<Thing> = create(&client).send::<_, TicketError>().await.unwrap();
    assert_eq!(created.data.unwrap().extra.len(), 1);
    assert!(created.linked.get::<Thing>(Id::from(3)).unwrap().unwrap().extra.get("new").is_some());
    let updated: Updated<Thing> = update(&client, 1).send::<_, TicketError>().await.unwrap();
    assert_eq!(updated.data.unwrap().extra.len(), 1);
}

#[tokio::test]
async fn bare_answers_pages_and_items_keep_too() {
    let client = client(false, r#"[{"id": 1, "new": 1}]"#);
    let bare: Bare<Vec<Thing>> =
        list(&client).keep_unknown().send::<_, TicketError>().await.unwrap();
    assert_eq!(bare.data[0].extra.len(), 1);
    let page: Page<Thing> = list(&client).keep_unknown().send::<_, TicketError>().await.unwrap();
    assert_eq!(page.data[0].extra.len(), 1);
    assert!(page.linked().is_empty());
    let mut items: Items<Thing, TicketError> = list(&client).keep_unknown().items();
    assert_eq!(items.next().await.unwrap().unwrap().extra.len(), 1);
}

#[tokio::test]
async fn the_answer_itself_reads_so() {
    let client = client(true, ONE);
    let answer: deskpro_runtime::Response = get(&client, 1).send::<_, TicketError>().await.unwrap();
    assert!(answer.json().unwrap().keeps_unknown());
}
