//! Parameters of paths, queries, headers, cookies and forms.

use super::super::problem::ImportProblemKind;
use super::super::tree::Node;
use super::{Context, Version};

/// A parameter.
#[derive(Debug, Clone)]
pub(in super::super) struct Parameter<'t> {
    pub(in super::super) node: Node<'t>,
    pub(in super::super) name: &'t str,
    pub(in super::super) place: Place,
    pub(in super::super) is_required: bool,
    pub(in super::super) is_deprecated: bool,
    pub(in super::super) docs: Option<String>,
    /// Its schema; the parameter itself in the oldest version.
    pub(in super::super) schema: Option<Node<'t>>,
    /// Whether it is written otherwise than by commas, where it is a list, and how.
    pub(in super::super) style: Option<String>,
    pub(in super::super) example: Option<Node<'t>>,
}

/// Where a parameter stands in a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Place {
    Path,
    Query,
    Header,
    Cookie,
    /// The whole body, of the oldest version.
    Body,
    /// A part of a form, of the oldest version.
    Form,
}

/// The parameters of a path or an operation.
pub(super) fn list<'t>(context: &mut Context<'t>, node: Node<'t>) -> Vec<Parameter<'t>> {
    let nodes = node.get("parameters").map(Node::items).unwrap_or_default();
    nodes.into_iter().filter_map(|node| parameter(context, node)).collect()
}

fn parameter<'t>(context: &mut Context<'t>, node: Node<'t>) -> Option<Parameter<'t>> {
    let node = context.resolve(node)?;
    let place = match node.text_of("in") {
        Some("path") => Place::Path,
        Some("query") => Place::Query,
        Some("header") => Place::Header,
        Some("cookie") => Place::Cookie,
        Some("body") => Place::Body,
        Some("formData") => Place::Form,
        _ => {
            let what = "this parameter has no place that is known";
            context.findings.push(ImportProblemKind::Parameter, node, what, "it is left out");
            return None;
        }
    };
    let name = node.text_of("name").unwrap_or_default();
    let schema = schema(context, node, place);
    Some(Parameter {
        node,
        name,
        place,
        is_required: node.flag_of("required"),
        is_deprecated: node.flag_of("deprecated"),
        docs: node.prose_of("description"),
        style: style(context.version, node, place),
        schema,
        example: example(node),
    })
}

/// What is sent: a schema, the schema of a media type, or what the parameter itself says.
fn schema<'t>(context: &mut Context<'t>, node: Node<'t>, place: Place) -> Option<Node<'t>> {
    if context.version == Version::V2 && place != Place::Body {
        return Some(node);
    }
    if let Some(content) = node.get("content") {
        let what = "this parameter is written in a media type";
        let instead = "it is a text that the caller writes";
        context.findings.push(ImportProblemKind::Parameter, content, what, instead);
        return None;
    }
    node.get("schema")
}

/// How a list is written, where that is not with commas.
fn style(version: Version, node: Node<'_>, place: Place) -> Option<String> {
    if version == Version::V2 {
        let format = node.text_of("collectionFormat").filter(|format| *format != "csv");
        return format.map(|format| format!("in the format `{format}`"));
    }
    let style = node.text_of("style").unwrap_or(match place {
        Place::Query | Place::Cookie => "form",
        _ => "simple",
    });
    let explodes = node.get("explode").and_then(Node::flag).unwrap_or(style == "form");
    node.get("allowReserved");
    match (style, explodes) {
        ("form" | "simple", false) | ("simple", true) => None,
        ("form", true) => Some("as several parameters of one name".to_owned()),
        (style, _) => Some(format!("in the style `{style}`")),
    }
}

/// The example, or the first of several.
fn example(node: Node<'_>) -> Option<Node<'_>> {
    let first = || {
        let (_, first) = node.get("examples")?.members().into_iter().next()?;
        first.get("value")
    };
    node.get("example").or_else(first)
}
