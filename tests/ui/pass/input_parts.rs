//! Inputs within inputs, further fields in a map, conditions, generics, and types of one's own.

#![deny(warnings, clippy::all)]

use deskpro_client::runtime::transport::MemoryTransport;
use deskpro_client::tickets::{CreateTicket, NewTicketMessage};
use deskpro_client::types::PersonInput;
use deskpro_client::{
    Auth, Client, Encode, Input, Json, Map, Sends, Sensitive, Writer, deskpro_resource, kind,
};

/// A subject that says from where it is.
struct Subject(&'static str);

impl Encode for Subject {
    fn encode(&self, json: &mut Writer) {
        format!("[web] {}", self.0).encode(json);
    }
}

impl Sends<kind::Text> for Subject {}

#[deskpro_resource(tickets.create)]
struct Base<P: Sends<kind::Object<PersonInput>>> {
    subject: Subject,
    person: P,
}

#[deskpro_resource(tickets.create)]
struct Full {
    #[deskpro(rest)]
    rest: Map<Json>,
    #[deskpro(flatten)]
    base: Base<PersonInput>,
    message: Option<NewTicketMessage>,
    #[cfg(any())]
    urgency: NeverThere,
    #[cfg(not(any()))]
    urgency: i64,
}

#[deskpro_resource(people.create)]
#[deprecated]
struct NewPerson {
    primary_email: String,
    #[deprecated]
    password: Option<Sensitive<String>>,
}

#[tokio::main(flavor = "current_thread")]
async fn send(input: &impl Input<CreateTicket>) -> String {
    let transport = MemoryTransport::new(|_| {
        let mut response = http::Response::new(r#"{"data": {"id": 13}}"#.into());
        *response.status_mut() = http::StatusCode::CREATED;
        response
    });
    let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
        .transport(transport.clone())
        .build()
        .unwrap();
    client.tickets().create_from(input).send().await.unwrap();
    String::from_utf8(transport.requests()[0].body().to_vec()).unwrap()
}

#[allow(deprecated)]
fn person() -> NewPerson {
    NewPerson { primary_email: "customer@example.com".to_owned(), password: None }
}

fn main() {
    let full = Full {
        rest: Map::from([
            ("urgency".to_owned(), Json::from(1)),
            ("color".to_owned(), Json::from("red")),
        ]),
        base: Base { subject: Subject("Fire"), person: PersonInput::from("customer@example.com") },
        message: Some(NewTicketMessage::new("It burns")),
        urgency: 5,
    };
    let sent: Json = serde_json::from_str(&send(&full)).unwrap();
    assert_eq!(sent["urgency"], 5);
    assert_eq!(sent["color"], "red");
    assert_eq!(sent["subject"], "[web] Fire");
    assert_eq!(sent["person"], "customer@example.com");
    assert_eq!(sent["message"]["message"], "It burns");
    let _ = person();
}
