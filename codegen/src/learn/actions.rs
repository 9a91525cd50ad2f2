//! From changes to the actions of an overlay.

use std::collections::BTreeMap;

use deskpro_spec::api::Api;

use super::changes::{Change, Changes};
use super::evidence::Evidence;
use super::guess::type_of;
use super::naming::{Naming, is_like_code};
use super::place::{Holder, type_target};
use super::yaml::text;

/// The source that is cited for what was seen.
pub(super) const SOURCE: &str = "SEEN";

/// What happens to each target, sections of the whole description at `.` among them.
pub(super) type Actions = BTreeMap<String, Update>;

/// What happens to one target.
#[derive(Default)]
pub(super) struct Update {
    /// Members that are set, by the section of the target that they are in; `""` for the target itself.
    pub(super) sections: BTreeMap<&'static str, BTreeMap<String, Member>>,
    /// What comes to `errors`, and what speaks for it.
    pub(super) errors: Vec<(String, String)>,
}

/// A member that is set: lines of `key: value`, or a single value.
#[derive(Default)]
pub(super) struct Member {
    pub(super) comments: Vec<String>,
    pub(super) lines: Vec<(&'static str, String)>,
    pub(super) whole: Option<String>,
}

/// The actions that make these changes.
pub(super) fn actions(api: &Api, changes: &Changes) -> Actions {
    let mut naming = Naming::default();
    let mut actions = Actions::new();
    let source = Member { whole: Some("Answers of a helpdesk.".to_owned()), ..Member::default() };
    let sections = &mut actions.entry(".".to_owned()).or_default().sections;
    sections.entry("sources").or_default().insert(SOURCE.to_owned(), source);
    for (change, evidence) in &changes.0 {
        let update = actions.entry(target(api, change)).or_default();
        if let Change::Refusal { refusal, .. } = change {
            update.errors.push((refusal.clone(), evidence.comment()));
            continue;
        }
        let (section, key) = member(api, change);
        let member = update.sections.entry(section).or_default().entry(key).or_default();
        member.comments.push(evidence.comment());
        member.describe(api, (change, evidence), &mut naming);
        if let Change::Status(status) = change {
            member.lines.insert(0, ("name", status_name(api, changes, *status)));
        }
    }
    actions
}

/// What a change is made to.
fn target(api: &Api, change: &Change) -> String {
    match change {
        Change::Status(_) | Change::Code(..) | Change::ValidationCode(_) => ".".to_owned(),
        Change::Refusal { target, .. } => target.clone(),
        Change::Value { ty, .. } => format!("{}.values", type_target(api, *ty)),
        Change::Field { holder, .. }
        | Change::Nullable { holder, .. }
        | Change::Read { holder, .. } => match holder.fields(api) {
            [] => holder.target(api),
            _ => format!("{}.fields", holder.target(api)),
        },
    }
}

/// The section of the target, and the key in it.
fn member(api: &Api, change: &Change) -> (&'static str, String) {
    match change {
        Change::Status(status) => ("statuses", status.to_string()),
        Change::Code(code, _) => ("error_codes", code.clone()),
        Change::ValidationCode(code) => ("validation_codes", code.clone()),
        Change::Refusal { refusal, .. } => ("", refusal.clone()),
        Change::Value { value, .. } => ("", value.clone()),
        Change::Field { holder, name }
        | Change::Nullable { holder, name, .. }
        | Change::Read { holder, name, .. } => (section(api, *holder), name.clone()),
    }
}

/// A resource may hold nothing so far.
fn section(api: &Api, holder: Holder) -> &'static str {
    if holder.fields(api).is_empty() { "fields" } else { "" }
}

impl Member {
    fn describe(
        &mut self,
        api: &Api,
        (change, evidence): (&Change, &Evidence),
        naming: &mut Naming,
    ) {
        match change {
            Change::Refusal { .. } => return,
            Change::Value { ty, value } => match naming.value(api, *ty, value) {
                Some(rust) => return self.lines.extend([("rust", rust), docs(evidence)]),
                None => return self.whole = Some(text(&evidence.docs())),
            },
            Change::Nullable { ty, write, access, .. } => {
                self.lines.push(("type", text(ty)));
                self.lines.extend(write.as_ref().map(|write| ("write", text(write))));
                return access.iter().for_each(|access| self.access(access));
            }
            Change::Read { access, .. } => return self.access(access),
            Change::Code(_, status) => self.lines.push(("status", status.to_string())),
            Change::Status(_) | Change::ValidationCode(_) => {}
            Change::Field { holder, name } => {
                self.lines.push(("type", text(&type_of(&evidence.seen))));
                let rust = naming.field(api, *holder, name);
                self.lines.extend(rust.map(|rust| ("rust", rust)));
                self.lines.push(("access", "read_only".to_owned()));
                self.lines.push(("optional", "true".to_owned()));
            }
        }
        self.lines.extend([("source", SOURCE.to_owned()), docs(evidence)]);
    }
}

impl Member {
    /// Who sets the field; said once, however much else is different.
    fn access(&mut self, access: &str) {
        if !self.lines.iter().any(|(key, _)| *key == "access") {
            self.lines.push(("access", access.to_owned()));
        }
    }
}

fn docs(evidence: &Evidence) -> (&'static str, String) {
    ("docs", text(&evidence.docs()))
}

/// What HTTP calls a status; descriptions call it so too, unless a code is called so.
fn status_name(api: &Api, changes: &Changes, status: u16) -> String {
    let name = match status {
        400 => "bad_request",
        401 => "unauthorized",
        402 => "payment_required",
        403 => "forbidden",
        404 => "not_found",
        405 => "method_not_allowed",
        406 => "not_acceptable",
        408 => "request_timeout",
        409 => "conflict",
        410 => "gone",
        411 => "length_required",
        412 => "precondition_failed",
        413 => "content_too_large",
        415 => "unsupported_media_type",
        422 => "unprocessable_content",
        423 => "locked",
        428 => "precondition_required",
        429 => "too_many_requests",
        500 => "internal_server_error",
        501 => "not_implemented",
        502 => "bad_gateway",
        503 => "service_unavailable",
        504 => "gateway_timeout",
        _ => "",
    };
    match name.is_empty() || is_like_code(api, changes, name, status) {
        true => format!("status_{status}"),
        false => name.to_owned(),
    }
}
