//! Every documented refusal of every operation.

use std::collections::BTreeSet;

use deskpro_client::Client;
use deskpro_mock::{Failure, MockHelpdesk};
use deskpro_spec::api::BodyFormat;
use deskpro_tests::{Failed, description};
use serde_json::json;

use crate::expected::{Case, READING, Row, UNLISTED, WITH_BODY, cases};
use crate::helpdesk;

/// Status and code of what can go wrong; the code that stands for those not listed is `None`.
type Outcomes = BTreeSet<(u16, Option<String>)>;

fn written_down(rows: &[Row]) -> Outcomes {
    let code = |code: &str| (code != UNLISTED).then(|| code.to_owned());
    rows.iter().map(|(status, it, _)| (*status, code(it))).collect()
}

#[test]
fn every_refusal_of_the_description_is_written_down() {
    let api = description();
    for case in cases(&api) {
        let outcomes = api[case.operation.errors].outcomes.iter();
        let described: Outcomes =
            outcomes.map(|it| (it.status, it.code.map(|code| api[code].code.clone()))).collect();
        assert_eq!(written_down(&case.rows(&api)), described, "{:?}", case.call);
        assert!(written_down(READING).is_subset(&described), "{:?}", case.call);
        // Whoever sends fields can be told that they are wrong.
        let body = case.operation.body.as_ref();
        let sends_fields = body.is_some_and(|body| matches!(body.format, BodyFormat::Object));
        let is_told = written_down(WITH_BODY).is_subset(&described);
        assert!(is_told || !sends_fields, "{:?}", case.call);
    }
}

#[tokio::test]
async fn every_refusal_becomes_its_variant_with_all_that_was_said() {
    let api = description();
    let (mock, client) = helpdesk().await;
    let mut count = 0;
    for case in cases(&api) {
        for row in case.rows(&api) {
            let failed = refuse(&mock, &client, case, row).await;
            check(case, row, &failed);
            count += 1;
        }
    }
    assert!(count > 400 * READING.len(), "{count}");
    assert!(mock.helpdesk().waiting_failures().is_empty());
}

async fn refuse(mock: &MockHelpdesk, client: &Client, case: Case<'_>, row: Row) -> Failed {
    let (status, code, variant) = row;
    let errors =
        json!({"fields": {"subject": {"errors": [{"code": "required", "message": "Gone."}]}}});
    let message = format!("This is {variant}.");
    let failure = Failure::code(code).with_status(status).with_message(message);
    mock.fail_next(failure.with_errors(errors).with_retry_after(17).on(case.call.name));
    match case.send(client).await {
        Ok(answer) => panic!("{} succeeded despite {row:?}: {answer:?}", case.call.name),
        Err(failed) => *failed,
    }
}

fn check(case: Case<'_>, (status, code, variant): Row, failed: &Failed) {
    let name = case.call.name;
    let context = format!("{name} {status} {code}: {failed:?}");
    assert_eq!((failed.kind.as_str(), failed.status()), ("Api", status), "{context}");
    assert_eq!(failed.header("retry-after"), Some("17"), "{context}");
    if case.is_bodiless() {
        let (_, _, other) = *unlisted(status);
        assert_eq!((failed.variant.as_str(), failed.code.as_str()), (other, ""), "{context}");
        return;
    }
    assert_eq!((failed.variant.as_str(), failed.code.as_str()), (variant, code), "{context}");
    let message = format!("This is {variant}.");
    assert_eq!(failed.message.as_ref(), Some(&message), "{context}");
    assert_eq!(failed.header("content-type"), Some("application/json"), "{context}");
    let body: serde_json::Value =
        serde_json::from_str(&failed.body()).expect("the body as it came");
    assert_eq!((&body["code"], &body["status"]), (&json!(code), &json!(status)), "{context}");
    assert_eq!(body["errors"]["fields"]["subject"]["errors"][0]["message"], "Gone.", "{context}");
    for part in [name, &status.to_string(), code, &message, "subject", "Gone."] {
        assert!(failed.display.contains(part), "{part} is not in {}", failed.display);
    }
}

/// What a refusal of this status is without a code.
fn unlisted(status: u16) -> &'static Row {
    let mut rows = READING.iter();
    let found = rows.find(|(known, code, _)| *known == status && *code == UNLISTED);
    found.expect("every status has one")
}
