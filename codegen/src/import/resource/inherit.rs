//! Whether a resource has an object of its own, and whether creates and updates send its fields.

use std::collections::BTreeSet;

use super::super::problem::{Findings, ImportProblemKind};
use super::super::schema::{Kind, Property, Types};
use super::draft::{Body, Field, ResourceDraft, Returns};

/// Gives resources the types that nothing but their operations has.
pub(super) fn objects<'t>(
    findings: &mut Findings,
    types: &mut Types<'t>,
    resources: &mut [ResourceDraft<'t>],
) {
    let elsewhere = held(types, resources);
    let mut returned: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (at, resource) in resources.iter().enumerate() {
        let types = resource.operations.iter().filter_map(|it| match it.returns {
            Returns::Type(ty) => Some(ty),
            _ => None,
        });
        returned.extend(types.map(|ty| (ty, at)));
    }
    let of_one = |ty: usize| returned.iter().filter(|(other, _)| *other == ty).count() == 1;
    for resource in resources {
        let mut wanted = ["get", "update", "replace", "create"].iter().filter_map(|verb| {
            let found = resource.operations.iter().find(|it| it.verb == *verb)?;
            if let Returns::Type(ty) = found.returns { Some(ty) } else { None }
        });
        let Some(ty) = wanted.find(|ty| of_one(*ty) && !elsewhere.contains(ty)) else { continue };
        let Some(Kind::Object(properties)) = types.get(ty).map(|def| &def.kind) else { continue };
        resource.object = Some(ty);
        for operation in &mut resource.operations {
            if operation.returns == Returns::Type(ty) {
                operation.returns = Returns::Own;
            }
        }
        fields(findings, resource, properties);
    }
}

/// The types that lie within others, or in what is sent.
fn held(types: &Types<'_>, resources: &[ResourceDraft<'_>]) -> BTreeSet<usize> {
    let mut held: BTreeSet<usize> = BTreeSet::new();
    for (_, def) in types.iter() {
        match &def.kind {
            Kind::Object(properties) => {
                held.extend(properties.iter().filter_map(|it| it.typed.ty.named()));
            }
            Kind::OneOf(choices) => held.extend(choices.iter().filter_map(|it| it.ty.named())),
            Kind::Enum(_) | Kind::Pending => {}
        }
    }
    for operation in resources.iter().flat_map(|resource| &resource.operations) {
        held.extend(operation.sent());
    }
    held
}

/// The fields of a resource, and which operations send them.
fn fields<'t>(findings: &mut Findings, resource: &mut ResourceDraft<'t>, read: &[Property<'t>]) {
    let sent = |resource: &ResourceDraft<'t>, verb: &str| {
        let mut found = resource.operations.iter().filter(|it| it.verb == verb);
        let first = found.next()?;
        match (&first.body, found.next()) {
            (Body::Fields { fields, .. }, None) => Some(fields.clone()),
            _ => None,
        }
    };
    let (create, update) = (sent(resource, "create"), sent(resource, "update"));
    let update_verb = if update.is_some() { "update" } else { "replace" };
    let update = update.or_else(|| sent(resource, "replace"));
    let merged = merged(read, create.as_deref(), update.as_deref());
    let Some(fields) = merged else {
        resource.fields = read.iter().map(read_only).collect();
        return;
    };
    resource.fields = fields;
    for operation in &mut resource.operations {
        let is_inheriting = operation.verb == "create" || operation.verb == update_verb;
        if is_inheriting && matches!(operation.body, Body::Fields { .. }) && !clashes(operation) {
            if operation.verb == update_verb {
                note_required(findings, &operation.body);
            }
            operation.body = Body::Inherited;
        }
    }
}

/// Notes what an update must set, since updates of a resource's fields may leave out any.
fn note_required(findings: &mut Findings, update: &Body<'_>) {
    let Body::Fields { fields, .. } = update else { return };
    for field in fields.iter().filter(|field| field.is_required) {
        let what = format!("an update must set `{}`", field.key);
        findings.note(ImportProblemKind::Body, field.node, what, "it may be left out");
    }
}

