//! Where a helpdesk does as described, nothing is found.

use deskpro_mock::Dialect;
use deskpro_tests::{CALLS, FOLLOWING, description, helpdesk};

use crate::observed;

#[tokio::test]
async fn no_operation_of_a_faithful_helpdesk_leads_to_a_finding() {
    let api = description();
    for dialect in [Dialect::Guide, Dialect::Live] {
        for call in CALLS.iter().chain(FOLLOWING) {
            // What one call has changed is none of the next one's concern.
            let (transport, client, drift) = observed(helpdesk(&api).dialect(dialect));
            let _ = call.send(&client).await;
            assert!(!transport.helpdesk().requests().is_empty(), "{}", call.name);
            assert_eq!(drift.report().to_string(), "", "{} {dialect:?}", call.name);
        }
    }
}
