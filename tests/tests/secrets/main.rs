//! Nothing that can be printed shows a secret: no client, request, answer, error or trace.

mod credentials;
mod sensitive;
mod traces;

use std::fmt::Debug;

/// Fails when a text holds a secret.
#[track_caller]
fn assert_hidden(secret: &str, text: &str) {
    assert!(!text.contains(secret), "{secret} is in: {text}");
}

/// Fails when either form of `Debug` shows a secret.
#[track_caller]
fn assert_debug_hides(secret: &str, value: &impl Debug) {
    assert_hidden(secret, &format!("{value:?}"));
    assert_hidden(secret, &format!("{value:#?}"));
}
