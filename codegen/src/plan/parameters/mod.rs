//! Requests that operations have in common: where many take the same parameters, and nothing else
//! that is optional, one generic type has the setters of all of them.
//!
//! What a crate costs to compile is its number of items, and those of a type for every list are
//! many. A function over lists of whatever kind can be written besides. Which type a request is is
//! not promised, since that depends on what other operations take; its own name stays.

mod signature;

use std::collections::BTreeMap;

use deskpro_spec::api::{Api, Operation, Parameter, Type};
use proc_macro2::Ident;

use self::signature::{Signature, optional};
use super::answer::Answer;
use super::argument::{ArgumentPlan, Conversion, plan_query, query_docs};
use super::case::{ident, snake};
use super::docs::{Docs, code};
use super::features::Section;
use super::imports::Imports;
use super::request::{Part, PartPlan, RequestSetter, setter_names};
use super::rust_type::RustType;
use super::types::Types;
use super::{Context, Options};

/// `parameters.rs`
#[derive(Debug, Hash)]
pub struct ParametersPlan {
    /// What the file uses from elsewhere.
    pub imports: Imports,
    /// The requests.
    pub requests: Vec<SharedRequestPlan>,
    /// Whether requests can be sent several at once.
    pub batch: bool,
}

/// A request that operations have in common.
#[derive(Debug, Hash)]
pub struct SharedRequestPlan {
    /// What it is.
    pub docs: Docs,
    /// Its name: `CallWithPageCount`
    pub name: Ident,
    /// What may be set.
    pub setters: Vec<RequestSetter>,
    /// What may be set where a page of `M` comes back.
    pub page_setters: Vec<RequestSetter>,
    /// Whether a page of `M` comes back for any of the operations.
    pub pages: bool,
    /// Whether an `M` comes back for any of them.
    pub envelopes: bool,
}

/// How many operations must take the same before they have their request in common.
const ENOUGH: usize = 3;

/// The module of these requests.
const MODULE: &str = "parameters";

/// The requests that operations have in common, by what tells them apart.
#[derive(Debug, Default)]
pub(super) struct SharedRequests<'a> {
    groups: BTreeMap<Signature<'a>, Group<'a>>,
}

/// Operations that take the same.
#[derive(Debug)]
struct Group<'a> {
    name: Ident,
    operations: Vec<&'a Operation>,
}

impl<'a> SharedRequests<'a> {
    /// Those of all operations of a description; none where they would have no file to stand in.
    pub(super) fn of(api: &'a Api, options: &Options) -> Self {
        if options.is_alone || !options.shares_requests {
            return Self::default();
        }
        let mut groups: BTreeMap<Signature<'a>, Vec<&'a Operation>> = BTreeMap::new();
        for operation in api.resource_ids().flat_map(|id| &api[id].operations) {
            if let Some(signature) = Signature::of(api, operation) {
                groups.entry(signature).or_default().push(operation);
            }
        }
        // Parameters that differ in no more than their docs make the same name: most have it.
        let mut named: BTreeMap<String, (Signature<'a>, Vec<&'a Operation>)> = BTreeMap::new();
        for (signature, operations) in groups {
            let held = named.get(&signature.name()).map_or(ENOUGH - 1, |(_, held)| held.len());
            if operations.len() > held {
                named.insert(signature.name(), (signature, operations));
            }
        }
        let group = |(name, (signature, operations)): (String, _)| {
            (signature, Group { name: ident(&name), operations })
        };
        Self { groups: named.into_iter().map(group).collect() }
    }

    /// The request of an operation, where it is one of these.
    pub(super) fn request(&self, types: &mut Types<'_>, operation: &Operation) -> Option<RustType> {
        if self.groups.is_empty() {
            return None;
        }
        let signature = Signature::of(types.api, operation)?;
        let group = self.groups.get(&signature)?;
        Some(types.imports.item(&ident(MODULE), &group.name))
    }

