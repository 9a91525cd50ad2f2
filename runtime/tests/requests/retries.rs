//! What is sent again, what is not, and after how long.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use deskpro_runtime::{
    Auth, Client, ClientBuilder, Created, Deleted, Envelope, RetryBudget, RetryPolicy, Updated,
    transport::{
        BodyEnd, MemoryTransport, RawResponse, TransportError, TransportErrorKind as Kind,
    },
};

use crate::helpdesk::{
    API, Failed, Ticket, TicketError, create, delete, get, response, update, with_header,
};

const SECOND: Duration = Duration::from_secs(1);

type Answer = Result<RawResponse, TransportError>;

/// A builder of a client whose n-th request is answered with the n-th of these, the last one for ever.
fn answering(answers: Vec<Answer>) -> (ClientBuilder<Client>, MemoryTransport) {
    let calls = AtomicUsize::new(0);
    let transport = MemoryTransport::fallible(move |_| {
        let call = calls.fetch_add(1, Ordering::Relaxed).min(answers.len() - 1);
        answers[call].clone()
    });
    let builder = ClientBuilder::new("https://support.example.com", Auth::key("2:SECRET"), &API);
    (builder.transport(transport.clone()), transport)
}

fn status(status: u16) -> Answer {
    Ok(response(status, "").into())
}

