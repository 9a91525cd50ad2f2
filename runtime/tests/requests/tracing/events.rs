//! Events, and what is in them.

use std::time::Duration;

use deskpro_runtime::{Auth, Created, Credentials, CredentialsFuture, Envelope, Limits, Page};
use http::Method;

use super::log::Log;
use crate::helpdesk::{
    Ticket, TicketError, answering, builder, create, get, helpdesk, list, response,
};

#[tokio::test]
async fn a_request_and_the_change_of_its_verb_are_told_without_values() {
    let (client, _) = helpdesk(|request| match *request.method() {
        Method::POST => response(201, "{}"),
        _ => response(405, ""),
    });
    let (log, _guard) = Log::listen();
    let _: Created<Ticket> = create(&client)
        .query("search", &"SECRET")
        .field("password", &"SECRET")
        .send::<_, TicketError>()
        .await
        .unwrap();
    assert_eq!(
        log.events(),
        [
            "operation DEBUG message=answered deskpro.operation=\"tickets.create\" \
             http.request.method=\"PUT\" url.template=\"/tickets\" http.response.status_code=405 \
             http.response.body.size=0",
            "operation INFO message=the helpdesk does not take the described verb: trying the other \
             one deskpro.operation=\"tickets.create\" http.request.method=\"POST\" \
             url.template=\"/tickets\"",
            "operation DEBUG message=answered deskpro.operation=\"tickets.create\" \
             http.request.method=\"POST\" url.template=\"/tickets\" http.response.status_code=201 \
             http.response.body.size=2",
        ]
    );
}

#[tokio::test]
async fn a_retry_is_told_with_its_cause() {
    let (client, transport) = helpdesk(|request| match request.uri().path().ends_with("/13") {
        true => response(503, ""),
        false => response(200, ""),
    });
    let (log, _guard) = Log::listen();
    get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    let waits = transport.simulated_clock().waits();
    let retries: Vec<String> =
        log.events().into_iter().filter(|line| line.contains("sending again")).collect();
    let expected = |resend: usize| {
        format!(
            "operation INFO message=sending again deskpro.operation=\"tickets.get\" \
             http.request.method=\"GET\" url.template=\"/tickets/{{id}}\" \
             http.request.resend_count={resend} wait_ms={} cause=the answer was 503",
            waits[resend - 1].as_millis()
        )
    };
    assert_eq!(retries, [expected(1), expected(2)]);
}

#[tokio::test]
async fn a_wait_for_the_clients_limit_is_told() {
    let (_, transport) = helpdesk(|_| response(200, r#"{"data": {"id": 13}}"#));
    let client = builder().limits(Limits::new().hourly(1)).transport(transport).build().unwrap();
    let (log, _guard) = Log::listen();
    for _ in 0..2 {
        get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap();
    }
    assert_eq!(
        log.events()[1],
        "operation INFO message=held back by the client's limit deskpro.operation=\"tickets.get\" \
         url.template=\"/tickets/{id}\" wait_ms=3660000"
    );
}

/// Gives tokens that are called by the number of refusals.
struct Renewing;

impl Credentials for Renewing {
    fn current(&self, refused: Option<&Auth>) -> CredentialsFuture {
        let token = if refused.is_some() { "SECRET1" } else { "SECRET0" };
        Box::pin(std::future::ready(Ok(Auth::bearer(token))))
    }
}

#[tokio::test]
async fn credentials_are_told_of_but_not_told() {
    let (_, transport) =
        helpdesk(|request| match request.headers()["authorization"] == "Bearer SECRET1" {
            true => response(200, r#"{"data": {"id": 13}}"#),
            false => response(401, ""),
        });
    let client = builder().credentials(Renewing).transport(transport).build().unwrap();
    let (log, _guard) = Log::listen();
    let answer = get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap();
    let came = "operation DEBUG message=the credentials came deskpro.operation=\"tickets.get\" \
                wait_ms=0";
    let refused = "operation INFO message=the credentials were refused: asking for others \
                   deskpro.operation=\"tickets.get\" url.template=\"/tickets/{id}\"";
    assert_eq!(log.events()[..3], [came, refused, came]);
    assert!(!log.lines().concat().contains("SECRET"), "{:?}", log.lines());
    let statuses: Vec<_> =
        answer.response().attempts().iter().map(|attempt| attempt.status).collect();
    assert_eq!(statuses, [Some(401), Some(200)]);
}

#[tokio::test]
async fn a_list_that_is_too_long_is_told_of_within_the_operation() {
    let items = r#"{"id": 1},"#.repeat(999);
    let body = format!(
        r#"{{"data": [{}], "meta": {{"pagination": {{"total_pages": 2}}}}}}"#,
        items.trim_end_matches(',')
    );
    let client = answering(200, body.leak());
    let (log, _guard) = Log::listen();
    let mut pages = list(&client).pages::<Ticket, TicketError>();
    let page: Page<Ticket> = pages.next().await.unwrap().unwrap();
    assert_eq!(page.data.len(), 999);
    assert_eq!(
        log.events()[1],
        "operation WARN message=helpdesks were seen to become unreliable this deep in a list: \
         narrow it with filters deskpro.operation=\"tickets.list\" url.template=\"/tickets\" \
         resources=999"
    );
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_told_within_the_operation() {
    let client = answering(200, r#"{"data": {"id": "SECRET"}}"#);
    let (log, _guard) = Log::listen();
    get(&client, 13)
        .timeout(Duration::from_secs(1))
        .send::<Envelope<Ticket>, TicketError>()
        .await
        .unwrap_err();
    assert_eq!(
        log.events()[1],
        "operation DEBUG message=the answer is not as described deskpro.operation=\"tickets.get\" \
         url.template=\"/tickets/{id}\" http.response.status_code=200"
    );
    assert!(!log.lines().concat().contains("SECRET"), "{:?}", log.lines());
}
