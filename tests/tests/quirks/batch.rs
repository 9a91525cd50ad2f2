//! Several requests in one, which the documentation has wrong.

use deskpro_client::Error;
use deskpro_client::tickets::GetTicketError;
use serde_json::{Value, json};

use crate::desk::{desk, lines, sent};

/// The answer of a helpdesk to two requests: one is granted, the other refused.
fn responses() -> [Value; 2] {
    let ticket = json!({"headers": {"status-code": 200, "content-type": "application/json"},
        "data": {"id": 13}, "meta": [], "linked": []});
    let refusal = json!({"headers": {"status-code": 404}, "status": 404, "code": "#14 Not Found",
        "message": "#14 Not Found", "errors": null});
    [ticket, refusal]
}

#[tokio::test]
async fn quirk_43_a_batch_is_sent_and_answered_as_helpdesks_do_it() {
    let [ticket, refusal] = responses();
    // PHP makes a list of a map whose keys are 0, 1, 2.
    for answers in [json!({"r0": ticket, "r1": refusal}), json!([ticket, refusal])] {
        let (client, transport) = desk(200, json!({ "responses": answers }));
        let mut batch = client.batch();
        let first = batch.add(client.tickets().get(13));
        let second = batch.add(client.tickets().get(14));
        let results = batch.send().await.unwrap();
        assert_eq!(lines(&transport), ["POST /api/v2/batch"]);
        let urls = &sent(&transport)["requests"];
        assert_eq!(
            (&urls["r0"]["url"], &urls["r1"]["url"]),
            (&json!("/api/v2/tickets/13"), &json!("/api/v2/tickets/14"))
        );
        assert_eq!(results.take(first).unwrap().data.id.get(), 13);
        let error = results.take(second).unwrap_err();
        assert!(matches!(error, Error::Api(GetTicketError::NotFound(_))), "{error}");
    }
}

#[tokio::test]
async fn quirk_43_the_documented_answer_is_no_answer() {
    let [ticket, _] = responses();
    let (client, _) = desk(200, json!({ "r0": ticket }));
    let mut batch = client.batch();
    let _ = batch.add(client.tickets().get(13));
    let error = batch.send().await.unwrap_err();
    let Error::Decode(error) = &error else { panic!("{error}") };
    assert!(error.to_string().contains("`responses`"), "{error}");
}

#[tokio::test]
async fn quirk_43_no_answers_are_an_empty_list() {
    let (client, _) = desk(200, json!({"responses": []}));
    let mut batch = client.batch();
    let queued = batch.add(client.tickets().get(13));
    let results = batch.send().await.unwrap();
    assert!(matches!(results.take(queued), Err(Error::Decode(_))));
}
