//! What is sent, and what is refused before it is sent.

use std::time::Duration;

use deskpro_runtime::{
    ApiFacts, Auth, BuildError, Client, ClientBuilder, Envelope, Method, Operation, Page, Request,
    RequestFault, transport::MemoryTransport,
};

use crate::helpdesk::{API, Failed, Ticket, builder, create, get, helpdesk, list, response, sent};

static LABELLED: Operation = Operation {
    name: "labels.tickets",
    method: Method::Get,
    path: "/{kind}_labels/{label}",
    negotiable: false,
    repeatable: true,
    success: &[200],
};

async fn fault(request: Request) -> RequestFault {
    let failed: Failed = request.send::<Envelope<Ticket>, _>().await.unwrap_err();
    let Failed::Request(error) = failed else { panic!("{failed}") };
    assert!(error.to_string().contains(" was not sent: "), "{error}");
    error.fault().clone()
}

#[tokio::test]
async fn path_and_query_are_encoded_and_a_later_value_replaces_an_earlier_one() {
    let (client, transport) = helpdesk(|_| response(200, "[]"));
    let request = Request::new(&client, &LABELLED, &[&"ticket", &"a b/c"])
        .query("count", &10)
        .query("search", &"x&y=\u{e9}")
        .query_list("ids", [1, 2, 3])
        .query("ticket_field.5", &true)
        .query("count", &200);
    let _: Page<Ticket> = request.send::<_, crate::helpdesk::TicketError>().await.unwrap();
    assert_eq!(
        sent(&transport),
        ["GET https://support.example.com/api/v2/ticket_labels/a%20b%2Fc\
          ?count=200&search=x%26y%3D%C3%A9&ids=1,2,3&ticket_field.5=true"]
    );
}

#[tokio::test]
async fn headers_are_those_of_the_api_the_client_and_the_request() {
    let transport = MemoryTransport::new(|_| response(200, "[]"));
    let client: Client = builder()
        .header("X-Brand", "1")
        .header("X-Both", "client")
        .user_agent("my-program/2.0")
        .transport(transport.clone())
        .build()
        .unwrap();
    let request = list(&client).header("x-both", "request").header("Accept-Language", "de");
    let _: Page<Ticket> = request.send::<_, crate::helpdesk::TicketError>().await.unwrap();
    let [request] = transport.requests().try_into().unwrap();
    let mut headers: Vec<(&str, &str)> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
        .collect();
    headers.sort();
    assert_eq!(
        headers,
        [
            ("accept", "application/json"),
            ("accept-language", "de"),
            ("authorization", "key 2:SECRET"),
            ("user-agent", "my-program/2.0"),
            ("x-both", "request"),
            ("x-brand", "1"),
        ]
    );
}

#[tokio::test]
async fn a_body_may_be_given_as_a_whole() {
    let (client, transport) = helpdesk(|_| response(200, "[]"));
    let ids = create(&client).body_json(&vec![1_u64, 2]);
    let _: Page<Ticket> = ids.send::<_, crate::helpdesk::TicketError>().await.unwrap();
    let text = create(&client).body("text/csv", "a,b");
    let _: Page<Ticket> = text.send::<_, crate::helpdesk::TicketError>().await.unwrap();
    let [ids, text] = transport.requests().try_into().unwrap();
    assert_eq!(
        (&ids.headers()["content-type"], &ids.body()[..]),
        (&"application/json".parse().unwrap(), &b"[1,2]"[..])
    );
    assert_eq!(
        (&text.headers()["content-type"], &text.body()[..]),
        (&"text/csv".parse().unwrap(), &b"a,b"[..])
    );
}

#[tokio::test]
async fn what_would_mean_something_else_is_not_sent() {
    let (client, transport) = helpdesk(|_| response(200, "[]"));
    let labelled = |label: &str| Request::new(&client, &LABELLED, &[&"ticket", &label]);
    let name = || "label".into();
    assert_eq!(fault(labelled("")).await, RequestFault::EmptyPathParameter { name: name() });
    assert_eq!(fault(labelled("a\nb")).await, RequestFault::ControlCharacter { name: name() });
    assert_eq!(fault(labelled("..")).await, RequestFault::DotSegment);
    assert_eq!(fault(Request::new(&client, &LABELLED, &[])).await, RequestFault::Template);
    assert_eq!(
        fault(list(&client).query_list("ids", [0_u64; 0])).await,
        RequestFault::EmptyList { name: "ids".into() }
    );
    assert_eq!(fault(list(&client).query("search", &"x".repeat(100_000))).await, RequestFault::Url);
    for (header, value) in
        [("Host", "a"), ("content-length", "5"), ("a b", "c"), ("x", "a\r\nb: c")]
    {
        let fault = fault(list(&client).header(header, value)).await;
        assert!(matches!(fault, RequestFault::Header { .. }), "{header}");
    }
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn nothing_is_sent_before_the_future_is_polled() {
    let (client, transport) = helpdesk(|_| response(200, "[]"));
    drop(list(&client).send::<Page<Ticket>, crate::helpdesk::TicketError>());
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn a_version_and_a_sub_path_are_part_of_the_address() {
    let transport = MemoryTransport::new(|_| response(200, r#"{"data": {}}"#));
    let client: Client = ClientBuilder::new("https://example.com/desk/", Auth::token("5:T"), &API)
        .version("20161122")
        .transport(transport.clone())
        .build()
        .unwrap();
    let _ = get(&client, 13).send::<Envelope<Ticket>, crate::helpdesk::TicketError>().await;
    assert_eq!(sent(&transport), ["GET https://example.com/desk/api/v2/20161122/tickets/13"]);
}

#[test]
fn bad_settings_are_refused() {
    static UNVERSIONED: ApiFacts = ApiFacts { date_pinned: false, ..API };
    let error = |builder: ClientBuilder<Client>| builder.build().unwrap_err();
    let plain = |url| {
        let transport = MemoryTransport::new(|_| response(200, ""));
        ClientBuilder::<Client>::new(url, Auth::none(), &API).transport(transport)
    };
    assert!(matches!(error(plain("support.example.com")), BuildError::BaseUrl { .. }));
    assert!(matches!(error(plain("http://support.example.com")), BuildError::PlainHttp));
    assert!(plain("http://support.example.com").allow_plain_http().build().is_ok());
    assert!(plain("http://localhost:8080").build().is_ok());
    for version in ["", "2016-11-22", "20161322", "2016112", "20161122/x"] {
        let error = error(builder().version(version));
        assert!(matches!(error, BuildError::Version { .. }), "{version}");
    }
    let unversioned = ClientBuilder::new("https://example.com", Auth::none(), &UNVERSIONED);
    assert!(matches!(error(unversioned.version("20161122")), BuildError::Version { .. }));
    assert!(matches!(error(builder().header("a b", "c")), BuildError::Header { .. }));
    assert!(matches!(error(builder().user_agent("a\nb")), BuildError::Header { .. }));
    assert!(matches!(error(builder().timeout(Duration::ZERO)), BuildError::Timeout));
    let keyless = ClientBuilder::new("https://example.com", Auth::key("2:A\nB"), &API);
    assert!(matches!(error(keyless), BuildError::Auth { .. }));
}

#[cfg(not(feature = "hyper"))]
#[test]
fn without_a_transport_there_is_no_client() {
    assert!(matches!(builder().build(), Err(BuildError::NoTransport)));
}
