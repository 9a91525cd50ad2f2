//! Several requests in one: what is sent, and what each is answered with.

use std::time::Duration;

use bytes::Bytes;
use deskpro_runtime::{
    Auth, Batch, Call, Client, ClientBuilder, Created, Deleted, Envelope, Error, Id, Json, Method,
    Operation, Page, Queued, Refused, Request, RequestFault, Updated, VerbRule, from_json,
    transport::{MemoryTransport, Transport, TransportFuture, TransportRequest},
};

use crate::helpdesk::{
    API, Ticket, TicketError, builder, create, delete, get, helpdesk, list, response, sent, update,
};

static BATCH: Operation = Operation {
    name: "batch.send",
    method: Method::Post,
    path: "/batch",
    negotiable: false,
    repeatable: false,
    success: &[200],
};

pub(crate) fn batch(client: &Client) -> Batch<TicketError> {
    Batch::new(client, &BATCH)
}

pub(crate) fn call<A>(request: Request) -> Call<A, TicketError> {
    Call::new(request)
}

pub(crate) fn ticket(client: &Client, id: u64) -> Call<Envelope<Ticket>, TicketError> {
    call(get(client, id))
}

/// A client whose helpdesk answers batches with this.
pub(crate) fn answering(body: &'static str) -> (Client, MemoryTransport) {
    helpdesk(move |_| response(200, body))
}

fn body(transport: &MemoryTransport) -> String {
    String::from_utf8(transport.requests()[0].body().to_vec()).unwrap()
}