/// Whether a field would need another name beside the query of the operation.
fn clashes(operation: &super::draft::OperationDraft<'_>) -> bool {
    let Body::Fields { fields, .. } = &operation.body else { return false };
    let name = super::super::name::field;
    let mut taken: Vec<_> = operation.path_names.iter().map(|it| name(it)).collect();
    taken.extend(operation.query.iter().map(|it| name(&it.name)));
    taken.extend(["send".to_owned(), "with".to_owned(), String::new()]);
    fields.iter().any(|field| taken.contains(&name(&field.key)) || !field.key.is_ascii())
}

fn read_only<'t>(property: &Property<'t>) -> Field<'t> {
    Field {
        property: property.clone(),
        access: Some("read_only"),
        write: None,
        is_required: false,
        is_optional: !property.is_required,
    }
}

/// What is read, created and updated as one list of fields, where that says the same.
fn merged<'t>(
    read: &[Property<'t>],
    create: Option<&[Property<'t>]>,
    update: Option<&[Property<'t>]>,
) -> Option<Vec<Field<'t>>> {
    let (create, update) = match (create, update) {
        (None, None) => return None,
        (Some(create), None) => (create, create),
        (None, Some(update)) => (update, update),
        (Some(create), Some(update)) => (create, update),
    };
    // An update that must set something is no update of what it sends alone.
    let is_same = std::ptr::eq(create, update);
    if !is_same && update.iter().any(|it| it.is_required && !same(find(create, &it.key), it)) {
        return None;
    }
    let mut fields = Vec::new();
    for property in read {
        fields.push(of_read(property, find(create, &property.key), find(update, &property.key))?);
    }
    for property in create.iter().filter(|it| find(read, &it.key).is_none()) {
        let updated = find(update, &property.key);
        written(property, Some(property), updated)?;
        fields.push(Field {
            property: property.clone(),
            access: Some(if updated.is_some() { "write_only" } else { "create_write_only" }),
            write: None,
            is_required: property.is_required,
            is_optional: false,
        });
    }
    let is_known =
        |it: &Property<'_>| find(read, &it.key).is_some() || find(create, &it.key).is_some();
    update.iter().all(is_known).then_some(fields)
}

/// A field that is read, and may be created and updated.
fn of_read<'t>(
    property: &Property<'t>,
    created: Option<&Property<'t>>,
    updated: Option<&Property<'t>>,
) -> Option<Field<'t>> {
    let access = match (created, updated) {
        _ if property.typed.says.is_write_only => return None,
        (Some(_), Some(_)) => None,
        (Some(_), None) => Some("create_only"),
        (None, None) => Some("read_only"),
        (None, Some(_)) => return None,
    };
    Some(Field {
        property: property.clone(),
        access,
        write: written(property, created, updated)?,
        is_required: created.is_some_and(|it| it.is_required),
        is_optional: !property.is_required,
    })
}

/// What is written, where it differs from what is read; nothing where two writes differ, or where
/// they are documented otherwise.
fn written<'t>(
    read: &Property<'t>,
    create: Option<&Property<'t>>,
    update: Option<&Property<'t>>,
) -> Option<Option<(super::super::schema::Ty, bool)>> {
    let Some(written) = create.or(update) else { return Some(None) };
    let docs = |it: &Property<'_>| it.typed.says.documentation();
    let agrees = |it: &Property<'t>| docs(it).is_none() || docs(it) == docs(read);
    let value = |it: &Property<'t>| (it.typed.ty.clone(), it.typed.is_nullable);
    let others = [create, update].into_iter().flatten();
    for other in others {
        if !agrees(other) || value(other) != value(written) {
            return None;
        }
    }
    Some((value(written) != value(read)).then(|| value(written)))
}

fn find<'p, 't>(properties: &'p [Property<'t>], key: &str) -> Option<&'p Property<'t>> {
    properties.iter().find(|property| property.key == key)
}

fn same(one: Option<&Property<'_>>, other: &Property<'_>) -> bool {
    one.is_some_and(|one| one.is_required == other.is_required)
}
