//! What the mock helpdesk can be told to spoil, over HTTP.

use deskpro_client::runtime::DecodeFault;
use deskpro_client::{Error, errors::Refusal};
use deskpro_mock::{Failure, MockHelpdesk};
use deskpro_tests::{Failed, without_proxy};

async fn list(failure: Failure, limit: usize) -> Failed {
    let mock = MockHelpdesk::builder().seed("tickets", 3).start().await.unwrap();
    mock.fail_next(failure);
    let client = without_proxy(mock.url(), MockHelpdesk::KEY).body_limit(limit).build().unwrap();
    Failed::new(&client.tickets().list().send().await.unwrap_err())
}

#[tokio::test]
async fn each_kind_of_failure_is_an_error_that_keeps_what_came() {
    for (failure, says) in [
        (Failure::cut_off(), "expected"),
        (Failure::wrong_type(), r#"data: expected a list, found "This is text.""#),
        (Failure::empty_body(), "without a body"),
        (Failure::html_page().with_status(200), "(text/html)"),
    ] {
        let failed = list(failure.clone(), 1 << 20).await;
        assert_eq!((failed.kind.as_str(), failed.status()), ("Decode", 200), "{failure:?}");
        assert!(failed.display.contains(says), "{says} is not in: {}", failed.display);
        let is_empty = failure == Failure::empty_body();
        assert_eq!(failed.body().is_empty(), is_empty, "{failure:?}");
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit() {
    let failed = list(Failure::huge_body(10 << 20), 1 << 20).await;
    assert_eq!((failed.kind.as_str(), failed.status()), ("Decode", 200));
    assert_eq!(failed.body().len(), 1 << 20);
    assert!(failed.display.contains("longer than 1048576 bytes"), "{}", failed.display);
}

#[tokio::test]
async fn a_refusal_beyond_the_limit_says_what_came_before() {
    let mock = MockHelpdesk::start().await.unwrap();
    let errors = serde_json::json!({"errors": [{"code": "x", "message": "y".repeat(10_000)}]});
    let failure = Failure::code("invalid_input").with_errors(errors);
    mock.fail_next(failure.with_message("Too much to tell."));
    let client = without_proxy(mock.url(), MockHelpdesk::KEY).body_limit(200).build().unwrap();
    let error = client.tickets().create("No", 1).send().await.unwrap_err();
    let Error::Api(refused) = error else { panic!("{error}") };
    let refusal: &Refusal = deskpro_client::Refused::refusal(&refused);
    assert!(refusal.body_was_cut());
    assert_eq!((refusal.status(), refusal.body().len()), (400, 200));
    assert_eq!(refusal.code(), "invalid_input");
    let whole = refusal.response().whole_body();
    assert!(matches!(whole, Err(DecodeFault::TooLarge { limit: 200 })), "{whole:?}");
}
