//! The promises over bytes that proptest makes up.

use crate::kept::{batch, described, form, raw};
use proptest::collection::vec;
use proptest::prelude::*;

/// Lines that lead somewhere, so that what follows them is looked at.
const LINES: &[&str] = &[
    "GET /api/v2/tickets?count=5&",
    "GET /api/v2/20161122/tickets/1?",
    "PUT /api/v2/tickets?",
    "POST /api/v2/tickets/1/messages?",
    "POST /api/v2/batch?",
    "POST /api/v2/blobs/temp?",
    "DELETE /api/v2/tickets/",
    "OPTIONS /api/v2/",
    "HEAD /api/v2/people/",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_request_is_answered(
        line in proptest::sample::select(LINES),
        rest in "[!-~]{0,20}",
        headers in "(Content-Type: (application/json|multipart/form-data; boundary=x|[ -~]{0,20})\n)?([A-Za-z-]{1,12}: [ -~]{0,20}\n){0,3}",
        body in vec(any::<u8>(), 0..200),
    ) {
        let mut text = format!("{line}{rest}\n{headers}\n").into_bytes();
        text.extend_from_slice(&body);
        if let Some(request) = raw::parse(&text) {
            raw::check(&request);
        }
    }

    #[test]
    fn described_operations_answer_as_described(bytes in vec(any::<u8>(), 0..600)) {
        described::check(&bytes);
    }

    #[test]
    fn forms_are_read_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        form::check(&bytes);
    }

    #[test]
    fn every_request_of_a_batch_is_answered(bytes in vec(any::<u8>(), 0..600)) {
        batch::check(&bytes);
    }
}
