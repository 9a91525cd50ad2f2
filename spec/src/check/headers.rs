//! Headers that every request carries, and those that say who is asking.

use super::names::{Names, sorted};
use super::report::Report;
use super::rust_names::{Case, RustNames, What};
use super::sources::cited;
use super::words::{prose, snake_case};
use crate::api::{AuthScheme, Header};
use crate::document::{AuthDoc, Text};
use crate::problem::Problem;
use crate::problem::codes::meaning::{HEADER_NAME, HEADER_VALUE};

/// The headers of every request, by name.
pub(super) fn headers(names: &Names<'_>, report: &mut Report) -> Vec<Header> {
    let mut headers = Vec::new();
    for (name, value) in sorted(&names.document.headers) {
        check_name(report, name);
        check_value(report, value);
        headers.push(Header { name: name.value.clone(), value: value.value.clone() });
    }
    headers
}

/// The header with which a GET may be sent as POST.
pub(super) fn query_in_body(names: &Names<'_>, report: &mut Report) -> Option<String> {
    let header = names.document.query_in_body.as_ref()?;
    check_name(report, header);
    Some(header.value.clone())
}

/// The ways to say who is asking, by name.
pub(super) fn auth(names: &Names<'_>, report: &mut Report) -> Vec<AuthScheme> {
    let mut rust_names = RustNames::new(Case::Snake);
    let mut schemes = Vec::new();
    for (name, doc) in sorted(&names.document.auth) {
        snake_case(report, "scheme", name);
        rust_names.add(report, name, None, What("scheme", &name.value));
        schemes.push(scheme(names, report, name, doc));
    }
    schemes
}

fn scheme(names: &Names<'_>, report: &mut Report, name: &Text, doc: &AuthDoc) -> AuthScheme {
    let header = report.required(doc.header.as_ref());
    if let Some(header) = header {
        check_name(report, header);
    }
    if let Some(prefix) = &doc.prefix {
        check_value(report, prefix);
    }
    AuthScheme {
        name: name.value.clone(),
        header: header.map(|header| header.value.clone()).unwrap_or_default(),
        prefix: doc.prefix.as_ref().map(|prefix| prefix.value.clone()).unwrap_or_default(),
        docs: prose(report, doc.docs.as_ref()),
        sources: cited(names, report, &doc.source),
    }
}

/// A header's name is a token of HTTP (RFC 9110, section 5.6.2).
pub(super) fn check_name(report: &mut Report, name: &Text) {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.value.is_empty() || !name.value.bytes().all(is_token) {
        let message = format!("`{}` is not the name of an HTTP header", name.value);
        report.push(
            Problem::new(HEADER_NAME, name.place, message)
                .label("not a header name")
                .help("expected letters, digits and dashes: `X-Request-Id`"),
        );
    }
}

/// The value of a header is one line of printable ASCII.
pub(super) fn check_value(report: &mut Report, value: &Text) {
    if !value.value.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        report.push(
            Problem::new(HEADER_VALUE, value.place, "this cannot be sent in an HTTP header")
                .label("holds a line break or a character that is not ASCII")
                .help("expected printable ASCII characters on one line"),
        );
    }
}
