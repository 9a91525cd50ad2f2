//! Which verb an operation has, and what verbs say.

use deskpro_spec::api::Method;

use super::group::Target;

/// What a verb says for all its operations.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct VerbFacts {
    pub(in super::super) name: &'static str,
    pub(in super::super) meaning: &'static str,
    pub(in super::super) on: &'static str,
    /// Nothing for those whose operations state their own.
    pub(in super::super) method: Option<Method>,
    pub(in super::super) docs: &'static str,
}

/// Every verb that an import gives.
pub(in super::super) const VERBS: &[VerbFacts] = &[
    verb("list", "list", "collection", Some(Method::Get), "Lists a collection."),
    verb("get", "get", "item", Some(Method::Get), "Returns one of a collection."),
    verb("create", "create", "collection", Some(Method::Post), "Makes something new."),
    verb(
        "update",
        "update",
        "item",
        Some(Method::Patch),
        "Changes what is sent, and nothing else.",
    ),
    verb(
        "replace",
        "update",
        "item",
        Some(Method::Put),
        "Puts what is sent in the place of what was.",
    ),
    verb("delete", "delete", "item", Some(Method::Delete), "Removes one of a collection."),
    verb("action", "action", "collection", None, "Does something else."),
];

const fn verb(
    name: &'static str,
    meaning: &'static str,
    on: &'static str,
    method: Option<Method>,
    docs: &'static str,
) -> VerbFacts {
    VerbFacts { name, meaning, on, method, docs }
}

/// The verb of an operation. Of a singleton, one path is collection and item.
pub(super) fn of(
    method: Method,
    target: &Target,
    is_singleton: bool,
    is_list: bool,
) -> &'static str {
    match (target, method) {
        (Target::Within(_), _) => "action",
        (Target::Collection, Method::Get) if !is_singleton && is_list => "list",
        (Target::Collection, Method::Post) => "create",
        (Target::Collection, _) if !is_singleton => "action",
        (_, Method::Get) => "get",
        (_, Method::Put) => "replace",
        (_, Method::Patch | Method::Post) => "update",
        (_, Method::Delete) => "delete",
        (_, Method::Head | Method::Options) => "action",
    }
}

/// Whether a method may be sent twice without harm (RFC 9110, section 9.2.2).
pub(in super::super) fn is_safe(method: Method) -> bool {
    !matches!(method, Method::Post | Method::Patch)
}
