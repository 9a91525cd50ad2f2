//! Every documented success of every operation.

use std::collections::BTreeSet;

use deskpro_mock::Failure;
use deskpro_tests::{CALLS, Call, FOLLOWING, description, operations};

use crate::helpdesk;

/// The statuses of success by kind of operation: what its name ends with.
const SUCCESSES: &[(&str, &[u16])] = &[
    ("list", &[200]),
    ("list_by_message", &[200]),
    ("tickets", &[200]),
    ("agents", &[200]),
    ("online", &[200]),
    ("assigned_to_chat", &[200]),
    ("get", &[200]),
    ("profile", &[200]),
    ("create", &[200, 201]),
    ("update", &[200, 204]),
    ("delete", &[200, 204]),
    ("lock", &[200, 204]),
    ("unlock", &[200, 204]),
    ("add_permissions", &[200, 204]),
    ("remove_permissions", &[200, 204]),
];

fn successes(operation: &str) -> &'static [u16] {
    let (_, verb) = operation.split_once('.').expect("a full name");
    let found = SUCCESSES.iter().find(|(known, _)| *known == verb);
    found.map_or(&[], |(_, statuses)| statuses)
}

#[test]
fn every_success_of_the_description_is_written_down() {
    let api = description();
    for (name, operation) in operations(&api) {
        let described: BTreeSet<u16> = operation.success.iter().map(|it| it.status).collect();
        assert_eq!(BTreeSet::from_iter(successes(&name).iter().copied()), described, "{name}");
    }
}

#[tokio::test]
async fn every_operation_succeeds_with_each_of_its_statuses() {
    for call in CALLS {
        let natural = succeed(call, None).await;
        let mut met = BTreeSet::from([natural]);
        for status in successes(call.name).iter().filter(|status| **status != natural) {
            // One that the helpdesk does not choose of its own accord.
            met.insert(succeed(call, Some(*status)).await);
        }
        assert_eq!(met, BTreeSet::from_iter(successes(call.name).iter().copied()), "{}", call.name);
    }
}

/// The status of a success; one that is forced comes without a body.
async fn succeed(call: &Call, forced: Option<u16>) -> u16 {
    let (mock, client) = helpdesk().await;
    if let Some(status) = forced {
        mock.fail_next(Failure::empty_body().with_status(status));
    }
    let answer = call.send(&client).await.unwrap_or_else(|failed| panic!("{}", failed.display));
    assert_eq!(mock.requests().len(), 1, "{}", call.name);
    answer.status()
}

#[tokio::test]
async fn what_follows_the_location_is_answered_with_200() {
    for call in FOLLOWING {
        let (mock, client) = helpdesk().await;
        let answer = call.send(&client).await.unwrap_or_else(|it| panic!("{}", it.display));
        assert_eq!(answer.status(), 200, "{}", call.name);
        assert_eq!(mock.requests().len(), 1, "{}", call.name);
    }
}
