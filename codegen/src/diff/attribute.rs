//! Lays the differences between two clients to the changes that they follow from.

use deskpro_spec::api::{Api, ResourceId, TypeId, TypeKind};

use super::change::{Affected, Change, Parts, RustClass, WireClass};
use super::compare::writing;
use super::part::Part;
use super::rule::Rule;
use super::rule::api::{ITEM_CHANGED, NEEDS_CHANGED};
use super::side::Side;
use super::surface::{ItemChange, Member, Path, compare, surface};
use crate::Options;
use crate::plan::ItemPaths;

/// Gives every change its Rust class, and adds the differences that follow from none.
pub(super) fn attribute(changes: &mut Vec<Change>, old: &Side, new: &Side, options: &Options) {
    let items = compare(&surface(&old.api, options), &surface(&new.api, options));
    let sides = (Items::new(&old.api), Items::new(&new.api));
    let mut rest = Vec::new();
    for item in items {
        let mut is_explained = false;
        for change in changes.iter_mut() {
            let is_old = sides.0.is_of_any(&change.parts.old, &item.path);
            if is_old || sides.1.is_of_any(&change.parts.new, &item.path) {
                is_explained = true;
                change.rust = change.rust.max(item.rust);
                change.items.push(item.clone());
            }
        }
        if !is_explained {
            rest.push(item);
        }
    }
    let (needs, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(|item| item.is_of_needs);
    if !needs.is_empty() {
        let message = format!("{} items of the client need other features", needs.len());
        changes.push(unexplained(&NEEDS_CHANGED, "features".to_owned(), message, needs));
    }
    changes.extend(rest.into_iter().map(|item| {
        let message = format!("`{}` {}", item.item, item.what);
        unexplained(&ITEM_CHANGED, item.item.clone(), message, vec![item])
    }));
}

fn unexplained(
    rule: &'static Rule,
    subject: String,
    message: String,
    items: Vec<ItemChange>,
) -> Change {
    Change {
        rule,
        subject,
        message,
        old: None,
        new: None,
        wire: WireClass::Unseen,
        rust: items.iter().map(|item| item.rust).max().unwrap_or(RustClass::Patch),
        is_guess: false,
        is_announced: false,
        affected: Affected::default(),
        items,
        parts: Parts::default(),
    }
}

/// The items of one client.
struct Items<'a> {
    api: &'a Api,
    paths: ItemPaths<'a>,
}

impl<'a> Items<'a> {
    fn new(api: &'a Api) -> Self {
        Self { api, paths: ItemPaths::new(api) }
    }

    fn is_of_any(&self, parts: &[Part], path: &Path) -> bool {
        parts.iter().any(|part| self.is_of(part, path))
    }

    /// Whether an item follows from a part of the description.
    fn is_of(&self, part: &Part, path: &Path) -> bool {
        match part {
            Part::Whole => path.module == "client" && path.member.is_none(),
            Part::Batch => is_of_batch(path),
            Part::Resource(id) => self.is_of_resource(*id, path),
            Part::Operation(id, at) => self.is_of_operation(*id, *at, path, |_| true),
            Part::Input(id, at, name) => {
                let name = self.input_name(*id, *at, name);
                self.is_of_operation(*id, *at, path, |member| {
                    is_called(member, &name) || is_of_all(member)
                })
            }
            Part::Refused(id, at) => {
                let items = self.paths.operation(*id, *at);
                path.module == self.paths.resource(*id).module
                    && items.is_some_and(|items| items.error == path.name)
            }
            Part::Field(id, name) => self.is_of_field(*id, name, path),
            Part::Type(id) => self.is_declared(*id, path),
            Part::Member(id, name) => {
                self.is_declared(*id, path) && self.is_of_member(*id, name, path)
            }
            Part::ErrorSet(id) => {
                self.paths.error_set(*id) == (path.module.clone(), path.name.clone())
                    && !matches!(path.member, Some((Member::Variant, _)))
            }
            Part::Refusal(name) => self.is_of_refusal(name, path),
            Part::ValidationCodes => path.module == "errors" && path.name == "ValidationCode",
            Part::Feature(name) => path.module == "feature" && path.name == *name,
        }
    }

    /// All of its module, and the methods by which it is reached.
    fn is_of_resource(&self, id: ResourceId, path: &Path) -> bool {
        let resource = &self.api[id];
        let is_method = |name: &str| matches!(&path.member, Some((Member::Method, method)) if is_called(method, name));
        let is_child = resource.parent.as_ref().is_some_and(|parent| {
            path.module == self.paths.resource(parent.resource).module && is_method(&parent.name)
        });
        // What can be embedded stands in one module, which is there where something can be.
        let is_key = || resource.linked_as.as_ref().is_some_and(|key| is_method(key));
        let is_shared =
            || !matches!(path.member, Some((Member::Method, _))) || is_method("as_linked");
        let is_linked = path.module == "linked" && (is_key() || is_shared());
        path.module == self.paths.resource(id).module
            || is_child
            || is_linked
            || path.module == "client" && is_method(&resource.name)
    }

