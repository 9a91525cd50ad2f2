//! The client: where every resource is reached.

use deskpro_spec::api::Api;

use super::Context;
use super::accessor::{self, AccessorPlan};
use super::case::ident;
use super::docs::Docs;
use super::imports::Imports;
use super::scope::Scope;
use super::types::Types;

/// The client of the API.
#[derive(Debug)]
pub struct ClientPlan {
    /// What it is.
    pub docs: Docs,
    /// What the file uses from elsewhere.
    pub imports: Imports,
    /// The name of the API for people.
    pub title: String,
    /// What precedes every path.
    pub base_path: String,
    /// Whether a date may pin the version.
    pub date_pinned: bool,
    /// Headers that every request carries.
    pub headers: Vec<(String, String)>,
    /// Ways to the resources that have no parent.
    pub accessors: Vec<AccessorPlan>,
}

/// Plans the client.
pub(super) fn plan(context: &Context<'_>) -> ClientPlan {
    let api = context.api;
    let mut imports = Imports::new(&ident("client"), &context.options.generated, []);
    for name in ["ApiFacts", "Auth", "ClientBuilder"] {
        imports.runtime(name);
    }
    let mut types = Types { api, names: context.names, imports: &mut imports };
    let mut methods = Scope::with(&["builder", "from", "as_ref", "clone", "fmt"]);
    let accessors = api
        .resource_ids()
        .filter(|&id| api[id].parent.is_none())
        .map(|id| accessor::plan(context, &mut types, id, &mut methods))
        .collect();
    let mut docs =
        Docs::line(format!("A client of the {}.", Docs::new(&api.title).lines.join(" ")));
    docs.lines.push(String::new());
    docs.lines.extend(Docs::new(&api.docs).lines);
    docs.lines.extend(legend(api));
    ClientPlan {
        docs,
        title: api.title.clone(),
        base_path: api.base_path.clone(),
        date_pinned: api.date_pinned,
        headers: api
            .headers
            .iter()
            .map(|header| (header.name.clone(), header.value.clone()))
            .collect(),
        accessors,
        imports,
    }
}

/// What the keys mean that documentation cites as sources.
fn legend(api: &Api) -> Vec<String> {
    if api.sources.is_empty() {
        return Vec::new();
    }
    let entries = api.sources.iter().map(|source| {
        let docs = Docs::new(&source.docs).lines.join(" ");
        format!("- {}: {docs}", Docs::new(&source.key).lines.join(" "))
    });
    let head = ["", "# Sources", "", "The keys that documentation cites:", ""].map(str::to_owned);
    head.into_iter().chain(entries).collect()
}
