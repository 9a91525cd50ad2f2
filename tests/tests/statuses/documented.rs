//! Every documented refusal of every operation.

use std::collections::BTreeSet;

use deskpro_client::Client;
use deskpro_mock::{Failure, MockHelpdesk};
use deskpro_spec::api::{Api, Operation};
use deskpro_tests::{CALLS, Call, Failed, description, operations};
use serde_json::json;

use crate::expected::{Row, UNLISTED, rows};
use crate::helpdesk;

/// Status and code of what can go wrong; the code that stands for those not listed is `None`.
type Outcomes = BTreeSet<(u16, Option<String>)>;

fn described(api: &Api, operation: &Operation) -> Outcomes {
    let outcomes = api[operation.errors].outcomes.iter();
    outcomes.map(|it| (it.status, it.code.map(|code| api[code].code.clone()))).collect()
}

fn written_down(name: &str) -> Outcomes {
    let code = |code: &str| (code != UNLISTED).then(|| code.to_owned());
    rows(name).into_iter().map(|(status, it, _)| (status, code(it))).collect()
}

#[test]
fn every_refusal_of_the_description_is_written_down() {
    let api = description();
    for (name, operation) in operations(&api) {
        assert_eq!(written_down(&name), described(&api, operation), "{name}");
    }
    let count: usize = CALLS.iter().map(|call| rows(call.name).len()).sum();
    assert_eq!(count, 44 * 13 + 11 * 2);
}

#[tokio::test]
async fn every_refusal_becomes_its_variant_with_all_that_was_said() {
    let (mock, client) = helpdesk().await;
    for call in CALLS {
        for row in rows(call.name) {
            let failed = refuse(&mock, &client, call, row).await;
            check(call.name, row, &failed);
        }
    }
    assert!(mock.helpdesk().waiting_failures().is_empty());
}

async fn refuse(mock: &MockHelpdesk, client: &Client, call: &Call, row: Row) -> Failed {
    let (status, code, variant) = row;
    let errors =
        json!({"fields": {"subject": {"errors": [{"code": "required", "message": "Gone."}]}}});
    let message = format!("This is {variant}.");
    let failure = Failure::code(code).with_status(status).with_message(message);
    mock.fail_next(failure.with_errors(errors).with_retry_after(17).on(call.name));
    match call.send(client).await {
        Ok(answer) => panic!("{} succeeded despite {row:?}: {answer:?}", call.name),
        Err(failed) => *failed,
    }
}

fn check(name: &str, (status, code, variant): Row, failed: &Failed) {
    let context = format!("{name} {status} {code}: {failed:?}");
    assert_eq!((failed.kind.as_str(), failed.variant.as_str()), ("Api", variant), "{context}");
    assert_eq!((failed.status(), failed.code.as_str()), (status, code), "{context}");
    let message = format!("This is {variant}.");
    assert_eq!(failed.message.as_ref(), Some(&message), "{context}");
    assert_eq!(failed.header("retry-after"), Some("17"), "{context}");
    assert_eq!(failed.header("content-type"), Some("application/json"), "{context}");
    let body: serde_json::Value =
        serde_json::from_str(&failed.body()).expect("the body as it came");
    assert_eq!((&body["code"], &body["status"]), (&json!(code), &json!(status)), "{context}");
    assert_eq!(body["errors"]["fields"]["subject"]["errors"][0]["message"], "Gone.", "{context}");
    for part in [name, &status.to_string(), code, &message, "subject", "Gone."] {
        assert!(failed.display.contains(part), "{part} is not in {}", failed.display);
    }
}
