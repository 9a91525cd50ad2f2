//! Every documented success of every operation.

use std::collections::BTreeSet;

use deskpro_mock::{Builder, Failure};
use deskpro_tests::{CALLS, Call, description, helpdesk, operations};

use crate::start;

/// Found by names that no source knows, nor does the helpdesk.
const NAMELESS: [&str; 2] = ["features.get", "person_settings.get"];

#[tokio::test]
async fn every_operation_succeeds_with_each_of_its_statuses() {
    let api = description();
    let full = helpdesk(&api);
    for (call, (name, operation)) in CALLS.iter().zip(operations(&api)) {
        assert_eq!(call.name, name);
        if NAMELESS.contains(&call.name) {
            continue;
        }
        let described: BTreeSet<u16> = operation.success.iter().map(|it| it.status).collect();
        let natural = succeed(&full, call, None).await;
        let mut met = BTreeSet::from([natural]);
        for success in operation.success.iter().filter(|it| it.status != natural) {
            // One that the helpdesk does not choose of its own accord.
            met.insert(succeed(&full, call, Some(success.status)).await);
        }
        assert_eq!(met, described, "{name}");
    }
}

/// The status of a success; one that is forced comes without a body.
async fn succeed(full: &Builder, call: &Call, forced: Option<u16>) -> u16 {
    let (mock, client) = start(full.clone()).await;
    if let Some(status) = forced {
        mock.fail_next(Failure::empty_body().with_status(status));
    }
    let answer = call.send(&client).await.unwrap_or_else(|failed| panic!("{}", failed.display));
    assert_eq!(mock.requests().len(), 1, "{}", call.name);
    answer.status()
}
