//! From a report to an overlay of the built-in description.

use deskpro_client::Encode;
use deskpro_codegen::learn;
use deskpro_mock::Failure;
use deskpro_tests::{CALLS, description, helpdesk};

use crate::observed;

/// What a client with this report writes down.
pub(crate) fn written(drift: &deskpro_client::Drift) -> deskpro_codegen::Drift {
    let mut json = deskpro_client::Writer::new();
    drift.report().encode(&mut json);
    deskpro_codegen::Drift::read(&json.into_text()).expect("a report")
}

#[tokio::test]
async fn whatever_is_seen_of_any_operation_has_a_place() {
    let api = description();
    let (transport, client, drift) = observed(helpdesk(&api));
    transport.helpdesk().fail(Failure::unknown_field());
    for call in CALLS {
        let _ = call.send(&client).await;
    }
    let lesson = learn(&api, &[written(&drift)]);
    let beside = "which no resource describes";
    let unplaced: Vec<&String> =
        lesson.unplaced().iter().filter(|line| !line.ends_with(beside)).collect();
    assert_eq!(unplaced, [""; 0]);
    assert!(lesson.changes() > 40, "{}", lesson.changes());
    assert_eq!(lesson.known(), [""; 0]);
}
