//! Codes with which requests are refused, and which of them are described.

use std::mem::{Discriminant, discriminant};

use super::{
    deviation::Deviation,
    identifier::{is_code, is_name},
    walk::Found,
    watch::Watch,
};
use crate::{FieldError, Refusal, Refused, Response};

/// A code that no API has.
const NO_CODE: &str = "\0";

/// Notes what is not described of a refusal.
///
/// What an operation describes is known to its errors only, which sort refusals into their variants. So a
/// code is one of them unless it is sorted as a code that no API has.
#[cold]
pub(crate) fn note_refusal<E: Refused>(watch: &Watch, response: &Response) {
    if !E::IS_DESCRIBED {
        return;
    }
    let refusal = Refusal::<E::Code>::new(response.clone());
    let mut found = Found::default();
    if let Some(deviation) = of_refusal::<E>(&refusal) {
        found.add("", deviation, None);
    }
    for error in refusal.errors() {
        if let Some(deviation) = of_error(&error) {
            found.add(&parameter(error.path()), deviation, None);
        }
    }
    watch.drift().take(watch.operation(), found, 0);
}

fn of_refusal<E: Refused>(refusal: &Refusal<E::Code>) -> Option<Deviation> {
    let status = refusal.status();
    let sorted = |refusal: Refusal<E::Code>| -> Option<Discriminant<E>> {
        E::sort(Box::new(refusal)).ok().map(|error| discriminant(&error))
    };
    let as_any = sorted(refusal.clone().with_code(NO_CODE));
    match refusal.raw_code().filter(|code| !code.is_empty()) {
        Some(code) if sorted(refusal.clone()) == as_any => {
            Some(Deviation::UnknownCode { status, code: named(code) })
        }
        // The page of a proxy, or a fault of the server, is nothing that an API describes.
        None if as_any.is_none() && status < 500 && refusal.message().is_some() => {
            Some(Deviation::UnknownStatus { status })
        }
        _ => None,
    }
}

fn of_error<V: for<'a> From<&'a str>>(error: &FieldError<'_, V>) -> Option<Deviation> {
    let code = error.raw_code();
    let is_unknown = discriminant(&error.code()) == discriminant(&V::from(NO_CODE));
    (is_unknown && !code.is_empty()).then(|| Deviation::UnknownValidationCode { code: named(code) })
}

fn named(code: &str) -> Option<String> {
    is_code(code).then(|| code.to_owned())
}

/// The first name of a path: what follows may be keys of what the caller has sent.
fn parameter(path: &str) -> String {
    match path.split_once('.') {
        Some((first, _)) if is_name(first) => format!("{first}.*"),
        None if is_name(path) || path.is_empty() => path.to_owned(),
        _ => "*".to_owned(),
    }
}
