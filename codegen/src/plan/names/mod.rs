//! Every Rust name that output can hold, chosen once and before anything is planned.

mod chosen;
#[cfg(feature = "diff")]
mod paths;
mod table;

pub use chosen::{handle_name, is_reserved, item_names, object_name};
#[cfg(feature = "diff")]
pub(crate) use paths::ItemPaths;
pub(in crate::plan) use table::NameTable;

use deskpro_spec::api::{Api, Field, Meaning, Method, Operation, Resource, ResourceId, Type};
use heck::ToUpperCamelCase;
use proc_macro2::Ident;

use super::case::{camel, ident, snake, snake_text};
use super::input::takes_input;
use super::scope::Scope;

/// Type names that generated files import or that Rust's prelude and derives rely on. A type of the
/// description that would have such a name is given another. They are in order.
pub(in crate::plan) const RESERVED_TYPES: &[&str] = &[
    "Api",
    "ApiFacts",
    "AsRef",
    "Auth",
    "Bare",
    "Batch",
    "Box",
    "Bytes",
    "Call",
    "Clear",
    "Client",
    "ClientBuilder",
    "Clone",
    "Content",
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
    "Extra",
    "Fields",
    "Formatter",
    "From",
    "FromResponse",
    "Holds",
    "Id",
    "Input",
    "Into",
    "IntoBatch",
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
    "Text",
    "ToString",
    "Untyped",
    "UntypedKind",
    "Updated",
    "Upload",
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
const RESERVED_MODULES: &[&str] =
    &["client", "errors", "linked", "parameters", "types", "core", "std"];

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
            scope.claim(&snake_text(name), "_field")
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
    /// `TicketKind`, where it is not known what the resource holds.
    pub(in crate::plan) kind: Option<Ident>,
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

fn resource_names(api: &Api, own: ResourceId, module: Ident, scope: &mut Scope) -> ResourceNames {
    let resource = &api[own];
    let model = scope.claim(&camel(&resource.singular), "Data");
    let id =
        (resource.id == Some(Type::Id(own))).then(|| scope.claim(&format!("{model}Id"), "Key"));
    let kind = resource.is_untyped.then(|| scope.claim(&format!("{model}Kind"), "Type"));
    let handle = scope.claim(&camel(&resource.name), "Handle");
    let mut methods = Scope::with(HANDLE_METHODS);
    let mut facts = Scope::default();
    let names: Vec<_> = resource
        .operations
        .iter()
        .map(|operation| methods.claim(&snake_text(&operation.name), "_operation"))
        .collect();
    let operations = resource
        .operations
        .iter()
        .zip(names)
        .map(|(operation, method)| {
            let request = scope.claim(&request_name(api, resource, operation), "Request");
            OperationNames {
                from: takes_input(operation).then(|| {
                    let name = snake_text(&format!("{}_from", operation.name));
                    methods.claim(&name, "_operation")
                }),
                method,
                error: scope.claim(&format!("{request}Error"), "Set"),
                facts: facts.claim(&snake_text(&operation.name).to_uppercase(), "_OPERATION"),
                request,
            }
        })
        .collect();
    ResourceNames { module, model, kind, id, handle, operations }
}

/// `ListTickets`, `GetTicket`, `RemoveAgentPermissions`, `ListTicketAttachmentsByMessage`: the noun
/// stands behind the word that says what is done. What begins with no such word, and what only reads,
/// is named after what it belongs to: `PersonTickets`, `ArticleCounts`, `SettingsCaptcha`.
fn request_name(api: &Api, resource: &Resource, operation: &Operation) -> String {
    let (first, rest) = operation.name.split_once('_').unwrap_or((&operation.name, ""));
    let of_model = ["get", "create", "update", "delete"];
    let is_verb = of_model.contains(&first);
    let acts = operation.method != Method::Get && api[operation.verb].meaning == Meaning::Action;
    let is_list = |it: &Operation| api[it.verb].meaning == Meaning::List;
    let is_single = resource.id.is_none() && !resource.operations.iter().any(is_list);
    // What there is only one of is called as it is reached.
    let noun = match is_single && !of_model.contains(&operation.name.as_str()) {
        true => camel(&resource.name),
        false => camel(&resource.singular),
    };
    match first {
        "list" => format!("List{}{}", camel(&resource.name), rest.to_upper_camel_case()),
        _ if is_verb || acts => {
            format!("{}{noun}{}", camel(first), rest.to_upper_camel_case())
        }
        _ => format!("{noun}{}", camel(&operation.name)),
    }
}

#[cfg(test)]
mod tests {
    use super::RESERVED_TYPES;

    #[test]
    fn reserved_types_are_in_order() {
        assert!(RESERVED_TYPES.is_sorted());
    }
}
