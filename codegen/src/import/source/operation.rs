//! Operations, with what their paths say for all of them.

use deskpro_spec::api::Method;

use super::super::problem::ImportProblemKind;
use super::super::tree::Node;
use super::Context;
use super::media::{self, Body};
use super::parameter::{self, Parameter};
use super::response::{self, Response};

/// An operation.
#[derive(Debug, Clone)]
pub(in super::super) struct Operation<'t> {
    pub(in super::super) node: Node<'t>,
    /// As it is written: `/pets/{petId}`.
    pub(in super::super) path: &'t str,
    pub(in super::super) method: Method,
    pub(in super::super) id: Option<&'t str>,
    pub(in super::super) tag: Option<&'t str>,
    pub(in super::super) docs: Option<String>,
    pub(in super::super) is_deprecated: bool,
    pub(in super::super) parameters: Vec<Parameter<'t>>,
    pub(in super::super) body: Option<Body<'t>>,
    pub(in super::super) responses: Vec<Response<'t>>,
}

/// Every operation in the order of the document.
pub(super) fn all<'t>(context: &mut Context<'t>) -> Vec<Operation<'t>> {
    let mut operations = Vec::new();
    for (path, item) in context.root.get("paths").map(Node::members).unwrap_or_default() {
        if path.starts_with("x-") {
            continue;
        }
        let Some(item) = context.resolve(item) else { continue };
        let shared = parameter::list(context, item);
        for method in Method::ALL {
            let key = method.as_str().to_ascii_lowercase();
            if let Some(node) = item.get(&key).filter(|node| node.is_object()) {
                operations.push(operation(context, (path, item), method, node, &shared));
            }
        }
        if let Some(trace) = item.get("trace") {
            let what = format!("TRACE {path} is no method that clients have");
            context.findings.push(ImportProblemKind::Operation, trace, what, "it is left out");
        }
        if let Some(servers) = item.get("servers") {
            let what = format!("{path} has servers of its own");
            let instead = "clients ask the one that they are told";
            context.findings.push(ImportProblemKind::Server, servers, what, instead);
        }
    }
    operations.sort_by_key(|operation| operation.node.id());
    operations
}

fn operation<'t>(
    context: &mut Context<'t>,
    (path, item): (&'t str, Node<'t>),
    method: Method,
    node: Node<'t>,
    shared: &[Parameter<'t>],
) -> Operation<'t> {
    let mut parameters = parameter::list(context, node);
    let is_replaced = |it: &Parameter<'_>| {
        parameters.iter().any(|own| own.name == it.name && own.place == it.place)
    };
    let inherited: Vec<_> = shared.iter().filter(|it| !is_replaced(it)).cloned().collect();
    parameters.splice(0..0, inherited);
    let body = media::body(context, node, &mut parameters);
    let tags = node.get("tags").map(Node::items).unwrap_or_default();
    let tags: Vec<_> = tags.into_iter().filter_map(Node::text).collect();
    beside(context, node);
    Operation {
        node,
        path,
        method,
        id: node.text_of("operationId"),
        tag: tags.first().copied(),
        docs: docs(item, node),
        is_deprecated: node.flag_of("deprecated"),
        parameters,
        body,
        responses: response::list(context, node),
    }
}

/// Summary and description, of which one often begins with the other.
fn docs(item: Node<'_>, node: Node<'_>) -> Option<String> {
    let both = |node: Node<'_>| (node.prose_of("summary"), node.prose_of("description"));
    let (of_path, more_of_path) = both(item);
    let (summary, description) = both(node);
    let own = match (summary, description) {
        (Some(summary), Some(description)) if description.starts_with(&summary) => {
            Some(description)
        }
        (Some(summary), Some(description)) => {
            Some(format!("{}\n\n{description}", stopped(summary)))
        }
        (one, other) => one.or(other).map(stopped),
    };
    let own = with_link(own, node);
    let parts: Vec<_> = [own, of_path, more_of_path].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// One line with a full stop.
fn stopped(line: String) -> String {
    match line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '`')) {
        true if !line.contains('\n') => line + ".",
        _ => line,
    }
}

/// Documentation with the address of more of it.
pub(in super::super) fn with_link(docs: Option<String>, node: Node<'_>) -> Option<String> {
    let link = node.get("externalDocs").and_then(|link| {
        let url = link.prose_of("url")?;
        let name = link.prose_of("description");
        Some(match name {
            Some(name) => format!("{}: <{url}>.", name.trim_end_matches(['.', ':'])),
            None => format!("See <{url}>."),
        })
    });
    let parts: Vec<_> = [docs, link].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// What an operation has that is no part of a request.
fn beside(context: &mut Context<'_>, node: Node<'_>) {
    if let Some(callbacks) = node.get("callbacks") {
        let what = "the server calls back";
        let instead = "clients do not listen; it is not described";
        context.findings.push(ImportProblemKind::Reverse, callbacks, what, instead);
    }
    if let Some(servers) = node.get("servers") {
        let what = "the operation has servers of its own";
        let instead = "clients ask the one that they are told";
        context.findings.push(ImportProblemKind::Server, servers, what, instead);
    }
    // Who may call is the same for a client whatever it calls.
    for key in ["security", "schemes"] {
        if let Some(node) = node.get(key) {
            node.whole();
        }
    }
}
