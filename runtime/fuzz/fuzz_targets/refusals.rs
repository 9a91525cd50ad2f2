//! What a helpdesk says when it refuses: `cargo fuzz run -s none refusals` in `runtime/`.
//!
//! The text is a body. Each refusal is one of those that are documented, or none of them; it says
//! what the body says, keeps all that came, and can be printed.

#![no_main]

#[allow(dead_code, reason = "every target checks some of them")]
#[path = "../../tests/promises/kept/mod.rs"]
mod kept;

use bytes::Bytes;
use deskpro_client::{Client, Error, Refused};
use kept::{
    answer::{Answer, now},
    errors,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    let body = Bytes::copy_from_slice(body);
    for status in [400, 401, 403, 404, 409, 429, 500] {
        let answer = Answer::json(status, body.clone());
        let client: Client = answer.client().0;
        check(now(client.tickets().get(13).send()), &answer);
        check(now(client.tickets().create("Printer on fire", 4).send()), &answer);
    }
});

fn check<T, E>(got: Result<T, Error<E>>, answer: &Answer)
where
    E: Refused + std::error::Error,
{
    let error = got.err().expect("it was refused");
    errors::check(&error, answer);
    let is_documented = matches!(error, Error::Api(_));
    assert!(is_documented || matches!(error, Error::Undocumented(_)), "{error}");
    assert_eq!(is_documented, answer.status != 409 && answer.status != 500, "{error}");
}
