//! Looking up fields and types of the description.

use deskpro_spec::api::{
    Api, BodyFormat, EnumValue, Field, Meaning, Path, Resource, ResourceId, Segment, Type, TypeKind,
};

/// The resource that a type refers to by id.
pub(crate) fn referenced(ty: &Type) -> Option<ResourceId> {
    match ty {
        Type::Id(resource) | Type::Ref(resource) => Some(*resource),
        _ => None,
    }
}

/// The fields of a resource that responses hold.
pub(crate) fn read(resource: &Resource) -> impl Iterator<Item = &Field> {
    resource.fields.iter().filter(|field| field.access.is_read())
}

/// The fields that objects hold: of those of unknown shape all that are written, which are kept as
/// they are.
pub(crate) fn held(resource: &Resource) -> impl Iterator<Item = &Field> {
    resource.fields.iter().filter(|field| field.access.is_read() || resource.is_untyped)
}

/// The field that a parameter or a grouping means by this name: of the same name, of its plural, or
/// of another name for it.
pub(crate) fn meant<'a>(resource: &'a Resource, name: &str) -> Option<&'a Field> {
    let plural = match name.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{name}s"),
    };
    let synonym = SYNONYMS.iter().find(|(one, _)| *one == name).map(|(_, other)| *other);
    let mut names = [Some(name), Some(plural.as_str()), synonym].into_iter().flatten();
    names.find_map(|name| held(resource).find(|field| field.name == name))
}

/// What parameters and fields call the same thing (SWG, AI).
const SYNONYMS: [(&str, &str); 1] = [("author", "person")];
/// The field of this name, where responses hold it.
pub(crate) fn named<'a>(resource: &'a Resource, name: &str) -> Option<&'a Field> {
    read(resource).find(|field| field.name == name)
}

/// The field that holds the id of an object of another resource; of several the one that is called
/// like it.
pub(crate) fn referring<'a>(
    api: &Api,
    resource: &'a Resource,
    other: ResourceId,
) -> Option<&'a Field> {
    let is_such = |field: &&Field| field.name != ID && referenced(&field.ty) == Some(other);
    let called = held(resource).filter(is_such).find(|it| is_called(&it.name, &api[other]));
    called.or_else(|| held(resource).find(is_such))
}

/// The field that says which object of another resource one belongs to: it holds its id, or a list
/// with it, or is called like it.
pub(crate) fn leading_to<'a>(
    api: &Api,
    resource: &'a Resource,
    other: ResourceId,
) -> Option<&'a Field> {
    let holds =
        |field: &&Field| field.name != ID && referenced(field.ty.innermost()) == Some(other);
    let called = |field: &&Field| is_called(&field.name, &api[other]);
    let found = referring(api, resource, other).or_else(|| read(resource).find(holds));
    found.or_else(|| read(resource).find(called))
}

/// Whether a field is called like one object of a resource: `message` or `ticket_message`.
pub(crate) fn is_called(name: &str, resource: &Resource) -> bool {
    let before = resource.singular.strip_suffix(name);
    !name.is_empty() && before.is_some_and(|before| before.is_empty() || before.ends_with('_'))
}

/// What a counter of this name counts: `tickets` for `tickets_count`.
pub(crate) fn counted(name: &str) -> Option<&str> {
    let before = ["count_", "num_"].iter().find_map(|before| name.strip_prefix(before));
    name.strip_suffix("_count").or(before)
}

/// Whether objects of a resource are nothing without those of another that list them: its children,
/// or siblings that refer to it, such as the attachments of a message.
pub(crate) fn is_part(api: &Api, part: ResourceId, whole: ResourceId) -> bool {
    let parent = |resource: ResourceId| api[resource].parent.as_ref().map(|it| it.resource);
    let is_sibling = parent(part).is_some() && parent(part) == parent(whole);
    parent(part) == Some(whole) || is_sibling && referring(api, &api[part], whole).is_some()
}

/// Whether there is only one of a resource: it has no id, and nothing lists or makes several.
pub(crate) fn is_single(api: &Api, resource: &Resource) -> bool {
    let is_of_several = |meaning| matches!(meaning, Meaning::List | Meaning::Create);
    let mut operations = resource.operations.iter();
    resource.id.is_none()
        && !operations.any(|operation| {
            operation.path.segments == resource.path.segments
                && is_of_several(api[operation.verb].meaning)
        })
}

