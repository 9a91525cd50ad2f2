//! Resources, and how they lie within one another.

use std::collections::{BTreeMap, BTreeSet};

use super::error_sets::ErrorSets;
use super::examples::resource_examples;
use super::families::family;
use super::fields::{Home, fields};
use super::names::{Names, Scope, is_singleton, is_untyped};
use super::operations::Surroundings;
use super::paths::{Typing, check_declared};
use super::report::Report;
use super::rust_names::{Case, RustNames, What, fold};
use super::sources::cited;
use super::templates::Template;
use super::verbs::{Methods, distinct_methods, methods};
use super::words::{prose, snake_case};
use crate::api::{Field, Operation, Parent, Path, Resource, ResourceId, Verb};
use crate::document::{ResourceDoc, Text};
use crate::problem::Problem;
use crate::problem::codes::meaning::{
    NOT_BELOW_PARENT, OWN_PARENT, SAME_LINKED, SINGLETON_ITEM, UNKNOWN_RESOURCE, UNTYPED_FIELD,
    UNUSED_PATH_PARAMETER,
};

/// Names of methods that handles of resources have.
const RESERVED: &[(&str, &str)] = &[("new", "how a handle is made")];

/// The resources of a description, in the order of their ids.
pub(super) fn resources(
    names: &Names<'_>,
    report: &mut Report,
    (verbs, api_methods): (&[Verb], &Methods<'_>),
    errors: &mut ErrorSets,
) -> Vec<Resource> {
    let templates: Vec<_> = names.resources.iter().map(|doc| template(report, doc)).collect();
    let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (at, template) in templates.iter().enumerate() {
        places.entry(template.shape()).or_default().push(ResourceId(at));
    }
    linked(names, report);
    let mut resources = Vec::new();
    for (at, doc) in names.resources.iter().enumerate() {
        let id = ResourceId(at);
        let own = methods(names, report, &doc.methods);
        let mut here = api_methods.clone();
        here.extend(own);
        distinct_methods(names, report, &here, &doc.methods);
        let scope = Scope::Resource(id);
        let fields = fields(names, report, scope, Home::Resource, &doc.fields);
        let surroundings = Surroundings {
            names,
            verbs,
            methods: &here,
            places: &places,
            resource: id,
            template: &templates[at],
            fields: &fields,
        };
        let operations = surroundings.operations(report, errors);
        let parent = parent(names, report, id, &templates);
        let resource = resource(report, &surroundings, operations, parent);
        resources.push(Resource { fields, ..resource });
    }
    distinct_methods_of_handles(names, report, &resources);
    resources
}

/// A resource without its fields, which are only lent here.
fn resource(
    report: &mut Report,
    surroundings: &Surroundings<'_, '_>,
    operations: Vec<Operation>,
    parent: Option<Parent>,
) -> Resource {
    let (names, id) = (surroundings.names, surroundings.resource);
    let doc = names.resource_doc(id);
    if let Some(singular) = report.required(doc.singular.as_ref()) {
        snake_case(report, "object", singular);
    }
    item(report, doc);
    untyped(report, doc, surroundings.fields);
    check_declared(names, report, id);
    let path = collection_path(report, surroundings, doc);
    used_path_parameters(report, doc, &path, &operations);
    Resource {
        name: names.resource_name(id).to_owned(),
        singular: names.singular(id).to_owned(),
        docs: prose(report, doc.docs.as_ref()),
        sources: cited(names, report, &doc.source),
        file: doc.file.clone(),
        family: family(names, report, doc),
        is_untyped: is_untyped(doc),
        parent,
        path,
        id: names.id_type(id).filter(|_| !is_singleton(doc)),
        linked_as: doc.linked_as.as_ref().map(|key| key.value.clone()),
        fields: Vec::new(),
        operations,
        examples: resource_examples(names, report, id, &doc.examples),
        place: doc.name.as_ref().map_or(doc.place, |name| name.place),
    }
}

fn template<'d>(report: &mut Report, doc: &'d ResourceDoc) -> Template<'d> {
    match report.required(doc.path.as_ref()) {
        Some(path) => Template::read(report, path),
        None => Template::default(),
    }
}

fn collection_path(
    report: &mut Report,
    surroundings: &Surroundings<'_, '_>,
    doc: &ResourceDoc,
) -> Path {
    let unnamed = Text { value: String::new(), place: doc.place };
    let typing = Typing {
        names: surroundings.names,
        places: surroundings.places,
        resource: surroundings.resource,
        owner: doc.name.as_ref().unwrap_or(&unnamed),
    };
    typing.path(report, surroundings.template)
}

