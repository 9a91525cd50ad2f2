//! What nobody may read in a log.

use bytes::Bytes;
use deskpro_runtime::{
    Auth, Client, Created, Envelope, Exchange, Step,
    transport::{RawResponse, Transport, TransportRequest},
};

use crate::helpdesk::{Ticket, TicketError, builder, create, get, helpdesk, response, with_header};

const SECRETS: [&str; 5] = ["2:SECRET", "HEADER", "FIELD", "COOKIE", "BODY"];

fn shows_none(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

fn answer(status: u16) -> http::Response<Bytes> {
    with_header(response(status, r#"{"odd": "BODY"}"#), "set-cookie", "session=COOKIE")
}

#[tokio::test]
async fn no_debug_text_shows_any() {
    shows_none(&format!("{:?}", Auth::key("2:SECRET")));
    shows_none(&format!("{:?}", builder().header("x-brand", "HEADER")));
    let (_, transport) = helpdesk(|_| answer(200));
    let client: Client =
        builder().header("x-brand", "HEADER").transport(transport.clone()).build().unwrap();
    shows_none(&format!("{client:?} {transport:?}"));
    let request = create(&client).field("password", &"FIELD").header("x-more", "HEADER");
    assert!(format!("{request:?}").contains("password"));
    shows_none(&format!("{request:?} {:?}", request.clone().follow_location::<(), ()>()));
    shows_none(&format!("{:?}", request.clone().body_json(&"FIELD")));
    shows_none(&format!("{:?}", request.clone().pages::<(), ()>()));

    let (mut exchange, first) = Exchange::start(request).unwrap();
    shows_none(&format!("{exchange:?} {first:?}"));
    let Step::Send(request) = first else { panic!("nothing was sent") };
    shows_none(&format!("{:?}", request.http.headers()));
    let raw = RawResponse::from(answer(200));
    shows_none(&format!("{raw:?}"));
    let Step::Done(response) = exchange.answered(Ok(raw)) else { panic!("more was asked") };
    shows_none(&format!("{response:?} {:?}", response.headers()));
}

#[tokio::test]
async fn no_error_shows_any() {
    for status in [200, 302, 400, 405, 500] {
        let (client, _) = helpdesk(move |_| answer(status));
        let failed = get(&client, 13)
            .query("search", &"FIELD")
            .header("x-more", "HEADER")
            .send::<Envelope<Ticket>, TicketError>()
            .await
            .unwrap_err();
        shows_none(&format!("{failed} {failed:?}"));
        let failed = create(&client)
            .field("password", &"FIELD")
            .header("bad name", "HEADER")
            .send::<Created<Ticket>, TicketError>()
            .await
            .unwrap_err();
        shows_none(&format!("{failed} {failed:?}"));
    }
}

#[test]
fn no_build_error_shows_any() {
    let error = |builder: deskpro_runtime::ClientBuilder<Client>| builder.build().unwrap_err();
    for failed in [
        error(Client::builder("https://support.example.com", Auth::key("2:SECRET\n3"))),
        error(Client::builder("https://user:2:SECRET@example.com", Auth::none())),
        error(builder().header("x-brand", "HEADER\n")),
    ] {
        shows_none(&format!("{failed} {failed:?}"));
    }
}

#[tokio::test]
async fn the_headers_of_a_request_are_marked_for_transports() {
    struct Checking;
    impl Transport for Checking {
        fn call(&self, request: TransportRequest) -> deskpro_runtime::transport::TransportFuture {
            let headers = request.http.headers();
            assert!(headers["authorization"].is_sensitive() && headers["x-brand"].is_sensitive());
            Box::pin(std::future::ready(Ok(answer(404).into())))
        }
    }
    let client: Client = builder().header("x-brand", "HEADER").transport(Checking).build().unwrap();
    let failed = get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    assert_eq!(failed.status(), Some(404));
}
