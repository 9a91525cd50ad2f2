//! Every error can be printed, and has all that came.

use std::error::Error as StdError;
use std::fmt::Debug;

use deskpro_runtime::{DecodeFault, Error, Refused};

use super::{
    answer::{Answer, End, SECRET},
    refusals,
};

/// How many bytes the text of an error may have: nine pieces of 300 characters, each of which may
/// become `\u{80}`.
const LONGEST: usize = 20_000;

/// How many bytes `Debug` may show beside the headers: also the first errors of the fields.
const LONGEST_DEBUG: usize = 100_000;

/// Checks an error that a request got because of an answer.
pub(crate) fn check<E: Refused + StdError + Debug>(error: &Error<E>, answer: &Answer) {
    let response = error.response().expect("there was an answer");
    assert_eq!(response.status(), answer.status.as_u16());
    assert_eq!(response.body(), answer.read(), "all that came");
    assert_eq!(response.headers(), &answer.headers);
    match error {
        Error::Api(refused) => refusals::check(refused.refusal(), answer),
        Error::Undocumented(refusal) => refusals::check(refusal, answer),
        Error::Decode(error) => check_fault(error.fault(), answer),
        other => panic!("there was an answer, and yet {other}"),
    }
    check_printed(error, answer);
}

/// Checks a fault of a successful answer.
fn check_fault(fault: &DecodeFault, answer: &Answer) {
    assert!(answer.status.is_success());
    match fault {
        DecodeFault::Invalid(invalid) => {
            assert!(answer.is_whole());
            assert!(invalid.offset() <= answer.body.len(), "{invalid}");
        }
        DecodeFault::TooLarge { limit } => assert_eq!(answer.end, End::Limit(*limit)),
        DecodeFault::Broken(_) => assert!(matches!(answer.end, End::Closed | End::Late)),
        other => panic!("{other}"),
    }
}

/// Checks all that can be printed of an error.
fn check_printed<E: Refused + StdError + Debug>(error: &Error<E>, answer: &Answer) {
    let display = error.to_string();
    assert!(display.starts_with(&error.request().to_string()), "{display}");
    assert!(display.len() <= LONGEST, "{} bytes", display.len());
    assert!(!display.contains(char::is_control), "{display:?}");
    check_text(&display, answer);
    let debug = format!("{error:?}");
    // A byte of a header is shown as `\xff` at most.
    assert!(debug.len() <= LONGEST_DEBUG + 4 * answer.headers_length(), "{} bytes", debug.len());
    check_text(&debug, answer);
    let mut next = error.source();
    while let Some(source) = next {
        assert!(source.to_string().len() <= LONGEST);
        check_text(&source.to_string(), answer);
        next = source.source();
    }
}

/// Checks that a text breaks no line of a log and shows neither the key nor the body.
pub(crate) fn check_text(text: &str, answer: &Answer) {
    // A tab can be in a header, and headers are shown as they are.
    let breaks = |character: char| character.is_control() && character != '\t';
    assert!(!text.contains(breaks), "{text:?}");
    assert!(!text.contains(SECRET) || answer.holds(SECRET), "{text}");
    // Shorter ones can be there by chance, and so can one that is in a header too.
    const TELLING: usize = 64;
    let Ok(body) = std::str::from_utf8(&answer.body) else { return };
    let is_in_header = answer.headers.values().any(|value| {
        let value = value.as_bytes();
        value.windows(TELLING).any(|part| answer.body.starts_with(part))
    });
    assert!(body.len() < TELLING || is_in_header || !text.contains(body), "{text}");
}