    /// Plans the file of these requests; `None` where there is none.
    pub(super) fn plan(&self, context: &Context<'_>) -> Option<ParametersPlan> {
        let mut groups: Vec<_> = self.groups.values().collect();
        groups.sort_by(|one, other| one.name.cmp(&other.name));
        let mut imports = Imports::new(&ident(MODULE), &context.options.generated, []);
        imports.begin(Section::Shape, &context.options.generated);
        let mut types = Types { api: context.api, names: context.names, imports: &mut imports };
        let requests: Vec<_> = groups.iter().map(|group| group.plan(&mut types)).collect();
        let batch = context.api.batch.is_some();
        let any = |has: fn(&SharedRequestPlan) -> bool| requests.iter().any(has);
        let used = [
            ("Envelope", any(|request| request.envelopes)),
            ("Fields", any(|request| request.envelopes || request.pages)),
            ("Id", any(|request| !request.page_setters.is_empty())),
            ("IntoBatch", batch),
            ("Items", any(|request| request.pages)),
            ("Page", any(|request| request.pages)),
            ("Pages", any(|request| request.pages)),
        ];
        let used = used.into_iter().filter_map(|(name, is_used)| is_used.then_some(name));
        for name in used.chain(["Call", "FromResponse", "Refused", "Request", "ResponseFuture"]) {
            imports.runtime(name);
        }
        (!requests.is_empty()).then_some(ParametersPlan { imports, requests, batch })
    }
}

impl Group<'_> {
    fn plan(&self, types: &mut Types<'_>) -> SharedRequestPlan {
        let mut methods = setter_names();
        let mut setters = Vec::new();
        let mut page_setters = Vec::new();
        // All of them take the same.
        for parameter in self.operations.iter().take(1).copied().flat_map(optional) {
            let (argument, is_own_id) = plan_argument(types, parameter);
            let method = methods.claim(&argument.name.to_string(), "_parameter");
            let part = PartPlan { part: Part::Query, wire: parameter.name.clone(), argument };
            let setter = RequestSetter { method, deprecated: None, part };
            if is_own_id { page_setters.push(setter) } else { setters.push(setter) }
        }
        let answers = self.operations.iter().map(|operation| Answer::of(types.api, operation));
        let answers: Vec<_> = answers.collect();
        SharedRequestPlan {
            docs: self.docs(),
            name: self.name.clone(),
            setters,
            page_setters,
            pages: answers.contains(&Answer::Page),
            envelopes: answers.contains(&Answer::Envelope),
        }
    }

    fn docs(&self) -> Docs {
        let names = self.operations.iter().take(1).copied().flat_map(optional);
        let names: Vec<_> = names.map(|parameter| code(&parameter.name)).collect();
        let mut docs = Docs::line(format!("A request that may be given {}.", listing(&names)));
        docs.paragraph("It is answered with an `A`, or refused with an `E`. Operations have a name of their own for it.");
        docs
    }
}

/// The argument for a parameter, and whether it is the id of what is listed.
fn plan_argument(types: &mut Types<'_>, parameter: &Parameter) -> (ArgumentPlan, bool) {
    let id = || RustType::named("M").within("Id");
    let (ty, conversion) = match &parameter.ty {
        Type::Id(_) => (id(), Conversion::Into),
        Type::List(item) if matches!(**item, Type::Id(_)) => {
            (id().within("Vec"), Conversion::EachInto)
        }
        _ => return (plan_query(types, parameter), false),
    };
    let name = parameter.rust_name.as_deref().unwrap_or(&parameter.name);
    let docs = query_docs(types.api, parameter);
    (ArgumentPlan { docs, name: snake(name), ty, conversion }, true)
}

/// `a`, `b` and `c`
fn listing(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [name] => name.clone(),
        [names @ .., last] => format!("{} and {last}", names.join(", ")),
    }
}
