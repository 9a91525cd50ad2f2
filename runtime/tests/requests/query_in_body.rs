//! Queries that are sent in the body.

use bytes::Bytes;
use deskpro_runtime::{
    ApiFacts, Auth, Call, Client, ClientBuilder, Envelope, Error, Items, Json, Page, Request,
    RequestFault, from_json, transport::MemoryTransport,
};

use crate::helpdesk::{
    API, Failed, Ticket, TicketError, create, helpdesk, list, response, sent, with_header,
};

const HEADER: &str = "X-Get-Query-Body";

static KNOWS: ApiFacts = ApiFacts { query_in_body: Some(HEADER), ..API };

fn knowing(
    answer: impl Fn(&http::Request<Bytes>) -> http::Response<Bytes> + Send + Sync + 'static,
) -> (Client, MemoryTransport) {
    let transport = MemoryTransport::new(answer);
    let builder: ClientBuilder<Client> =
        ClientBuilder::new("https://support.example.com", Auth::none(), &KNOWS);
    (builder.transport(transport.clone()).build().unwrap(), transport)
}

async fn page(request: Request) -> Result<Page<Ticket>, Failed> {
    request.send().await
}

/// What was sent, with the header and the body where they are there.
fn sent_with_bodies(transport: &MemoryTransport) -> Vec<String> {
    let bodies = transport.requests().into_iter().map(|request| {
        let header = request.headers().get(HEADER).map(|value| value.to_str().unwrap().to_owned());
        let body = String::from_utf8(request.body().to_vec()).unwrap();
        format!("{} {body}", header.unwrap_or_default())
    });
    sent(transport).iter().zip(bodies).map(|(line, body)| format!("{line} {body}")).collect()
}

const URL: &str = "https://support.example.com/api/v2/tickets";

#[tokio::test]
async fn it_is_a_post_with_a_header_and_the_query_as_texts() {
    let (client, transport) = knowing(|_| response(200, r#"{"data": []}"#));
    let request = list(&client)
        .query("primary_email", &"a+b@example.com & \u{e9}")
        .query("count", &50)
        .query_list("ids", [1, 2])
        .query_in_body();
    page(request).await.unwrap();
    assert_eq!(
        sent_with_bodies(&transport),
        [format!(
            "POST {URL} 1 {{\"primary_email\":\"a+b@example.com & \u{e9}\",\"count\":\"50\",\"ids\":\"1,2\"}}"
        )]
    );
    assert_eq!(transport.requests()[0].headers()["content-type"], "application/json");
}

#[tokio::test]
async fn without_a_query_the_object_is_empty() {
    let (client, transport) = knowing(|_| response(200, r#"{"data": []}"#));
    page(list(&client).query_in_body()).await.unwrap();
    assert_eq!(sent_with_bodies(&transport), [format!("POST {URL} 1 {{}}")]);
}

#[tokio::test]
async fn errors_and_debug_name_the_parameters_and_not_their_values() {
    let (client, _) = knowing(|_| response(404, ""));
    let request = list(&client).query("email", &"a@example.com").query_in_body();
    let line = "tickets.list: POST /tickets?email";
    assert_eq!(request.line().to_string(), line);
    let shown = format!("{request:?}");
    assert!(shown.contains("email") && !shown.contains("example.com"), "{shown}");
    let error = page(request).await.unwrap_err();
    assert_eq!(error.request().to_string(), line);
}

#[tokio::test]
async fn pages_are_asked_for_in_the_body() {
    let (client, transport) = knowing(|request| {
        let body: Json = from_json(request.body()).unwrap();
        let page: u64 = body["page"].as_str().map_or(1, |page| page.parse().unwrap());
        http::Response::new(
            format!(
                r#"{{"data": [{{"id": {page}}}], "meta": {{"page": {page}, "total_pages": 2}}}}"#
            )
            .into(),
        )
    });
    let mut items: Items<Ticket, TicketError> =
        list(&client).query("q", &"x").query_in_body().items();
    let mut ids = Vec::new();
    while let Some(ticket) = items.next().await {
        ids.push(ticket.unwrap().id.get());
    }
    assert_eq!(ids, [1, 2]);
    assert_eq!(
        sent_with_bodies(&transport),
        [format!(r#"POST {URL} 1 {{"q":"x"}}"#), format!(r#"POST {URL} 1 {{"q":"x","page":"2"}}"#)]
    );
}

#[tokio::test]
async fn a_redirect_keeps_the_query_unless_another_place_has_the_answer() {
    for (status, expected) in [
        (301, r#"POST https://support.example.com/moved 1 {"q":"x"}"#),
        (302, r#"POST https://support.example.com/moved 1 {"q":"x"}"#),
        (307, r#"POST https://support.example.com/moved 1 {"q":"x"}"#),
        (303, "GET https://support.example.com/moved  "),
    ] {
        let (client, transport) = knowing(move |request| match request.uri().path() {
            "/moved" => response(200, r#"{"data": []}"#),
            _ => with_header(response(status, ""), "location", "/moved"),
        });
        page(list(&client).query("q", &"x").query_in_body()).await.unwrap();
        assert_eq!(sent_with_bodies(&transport)[1], expected, "{status}");
    }
}

#[tokio::test]
async fn the_resource_at_a_location_is_asked_for_without_it() {
    let (client, transport) = knowing(|request| match request.method().as_str() {
        "GET" => response(200, r#"{"data": {"id": 13}}"#),
        _ => with_header(response(200, ""), "location", "/tickets/13"),
    });
    let call: Call<Envelope<Ticket>, TicketError> =
        list(&client).query("q", &"x").query_in_body().follow_location();
    assert_eq!(call.send().await.unwrap().data.id.get(), 13);
    assert_eq!(
        sent_with_bodies(&transport),
        [format!(r#"POST {URL} 1 {{"q":"x","follow_location":"1"}}"#), format!("GET {URL}/13  ")]
    );
}

#[tokio::test]
async fn what_cannot_be_sent_so_is_a_fault() {
    let (client, transport) = knowing(|_| response(200, ""));
    let (unknowing, _) = helpdesk(|_| response(200, ""));
    for (request, expected) in [
        (list(&unknowing), "the API knows no header for that"),
        (create(&client), "it is no GET"),
        (list(&client).field("a", &1_u64), "it has a body of its own"),
    ] {
        let error = page(request.query_in_body()).await.unwrap_err();
        let Error::Request(error) = error else { panic!("{error}") };
        assert_eq!(error.fault(), &RequestFault::QueryInBody { fault: expected });
    }
    assert!(transport.requests().is_empty());
}

#[test]
fn an_api_whose_header_is_none_cannot_be_built_for() {
    static BROKEN: ApiFacts = ApiFacts { query_in_body: Some("not a name"), ..API };
    let builder: ClientBuilder<Client> =
        ClientBuilder::new("https://support.example.com", Auth::none(), &BROKEN);
    let error = builder.transport(MemoryTransport::new(|_| response(200, ""))).build();
    assert!(error.unwrap_err().to_string().contains("not a name"));
}
