//! What each refusal is called. Written down, never computed; which operations can meet which is in
//! the description.

use deskpro_client::Client;
use deskpro_spec::api::{Api, Method, Operation};
use deskpro_tests::{CALLS, Call, Outcome, operations};

/// A refusal: its status, its code, and the variant that it becomes.
pub(crate) type Row = (u16, &'static str, &'static str);

/// A code that no description lists.
pub(crate) const UNLISTED: &str = "never_heard_of";

/// What any operation can meet.
pub(crate) const READING: &[Row] = &[
    (400, "bad_request", "BadRequest"),
    (400, UNLISTED, "OtherBadRequest"),
    (401, "unauthorized", "Unauthorized"),
    (401, UNLISTED, "OtherUnauthorized"),
    (403, "access_denied", "AccessDenied"),
    (403, "no_permission", "NoPermission"),
    (403, "rate_limits", "RateLimits"),
    (403, UNLISTED, "OtherForbidden"),
    (404, "not_found", "NotFound"),
    (404, UNLISTED, "OtherNotFound"),
    (405, UNLISTED, "MethodNotAllowed"),
    (423, UNLISTED, "Maintenance"),
    (429, UNLISTED, "TooManyRequests"),
];

/// What operations that send a body can meet besides.
pub(crate) const WITH_BODY: &[Row] =
    &[(400, "invalid_input", "InvalidInput"), (400, "invalid_json_body", "InvalidJsonBody")];

/// A call with what the description says of it.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) call: &'static Call,
    pub(crate) operation: &'a Operation,
}

/// Every call, each with its operation.
pub(crate) fn cases(api: &Api) -> Vec<Case<'_>> {
    let operations = operations(api);
    let cases = CALLS.iter().map(|call| {
        let mut found = operations.iter().filter(|(name, _)| name == call.name);
        let (_, operation) = found.next().unwrap_or_else(|| panic!("{call:?} is not described"));
        Case { call, operation }
    });
    cases.collect()
}

impl Case<'_> {
    /// What the operation can meet.
    pub(crate) fn rows(self, api: &Api) -> Vec<Row> {
        let outcomes = &api[self.operation.errors].outcomes;
        let is_described = |(status, code, _): &&Row| {
            let mut outcomes = outcomes.iter().filter(|it| it.status == *status);
            outcomes.any(|it| it.code.map_or(UNLISTED, |it| &api[it].code) == *code)
        };
        READING.iter().chain(WITH_BODY).filter(is_described).copied().collect()
    }

    /// Whether answers come without a body, and so without code and message.
    pub(crate) fn is_bodiless(self) -> bool {
        self.operation.method == Method::Head
    }

    pub(crate) async fn send(self, client: &Client) -> Outcome {
        self.call.send(client).await
    }
}
