//! What each refusal is called, for each set of errors. Written down, never computed.

/// A refusal: its status, its code, and the variant that it becomes.
pub(crate) type Row = (u16, &'static str, &'static str);

/// A code that no description lists.
pub(crate) const UNLISTED: &str = "never_heard_of";

/// What operations that only read, delete or act can meet.
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

/// The operations that send a body: those that create and update.
pub(crate) const WRITING: &[&str] = &[
    "departments.create",
    "departments.update",
    "organization_members.create",
    "organizations.create",
    "organizations.update",
    "people.create",
    "people.update",
    "ticket_messages.create",
    "ticket_messages.update",
    "tickets.create",
    "tickets.update",
];

/// What an operation can meet.
pub(crate) fn rows(operation: &str) -> Vec<Row> {
    let with_body = if WRITING.contains(&operation) { WITH_BODY } else { &[] };
    [READING, with_body].concat()
}
