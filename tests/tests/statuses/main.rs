//! Every operation and every way in which it can be answered, forced upon the mock helpdesk over
//! HTTP: each has the outcome that is written down here.

mod aliases;
mod documented;
mod expected;
mod successes;
mod undocumented;

use deskpro_client::Client;
use deskpro_mock::{Builder, MockHelpdesk};
use deskpro_tests::without_proxy;

/// A helpdesk with nothing in it, which is enough to be refused by, and a client of it.
async fn helpdesk() -> (MockHelpdesk, Client) {
    start(MockHelpdesk::builder()).await
}

/// A helpdesk like this, and a client of it.
async fn start(builder: Builder) -> (MockHelpdesk, Client) {
    let mock = builder.start().await.expect("a free port");
    let client = without_proxy(mock.url(), MockHelpdesk::KEY).build().expect("valid settings");
    (mock, client)
}
