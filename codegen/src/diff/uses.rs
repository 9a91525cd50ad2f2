//! Which operations read and send what.

use std::collections::BTreeSet;

use deskpro_spec::api::{Api, Field, Payload, ResourceId, Type, TypeId, TypeKind};

/// What one model's operations read and send.
#[derive(Debug)]
pub(super) struct Uses {
    operations: Vec<OperationUses>,
}

/// What one operation reads and sends.
#[derive(Debug)]
struct OperationUses {
    operation: (ResourceId, usize),
    read: Seen,
    sent: Seen,
}

/// What was met on the way from type to type.
#[derive(Debug, Default)]
struct Seen {
    resources: BTreeSet<ResourceId>,
    types: BTreeSet<TypeId>,
}

impl Uses {
    pub(super) fn new(api: &Api) -> Self {
        let operations = api.resource_ids().flat_map(|id| {
            api[id].operations.iter().enumerate().map(move |(at, _)| of_operation(api, (id, at)))
        });
        Self { operations: operations.collect() }
    }

    /// The operations that answer with objects of a resource, embedded ones included.
    pub(super) fn reading(&self, id: ResourceId) -> impl Iterator<Item = (ResourceId, usize)> + '_ {
        let reads = self.operations.iter().filter(move |it| it.read.resources.contains(&id));
        reads.map(|it| it.operation)
    }

    /// The operations that read or send values of a type.
    pub(super) fn using(&self, id: TypeId) -> impl Iterator<Item = (ResourceId, usize)> + '_ {
        let uses =
            move |it: &&OperationUses| it.read.types.contains(&id) || it.sent.types.contains(&id);
        self.operations.iter().filter(uses).map(|it| it.operation)
    }
}

fn of_operation(api: &Api, (id, at): (ResourceId, usize)) -> OperationUses {
    let operation = &api[id].operations[at];
    let (mut read, mut sent) = (Seen::default(), Seen::default());
    match operation.returns {
        Payload::Resource(id) => read.object(api, id),
        Payload::Type(id) => read.declared(api, id, read_type),
        Payload::Json | Payload::Text | Payload::Bytes | Payload::Nothing => {}
    }
    let path = operation.path.parameters.iter().map(|it| &it.ty);
    let query = operation.query.iter().map(|it| &it.ty);
    let body = operation.body.iter().flat_map(|body| &body.fields).map(|it| &it.ty);
    path.chain(query).chain(body).for_each(|ty| sent.sent(api, ty));
    OperationUses { operation: (id, at), read, sent }
}

fn read_type(field: &Field) -> &Type {
    &field.ty
}

impl Seen {
    fn object(&mut self, api: &Api, id: ResourceId) {
        if self.resources.insert(id) {
            let fields = api[id].fields.iter().filter(|field| field.access.is_read());
            fields.for_each(|field| self.read(api, &field.ty));
        }
    }

    fn read(&mut self, api: &Api, ty: &Type) {
        match ty.innermost() {
            Type::Ref(id) => self.object(api, *id),
            Type::Named(id) => self.declared(api, *id, read_type),
            _ => {}
        }
    }

    fn sent(&mut self, api: &Api, ty: &Type) {
        if let Type::Named(id) = ty.innermost() {
            self.declared(api, *id, Field::write_type);
        }
    }

    fn declared(&mut self, api: &Api, id: TypeId, way: fn(&Field) -> &Type) {
        if !self.types.insert(id) {
            return;
        }
        let follow = |seen: &mut Self, ty: &Type| {
            if let Type::Named(id) = ty.innermost() {
                seen.declared(api, *id, way);
            }
        };
        match &api[id].kind {
            TypeKind::Enum(_) => {}
            TypeKind::Object(fields) => fields.iter().for_each(|it| follow(self, way(it))),
            TypeKind::OneOf(choices) => choices.iter().for_each(|it| follow(self, &it.ty)),
        }
    }
}