#[tokio::test]
async fn requests_are_sent_by_key_below_the_helpdesk() {
    let (client, transport) = answering(r#"{"responses": {}}"#);
    let mut batch = batch(&client);
    let _ = batch.add(call::<Envelope<Ticket>>(get(&client, 13).query("include", &"person")));
    let _ = batch.add(call::<Page<Ticket>>(list(&client).query_list("ids", [1, 2])));
    let _ = batch.add(call::<Created<Ticket>>(create(&client)));
    let _ = batch.add(call::<Updated<Ticket>>(update(&client, 7)));
    let _ = batch.add(call::<Updated<Ticket>>(update(&client, 8).body_json(&vec![1_u64])));
    let _ = batch.add(call::<Deleted>(delete(&client, 9)));
    assert_eq!((batch.len(), batch.is_empty()), (6, false));
    batch.with(|request| request.timeout(Duration::from_secs(5))).send().await.unwrap();
    assert_eq!(sent(&transport), ["POST https://support.example.com/api/v2/batch"]);
    assert_eq!(transport.requests()[0].headers()["content-type"], "application/json");
    let expected = concat!(
        r#"{"requests":{"r0":{"url":"/api/v2/tickets/13?include=person","method":"GET"},"#,
        r#""r1":{"url":"/api/v2/tickets?ids=1,2","method":"GET"},"#,
        r#""r2":{"url":"/api/v2/tickets","method":"PUT","payload":{"subject":"Printer"}},"#,
        r#""r3":{"url":"/api/v2/tickets/7","method":"POST","payload":{}},"#,
        r#""r4":{"url":"/api/v2/tickets/8","method":"POST","payload":[1]},"#,
        r#""r5":{"url":"/api/v2/tickets/9","method":"DELETE"}}}"#,
    );
    assert_eq!(body(&transport), expected);
}

#[tokio::test]
async fn addresses_keep_the_version_and_leave_out_where_the_helpdesk_is() {
    let transport = MemoryTransport::new(|_| response(200, r#"{"responses": []}"#));
    let builder: ClientBuilder<Client> =
        ClientBuilder::new("https://example.com/desk", Auth::none(), &API);
    let client = builder.version("20161122").transport(transport.clone()).build().unwrap();
    let mut batch = batch(&client);
    let _ = batch.add(ticket(&client, 13));
    batch.send().await.unwrap();
    assert_eq!(sent(&transport), ["POST https://example.com/desk/api/v2/20161122/batch"]);
    assert!(body(&transport).contains(r#""url":"/api/v2/20161122/tickets/13""#));
}

const ANSWER: &str = r##"{"responses": {
    "r1": {"headers": {"status-code": 404, "x-id": "7"}, "status": 404, "code": "#3432 Not Found",
           "message": "#3432 Not Found", "errors": null},
    "r0": {"headers": {"status-code": 200, "content-type": "application/json", "content-length": 12},
           "data": {"id": 13, "subject": "a\/b"}, "meta": [], "linked": []},
    "r2": {"headers": {"Status-Code": "204", "Location": "/tickets/7"}},
    "r3": {"headers": {"status-code": 400}, "code": "invalid_input",
           "errors": {"fields": {"subject": {"errors": [{"code": "required"}]}}}},
    "r4": {"headers": {"status-code": 503}, "message": "later"},
    "r5": {"headers": {"status-code": 200}, "meta": []}
}}"##;

#[tokio::test]
async fn each_is_answered_as_if_it_had_come_by_itself() {
    let (client, _) = answering(ANSWER);
    let mut batch = batch(&client);
    let found = batch.add(ticket(&client, 13));
    let missing = batch.add(ticket(&client, 14));
    let updated = batch.add(call::<Updated<Ticket>>(update(&client, 7)));
    let refused = batch.add(call::<Created<Ticket>>(create(&client)));
    let offline = batch.add(ticket(&client, 15));
    let empty = batch.add(ticket(&client, 16));
    let results = batch.send().await.unwrap();
    assert_eq!(results.response().unwrap().status(), 200);

    let found = results.take(found).unwrap();
    assert_eq!((found.data.id, found.data.subject.as_str()), (Id::from(13), "a/b"));
    assert!(found.linked().is_empty());
    assert_eq!(found.response().header("content-length"), Some("12"));
    assert_eq!(found.response().header("status-code"), None);

    let error = results.take(missing).unwrap_err();
    assert_eq!(error.to_string(), "tickets.get: GET /tickets/14 answered 404: #3432 Not Found");
    let Error::Api(TicketError::NotFound(refusal)) = error else { panic!("{error}") };
    assert_eq!(refusal.headers()["x-id"], "7");

    let updated = results.take(updated).unwrap();
    assert_eq!((updated.location.as_deref(), updated.data.as_ref()), (Some("/tickets/7"), None));
    assert_eq!(updated.response().status(), 204);

    let Err(Error::Api(TicketError::InvalidInput(refusal))) = results.take(refused) else {
        panic!("it is not refused as invalid")
    };
    assert!(refusal.has_code("required"));

    let error = results.take(offline).unwrap_err();
    assert_eq!((error.status(), error.to_string().contains("503: later")), (Some(503), true));
    assert!(matches!(error, Error::Undocumented(_)));

    let error = results.take(empty).unwrap_err();
    assert!(matches!(&error, Error::Decode(_)), "{error}");
    assert_eq!(error.request().to_string(), "tickets.get: GET /tickets/16");
}

#[tokio::test]
async fn a_list_of_answers_is_in_the_order_of_the_requests() {
    let (client, _) = answering(
        r#"{"responses": [{"headers": {"status-code": 200}, "data": {"id": 1}},
            {"headers": {"status-code": 404}}, {"data": {"id": 3}}]}"#,
    );
    let mut batch = batch(&client);
    let queued: Vec<_> = [1, 2, 3].map(|id| batch.add(ticket(&client, id))).into();
    let results = batch.send().await.unwrap();
    let ids: Vec<_> = queued
        .into_iter()
        .map(|queued| results.take(queued).ok().map(|ticket| ticket.data.id.get()))
        .collect();
    assert_eq!(ids, [Some(1), None, Some(3)]);
}

#[tokio::test]
async fn one_without_requests_is_not_sent() {
    let (client, transport) = answering("");
    let results = batch(&client).send().await.unwrap();
    assert!(results.response().is_none() && transport.requests().is_empty());
}

/// Whatever the status and the body, a part is answered as the request alone would be.
#[tokio::test]
async fn a_part_and_the_request_alone_are_answered_the_same() {
    let outcome = |answer: Result<Envelope<Ticket>, Error<TicketError>>| {
        answer.map(|ticket| ticket.data).map_err(|error| error.to_string())
    };
    for status in [200, 201, 202, 301, 400, 403, 404, 405, 429, 500] {
        for body in [
            r#"{"data":{"id":1,"subject":"a"}}"#,
            r#"{"data":{"id":"1","person":{"id":2}},"meta":[],"linked":[]}"#,
            r#"{"data":{"id":[]}}"#,
            r#"{"data":[]}"#,
            r#"{"data":null}"#,
            r#"{"meta":{}}"#,
            r#"{"status":400,"code":"invalid_input","message":"m","errors":[{"code":"a"}]}"#,
            "",
        ] {
            let (alone, _) = helpdesk(move |_| response(status, body));
            let alone = outcome(get(&alone, 1).send().await);
            let members = body.strip_prefix('{').map(|body| format!(",{body}"));
            let members = members.unwrap_or_else(|| "}".to_owned());
            let whole = format!(
                r#"{{"responses":{{"r0":{{"headers":{{"status-code":{status}}}{members}}}}}"#
            );
            let (client, _) = helpdesk(move |_| http::Response::new(whole.clone().into()));
            let mut batch = batch(&client);
            let queued = batch.add(ticket(&client, 1));
            let part = outcome(batch.send().await.unwrap().take(queued));
            assert_eq!(part, alone, "{status} {body}");
        }
    }
}

#[tokio::test]
async fn unknown_members_are_kept_where_a_part_asks_for_it() {
    let (client, _) = answering(r#"{"responses": [{"data": {}}, {"data": {}}]}"#);
    let mut batch = batch(&client);
    let keeping = batch.add(call::<deskpro_runtime::Response>(get(&client, 1).keep_unknown()));
    let dropping = batch.add(call::<deskpro_runtime::Response>(get(&client, 1)));
    let results = batch.send().await.unwrap();
    assert!(results.take(keeping).unwrap().json().unwrap().keeps_unknown());
    assert!(!results.take(dropping).unwrap().json().unwrap().keeps_unknown());
}

/// Verbs that are set or learnt are those of the parts; none is learnt from a batch.
#[tokio::test]
async fn verbs_are_those_that_the_client_knows() {
    let answer = |request: &http::Request<Bytes>| match request.uri().path() {
        "/api/v2/batch" => {
            response(200, r#"{"responses": {"r0": {"headers": {"status-code": 405}}}}"#)
        }
        _ if request.method() == "PUT" => response(405, ""),
        _ => response(201, r#"{"data": {"id": 1}}"#),
    };
    let method = |transport: &MemoryTransport| {
        let last = transport.requests().pop().unwrap();
        let body: Json = from_json(last.body()).unwrap();
        body["requests"]["r0"]["method"].clone()
    };
    let (client, transport) = helpdesk(answer);
    for expected in ["PUT", "PUT", "POST"] {
        let mut batch = batch(&client);
        let queued = batch.add(call::<Created<Ticket>>(create(&client)));
        let results = batch.send().await.unwrap();
        assert_eq!(method(&transport), expected);
        let error = results.take(queued).unwrap_err();
        let refused = matches!(&error, Error::Api(TicketError::MethodNotAllowed(_)));
        assert!(refused, "{error}");
        assert_eq!(error.request().method().as_str(), expected);
        if transport.requests().len() == 2 {
            create(&client).send::<Created<Ticket>, TicketError>().await.unwrap();
        }
    }
    let swapped = builder().verbs(VerbRule::Swapped).transport(transport.clone()).build().unwrap();
    let mut batch = batch(&swapped);
    let _ = batch.add(call::<Updated<Ticket>>(update(&swapped, 1)));
    batch.send().await.unwrap();
    assert_eq!(method(&transport), "PUT");
}

/// Sending works on other threads, and for types of the caller's own.
#[test]
fn it_can_be_sent_from_any_thread() {
    fn is_send<T: Send>(_: &T) {}
    fn keys_are_send<A: Send, E: Refused + Send>(queued: &Queued<A, E>) {
        is_send(queued);
    }
    let (client, _) = answering("");
    let mut batch = batch(&client);
    keys_are_send(&batch.add(ticket(&client, 13)));
    let shown = format!("{batch:?}");
    assert!(shown.contains("/tickets/13"), "{shown}");
    is_send(&batch.send());
}

#[test]
fn it_can_be_waited_for_where_nothing_is_asynchronous() {
    let answer = r#"{"responses": {"r0": {"headers": {"status-code": 200}, "data": {"id": 13}}}}"#;
    let (client, transport) = answering(answer);
    let mut asked = batch(&client);
    let queued = asked.add(ticket(&client, 13));
    let results = asked.send().wait().unwrap();
    assert_eq!(results.take(queued).unwrap().data.id.get(), 13);
    assert_eq!(sent(&transport).len(), 1);
    // One without requests is not sent.
    assert!(batch(&client).send().wait().is_ok());
    assert_eq!(sent(&transport).len(), 1);
}

#[test]
fn it_is_waited_for_with_a_transport_that_blocks() {
    struct Waiting;

    impl Transport for Waiting {
        fn call(&self, _: TransportRequest) -> TransportFuture {
            panic!("nothing may be sent")
        }
    }

    let client: Client = builder().transport(Waiting).build().unwrap();
    let mut asked = batch(&client);
    let _ = asked.add(ticket(&client, 13));
    let failed = asked.send().wait().unwrap_err();
    let Error::Request(error) = failed else { panic!("{failed}") };
    assert_eq!(*error.fault(), RequestFault::NotBlocking);
}