    /// The request with those of its members that count, and the methods that begin it.
    fn is_of_operation(
        &self,
        id: ResourceId,
        at: usize,
        path: &Path,
        counts: impl Fn(&str) -> bool,
    ) -> bool {
        let resource = self.paths.resource(id);
        let Some(items) = self.paths.operation(id, at) else { return false };
        let is_begun =
            matches!(&path.member, Some((Member::Method, name)) if items.methods.contains(name));
        let is_request = path.name == items.request
            && path
                .member
                .as_ref()
                .is_none_or(|(kind, name)| *kind == Member::Trait || counts(name));
        path.module == resource.module
            && (is_request
                || path.name == items.error && counts("")
                || path.name == resource.handle && is_begun)
    }

    /// A field of the object, and whatever sends it.
    fn is_of_field(&self, id: ResourceId, name: &str, path: &Path) -> bool {
        let resource = &self.api[id];
        let Some(field) = resource.fields.iter().find(|field| field.name == name) else {
            return false;
        };
        let rust_name = field.rust_name.as_deref().unwrap_or(name);
        let items = self.paths.resource(id);
        let is_id =
            name == "id" && (path.name == items.model || path.name == format!("{}Id", items.model));
        let is_held = path.name == items.model
            && matches!(&path.member, Some((Member::Field, it)) if is_called(it, rust_name));
        let mut sending = writing(self.api, id, name);
        path.module == items.module
            && (is_id
                || is_held
                || sending.any(|at| {
                    self.is_of_operation(id, at, path, |member| {
                        is_called(member, rust_name) || is_of_all(member)
                    })
                }))
    }

    fn is_declared(&self, id: TypeId, path: &Path) -> bool {
        self.paths.declared(id) == (path.module.clone(), path.name.clone())
    }

    /// What has its name, and what depends on all members: traits, and how a value is made.
    fn is_of_member(&self, id: TypeId, name: &str, path: &Path) -> bool {
        let rust_name =
            |name: &str, rust: &Option<String>| rust.as_deref().unwrap_or(name).to_owned();
        let members: Vec<(&str, String)> = match &self.api[id].kind {
            TypeKind::Enum(values) => {
                values.iter().map(|it| (&*it.value, rust_name(&it.value, &it.rust_name))).collect()
            }
            TypeKind::Object(fields) => {
                fields.iter().map(|it| (&*it.name, rust_name(&it.name, &it.rust_name))).collect()
            }
            TypeKind::OneOf(choices) => {
                choices.iter().map(|it| (&*it.name, it.name.clone())).collect()
            }
        };
        let Some((_, member)) = &path.member else { return true };
        let is_own = members.iter().any(|(wire, rust)| *wire == name && is_called(member, rust));
        let is_anothers = members.iter().any(|(_, rust)| is_called(member, rust));
        is_own || !is_anothers
    }

    /// A variant of a set of refusals: that of a code, or of what is left of a status.
    fn is_of_refusal(&self, name: &str, path: &Path) -> bool {
        let Some((Member::Variant, variant)) = &path.member else { return false };
        let status = name.parse().ok().and_then(|number| self.api.status(number));
        let name = status.map_or(name, |status| &status.name);
        let code = self.api.error_codes.iter().find(|code| code.code == name);
        let status = code.and_then(|code| self.api.status(code.status));
        let rest = status.map_or(name, |status| &status.name);
        path.name.ends_with("Error")
            && (is_called(variant, name)
                || is_called(variant, rest)
                || is_called(variant, &format!("other_{rest}"))
                || is_called(variant, &format!("status_{name}")))
    }

    /// The name in Rust of what an operation sends.
    fn input_name(&self, id: ResourceId, at: usize, name: &str) -> String {
        let operation = self.api[id].operations.get(at);
        let parameters =
            operation.iter().flat_map(|it| &it.query).map(|it| (&it.name, &it.rust_name));
        let fields = operation.iter().flat_map(|it| &it.body).flat_map(|body| &body.fields);
        let fields = fields.map(|it| (&it.name, &it.rust_name));
        let mut rust_names = parameters.chain(fields).filter(|(wire, _)| *wire == name);
        let rust_name = rust_names.find_map(|(_, rust)| rust.clone());
        rust_name.unwrap_or_else(|| name.to_owned())
    }
}

/// A method that requests have as soon as there is something to set.
fn is_of_all(method: &str) -> bool {
    ["send", "with", "fields", "pages", "items"].contains(&method)
}

/// What begins a batch, what it is refused with, and what can be put into it.
fn is_of_batch(path: &Path) -> bool {
    match &path.member {
        None => path.module == "client" && path.name == "BatchError",
        Some((Member::Method, name)) => path.module == "client" && name == "batch",
        Some((Member::Trait, name)) => name.starts_with("IntoBatch"),
        Some(_) => false,
    }
}

/// Whether an item of Rust has a name, whatever the case and what was added to keep it apart.
fn is_called(item: &str, name: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (item, name) = (plain(item), plain(name));
    let rest = item.strip_prefix(&name).or_else(|| item.strip_prefix('v')?.strip_prefix(&name));
    rest.is_some_and(|rest| ["", "field", "parameter", "value", "operation"].contains(&rest))
}