/// The resource within which another lives. Its path begins the path of the other.
fn parent(
    names: &Names<'_>,
    report: &mut Report,
    id: ResourceId,
    templates: &[Template<'_>],
) -> Option<Parent> {
    let doc = names.resource_doc(id);
    let parent = doc.parent.as_ref()?;
    let resource = report.required(parent.resource.as_ref())?;
    let name = report.required(parent.name.as_ref())?;
    snake_case(report, "child", name);
    let Some(found) = names.resource(&resource.value) else {
        let near = names.closest_resource(report, &resource.value);
        let message = format!("unknown resource `{}`", resource.value);
        report.push(
            Problem::new(UNKNOWN_RESOURCE, resource.place, message)
                .label("not a resource")
                .suggest(near),
        );
        return None;
    };
    if found == id {
        let message = format!("`{}` lives within itself", resource.value);
        report.push(Problem::new(OWN_PARENT, resource.place, message).label("its own parent"));
        return None;
    }
    let (child, above) = (&templates[id.0], &templates[found.0]);
    let is_item = is_singleton(names.resource_doc(found)) || child.lone(above.len()).is_some();
    let is_below = child.is_broken || above.is_broken || (child.is_below(above) && is_item);
    if let Some(path) = doc.path.as_ref().filter(|_| !is_below) {
        let message = format!("this path does not lie below an item of `{}`", resource.value);
        report.push(
            Problem::new(NOT_BELOW_PARENT, path.place, message)
                .label("not below the parent")
                .related(resource.place, "the parent")
                .help(format!("expected `{}/{{..}}/..`", above.text())),
        );
    }
    Some(Parent { resource: found, name: name.value.clone() })
}

/// Reports fields that are read of a resource of which it is not known what it holds.
fn untyped(report: &mut Report, doc: &ResourceDoc, fields: &[Field]) {
    let Some(shape) = doc.shape.as_ref().filter(|_| is_untyped(doc)) else { return };
    for field in fields.iter().filter(|field| field.access.is_read() && field.name != "id") {
        let message = format!("`{}` is read of a resource whose shape is not known", field.name);
        report.push(
            Problem::new(UNTYPED_FIELD, field.place, message)
                .label("said to be read")
                .related(shape.place, "said to be unknown")
                .help("say that it is only sent: `access: write_only`"),
        );
    }
}

/// What picks one of several has a name, and there are several.
fn item(report: &mut Report, doc: &ResourceDoc) {
    let parameter = doc.item.as_ref().and_then(|item| item.parameter.as_ref());
    if let Some(parameter) = parameter {
        snake_case(report, "parameter", parameter);
    }
    if let Some(parameter) = parameter.filter(|_| is_singleton(doc)) {
        report.push(
            Problem::new(SINGLETON_ITEM, parameter.place, "a singleton has no items to pick")
                .label("contradicts `singleton`")
                .help("there is only one, and its path is that of the resource"),
        );
    }
}

fn used_path_parameters(
    report: &mut Report,
    doc: &ResourceDoc,
    path: &Path,
    operations: &[Operation],
) {
    let paths = operations.iter().map(|operation| &operation.path);
    // What could not be read may have it.
    if operations.len() < doc.operations.len() {
        return;
    }
    if paths.clone().chain([path]).any(|path| path.template.is_empty()) {
        return;
    }
    let used = paths.chain([path]).flat_map(|path| &path.parameters);
    let used: BTreeSet<_> = used.map(|parameter| parameter.name.as_str()).collect();
    for (name, _) in &doc.path_parameters {
        if !used.contains(name.value.as_str()) {
            let message = format!("no path has the parameter `{}`", name.value);
            let near = report.closest(&name.value, used.iter().copied());
            report.push(
                Problem::new(UNUSED_PATH_PARAMETER, name.place, message)
                    .label("in no path of this resource")
                    .suggest(near),
            );
        }
    }
}

/// Two resources under the same key of `linked` could not be told apart.
fn linked(names: &Names<'_>, report: &mut Report) {
    let mut seen: BTreeMap<&str, &Text> = BTreeMap::new();
    for key in names.resources.iter().filter_map(|doc| doc.linked_as.as_ref()) {
        if let Some(first) = seen.insert(&key.value, key) {
            let message = format!("two resources are linked as `{}`", key.value);
            report.push(
                Problem::new(SAME_LINKED, key.place, message)
                    .label("the same key")
                    .related(first.place, "the other one"),
            );
        }
    }
}

/// Operations and children are methods of one handle.
fn distinct_methods_of_handles(names: &Names<'_>, report: &mut Report, resources: &[Resource]) {
    let mut handles: Vec<_> =
        resources.iter().map(|_| RustNames::with_reserved(Case::Snake, RESERVED)).collect();
    for (handle, resource) in handles.iter_mut().zip(resources) {
        for operation in &resource.operations {
            let folded = fold(Case::Snake, &operation.name);
            let what = What("operation", &operation.name);
            handle.take(report, folded, operation.place, what);
        }
    }
    for (child, doc) in resources.iter().zip(&names.resources) {
        let Some(parent) = &child.parent else {
            continue;
        };
        let name = doc.parent.as_ref().and_then(|parent| parent.name.as_ref());
        let place = name.map_or(child.place, |name| name.place);
        let folded = fold(Case::Snake, &parent.name);
        handles[parent.resource.0].take(report, folded, place, What("child", &parent.name));
    }
}
