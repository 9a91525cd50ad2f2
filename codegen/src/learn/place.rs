//! Where in a description something is that was seen in an answer.

use deskpro_spec::api::{
    Api, Choice, Field, Operation, Payload, Resource, ResourceId, Shape, Type, TypeId, TypeKind,
};

use super::path::{Step, steps};

/// What has fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holder {
    Resource(ResourceId),
    Type(TypeId),
}

/// What a path leads to.
#[derive(Debug)]
pub(super) enum Place<'a> {
    /// A field that is described, and that answers hold unless it is only written.
    Field(Holder, &'a Field),
    /// A name that its object does not have.
    Missing(Holder, &'a str),
    /// A value of this type in a list or a map.
    Within(&'a Type),
    /// All of the data, or of a resource that was sent along.
    Whole(Payload),
}

/// What a path has come to.
#[derive(Clone, Copy)]
enum At<'a> {
    Payload(Payload),
    Type(&'a Type),
    Field(Holder, &'a Field),
}

/// The operation of this name: `tickets.list`.
pub(super) fn operation<'a>(api: &'a Api, name: &str) -> Option<(&'a Resource, &'a Operation)> {
    let (resource, operation) = name.split_once('.')?;
    let resource = api.resource(resource)?;
    let operation = resource.operations.iter().find(|it| it.name == operation)?;
    Some((resource, operation))
}

/// What a path in the answer to an operation leads to, or why that cannot be told.
pub(super) fn place<'a>(
    api: &'a Api,
    operation: &Operation,
    path: &'a str,
) -> Result<Place<'a>, String> {
    let steps = steps(path);
    let (payload, rest) = enter(api, operation, &steps)?;
    let (mut at, mut rest) = (At::Payload(payload), rest.iter());
    while let Some(step) = rest.next() {
        at = match (take(api, at, *step)?, rest.as_slice()) {
            (Taken::At(at), _) => at,
            (Taken::Missing(holder, name), []) => return Ok(Place::Missing(holder, name)),
            (Taken::Missing(_, name), _) => return Err(format!("`{name}` is not described")),
        };
    }
    Ok(match at {
        At::Payload(payload) => Place::Whole(payload),
        At::Type(ty) => Place::Within(ty),
        At::Field(holder, field) => Place::Field(holder, field),
    })
}

/// Steps from the whole answer into its data, or into a resource that was sent along.
fn enter<'s, 'p>(
    api: &Api,
    operation: &Operation,
    steps: &'s [Step<'p>],
) -> Result<(Payload, &'s [Step<'p>]), String> {
    let has = |shape: Shape| operation.success.iter().any(|success| success.shape == shape);
    let (data, linked) = (api.envelope.data.as_str(), api.envelope.linked.as_deref());
    match steps {
        [Step::Member(name), Step::Member(kind), Step::Entry, rest @ ..]
            if Some(*name) == linked && !has(Shape::Bare) =>
        {
            let of_kind = |id: &ResourceId| api[*id].linked_as.as_deref() == Some(kind);
            let found = api.resource_ids().find(of_kind);
            let found = found.ok_or_else(|| format!("no resource is sent along as `{kind}`"))?;
            Ok((Payload::Resource(found), rest))
        }
        [Step::Member(name), Step::Item, rest @ ..] if *name == data && has(Shape::Page) => {
            Ok((operation.returns, rest))
        }
        [Step::Item, rest @ ..] if has(Shape::Page) || has(Shape::Bare) => {
            Ok((operation.returns, rest))
        }
        [Step::Member(name), rest @ ..] if *name == data && !has(Shape::Bare) => {
            Ok((operation.returns, rest))
        }
        _ if has(Shape::Bare) => Ok((operation.returns, steps)),
        [] => Err("it is the whole answer".to_owned()),
        _ => Err("it is beside the data of the answer, which no resource describes".to_owned()),
    }
}

/// Where a step leads.
enum Taken<'a> {
    At(At<'a>),
    Missing(Holder, &'a str),
}

fn take<'a>(api: &'a Api, at: At<'a>, step: Step<'a>) -> Result<Taken<'a>, String> {
    match at {
        At::Payload(Payload::Resource(id)) => member(api, Holder::Resource(id), step),
        At::Payload(Payload::Type(id)) => within_named(api, id, step),
        At::Payload(_) => Err("what the operation returns is not described".to_owned()),
        At::Type(ty) => within(api, ty, step),
        At::Field(_, field) => within(api, &field.ty, step),
    }
}

fn within<'a>(api: &'a Api, ty: &'a Type, step: Step<'a>) -> Result<Taken<'a>, String> {
    match (ty, step) {
        (Type::List(item), Step::Item) => Ok(Taken::At(At::Type(item))),
        // Where it is a list, the keys are places.
        (Type::Map(item), _) => Ok(Taken::At(At::Type(item))),
        (Type::Ref(id), _) => member(api, Holder::Resource(*id), step),
        (Type::Named(id), _) => within_named(api, *id, step),
        _ => Err("nothing is described within that value".to_owned()),
    }
}

fn within_named<'a>(api: &'a Api, id: TypeId, step: Step<'a>) -> Result<Taken<'a>, String> {
    match &api[id].kind {
        TypeKind::Object(_) => member(api, Holder::Type(id), step),
        TypeKind::OneOf(choices) => {
            let fits = |choice: &&Choice| within(api, &choice.ty, step).is_ok();
            match choices.iter().find(fits) {
                Some(choice) => within(api, &choice.ty, step),
                None => Err(format!("no choice of `{}` has that", api[id].name)),
            }
        }
        TypeKind::Enum(_) => Err(format!("`{}` is an enumeration", api[id].name)),
    }
}

fn member<'a>(api: &'a Api, holder: Holder, step: Step<'a>) -> Result<Taken<'a>, String> {
    let name = match step {
        Step::Member(name) => name,
        Step::Entry => return Err("its name looks like data, so it was not kept".to_owned()),
        Step::Item => return Err("a list where an object is described".to_owned()),
    };
    let field = holder.fields(api).iter().find(|field| field.name == name);
    Ok(match field {
        Some(field) => Taken::At(At::Field(holder, field)),
        None => Taken::Missing(holder, name),
    })
}

impl Holder {
    pub(super) fn fields(self, api: &Api) -> &[Field] {
        match self {
            Self::Resource(id) => &api[id].fields,
            Self::Type(id) => match &api[id].kind {
                TypeKind::Object(fields) => fields,
                TypeKind::Enum(_) | TypeKind::OneOf(_) => &[],
            },
        }
    }

    /// What an overlay calls it: `resources.tickets`.
    pub(super) fn target(self, api: &Api) -> String {
        match self {
            Self::Resource(id) => format!("resources.{}", api[id].name),
            Self::Type(id) => type_target(api, id),
        }
    }
}

/// What an overlay calls a type: `types.count`, `resources.tickets.types.ticket_status`.
pub(super) fn type_target(api: &Api, id: TypeId) -> String {
    let ty = &api[id];
    match ty.owner {
        Some(owner) => format!("resources.{}.types.{}", api[owner].name, ty.name),
        None => format!("types.{}", ty.name),
    }
}
