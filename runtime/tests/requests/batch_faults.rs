//! What goes wrong with batches: parts that cannot be sent, answers that are missing.

use deskpro_runtime::{
    ApiFacts, Auth, Call, Client, ClientBuilder, DecodeFault, Envelope, Error, Id, Page,
    RequestFault, transport::MemoryTransport,
};

use crate::batch::{answering, batch, call, ticket};
use crate::helpdesk::{API, Ticket, TicketError, create, get, helpdesk, list, response, update};

#[tokio::test]
async fn what_is_not_in_the_answer_is_an_error() {
    for body in
        [r#"{"responses": []}"#, r#"{"responses": {"r1": {}}}"#, r#"{"responses": {"r0": null}}"#]
    {
        let (client, _) = answering(body);
        let mut batch = batch(&client);
        let queued = batch.add(ticket(&client, 13));
        let error = batch.send().await.unwrap().take(queued).unwrap_err();
        assert_eq!(
            error.to_string(),
            "tickets.get: GET /tickets/13 answered 200, but the batch's answer holds nothing for it"
        );
        let Error::Decode(error) = error else { panic!("{error}") };
        assert!(matches!(error.fault(), DecodeFault::NotInBatch));
        assert_eq!(error.response().body(), body);
    }
}

#[tokio::test]
async fn a_key_of_another_batch_is_an_error() {
    let (client, _) = answering(r#"{"responses": [{"data": {"id": 1}}]}"#);
    let mut other = batch(&client);
    let foreign = other.add(ticket(&client, 13));
    let also_foreign = other.add(ticket(&client, 14));
    let mut batch_ = batch(&client);
    let own = batch_.add(ticket(&client, 1));
    let results = batch_.send().await.unwrap();
    let error = results.take(foreign).unwrap_err();
    assert_eq!(
        error.to_string(),
        "tickets.get: GET /tickets/13 was not sent: it belongs to another batch than these results"
    );
    let Error::Request(error) = error else { panic!("{error}") };
    assert_eq!(error.fault(), &RequestFault::OtherBatch);
    assert_eq!(results.take(own).unwrap().data.id, Id::from(1));
    let empty = batch(&client).send().await.unwrap();
    assert!(matches!(empty.take(also_foreign), Err(Error::Request(_))));
}

#[tokio::test]
async fn what_cannot_be_part_of_one_is_a_fault_that_names_the_request() {
    let (client, transport) = answering("");
    let (other, _) = answering("");
    let follow: Call<Envelope<Ticket>, TicketError> = update(&client, 7).follow_location();
    for (request, expected) in [
        (call(create(&client).file("file", ("a", "A"))), "it sends files"),
        (call(create(&client).body("text/plain", "x")), "its body is no JSON"),
        (call(create(&client).body("application/json", "{")), "its body is malformed JSON"),
        (follow, "it may take a second request, for the resource at its `Location`"),
        (call(get(&client, 1).header("x-agent", "1")), "it has headers of its own"),
        (ticket(&other, 1), "it was made with another client"),
    ] {
        let mut batch = batch(&client);
        let _ = batch.add(ticket(&client, 1));
        let _ = batch.add(request);
        let Err(Error::Request(error)) = batch.send().await else { panic!("{expected}") };
        assert_eq!(error.fault(), &RequestFault::Batch { fault: expected });
        assert!(error.request().path().starts_with("/tickets"), "{error}");
    }
    let mut batch = batch(&client);
    let _ = batch.add(call::<Page<Ticket>>(list(&client).query_list::<u64>("ids", [])));
    let error = batch.send().await.unwrap_err().to_string();
    assert_eq!(
        error,
        "tickets.list: GET /tickets?ids was not sent: the list `ids` in its query is empty"
    );
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn a_query_in_the_body_cannot_be_part_of_one() {
    static KNOWS: ApiFacts = ApiFacts { query_in_body: Some("x-query"), ..API };
    let builder: ClientBuilder<Client> =
        ClientBuilder::new("https://support.example.com", Auth::none(), &KNOWS);
    let client = builder.transport(MemoryTransport::new(|_| response(200, ""))).build().unwrap();
    let mut batch = batch(&client);
    let _ = batch.add(call::<Page<Ticket>>(list(&client).query_in_body()));
    let Err(Error::Request(error)) = batch.send().await else { panic!("it was sent") };
    let fault = "its query would be in its body";
    assert_eq!(error.fault(), &RequestFault::Batch { fault });
}

#[tokio::test]
async fn the_batch_as_a_whole_is_refused_with_its_own_error() {
    let (client, _) = helpdesk(|_| response(404, r#"{"code": "no_batch"}"#));
    let mut batch_ = batch(&client);
    let _ = batch_.add(ticket(&client, 13));
    let error = batch_.send().await.unwrap_err();
    assert_eq!(error.to_string(), "batch.send: POST /batch answered 404: no_batch");
    assert!(matches!(error, Error::Api(TicketError::NotFound(_))));

    for (body, expected) in [
        ("[]", "expected an object with the member `responses`, found something else (byte 0)"),
        ("{}", "expected an object with the member `responses`, found something else (byte 0)"),
        (r#"{"responses": 7}"#, "responses: expected an object, found 7 (byte 14)"),
        (
            r#"{"responses": {"r0": {"data": ?}}}"#,
            "responses.r0.data: expected a value, found '?' (byte 30)",
        ),
    ] {
        let (client, _) = answering(body);
        let mut batch = batch(&client);
        let _ = batch.add(ticket(&client, 13));
        let error = batch.send().await.unwrap_err().to_string();
        assert_eq!(error, format!("batch.send: POST /batch answered 200, but {expected}"));
    }
}
