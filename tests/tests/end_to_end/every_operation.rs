//! Every operation, called as the example of its documentation does.

use deskpro_client::Client;
use deskpro_mock::{Dialect, MockHelpdesk, Received};
use deskpro_spec::api::{Api, BodyFormat, Method, Operation, Payload};
use deskpro_tests::{
    CALLS, Call, FOLLOWING, Outcome, description, helpdesk, operations, without_proxy,
};

/// What is found by a name that no source knows. The helpdesk has none of that name either.
const NAMELESS: [&str; 2] = ["features.get", "person_settings.get"];

/// A helpdesk that speaks a dialect, and a client that does not know which.
async fn start(api: &Api, dialect: Dialect) -> (MockHelpdesk, Client) {
    let builder = helpdesk(api).dialect(dialect);
    let mock = builder.start().await.expect("a free port");
    let client = without_proxy(mock.url(), MockHelpdesk::KEY).build().expect("valid settings");
    (mock, client)
}

/// Sends calls, and lets `look` say what is wrong with what came of each.
async fn each(
    calls: &[Call],
    dialect: Dialect,
    look: impl Fn(&Operation, &Outcome, &[Received]) -> Result<(), String>,
) {
    let api = description();
    let operations = operations(&api);
    let mut wrong = Vec::new();
    let (mut mock, mut client) = start(&api, dialect).await;
    for call in calls {
        let found = operations.iter().find(|(name, _)| name == call.name);
        let (_, operation) = found.unwrap_or_else(|| panic!("{} is not described", call.name));
        let before = mock.requests().len();
        let outcome = call.send(&client).await;
        let requests = &mock.requests()[before..];
        let looked = named(call, requests).and_then(|()| look(operation, &outcome, requests));
        if NAMELESS.contains(&call.name) {
            assert_eq!(outcome.expect_err("no name is known").status(), 404, "{}", call.name);
        } else if let Err(why) = looked {
            wrong.push(format!("{} {dialect:?}: {why}\n  {requests:?}", call.name));
        }
        if operation.method != Method::Get {
            // What one call has changed is none of the next one's concern.
            (mock, client) = start(&api, dialect).await;
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), calls.len(), wrong.join("\n"));
}

/// Whether the helpdesk took the last request of a call for the right operation.
fn named(call: &Call, requests: &[Received]) -> Result<(), String> {
    let operation = requests.last().and_then(|it| it.operation.as_deref());
    expect(operation == Some(call.name), || format!("it was taken for {operation:?}"))
}

/// Whether a call succeeded as described, in one request or, where the method had to be found out,
/// in two.
fn succeeded(
    operation: &Operation,
    outcome: &Outcome,
    requests: &[Received],
    dialect: Dialect,
) -> Result<(), String> {
    let answer = outcome.as_ref().map_err(|failed| failed.display.clone())?;
    let is_described = operation.success.iter().any(|it| it.status == answer.status());
    expect(is_described, || format!("{} is not described", answer.status()))?;
    let statuses: Vec<u16> = requests.iter().map(|it| it.status).collect();
    let is_swapped = operation.negotiable && dialect == Dialect::Live;
    let expected = if is_swapped { vec![405, answer.status()] } else { vec![answer.status()] };
    // One client has found out for all that follow.
    expect(statuses == expected || statuses == expected[expected.len() - 1..], || {
        format!("answered {statuses:?}")
    })?;
    let last = requests.last().ok_or("nothing was sent")?;
    let other = operation.method.other().filter(|_| is_swapped);
    let method = other.unwrap_or(operation.method).as_str();
    expect(last.method == method, || format!("{method} was expected"))?;
    headers(operation, last)
}

fn headers(operation: &Operation, request: &Received) -> Result<(), String> {
    let is_whole = matches!(operation.returns, Payload::Text | Payload::Bytes);
    let accept = if is_whole { "*/*" } else { "application/json" };
    expect(request.header("accept") == Some(accept), || format!("{accept} should be accepted"))?;
    let format = operation.body.as_ref().map(|body| &body.format);
    let sent = request.header("content-type").unwrap_or_default();
    match format {
        Some(BodyFormat::Form(_)) => {
            expect(sent.starts_with("multipart/form-data; boundary="), || {
                format!("{sent} is no form")
            })
        }
        Some(BodyFormat::Raw { media_type, .. }) => {
            expect(sent == media_type, || format!("{sent} is not {media_type}"))
        }
        Some(BodyFormat::Json { .. } | BodyFormat::Object) => {
            expect(sent == "application/json" && request.json().is_some(), || {
                format!("{sent} is no JSON")
            })
        }
        None => Ok(()),
    }
}

fn expect(is: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if is { Ok(()) } else { Err(why()) }
}

#[tokio::test]
async fn every_operation_succeeds_as_the_guide_says() {
    let guide = Dialect::Guide;
    each(CALLS, guide, |operation, outcome, sent| succeeded(operation, outcome, sent, guide)).await;
}

#[tokio::test]
async fn every_operation_succeeds_as_live_helpdesks_do() {
    let live = Dialect::Live;
    each(CALLS, live, |operation, outcome, sent| succeeded(operation, outcome, sent, live)).await;
}

#[tokio::test]
async fn what_follows_the_location_is_answered_with_the_resource() {
    each(FOLLOWING, Dialect::Guide, |_, outcome, requests| {
        let answer = outcome.as_ref().map_err(|failed| failed.display.clone())?;
        let is_asked = |it: &Received| it.query.contains("follow_location=1");
        let is_right = answer.status() == 200 && requests.iter().all(is_asked);
        expect(is_right, || format!("{} {requests:?}", answer.status()))
    })
    .await;
}

#[tokio::test]
async fn what_has_no_known_name_is_found_by_its_number() {
    let (_mock, client) = start(&description(), Dialect::Guide).await;
    let feature = client.features().get("13").send().await.expect("a feature");
    assert!(feature.data.is_object(), "{feature:?}");
    let setting = client.person_settings().get("13").send().await.expect("a setting");
    assert!(setting.data.is_object(), "{setting:?}");
}

#[test]
fn every_operation_of_the_description_is_called() {
    let api = description();
    let described: Vec<String> = operations(&api).into_iter().map(|(name, _)| name).collect();
    let called: Vec<&str> = CALLS.iter().map(|call| call.name).collect();
    assert_eq!(called, described);
    let following = operations(&api).into_iter().filter(|(_, it)| it.follow_location);
    let following: Vec<String> = following.map(|(name, _)| name).collect();
    let followed: Vec<&str> = FOLLOWING.iter().map(|call| call.name).collect();
    assert_eq!(followed, following);
}
