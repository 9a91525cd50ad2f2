//! An answer is what was asked for, or an error that says why not.

use std::fmt::Debug;

use deskpro_runtime::{
    Bare, Content, Created, Decode, Deleted, Drift, Empty, Encode, Envelope, FromResponse, Json,
    Linked, Operation, Page, Response, Text, Updated, drift::Report, from_json, to_json,
};

use super::{
    answer::{Answer, CREATE, End, GET},
    errors,
};

/// What is asked for: any JSON, or a model.
pub(crate) trait Model: Decode + Encode + Default + Debug + PartialEq {}

impl<T: Decode + Encode + Default + Debug + PartialEq> Model for T {}

/// Checks an answer as that to every request that is answered with a `T`.
pub(crate) fn check<T: Model>(answer: &Answer) {
    let envelope: Option<Envelope<T>> = checked(answer);
    let page: Option<Page<T>> = checked(answer);
    let created: Option<Created<T>> = checked(answer);
    let updated: Option<Updated<T>> = checked(answer);
    checked::<Bare<T>>(answer);
    assert_eq!(created.is_some(), updated.is_some(), "both take the same");
    if let Some(Envelope { data, linked, .. }) = envelope {
        assert!(created.is_some(), "what holds the resource is taken where it may be missing");
        check_linked(&linked, answer);
        let again = Answer::json(200, format!(r#"{{"data":{}}}"#, to_json(&data)));
        let again = again.ask::<Envelope<T>>(&GET);
        assert_eq!(again.expect("what was read and written").data, data);
    }
    if let Some(Page { data, linked, .. }) = page {
        check_linked(&linked, answer);
        let again = Answer::json(200, format!(r#"{{"data":{}}}"#, to_json(&data)));
        let again = again.ask::<Page<T>>(&GET);
        assert_eq!(again.expect("what was read and written").data, data);
    }
}

/// Checks an answer as that to every request that is answered with something else.
pub(crate) fn check_others(answer: &Answer) {
    checked::<Empty>(answer);
    checked::<Deleted>(answer);
    if let Some(content) = checked::<Content>(answer) {
        assert_eq!(content.bytes, answer.body);
        check_debug(&content, answer);
    }
    if let Some(text) = checked::<Text>(answer) {
        let body = std::str::from_utf8(&answer.body).expect("a text is UTF-8");
        assert_eq!(text.text, body.strip_prefix('\u{feff}').unwrap_or(body));
    }
    let response = answer.ask::<Response>(&GET);
    assert_eq!(response.is_ok(), answer.status.is_success());
    if let Ok(response) = response {
        assert_eq!(response.body(), answer.read());
        check_debug(&response, answer);
    }
}

/// What an answer is read as. That it is or is not must have a reason.
fn checked<A: FromResponse>(answer: &Answer) -> Option<A> {
    let operation = if answer.status == 201 { &CREATE } else { &GET };
    let got = answer.ask::<A>(operation);
    check_observed::<A>(answer, operation, got.is_ok());
    match got {
        Ok(got) => {
            assert!(answer.status.is_success() && answer.is_whole());
            Some(got)
        }
        Err(error) => {
            errors::check(&error, answer);
            assert_eq!(error.is_timeout(), answer.status.is_success() && answer.end == End::Late);
            None
        }
    }
}

/// Who looks for what is not described reads the same, and says no more of it than there is room for.
fn check_observed<A: FromResponse>(answer: &Answer, operation: &'static Operation, is_read: bool) {
    let drift = Drift::new();
    assert_eq!(answer.ask_observed::<A>(operation, &drift).is_ok(), is_read);
    let report = drift.report();
    assert!(report.findings.len() <= Drift::LIMIT);
    for finding in &report.findings {
        assert!(finding.path.len() <= 512 && finding.count > 0, "{finding}");
        // Nothing but what looks like names, and the signs between them.
        assert!(finding.path.bytes().all(|byte| byte.is_ascii_graphic()), "{finding}");
    }
    assert_eq!(from_json::<Report>(to_json(&report).as_bytes()), Ok(report));
}

/// Resources that were sent along are JSON, and no more than came.
fn check_linked(linked: &Linked, answer: &Answer) {
    let mut length = 0;
    for (kind, id) in linked.keys() {
        let raw = linked.raw(kind, id).expect("what has a key");
        length += raw.len();
        // A number beyond the range of a double is JSON even so.
        let read = from_json::<Json>(raw);
        assert!(read.is_ok() || read.is_err_and(|it| it.expected().contains("range")));
    }
    assert!(length <= answer.body.len());
    errors::check_text(&format!("{linked:?}"), answer);
}

/// `Debug` shows the headers of an answer and not its body.
fn check_debug(value: &impl Debug, answer: &Answer) {
    let debug = format!("{value:?}");
    assert!(debug.len() <= 1000 + 4 * (answer.headers_length() + 10 * answer.headers.len()));
    errors::check_text(&debug, answer);
    for cookie in answer.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap_or_default();
        let is_elsewhere = answer
            .headers
            .iter()
            .any(|(name, value)| name != "set-cookie" && format!("{value:?}").contains(cookie));
        assert!(cookie.len() < 10 || is_elsewhere || !debug.contains(cookie), "{debug}");
    }
}
