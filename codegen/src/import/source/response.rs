//! What operations answer with.

use super::super::problem::ImportProblemKind;
use super::super::tree::Node;
use super::media::{self, Media};
use super::{Context, Version};

/// A response.
#[derive(Debug, Clone)]
pub(in super::super) struct Response<'t> {
    pub(in super::super) node: Node<'t>,
    /// As it is written: `200`, `4XX`, `default`.
    pub(in super::super) status: &'t str,
    pub(in super::super) docs: Option<String>,
    pub(in super::super) media: Vec<Media<'t>>,
    /// Whether it carries an address in `Location`.
    pub(in super::super) has_location: bool,
}

impl Response<'_> {
    /// Its status, where it has one.
    pub(in super::super) fn number(&self) -> Option<u16> {
        self.status.parse().ok().filter(|number| (100..600).contains(number))
    }
}

/// The responses of an operation.
pub(super) fn list<'t>(context: &mut Context<'t>, operation: Node<'t>) -> Vec<Response<'t>> {
    let responses = operation.get("responses").map(Node::members).unwrap_or_default();
    let responses = responses.into_iter().filter(|(status, _)| !status.starts_with("x-"));
    responses.filter_map(|(status, node)| response(context, operation, status, node)).collect()
}

fn response<'t>(
    context: &mut Context<'t>,
    operation: Node<'t>,
    status: &'t str,
    node: Node<'t>,
) -> Option<Response<'t>> {
    let node = context.resolve(node)?;
    let media = match context.version {
        Version::V2 => produced(context, operation, node),
        _ => media::content(node),
    };
    if let Some(links) = node.get("links") {
        let what = "this answer leads to other operations";
        let instead = "links are not described";
        context.findings.push(ImportProblemKind::Reverse, links, what, instead);
    }
    let has_location = headers(context, status, node);
    Some(Response { node, status, docs: node.prose_of("description"), media, has_location })
}

/// What a response of the oldest version holds.
fn produced<'t>(context: &Context<'t>, operation: Node<'t>, node: Node<'t>) -> Vec<Media<'t>> {
    let Some(schema) = node.get("schema") else { return Vec::new() };
    let types = media::types(context, operation, "produces").into_iter();
    let mut media: Vec<_> =
        types.map(|(node, name)| Media { node, name, schema: Some(schema) }).collect();
    if media.is_empty() {
        media.push(Media { node: schema, name: "application/json", schema: Some(schema) });
    }
    media
}

/// Reports headers, which clients hand over as they come; all but the address.
fn headers(context: &mut Context<'_>, status: &str, node: Node<'_>) -> bool {
    let mut has_location = false;
    for (name, header) in node.get("headers").map(Node::members).unwrap_or_default() {
        if name.eq_ignore_ascii_case("location") && status.starts_with('2') {
            header.whole();
            has_location = true;
            continue;
        }
        let what = format!("the answer carries the header `{name}`");
        let instead = "clients hand over all headers, without types";
        context.findings.push(ImportProblemKind::Header, header, what, instead);
    }
    has_location
}
