//! The limits of an API key, kept by the client.

use std::time::Duration;

use deskpro_runtime::{
    Auth, Client, ClientBuilder, Envelope, Limits, RequestFault, transport::MemoryTransport,
};
use http::Response;

use crate::helpdesk::{API, Failed, Ticket, TicketError, get, response, with_header};

const SECOND: Duration = Duration::from_secs(1);

fn limited(
    limits: Limits,
    answer: impl Fn(usize) -> Response<bytes::Bytes> + Send + Sync + 'static,
) -> (Client, MemoryTransport) {
    let calls = std::sync::atomic::AtomicUsize::new(0);
    let transport = MemoryTransport::new(move |_| {
        answer(calls.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
    });
    let client = ClientBuilder::new("https://support.example.com", Auth::key("2:SECRET"), &API)
        .transport(transport.clone())
        .without_retries()
        .limits(limits)
        .build()
        .unwrap();
    (client, transport)
}

fn ticket() -> Response<bytes::Bytes> {
    response(200, r#"{"data": {"id": 13}}"#)
}

async fn ask(client: &Client) -> Result<Envelope<Ticket>, Failed> {
    get(client, 13).send().await
}

#[tokio::test]
async fn a_request_waits_for_its_turn() {
    let (client, transport) = limited(Limits::new().hourly(2), |_| ticket());
    for _ in 0..3 {
        ask(&client).await.unwrap();
    }
    assert_eq!(transport.simulated_clock().waits(), [3660 * SECOND]);
    let answer = ask(&client.clone()).await.unwrap();
    assert!(answer.response().attempts()[0].waited.is_zero());
}

#[tokio::test]
async fn or_fails_and_is_not_sent() {
    let (client, transport) = limited(Limits::new().daily(1).fail_fast(), |_| ticket());
    ask(&client).await.unwrap();
    let failed = ask(&client).await.unwrap_err();
    let Failed::Request(error) = &failed else { panic!("{failed}") };
    assert_eq!(*error.fault(), RequestFault::Limit { wait: 87_840 * SECOND });
    assert!(failed.is_rate_limited());
    assert_eq!(failed.retry_after(), Some(87_840 * SECOND));
    assert_eq!(
        failed.to_string(),
        "tickets.get: GET /tickets/13 was not sent: the client's limit has been reached, for 87840 s"
    );
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn nobody_waits_longer_than_the_total_time_out() {
    let (client, transport) = limited(Limits::new().hourly(1), |_| ticket());
    ask(&client).await.unwrap();
    let short = get(&client, 13).total_timeout(60 * SECOND);
    let failed: Failed = short.send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert!(failed.is_rate_limited(), "{failed}");
    assert!(transport.simulated_clock().waits().is_empty());
}

#[tokio::test]
async fn refusals_pause_all_clones() {
    let (client, transport) = limited(Limits::new(), |call| match call {
        0 => with_header(response(429, ""), "retry-after", "20"),
        2 => response(403, r#"{"code": "rate_limits"}"#),
        _ => ticket(),
    });
    ask(&client).await.unwrap_err();
    ask(&client.clone()).await.unwrap();
    assert_eq!(transport.simulated_clock().waits(), [20 * SECOND]);
    ask(&client).await.unwrap_err();
    ask(&client).await.unwrap();
    assert_eq!(transport.simulated_clock().waits(), [20 * SECOND, SECOND]);
}

#[tokio::test]
async fn retries_count_too() {
    let (client, transport) = limited(Limits::new().hourly(2).fail_fast(), |_| response(503, ""));
    let request = get(&client, 13).retries(deskpro_runtime::RetryPolicy::new());
    let failed: Failed = request.send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert!(failed.is_rate_limited(), "{failed}");
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn those_that_ask_at_the_same_time_get_no_more_together() {
    let (client, transport) = limited(Limits::new().hourly(10).fail_fast(), |_| ticket());
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(
                async move { get(&client, 13).send::<Envelope<Ticket>, TicketError>().await },
            )
        })
        .collect();
    let mut answered = 0;
    for task in tasks {
        answered += usize::from(task.await.unwrap().is_ok());
    }
    assert_eq!((answered, transport.requests().len()), (10, 10));
}
