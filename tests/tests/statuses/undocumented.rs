//! Statuses that no operation documents.

use deskpro_mock::Failure;
use deskpro_tests::{CALLS, Failed, description};

use crate::expected::cases;
use crate::helpdesk;

fn check(name: &str, failed: &Failed, status: u16, code: &str) {
    assert_eq!((failed.kind.as_str(), failed.variant.as_str()), ("Undocumented", ""), "{name}");
    assert_eq!((failed.status(), failed.code.as_str()), (status, code), "{name}");
    assert!(failed.display.contains(name), "{}", failed.display);
    assert!(failed.display.contains(&status.to_string()), "{}", failed.display);
}

#[tokio::test]
async fn json_keeps_code_message_headers_and_body() {
    let api = description();
    let (mock, client) = helpdesk().await;
    for case in cases(&api).into_iter().filter(|case| !case.is_bodiless()) {
        let failure = Failure::code("short_and_stout").with_status(418).with_message("Tip me over");
        mock.fail_next(failure.with_retry_after(9));
        let failed = case.send(&client).await.unwrap_err();
        check(case.call.name, &failed, 418, "short_and_stout");
        assert_eq!(failed.message.as_deref(), Some("Tip me over"));
        assert_eq!(failed.header("retry-after"), Some("9"));
        assert!(failed.body().contains(r#""code":"short_and_stout""#), "{}", failed.body());
    }
}

#[tokio::test]
async fn a_page_for_people_keeps_headers_and_body() {
    let api = description();
    let (mock, client) = helpdesk().await;
    for status in [500, 502, 503] {
        for case in cases(&api).into_iter().filter(|case| !case.is_bodiless()) {
            mock.fail_next(Failure::html_page().with_status(status));
            let failed = case.send(&client).await.unwrap_err();
            check(case.call.name, &failed, status, "");
            assert_eq!(failed.message, None);
            assert_eq!(failed.header("content-type"), Some("text/html"));
            assert!(failed.body().starts_with("<!DOCTYPE html>"), "{}", failed.body());
            assert!(failed.display.contains("text/html"), "{}", failed.display);
        }
    }
}

#[tokio::test]
async fn nothing_at_all_keeps_the_status() {
    let (mock, client) = helpdesk().await;
    for call in CALLS {
        mock.fail_next(Failure::empty_body().with_status(502));
        let failed = call.send(&client).await.unwrap_err();
        check(call.name, &failed, 502, "");
        assert_eq!((failed.message.as_deref(), failed.body().as_str()), (None, ""));
    }
}

#[tokio::test]
async fn a_documented_status_without_json_is_a_code_that_is_not_listed() {
    let api = description();
    let (mock, client) = helpdesk().await;
    for (status, variant) in [
        (400, "OtherBadRequest"),
        (401, "OtherUnauthorized"),
        (403, "OtherForbidden"),
        (404, "OtherNotFound"),
        (423, "Maintenance"),
        (429, "TooManyRequests"),
    ] {
        for case in cases(&api) {
            mock.fail_next(Failure::html_page().with_status(status));
            let failed = case.send(&client).await.unwrap_err();
            assert_eq!((failed.kind.as_str(), failed.variant.as_str()), ("Api", variant));
            assert_eq!((failed.status(), failed.code.as_str()), (status, ""));
            assert_eq!(failed.body().starts_with("<!DOCTYPE html>"), !case.is_bodiless());
        }
    }
}
