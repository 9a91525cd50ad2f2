//! Every Rust name that output can hold, chosen once and before anything is planned.

mod chosen;

pub use chosen::{handle_name, is_reserved, object_name};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Index;

use deskpro_spec::api::{
    Api, ErrorSetId, ErrorSetName, Field, Meaning, Operation, Resource, ResourceId, Type, TypeId,
};
use heck::ToUpperCamelCase;
use proc_macro2::Ident;

use super::case::{camel, ident, snake};
use super::scope::Scope;

/// Type names that generated files import or that Rust's prelude and derives rely on. A type of the
/// description that would have such a name is given another.
pub(in crate::plan) const RESERVED_TYPES: &[&str] = &[
    "Api",
    "ApiFacts",
    "AsRef",
    "Auth",
    "Box",
    "Call",
    "Clear",
    "Client",
    "ClientBuilder",
    "Clone",
    "Copy",
    "Created",
    "Date",
    "DateTime",
    "Debug",
    "Decode",
    "Default",
    "Deleted",
    "Display",
    "Empty",
    "Encode",
    "Envelope",
    "Eq",
    "Err",
    "Error",
    "Fields",
    "Formatter",
    "From",
    "Holds",
    "Id",
    "Input",
    "Into",
    "IntoIterator",
    "IntoSet",
    "Invalid",
    "Items",
    "Iterator",
    "Json",
    "JsonReader",
    "Kind",
    "Map",
    "Method",
    "None",
    "Ok",
    "Operation",
    "Option",
    "Page",
    "Pages",
    "PartialEq",
    "Ref",
    "Refusal",
    "Refused",
    "Request",
    "Resource",
    "ResponseFuture",
    "Result",
    "Self",
    "Send",
    "Sensitive",
    "Set",
    "Some",
    "String",
    "Sync",
    "ToString",
    "Updated",
    "ValidationCode",
    "Vec",
    "Writer",
    "kind",
];

/// Methods that a handle has, or that it would seem to have from a trait.
pub(in crate::plan) const HANDLE_METHODS: &[&str] = &["new", "clone", "cmp", "fmt"];

/// Methods that would seem to be those of operators, were they setters.
pub(in crate::plan) const OPERATORS: &[&str] =
    &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// Modules that every client has.
const RESERVED_MODULES: &[&str] = &["client", "errors", "types", "core", "std"];

/// The name of a parameter of a path as a handle holds it, beside its client.
pub(in crate::plan) fn held_name(parameter: &str) -> Ident {
    let name = snake(parameter);
    if name == "client" { ident("client_parameter") } else { name }
}

/// The Rust names of fields, in order.
pub(in crate::plan) fn field_names(fields: &[&Field]) -> Vec<Ident> {
    let mut scope = Scope::default();
    fields
        .iter()
        .map(|field| {
            let name = field.rust_name.as_deref().unwrap_or(&field.name);
            scope.claim(&snake(name).to_string(), "_field")
        })
        .collect()
}

/// The names of one resource.
#[derive(Debug, Clone)]
pub(in crate::plan) struct ResourceNames {
    /// `tickets`
    pub(in crate::plan) module: Ident,
    /// `Ticket`
    pub(in crate::plan) model: Ident,
    /// `TicketId`, where the resource has ids of its own.
    pub(in crate::plan) id: Option<Ident>,
    /// `Tickets`
    pub(in crate::plan) handle: Ident,
    /// The names of its operations, in the order of [`Resource::operations`].
    pub(in crate::plan) operations: Vec<OperationNames>,
}

/// The names of one operation.
#[derive(Debug, Clone)]
pub(in crate::plan) struct OperationNames {
    /// `list`
    pub(in crate::plan) method: Ident,
    /// `create_from`, where requests have a body.
    pub(in crate::plan) from: Option<Ident>,
    /// `ListTickets`
    pub(in crate::plan) request: Ident,
    /// `ListTicketsError`
    pub(in crate::plan) error: Ident,
    /// `LIST`
    pub(in crate::plan) facts: Ident,
}

/// The name of one type, and where it is.
#[derive(Debug, Clone)]
pub(in crate::plan) struct TypeNames {
    pub(in crate::plan) module: Ident,
    pub(in crate::plan) name: Ident,
}

/// Every name that one module can refer to another by.
#[derive(Debug)]
pub(in crate::plan) struct NameTable {
    resources: BTreeMap<ResourceId, ResourceNames>,
    types: BTreeMap<TypeId, TypeNames>,
    error_sets: BTreeMap<ErrorSetId, TypeNames>,
    declared: BTreeMap<String, BTreeSet<String>>,
}

