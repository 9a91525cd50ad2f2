//! Every kind of pattern names a refusal: arms, `if let`, `let .. else`, `while let`, `matches!`, also
//! with several in one, under other names, and within other macros.

#![deny(warnings)]

use deskpro_client::errors::ReadingError::{self as Refused, MethodNotAllowed, NoPermission};
use deskpro_client::tickets::GetTicketError;
use deskpro_client::{Error, deskpro_handles};
use deskpro_tests::answering;

#[deskpro_handles(tickets.get)]
fn explain(error: &GetTicketError) -> &'static str {
    if let GetTicketError::NotFound(_) = error {
        return "gone";
    }
    if matches!(error, Refused::Unauthorized(_) | Refused::AccessDenied(_)) {
        return "who?";
    }
    assert!(!matches!(error, GetTicketError::Maintenance(_)), "off since {}", "noon");
    let rest = [error];
    let mut rest = rest.iter();
    while let Some(MethodNotAllowed(_)) = rest.next() {
        return "our fault";
    }
    let is_limit = |error: &GetTicketError| match error {
        GetTicketError::RateLimits { .. } => true,
        crate::Refused::TooManyRequests(_) => true,
        _ => false,
    };
    if is_limit(error) {
        return "later";
    }
    let (NoPermission(_) | GetTicketError::BadRequest(_)) = error else {
        return "something else";
    };
    "no"
}

/// How a refusal with this status and this code is explained.
fn explained(status: u16, code: &str) -> &'static str {
    let client = answering(status, format!(r#"{{"status": {status}, "code": "{code}"}}"#));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    match runtime.block_on(async { client.tickets().get(13).send().await }) {
        Err(Error::Api(refusal)) => explain(&refusal),
        other => panic!("{other:?}"),
    }
}

fn main() {
    assert_eq!(explained(404, "not_found"), "gone");
    assert_eq!(explained(403, "access_denied"), "who?");
    assert_eq!(explained(405, ""), "our fault");
    assert_eq!(explained(403, "rate_limits"), "later");
    assert_eq!(explained(403, "no_permission"), "no");
    assert_eq!(explained(403, "another"), "something else");
}
