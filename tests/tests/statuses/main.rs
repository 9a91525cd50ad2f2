//! Every operation and every way in which it can be answered, forced upon the mock helpdesk over
//! HTTP: each has the outcome that is written down here.

mod aliases;
mod documented;
mod expected;
mod successes;
mod undocumented;

use deskpro_client::Client;
use deskpro_mock::MockHelpdesk;
use deskpro_tests::{CALLS, Call, FOLLOWING, description, operations, without_proxy};

/// A helpdesk with two of everything, and a client of it.
async fn helpdesk() -> (MockHelpdesk, Client) {
    let seeded = [
        "tickets",
        "ticket_messages",
        "ticket_attachments",
        "people",
        "organizations",
        "organization_members",
        "agents",
        "departments",
    ];
    let builder = seeded.iter().fold(MockHelpdesk::builder(), |it, name| it.seed(*name, 2));
    let mock = builder.start().await.expect("a free port");
    let client = without_proxy(mock.url(), MockHelpdesk::KEY).build().expect("valid settings");
    (mock, client)
}

fn sorted<'a>(calls: impl IntoIterator<Item = &'a Call>) -> Vec<&'static str> {
    let mut names: Vec<&str> = calls.into_iter().map(|call| call.name).collect();
    names.sort_unstable();
    names
}

#[test]
fn every_operation_is_called() {
    let api = description();
    let mut all: Vec<String> = operations(&api).into_iter().map(|(name, _)| name).collect();
    all.sort_unstable();
    assert_eq!(sorted(CALLS), all);

    let followed = operations(&api).into_iter().filter(|(_, operation)| operation.follow_location);
    let mut followed: Vec<String> = followed.map(|(name, _)| name).collect();
    followed.sort_unstable();
    assert_eq!(sorted(FOLLOWING), followed);
}
