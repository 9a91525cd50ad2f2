//! From names that users write to what a description has under them.

use deskpro_codegen::Options;
use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::{
    FOREIGN_CLIENT, UNKNOWN_OPERATION, UNKNOWN_RESOURCE, UNKNOWN_TYPE,
};
use deskpro_spec::api::{Operation, Resource, ResourceId, TypeDef, TypeId, TypeKind};
use deskpro_spec::problem::closest;
use syn::Ident;

use super::Description;
use crate::arguments::{OperationPath, plain};

/// The client of the built-in description.
pub(crate) const CLIENT: &str = "::deskpro_client";

/// How many names a message lists.
const LISTED: usize = 10;

impl Description {
    /// The resource of this name; `None` after a mistake at the name.
    pub(crate) fn resource(
        &self,
        name: &Ident,
        mistakes: &mut Mistakes,
    ) -> Option<(ResourceId, &Resource)> {
        let text = plain(name);
        let found = self.api.resource_ids().find(|&id| self.api[id].name == text);
        if let Some(id) = found {
            return Some((id, &self.api[id]));
        }
        let known: Vec<_> = self.api.resources.iter().map(|found| found.name.as_str()).collect();
        let singular = self.api.resources.iter().find(|found| found.singular == text);
        let help = match singular {
            Some(resource) => {
                format!("help: resources are named in the plural: `{}`", resource.name)
            }
            None => help(&text, &known, "resources are"),
        };
        let message = format!("the description has no resource `{text}`\n{help}");
        mistakes.push(&UNKNOWN_RESOURCE, name, message);
        None
    }

    /// Whether the client has this resource; a client of another description may not, which is
    /// reported at the name.
    pub(crate) fn is_in_client(
        &self,
        resource: &Resource,
        options: &Options,
        name: &Ident,
        mistakes: &mut Mistakes,
    ) -> bool {
        if self.is_builtin || options.generated != CLIENT {
            return true;
        }
        let Some(client) = Self::builtin(mistakes) else { return false };
        if client.api.resource(&resource.name).is_some() {
            return true;
        }
        let message = format!(
            "`deskpro_client` does not have `{}`: it is generated from another description\n\
             help: name a client that is generated from this one: `client = crate::client`\n\
             note: described at {}",
            resource.name,
            self.place(resource.place),
        );
        mistakes.push(&FOREIGN_CLIENT, name, message);
        false
    }

    /// The operation of this path with its resource; `None` after a mistake at one of the names.
    pub(crate) fn operation(
        &self,
        path: &OperationPath,
        mistakes: &mut Mistakes,
    ) -> Option<(ResourceId, &Operation)> {
        let (id, resource) = self.resource(&path.resource, mistakes)?;
        let operation = self.operation_of(resource, &path.operation, mistakes)?;
        Some((id, operation))
    }

    /// The operation of this name; `None` after a mistake at the name.
    pub(crate) fn operation_of<'d>(
        &'d self,
        resource: &'d Resource,
        name: &Ident,
        mistakes: &mut Mistakes,
    ) -> Option<&'d Operation> {
        let text = plain(name);
        let found = resource.operations.iter().find(|operation| operation.name == text);
        if found.is_none() {
            let known: Vec<_> = resource.operations.iter().map(|it| it.name.as_str()).collect();
            let message = format!(
                "`{}` has no operation `{text}`\n{}\nnote: described at {}",
                resource.name,
                help(&text, &known, "its operations are"),
                self.place(resource.place),
            );
            mistakes.push(&UNKNOWN_OPERATION, name, message);
        }
        found
    }

    /// The object type of this name; `None` after a mistake at the name. A shared type goes before
    /// those of resources; of these, the first in the order of resources counts.
    pub(crate) fn object_type(
        &self,
        name: &Ident,
        mistakes: &mut Mistakes,
    ) -> Option<(TypeId, &TypeDef)> {
        let text = plain(name);
        let is_object = |id: &TypeId| matches!(self.api[*id].kind, TypeKind::Object(_));
        let objects: Vec<TypeId> = self.api.type_ids().filter(is_object).collect();
        if let Some(&id) = objects.iter().find(|&&id| self.api[id].name == text) {
            return Some((id, &self.api[id]));
        }
        let known: Vec<_> = objects.iter().map(|&id| self.api[id].name.as_str()).collect();
        let other = self.api.types.iter().find(|found| found.name == text);
        let message = match other {
            Some(other) => format!(
                "`{text}` is not an object, so it has no fields\n{}\nnote: described at {}",
                help("", &known, "object types are"),
                self.place(other.place),
            ),
            None => format!(
                "the description has no type `{text}`\n{}",
                help(&text, &known, "object types are"),
            ),
        };
        mistakes.push(&UNKNOWN_TYPE, name, message);
        None
    }
}

/// `` help: did you mean `tickets`? ``, or what there is: `` help: resources are `me`, `people` ``.
pub(crate) fn help(word: &str, known: &[&str], are: &str) -> String {
    if let Some(close) = closest(word, known.iter().copied()) {
        return format!("help: did you mean `{close}`?");
    }
    let shown: Vec<String> = known.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
    match (shown.is_empty(), known.len().saturating_sub(LISTED)) {
        (true, _) => "help: there are none".to_owned(),
        (false, 0) => format!("help: {are} {}", shown.join(", ")),
        (false, more) => format!("help: {are} {} and {more} more", shown.join(", ")),
    }
}
