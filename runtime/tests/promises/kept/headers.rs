//! Headers mean what they say or nothing.

use std::time::Duration;

use deskpro_runtime::{Client, Content, Empty, Refusal, Request, Response, Undocumented};

use super::answer::{Answer, CREATE, GET, HOME, now};

/// From the first year of a date to the last: no two dates are further apart.
const LONGEST_WAIT: Duration = Duration::from_secs(20_000 * 366 * 24 * 60 * 60);

/// Checks all that is read from the headers of an answer.
pub(crate) fn check(answer: &Answer) {
    check_wait(answer);
    check_file_name(answer);
    check_verbs(answer);
}

/// The time to wait is that of the header: seconds as they are, or until a date.
fn check_wait(answer: &Answer) {
    let response = match answer.ask::<Response>(&GET) {
        Ok(response) => response,
        Err(error) => error.response().expect("there was an answer").clone(),
    };
    let wait = Refusal::<String>::new(response).retry_after();
    let header = answer.headers.get("retry-after").and_then(|value| value.to_str().ok());
    let text = header.unwrap_or_default().trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match wait {
        Some(wait) if is_number => {
            assert_eq!(wait.as_secs(), text.parse().unwrap_or(u64::MAX), "{text}");
            assert_eq!(wait.subsec_nanos(), 0);
        }
        Some(wait) => {
            assert!(text.contains(|c: char| c.is_ascii_alphabetic()), "{text} is no date");
            assert!(wait <= LONGEST_WAIT, "{text}: {wait:?}");
        }
        None => assert!(!is_number, "{text}"),
    }
}

/// The name of a file is a name and no path, and breaks no line.
fn check_file_name(answer: &Answer) {
    let Ok(content) = answer.ask::<Content>(&GET) else { return };
    if let Some(name) = content.file_name() {
        assert!(!name.contains(['/', '\\']), "{name}");
        assert!(!name.contains(char::is_control), "{name:?}");
        assert!(!matches!(name.as_str(), "" | "." | ".."), "{name}");
        assert_eq!(name.trim(), name);
        // A byte of Latin-1 becomes two of UTF-8.
        assert!(name.len() <= 2 * answer.headers_length());
    }
    assert_eq!(
        content.content_type(),
        answer.headers.get("content-type").and_then(|it| it.to_str().ok())
    );
}

/// The other verb is tried once, and only after a 405 that does not name others.
fn check_verbs(answer: &Answer) {
    let (builder, sent) = answer.builder(HOME);
    // Where redirects lead is checked elsewhere.
    let client: Client = builder.redirects(0).build().expect("valid settings");
    // What comes of it is checked elsewhere.
    let _ = now(Request::new(&client, &CREATE, &[&13]).send::<Empty, Box<Undocumented>>());
    let mut allowed = answer.headers.get_all("allow").iter().peekable();
    let is_allowed = allowed.peek().is_none()
        || allowed
            .filter_map(|value| value.to_str().ok())
            .any(|value| value.split(',').any(|verb| verb.trim().eq_ignore_ascii_case("POST")));
    let sent = sent.requests();
    let verbs: Vec<&str> = sent.iter().map(|request| request.method().as_str()).collect();
    match answer.status == 405 && is_allowed {
        true => assert_eq!(verbs, ["PUT", "POST"]),
        false => assert_eq!(verbs, ["PUT"]),
    }
}
