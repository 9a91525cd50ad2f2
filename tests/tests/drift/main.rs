//! What a client sees of a helpdesk beyond the description, and what the description learns of it.

mod applied;
mod codes;
mod fields;
mod learnt;
mod nothing;
mod words;

use deskpro_client::{Auth, Client, Drift};
use deskpro_mock::{Builder, HelpdeskTransport, MockHelpdesk};

/// A helpdesk in this process, and a client of it that is observed.
fn observed(builder: Builder) -> (HelpdeskTransport, Client, Drift) {
    let transport = HelpdeskTransport::new(builder.build().expect("known resources"));
    let drift = Drift::new();
    let client = Client::builder("https://support.example.com", Auth::key(MockHelpdesk::KEY))
        .observe(&drift)
        .transport(transport.clone())
        .build()
        .expect("valid settings");
    (transport, client, drift)
}

/// Some tickets and people.
fn desk() -> Builder {
    MockHelpdesk::builder().seed("tickets", 5).seed("people", 3).seed("organizations", 2)
}

/// The findings, a line each.
fn findings(drift: &Drift) -> Vec<String> {
    drift.report().findings.iter().map(ToString::to_string).collect()
}