/// The parameter that follows the path of a resource as a segment of its own, and picks one of its
/// objects.
pub(crate) fn item_parameter(api: &Api, own: ResourceId, path: &Path) -> Option<usize> {
    let resource = &api[own];
    let before = &resource.path.segments;
    if !path.segments.starts_with(before) || is_single(api, resource) {
        return None;
    }
    let [Segment::Parameter(index)] = path.segments.get(before.len())?.as_slice() else {
        return None;
    };
    let parameter = path.parameters.get(*index)?;
    // What names an object of another resource picks none of this one, unless they share ids.
    let is_other = referenced(&parameter.ty).is_some_and(|other| {
        other != own && resource.id.as_ref().and_then(referenced) != Some(other)
    });
    (!is_other || named(resource, &parameter.name).is_some()).then_some(*index)
}

/// What paths call that which picks one of a resource's objects: `id`.
pub(crate) fn item_name(api: &Api, own: ResourceId) -> Option<&str> {
    let mut operations = api[own].operations.iter();
    operations.find_map(|operation| {
        let index = item_parameter(api, own, &operation.path)?;
        operation.path.parameters.get(index).map(|parameter| parameter.name.as_str())
    })
}

/// How many collections a resource has: one for each value of the enumerations in its path.
/// `None` when its path has none, or lies within an object.
pub(crate) fn contexts(api: &Api, resource: &Resource) -> Option<u64> {
    let parameters = resource.path.parameters.iter().filter(|_| resource.parent.is_none());
    let sizes = parameters.filter_map(|parameter| Some(values(api, &parameter.ty)?.len() as u64));
    sizes.reduce(u64::saturating_mul)
}

/// Which of its [`contexts`] the values of a path name, counted from 1.
pub(crate) fn context(api: &Api, resource: &Resource, named: &[String]) -> Option<u64> {
    contexts(api, resource)?;
    let mut number: u64 = 0;
    for (parameter, value) in resource.path.parameters.iter().zip(named) {
        if let Some(values) = values(api, &parameter.ty) {
            let place = values.iter().position(|known| known.value == *value)?;
            number = number.saturating_mul(values.len() as u64).saturating_add(place as u64);
        }
    }
    number.checked_add(1)
}

/// The values of an enumeration.
fn values<'a>(api: &'a Api, ty: &Type) -> Option<&'a [EnumValue]> {
    let Type::Named(id) = ty else { return None };
    match &api[*id].kind {
        TypeKind::Enum(values) => Some(values),
        TypeKind::Object(_) | TypeKind::OneOf(_) => None,
    }
}

/// Whether objects of a resource are made of files.
pub(crate) fn is_uploaded(api: &Api, resource: &Resource) -> bool {
    let mut operations = resource.operations.iter();
    operations.any(|operation| {
        let format = operation.body.as_ref().map(|body| &body.format);
        api[operation.verb].meaning == Meaning::Create
            && matches!(format, Some(BodyFormat::Form(_)))
    })
}

/// The resources whose objects have the ids of this one: agents have those of people.
pub(crate) fn of_same_ids(api: &Api, own: ResourceId) -> impl Iterator<Item = ResourceId> {
    let named = move |resource: ResourceId| api[resource].id.as_ref().and_then(referenced);
    let original = named(own).unwrap_or(own);
    api.resource_ids().filter(move |&it| it == original || named(it) == Some(original))
}

/// The uploaded files that a text in a member of this name names, such as `blob_auth`.
pub(crate) fn uploads_named_by(api: &Api, name: &str) -> Option<ResourceId> {
    let is_meant = |id: &ResourceId| {
        let field = self::named(&api[*id], name);
        let is_name = |field: &Field| {
            field.sensitive || naming(api, *id).is_some_and(|it| it.name == field.name)
        };
        field.is_some_and(|it| it.ty == Type::String && is_name(it)) && is_uploaded(api, &api[*id])
    };
    api.resource_ids().find(is_meant)
}

/// The text by which paths name objects of a resource, where they are not named by id.
pub(crate) fn naming(api: &Api, own: ResourceId) -> Option<&Field> {
    let mut operations = api[own].operations.iter();
    operations.find_map(|operation| {
        let parameter = item_parameter(api, own, &operation.path)?;
        let name = &operation.path.parameters.get(parameter)?.name;
        named(&api[own], name).filter(|field| field.name != ID && field.ty == Type::String)
    })
}

/// Whether a path is that of one object of a resource and goes no further.
pub(crate) fn is_item_path(api: &Api, own: ResourceId, path: &Path) -> bool {
    let before = api[own].path.segments.len();
    match is_single(api, &api[own]) {
        true => path.segments == api[own].path.segments,
        false => path.segments.len() == before + 1 && item_parameter(api, own, path).is_some(),
    }
}

/// Whether ids of this type are text in JSON rather than numbers.
pub(crate) fn is_text_id(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::String => true,
        Type::Id(resource) | Type::Ref(resource) => {
            matches!(api[*resource].id, Some(Type::String))
        }
        _ => false,
    }
}

/// The field that holds an object's own id.
pub(crate) const ID: &str = "id";
