//! Bodies: what is sent or answered, in which media types.

use super::super::problem::ImportProblemKind;
use super::super::tree::Node;
use super::parameter::{Parameter, Place};
use super::{Context, Version};

/// What an operation sends.
#[derive(Debug, Clone)]
pub(in super::super) struct Body<'t> {
    pub(in super::super) node: Node<'t>,
    pub(in super::super) docs: Option<String>,
    /// In the order of the document.
    pub(in super::super) media: Vec<Media<'t>>,
    /// The parts of a form, of the oldest version.
    pub(in super::super) form: Vec<Parameter<'t>>,
}

/// A body in one media type.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Media<'t> {
    pub(in super::super) node: Node<'t>,
    /// Small letters, without parameters.
    pub(in super::super) name: &'t str,
    pub(in super::super) schema: Option<Node<'t>>,
}

impl Media<'_> {
    /// The media type without its parameters.
    pub(in super::super) fn essence(&self) -> String {
        let name = self.name.split(';').next().unwrap_or_default();
        name.trim().to_ascii_lowercase()
    }

    /// Whether it is JSON.
    pub(in super::super) fn is_json(&self) -> bool {
        let essence = self.essence();
        essence == "application/json" || essence.ends_with("+json") || essence == "text/json"
    }

    /// Whether it is a form.
    pub(in super::super) fn is_form(&self) -> bool {
        self.essence() == "multipart/form-data"
    }

    /// Whether it may be anything.
    pub(in super::super) fn is_any(&self) -> bool {
        matches!(self.essence().as_str(), "*/*" | "")
    }
}

/// What an operation sends. The parameters of the oldest version that are bodies leave the list.
pub(super) fn body<'t>(
    context: &mut Context<'t>,
    node: Node<'t>,
    parameters: &mut Vec<Parameter<'t>>,
) -> Option<Body<'t>> {
    if context.version != Version::V2 {
        let body = node.get("requestBody")?;
        let body = context.resolve(body)?;
        body.flag_of("required");
        let media = content(body);
        return Some(Body { node: body, docs: body.prose_of("description"), media, form: vec![] });
    }
    let (form, others): (Vec<_>, Vec<_>) =
        parameters.drain(..).partition(|it| it.place == Place::Form);
    let (bodies, others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|it| it.place == Place::Body);
    *parameters = others;
    let consumed = types(context, node, "consumes");
    if let Some(body) = bodies.into_iter().next() {
        let media =
            consumed.iter().map(|(node, name)| Media { node: *node, name, schema: body.schema });
        let mut media: Vec<_> = media.collect();
        if media.is_empty() {
            media.push(Media { node: body.node, name: "application/json", schema: body.schema });
        }
        return Some(Body { node: body.node, docs: body.docs, media, form: vec![] });
    }
    let first = form.first()?.node;
    let media = consumed.iter().map(|(node, name)| Media { node: *node, name, schema: None });
    Some(Body { node: first, docs: None, media: media.collect(), form })
}

/// The media types of a body or a response.
pub(super) fn content(node: Node<'_>) -> Vec<Media<'_>> {
    let media = node.get("content").map(Node::members).unwrap_or_default().into_iter();
    media.map(|(name, node)| Media { node, name, schema: node.get("schema") }).collect()
}

/// The media types that an operation of the oldest version takes or gives.
pub(super) fn types<'t>(
    context: &Context<'t>,
    node: Node<'t>,
    key: &str,
) -> Vec<(Node<'t>, &'t str)> {
    let own = node.get(key).or_else(|| context.root.get(key));
    let types = own.map(Node::items).unwrap_or_default().into_iter();
    types.filter_map(|node| Some((node, node.text()?))).collect()
}

/// Reports the media types that were not taken.
pub(in super::super) fn others(context: &mut Context<'_>, media: &[Media<'_>], taken: usize) {
    let of = media.get(taken).map(|it| it.name).unwrap_or_default();
    for (at, other) in media.iter().enumerate() {
        if at != taken && !other.is_any() {
            let what = format!("the body may be `{}` too", other.name);
            let instead = format!("only `{of}` is described");
            context.findings.push(ImportProblemKind::MediaType, other.node, what, instead);
        }
    }
}