fn ticket() -> Answer {
    Ok(response(200, r#"{"data": {"id": 13}}"#).into())
}

fn failure(kind: Kind) -> Answer {
    Err(TransportError::new(kind, "it failed"))
}

fn broken() -> Answer {
    let mut raw = RawResponse::from(response(200, r#"{"data": {"#));
    raw.ended = BodyEnd::Broken(TransportError::new(Kind::Closed, "it broke off"));
    Ok(raw)
}

#[tokio::test]
async fn what_only_reads_is_sent_again_until_there_is_an_answer() {
    for trouble in [
        status(408),
        status(423),
        status(429),
        status(500),
        status(502),
        status(503),
        status(504),
        Ok(response(403, r#"{"code": "rate_limits"}"#).into()),
        failure(Kind::Connect),
        failure(Kind::ConnectTimeout),
        failure(Kind::Timeout),
        failure(Kind::Closed),
        failure(Kind::Io),
        broken(),
    ] {
        let (builder, transport) = answering(vec![trouble.clone(), trouble.clone(), ticket()]);
        let client = builder.build().unwrap();
        let answer = get(&client, 13).send::<Envelope<Ticket>, TicketError>().await;
        assert_eq!(answer.unwrap().data.id.get(), 13, "{trouble:?}");
        assert_eq!(transport.requests().len(), 3, "{trouble:?}");
        assert_eq!(transport.simulated_clock().waits().len(), 2, "{trouble:?}");
    }
}

#[tokio::test]
async fn what_writes_is_sent_again_only_where_nothing_was_done() {
    for (trouble, sends) in [
        (status(423), 3),
        (status(429), 3),
        (Ok(response(403, r#"{"code": "rate_limits"}"#).into()), 3),
        (failure(Kind::Connect), 3),
        (failure(Kind::ConnectTimeout), 3),
        (status(403), 1),
        (status(408), 1),
        (status(500), 1),
        (status(502), 1),
        (status(503), 1),
        (status(504), 1),
        (failure(Kind::Timeout), 1),
        (failure(Kind::Closed), 1),
        (failure(Kind::Io), 1),
    ] {
        let (builder, transport) = answering(vec![trouble.clone()]);
        let client = builder.build().unwrap();
        create(&client).send::<Created<Ticket>, TicketError>().await.unwrap_err();
        assert_eq!(transport.requests().len(), sends, "create: {trouble:?}");
        update(&client, 13).send::<Updated, TicketError>().await.unwrap_err();
        assert_eq!(transport.requests().len(), 2 * sends, "update: {trouble:?}");
        let bodies: Vec<Bytes> =
            transport.requests().into_iter().map(http::Request::into_body).collect();
        assert!(bodies[..sends].iter().all(|body| *body == bodies[0]));
    }
}

#[tokio::test]
async fn a_delete_that_may_be_repeated_is() {
    let (builder, transport) = answering(vec![status(502), status(204)]);
    let client = builder.build().unwrap();
    delete(&client, 13).send::<Deleted, TicketError>().await.unwrap();
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn what_will_not_change_is_not_asked_again() {
    for trouble in [
        status(400),
        status(401),
        status(403),
        status(404),
        status(501),
        failure(Kind::Tls),
        failure(Kind::Proxy),
        failure(Kind::Other),
        Ok(response(200, "<html>").into()),
    ] {
        let (builder, transport) = answering(vec![trouble.clone(), ticket()]);
        let client = builder.build().unwrap();
        get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
        assert_eq!(transport.requests().len(), 1, "{trouble:?}");
    }
}

#[tokio::test]
async fn it_is_off_in_one_call_for_a_client_or_a_request() {
    let (builder, transport) = answering(vec![status(503)]);
    let client = builder.build().unwrap();
    let once = get(&client, 13).retries(RetryPolicy::off());
    once.send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    assert_eq!(transport.requests().len(), 1);

    let (builder, transport) = answering(vec![status(503)]);
    let client = builder.without_retries().build().unwrap();
    get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    assert_eq!(transport.requests().len(), 1);
    let twice = get(&client, 13).retries(RetryPolicy::new().attempts(2));
    twice.send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    assert_eq!(transport.requests().len(), 3);
}

#[tokio::test]
async fn waits_are_random_and_within_the_backoff() {
    let policy = RetryPolicy::new().attempts(6).backoff(SECOND, 5 * SECOND);
    let mut waits = Vec::new();
    for _ in 0..20 {
        let (builder, transport) = answering(vec![status(503)]);
        let client = builder.retries(policy).build().unwrap();
        get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
        waits.push(transport.simulated_clock().waits());
    }
    for (place, longest) in [1, 2, 4, 5, 5].into_iter().enumerate() {
        assert!(waits.iter().all(|waits| waits[place] <= longest * SECOND));
        // Twenty that are all alike would be no accident.
        assert!(waits.iter().any(|other| other[place] != waits[0][place]));
    }
}

#[tokio::test]
async fn retry_after_is_waited_for_in_seconds_and_as_a_date() {
    let seconds = with_header(response(429, ""), "retry-after", "7");
    let date = with_header(response(429, ""), "date", "Sun, 06 Nov 1994 08:49:37 GMT");
    let date = with_header(date, "retry-after", "Sun, 06 Nov 1994 08:49:44 GMT");
    for refusal in [seconds, date] {
        let (builder, transport) = answering(vec![Ok(refusal.into()), ticket()]);
        let client = builder.build().unwrap();
        get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap();
        let [wait] = transport.simulated_clock().waits().try_into().unwrap();
        assert!((7 * SECOND..8 * SECOND).contains(&wait), "{wait:?}");
    }
}

#[tokio::test]
async fn a_retry_after_that_is_too_long_is_reported_at_once() {
    let refusal = || with_header(response(423, ""), "retry-after", "3600");
    let (builder, transport) = answering(vec![Ok(refusal().into())]);
    let client = builder.build().unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(failed.retry_after(), Some(3600 * SECOND));
    assert_eq!(transport.requests().len(), 1);

    let patient = RetryPolicy::new().longest_wait(3600 * SECOND).total(8000 * SECOND);
    let again = get(&client, 13).retries(patient);
    again.send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    assert_eq!(transport.requests().len(), 4);
}

#[tokio::test]
async fn the_total_ends_what_the_number_of_attempts_does_not() {
    let refusal = with_header(response(429, ""), "retry-after", "30");
    let (builder, transport) = answering(vec![Ok(refusal.into())]);
    let policy = RetryPolicy::new().attempts(100).total(100 * SECOND);
    let client = builder.retries(policy).build().unwrap();
    get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    assert_eq!(transport.requests().len(), 4);
}

#[tokio::test]
async fn a_broken_helpdesk_is_not_hammered() {
    let (builder, transport) = answering(vec![status(503)]);
    let client = builder.retry_budget(RetryBudget::new(5, 10)).build().unwrap();
    for _ in 0..50 {
        let copy = client.clone();
        get(&copy, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    }
    assert_eq!(transport.requests().len(), 50 + 5);
}

#[tokio::test]
async fn retries_are_told_and_remembered() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let (builder, _) = answering(vec![failure(Kind::Closed), status(503), ticket()]);
    let record = Arc::clone(&told);
    let client = builder
        .on_retry(move |retry| {
            let text = format!("{} #{}: {}", retry.request, retry.attempt, retry.cause);
            record.lock().unwrap().push(text);
        })
        .build()
        .unwrap();
    let ticket: Envelope<Ticket> = get(&client, 13).send::<_, TicketError>().await.unwrap();
    assert_eq!(
        *told.lock().unwrap(),
        [
            "tickets.get: GET /tickets/13 #2: it failed",
            "tickets.get: GET /tickets/13 #3: the answer was 503",
        ]
    );
    let attempts = ticket.response().attempts();
    let outcomes: Vec<_> = attempts.iter().map(|attempt| (attempt.status, attempt.error)).collect();
    assert_eq!(outcomes, [(None, Some(Kind::Closed)), (Some(503), None), (Some(200), None)]);
    let waited: Duration = attempts.iter().map(|attempt| attempt.waited).sum();
    assert_eq!(ticket.response().elapsed(), waited);
    assert!(attempts[0].waited.is_zero());
}

#[tokio::test]
async fn the_other_verb_has_retries_of_its_own() {
    let (builder, transport) = answering(vec![
        status(423),
        Ok(with_header(response(405, ""), "allow", "POST").into()),
        status(423),
        status(423),
        Ok(response(201, r#"{"data": {"id": 13}}"#).into()),
    ]);
    let client = builder.build().unwrap();
    create(&client).send::<Created<Ticket>, TicketError>().await.unwrap();
    let methods: Vec<String> =
        transport.requests().iter().map(|request| request.method().to_string()).collect();
    assert_eq!(methods, ["PUT", "PUT", "POST", "POST", "POST"]);
}

#[tokio::test]
async fn the_resource_at_a_location_is_asked_for_again_though_the_create_is_not() {
    let made = || Ok(with_header(response(201, ""), "location", "/api/v2/tickets/13").into());
    let (builder, transport) = answering(vec![made(), status(502), ticket()]);
    let client = builder.build().unwrap();
    let call = create(&client).follow_location::<Ticket, TicketError>();
    assert_eq!(call.send().await.unwrap().data.id.get(), 13);
    assert_eq!(transport.requests().len(), 3);
}

#[tokio::test]
async fn in_all_no_more_time_is_taken_than_the_total_time_out() {
    let refusal = with_header(response(429, ""), "retry-after", "30");
    let (builder, transport) = answering(vec![Ok(refusal.into())]);
    let client = builder.total_timeout(45 * SECOND).build().unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert!(failed.is_rate_limited(), "{failed}");
    assert_eq!(transport.requests().len(), 2);
    let longer = get(&client, 13).total_timeout(75 * SECOND);
    longer.send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    assert_eq!(transport.requests().len(), 5);
}

#[tokio::test]
async fn without_a_runtime_it_is_the_same() {
    let (builder, transport) = answering(vec![status(503), ticket()]);
    let client = builder.build().unwrap();
    let answer = get(&client, 13).send::<Envelope<Ticket>, TicketError>().wait();
    assert_eq!(answer.unwrap().data.id.get(), 13);
    assert_eq!(transport.requests().len(), 2);
}

#[cfg(feature = "hyper")]
#[test]
fn an_asynchronous_client_is_not_waited_for() {
    let client = Client::builder("https://support.example.com", Auth::none()).build().unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().wait().unwrap_err();
    let Failed::Request(error) = &failed else { panic!("{failed}") };
    assert_eq!(*error.fault(), deskpro_runtime::RequestFault::NotBlocking);
}
