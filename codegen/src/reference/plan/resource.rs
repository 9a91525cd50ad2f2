//! The page of a resource: what it is, what it holds, and what can be done with it.

use deskpro_spec::api::{Access, Field, Resource, ResourceId};

use super::field::{self, RustField, Setting};
use super::lookup::{Lookup, types_of};
use super::{declared, example, index, operation, quirk, words};
use crate::plan::{Part, ResourcePlan};
use crate::reference::page::{Line, Page, Section};

/// The page of a resource.
pub(super) fn page(lookup: &Lookup<'_>, id: ResourceId) -> Option<Page> {
    let plan = lookup.resource(id)?;
    let resource = &lookup.api[id];
    let mut page = Page {
        path: format!("resources/{}.md", plan.module),
        header: index::header(lookup, &resource.file),
        blocks: Vec::new(),
    };
    page.section(1, Line::new().code(&resource.name), Section::Resource(id));
    page.paragraph(
        Line::new().link(Section::Index, format!("{}: all resources", lookup.api.title)),
    );
    page.prose(&resource.docs);
    page.list(facts(lookup, id, plan));
    push_contents(&mut page, resource, id);
    push_fields(lookup, &mut page, resource, plan);
    if !resource.examples.is_empty() {
        page.heading(2, "Examples");
    }
    for shown in &resource.examples {
        example::push_answer(lookup, &mut page, shown, None);
    }
    let types: Vec<_> = types_of(lookup.api, Some(id)).collect();
    if !types.is_empty() {
        page.heading(2, "Types");
    }
    for ty in types {
        declared::push(lookup, &mut page, ty);
    }
    if !resource.operations.is_empty() {
        page.heading(2, "Operations");
    }
    for (at, planned) in plan.operations.iter().enumerate() {
        operation::push(lookup, &mut page, id, at, planned);
    }
    Some(page)
}

fn facts(lookup: &Lookup<'_>, id: ResourceId, plan: &ResourcePlan) -> Vec<Line> {
    let api = lookup.api;
    let resource = &api[id];
    let mut facts = vec![Line::from("Path: ").code(&resource.path.template)];
    facts.push(Line::from("In Rust: ").code(lookup.way(id)).text(", a ").code(&plan.handle.name));
    let model = Line::from("Its object in Rust: ").code(&plan.model.name);
    let key = plan.id.as_ref().map(|id| Line::from(", with the id ").code(id));
    if !resource.is_untyped {
        facts.push(model.and(key));
    }
    if let Some(family) = resource.family {
        let label = api[family].name.as_str();
        facts.push(Line::from("Family: ").link(Section::Family(family), label));
    }
    if let Some(parent) = &resource.parent {
        facts.push(Line::from("Within: ").line(words::resource(api, parent.resource)));
    }
    let children = api
        .resource_ids()
        .filter(|&child| api[child].parent.as_ref().is_some_and(|parent| parent.resource == id));
    let children = Line::joined(children.map(|child| words::resource(api, child)), ", ");
    if let (Some(member), Some(key)) = (&api.envelope.linked, &resource.linked_as) {
        facts.push(Line::from("Sent along under ").code(member).text(" as: ").code(key));
    }
    for (label, line) in [
        ("Holds: ", children),
        ("Source: ", words::sources(api, &resource.sources)),
        ("Quirks: ", quirk::links(api, lookup.named.resource(resource))),
    ] {
        if !line.is_empty() {
            facts.push(Line::from(label).line(line));
        }
    }
    facts
}

/// What can be done, as ways to where it is said.
fn push_contents(page: &mut Page, resource: &Resource, id: ResourceId) {
    let operations = resource.operations.iter().enumerate();
    let links = operations.map(|(at, operation)| {
        let label = Line::new().code(&operation.name);
        Line::new().link(Section::Operation(id, at), label)
    });
    let links = Line::joined(links, ", ");
    if !links.is_empty() {
        page.paragraph(Line::from("Operations: ").line(links));
    }
}

fn push_fields(lookup: &Lookup<'_>, page: &mut Page, resource: &Resource, plan: &ResourcePlan) {
    if resource.fields.is_empty() && !resource.is_untyped {
        return;
    }
    page.heading(2, "Fields");
    if resource.is_untyped {
        page.paragraph("What it holds is not known: it is free JSON.");
        if resource.fields.iter().any(|field| !field.access.is_read()) {
            page.paragraph("What is known of its id, and of what can be sent:");
        }
    }
    let read = plan.model.fields.iter().map(RustField::read);
    let rust: Vec<_> = read.chain(written(resource, plan)).collect();
    let is_read_only = |field: &Field| field.access == Access::ReadOnly;
    let setting = match resource.is_untyped {
        true => Setting::Sent,
        false if resource.fields.iter().all(is_read_only) => Setting::Read,
        false => Setting::ByField,
    };
    page.table(field::table(lookup, &resource.fields, &rust, setting));
}

/// What is only written: it has no field in Rust, but arguments and setters.
fn written<'a>(
    resource: &'a Resource,
    plan: &'a ResourcePlan,
) -> impl Iterator<Item = RustField> + 'a {
    let is_written = |wire: &str| {
        resource.fields.iter().any(|field| field.name == wire && !field.access.is_read())
    };
    let parts = plan.operations.iter().flat_map(|operation| {
        let setters = operation.request.setters.iter().map(|it| (&it.method, &it.part));
        setters.chain(operation.required.iter().map(|part| (&part.argument.name, part)))
    });
    let parts = parts.filter(move |(_, it)| it.part == Part::Field && is_written(&it.wire));
    parts.map(|(name, it)| RustField::new(name.to_string(), &it.argument.ty, &it.wire))
}
