//! What a document says of the API as a whole, with all its operations.

use std::collections::BTreeMap;

use super::super::problem::ImportProblemKind;
use super::super::tree::Node;
use super::operation::{self, Operation};
use super::{Context, Version};

/// A document as the one model of all versions.
#[derive(Debug)]
pub(in super::super) struct Source<'t> {
    pub(in super::super) title: String,
    pub(in super::super) docs: Option<String>,
    /// The version of the API.
    pub(in super::super) version: Option<String>,
    /// What precedes every path: empty, or with a slash at its beginning and none at its end.
    pub(in super::super) base_path: String,
    /// The address of the first server.
    pub(in super::super) server: Option<String>,
    /// What tags mean, by name.
    pub(in super::super) tags: BTreeMap<&'t str, String>,
    pub(in super::super) schemes: Vec<Scheme<'t>>,
    pub(in super::super) operations: Vec<Operation<'t>>,
}

/// A way to say who is asking.
#[derive(Debug)]
pub(in super::super) struct Scheme<'t> {
    pub(in super::super) name: &'t str,
    pub(in super::super) header: String,
    pub(in super::super) prefix: &'static str,
    pub(in super::super) docs: Option<String>,
}

/// Reads a document.
pub(in super::super) fn read<'t>(context: &mut Context<'t>) -> Source<'t> {
    let root = context.root;
    let info = root.get("info");
    let said = |key: &str| info.and_then(|info| info.prose_of(key));
    let (server, base_path) = servers(context);
    let link = super::operation::with_link(None, root);
    let docs = [said("summary"), said("description"), link, about(info)].into_iter().flatten();
    let docs: Vec<_> = docs.collect();
    let operations = operation::all(context);
    Source {
        title: said("title").unwrap_or_else(|| "API".to_owned()),
        docs: (!docs.is_empty()).then(|| docs.join("\n\n")),
        version: said("version"),
        base_path,
        server,
        tags: tags(root),
        schemes: schemes(context),
        operations,
    }
}

/// Contact, licence, terms and further documentation, as prose.
fn about(info: Option<Node<'_>>) -> Option<String> {
    let info = info?;
    let named = |key: &str| {
        let node = info.get(key)?;
        let keys = ["name", "identifier", "email", "url"];
        let mut parts: Vec<_> = keys.iter().filter_map(|key| node.prose_of(key)).collect();
        parts.dedup();
        (!parts.is_empty()).then(|| parts.join(", "))
    };
    let parts = [
        ("Terms of service", info.prose_of("termsOfService")),
        ("Contact", named("contact")),
        ("Licence", named("license")),
    ];
    let parts = parts.into_iter().filter_map(|(name, said)| Some(format!("{name}: {}.", said?)));
    let parts: Vec<_> = parts.collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn tags(root: Node<'_>) -> BTreeMap<&str, String> {
    let tags = root.get("tags").map(Node::items).unwrap_or_default().into_iter();
    let tags = tags.filter_map(|tag| {
        let name = tag.text_of("name")?;
        Some((name, super::operation::with_link(tag.prose_of("description"), tag)?))
    });
    tags.collect()
}

/// The address of the first server and its path.
fn servers(context: &mut Context<'_>) -> (Option<String>, String) {
    if context.version == Version::V2 {
        return host(context.root);
    }
    let servers = context.root.get("servers").map(Node::items).unwrap_or_default();
    let mut servers = servers.into_iter();
    let Some(first) = servers.next() else { return (None, String::new()) };
    for other in servers {
        let what = format!("there is a further server {}", other.whole());
        let instead = "clients are told whom to ask";
        context.findings.push(ImportProblemKind::Server, other, what, instead);
    }
    let mut url = first.text_of("url").unwrap_or_default().to_owned();
    first.text_of("description");
    for (name, variable) in first.get("variables").map(Node::members).unwrap_or_default() {
        let default = variable.text_of("default").unwrap_or_default();
        url = url.replace(&format!("{{{name}}}"), default);
        variable.whole();
    }
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default(),
        None if url.starts_with('/') => &url,
        None => "",
    };
    let path = base_path(context, first, path);
    (url.contains("://").then_some(url), path)
}

/// Where a document of the oldest version says that the API is.
fn host(root: Node<'_>) -> (Option<String>, String) {
    let schemes = root.get("schemes").map(Node::items).unwrap_or_default();
    let schemes: Vec<_> = schemes.into_iter().filter_map(Node::text).collect();
    let scheme = if schemes.contains(&"https") { "https" } else { "http" };
    let path = root.text_of("basePath").unwrap_or_default().trim_end_matches('/');
    let is_path = |path: &str| path.starts_with('/') && is_base_path(path);
    let path = if is_path(path) { path } else { "" };
    let host = root.text_of("host").map(|host| format!("{scheme}://{host}{path}"));
    (host, path.to_owned())
}

/// What precedes every path, where it can.
fn base_path(context: &mut Context<'_>, server: Node<'_>, path: &str) -> String {
    let path = path.trim_end_matches('/');
    if path.is_empty() || is_base_path(path) {
        return path.to_owned();
    }
    let what = format!("`{path}` cannot precede every path");
    context.findings.note(ImportProblemKind::Server, server, what, "the base path is empty");
    String::new()
}

fn is_base_path(path: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/".contains(c);
    let is_dots = |segment: &str| segment == "." || segment == "..";
    path.len() < 500
        && path.chars().all(allowed)
        && !path.contains("//")
        && !path.split('/').any(is_dots)
}

fn schemes<'t>(context: &mut Context<'t>) -> Vec<Scheme<'t>> {
    let root = context.root;
    let declared = match context.version {
        Version::V2 => root.get("securityDefinitions"),
        _ => root.get("components").and_then(|it| it.get("securitySchemes")),
    };
    // Clients send what they are given with every request.
    if let Some(required) = root.get("security") {
        required.whole();
    }
    let mut schemes = Vec::new();
    for (name, node) in declared.map(Node::members).unwrap_or_default() {
        let Some(node) = context.resolve(node) else { continue };
        match scheme(name, node) {
            Some(scheme) => schemes.push(scheme),
            None => {
                let what = format!("clients have no way to say who is asking as `{name}` does");
                let instead = "it is not described";
                context.findings.push(ImportProblemKind::Security, node, what, instead);
            }
        }
    }
    schemes
}

/// A way that consists of a header.
fn scheme<'t>(name: &'t str, node: Node<'t>) -> Option<Scheme<'t>> {
    let kind = node.text_of("type")?;
    let docs = node.prose_of("description");
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let (header, prefix) = match kind {
        "apiKey" if node.text_of("in") == Some("header") => {
            let header = node.text_of("name").filter(|name| !name.is_empty())?;
            (header, "")
        }
        "http" => {
            let scheme = node.text_of("scheme")?.to_ascii_lowercase();
            node.text_of("bearerFormat");
            ("Authorization", if scheme == "bearer" { "Bearer " } else { return None })
        }
        "oauth2" | "openIdConnect" => {
            node.whole();
            ("Authorization", "Bearer ")
        }
        _ => return None,
    };
    let is_header = header.bytes().all(is_token);
    is_header.then(|| Scheme { name, header: header.to_owned(), prefix, docs })
}