impl NameTable {
    /// Chooses the names of everything in `api`.
    pub(in crate::plan) fn new(api: &Api) -> Self {
        let mut modules = Scope::with(RESERVED_MODULES);
        let mut scopes: BTreeMap<String, Scope> = BTreeMap::new();
        let mut table = Self {
            resources: BTreeMap::new(),
            types: BTreeMap::new(),
            error_sets: BTreeMap::new(),
            declared: BTreeMap::new(),
        };
        for id in api.resource_ids() {
            let module = modules.claim(&snake(&api[id].name).to_string(), "_resource");
            let mut scope = Scope::with(RESERVED_TYPES);
            table.resources.insert(id, resource_names(api, id, module.clone(), &mut scope));
            scopes.insert(module.to_string(), scope);
        }
        let mut shared = Scope::with(RESERVED_TYPES);
        for id in api.type_ids() {
            let def = &api[id];
            let module =
                def.owner.map_or_else(|| ident("types"), |owner| table[owner].module.clone());
            let scope = scopes.get_mut(&module.to_string()).unwrap_or(&mut shared);
            let name = scope.claim(&camel(&def.name), "Data");
            table.types.insert(id, TypeNames { module, name });
        }
        let mut errors = Scope::with(RESERVED_TYPES);
        for id in api.error_set_ids() {
            let names = table.error_set_names(api, id, &mut errors);
            table.error_sets.insert(id, names);
        }
        scopes.insert("types".to_owned(), shared);
        scopes.insert("errors".to_owned(), errors);
        table.declared =
            scopes.into_iter().map(|(module, scope)| (module, scope.into_names())).collect();
        table
    }

    /// The names that a module declares, reserved ones included.
    pub(in crate::plan) fn declared(&self, module: &Ident) -> impl Iterator<Item = String> + '_ {
        self.declared.get(&module.to_string()).into_iter().flatten().cloned()
    }

    fn error_set_names(&self, api: &Api, id: ErrorSetId, errors: &mut Scope) -> TypeNames {
        match &api[id].name {
            ErrorSetName::Declared(name) => {
                let name = errors.claim(&format!("{}Error", camel(name)), "Set");
                TypeNames { module: ident("errors"), name }
            }
            ErrorSetName::Operation(resource, operation) => {
                self.operation_error(api, resource, operation).unwrap_or_else(|| TypeNames {
                    module: ident("errors"),
                    name: errors
                        .claim(&format!("{}{}Error", camel(operation), camel(resource)), "Set"),
                })
            }
        }
    }

    fn operation_error(&self, api: &Api, resource: &str, operation: &str) -> Option<TypeNames> {
        let id = api.resource_ids().find(|&id| api[id].name == resource)?;
        let index = api[id].operations.iter().position(|found| found.name == operation)?;
        let names = &self[id];
        let name = names.operations.get(index)?.error.clone();
        Some(TypeNames { module: names.module.clone(), name })
    }
}

impl Index<ResourceId> for NameTable {
    type Output = ResourceNames;

    fn index(&self, id: ResourceId) -> &ResourceNames {
        &self.resources[&id]
    }
}

impl Index<TypeId> for NameTable {
    type Output = TypeNames;

    fn index(&self, id: TypeId) -> &TypeNames {
        &self.types[&id]
    }
}

impl Index<ErrorSetId> for NameTable {
    type Output = TypeNames;

    fn index(&self, id: ErrorSetId) -> &TypeNames {
        &self.error_sets[&id]
    }
}

fn resource_names(api: &Api, own: ResourceId, module: Ident, scope: &mut Scope) -> ResourceNames {
    let resource = &api[own];
    let model = scope.claim(&camel(&resource.singular), "Data");
    let id =
        (resource.id == Some(Type::Id(own))).then(|| scope.claim(&format!("{model}Id"), "Key"));
    let handle = scope.claim(&camel(&resource.name), "Handle");
    let mut methods = Scope::with(HANDLE_METHODS);
    let mut facts = Scope::default();
    let names: Vec<_> = resource
        .operations
        .iter()
        .map(|operation| methods.claim(&snake(&operation.name).to_string(), "_operation"))
        .collect();
    let operations = resource
        .operations
        .iter()
        .zip(names)
        .map(|(operation, method)| {
            let request = scope.claim(&request_name(api, resource, operation), "Request");
            OperationNames {
                from: operation.body.is_some().then(|| {
                    let name = snake(&format!("{}_from", operation.name));
                    methods.claim(&name.to_string(), "_operation")
                }),
                method,
                error: scope.claim(&format!("{request}Error"), "Set"),
                facts: facts
                    .claim(&snake(&operation.name).to_string().to_uppercase(), "_OPERATION"),
                request,
            }
        })
        .collect();
    ResourceNames { module, model, id, handle, operations }
}

/// `ListTickets`, `GetTicket`, `RemoveAgentPermissions`, `ListTicketAttachmentsByMessage`: the noun
/// stands behind the word that says what is done. What begins with no such word is named after what
/// it belongs to: `PersonTickets`.
fn request_name(api: &Api, resource: &Resource, operation: &Operation) -> String {
    let (first, rest) = operation.name.split_once('_').unwrap_or((&operation.name, ""));
    let singular = camel(&resource.singular);
    let is_verb = ["get", "create", "update", "delete"].contains(&first);
    match first {
        "list" => format!("List{}{}", camel(&resource.name), rest.to_upper_camel_case()),
        _ if is_verb || api[operation.verb].meaning == Meaning::Action => {
            format!("{}{singular}{}", camel(first), rest.to_upper_camel_case())
        }
        _ => format!("{singular}{}", camel(&operation.name)),
    }
}
