//! The client: where every resource is reached.

use deskpro_spec::api::{Api, Batch, ResourceId};

use super::Context;
use super::accessor::{self, AccessorPlan};
use super::case::{camel, ident};
use super::docs::Docs;
use super::features::{Condition, Section};
use super::imports::Imports;
use super::operation::{ErrorAlias, FactsPlan};
use super::rust_type::RustType;
use super::scope::Scope;
use super::types::Types;

/// The client of the API.
#[derive(Debug, Hash)]
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
    /// The header with which a GET may be sent as POST, with its query in the body.
    pub query_in_body: Option<String>,
    /// How several requests are sent at once.
    pub batch: Option<BatchPlan>,
    /// Ways to the resources that have no parent, by what they depend on.
    pub groups: Vec<AccessorGroup>,
}

/// Ways to resources that are there under the same condition.
#[derive(Debug, Hash)]
pub struct AccessorGroup {
    /// When they are there.
    pub condition: Condition,
    /// The section of the imports that they need.
    pub section: Section,
    /// The ways.
    pub accessors: Vec<AccessorPlan>,
}

/// How several requests are sent at once.
#[derive(Debug, Hash)]
pub struct BatchPlan {
    /// What it does.
    pub docs: Docs,
    /// What is known of the operation.
    pub facts: FactsPlan,
    /// The name of the error type, and what it is an alias of.
    pub error: ErrorAlias,
}

/// Plans the client, from which these resources are reached.
pub(super) fn plan(context: &Context<'_>, reached: &[ResourceId]) -> ClientPlan {
    let api = context.api;
    let mut imports = Imports::new(&ident("client"), &context.options.generated, []);
    for name in ["ApiFacts", "Auth", "ClientBuilder"] {
        imports.runtime(name);
    }
    let mut types = Types { api, names: context.names, imports: &mut imports };
    let mut methods = Scope::with(&["batch", "builder", "from", "as_ref", "clone", "fmt"]);
    let batch = api.batch.as_ref().map(|batch| plan_batch(context, &mut types, batch));
    let families = api.family_ids().filter(|_| context.options.features).map(Some);
    let families = std::iter::once(None).chain(families);
    let mut groups = Vec::new();
    for family in families {
        let section = family.map_or(Section::Shape, Section::Family);
        types.imports.begin(section, &context.options.generated);
        let belongs = |id: &ResourceId| !context.options.features || api[*id].family == family;
        let accessors: Vec<_> = reached
            .iter()
            .filter(|&&id| api[id].parent.is_none())
            .filter(|id| belongs(id))
            .map(|&id| accessor::plan(context, &mut types, id, &mut methods))
            .collect();
        let condition = context.features.of_family(api, family);
        if !accessors.is_empty() {
            groups.push(AccessorGroup { condition, section, accessors });
        }
    }
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
        query_in_body: api.query_in_body.clone(),
        batch,
        groups,
        imports,
    }
}

fn plan_batch(context: &Context<'_>, types: &mut Types<'_>, batch: &Batch) -> BatchPlan {
    for name in ["Batch", "Method", "Operation"] {
        types.imports.runtime(name);
    }
    let mut docs = Docs::new(&batch.docs);
    docs.paragraph(format!("`{} {}`", batch.method, batch.path));
    docs.sources(context.api, &batch.sources);
    let names = &context.names[batch.errors];
    let name = ident("BatchError");
    let set = types.imports.item(&names.module, &names.name);
    BatchPlan {
        docs,
        facts: FactsPlan {
            constant: ident("BATCH"),
            name: "batch".to_owned(),
            method: ident(&camel(batch.method.as_str())),
            path: batch.path.clone(),
            negotiable: false,
            repeatable: false,
            success: vec![batch.success],
            accept: None,
        },
        error: ErrorAlias {
            docs: Docs::line("Why a batch was refused as a whole."),
            set: (set != RustType::Named(name.clone())).then_some(set),
            name,
        },
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
