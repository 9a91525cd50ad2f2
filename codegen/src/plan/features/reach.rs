//! What types lead to.

use std::collections::BTreeSet;

use deskpro_spec::api::{
    Api, Body, FamilyId, Field, Operation, Payload, ResourceId, Type, TypeId, TypeKind,
};

use super::foreign;

/// The resources whose objects or ids a client with this family alone has to know.
pub(super) fn spoken_of(api: &Api, family: FamilyId) -> Reach<'_> {
    let mut reach = Reach::new(api);
    for id in api.resource_ids().filter(|&id| api[id].family == Some(family)) {
        reach.resource(id);
        for operation in &api[id].operations {
            reach.operation(operation, Some(family));
        }
        reach.types(api[id].path.parameters.iter().map(|parameter| &parameter.ty));
    }
    reach
}

/// The resources that types speak of.
pub(super) fn of_types(api: &Api, types: impl Iterator<Item = TypeId>) -> BTreeSet<ResourceId> {
    let mut reach = Reach::new(api);
    types.for_each(|id| reach.declared(id));
    reach.resources
}

/// What was found on the way from type to type.
pub(super) struct Reach<'a> {
    api: &'a Api,
    pub(super) resources: BTreeSet<ResourceId>,
    pub(super) types: BTreeSet<TypeId>,
}

impl<'a> Reach<'a> {
    fn new(api: &'a Api) -> Self {
        Self { api, resources: BTreeSet::new(), types: BTreeSet::new() }
    }

    /// What an operation of this family speaks of. What it returns of another family is only there
    /// together with that.
    fn operation(&mut self, operation: &'a Operation, family: Option<FamilyId>) {
        match operation.returns {
            _ if foreign(self.api, family, operation).is_some() => {}
            Payload::Resource(id) => self.resource(id),
            Payload::Type(id) => self.declared(id),
            Payload::Json | Payload::Text | Payload::Bytes | Payload::Nothing => {}
        }
        self.types(operation.path.parameters.iter().map(|parameter| &parameter.ty));
        self.types(operation.query.iter().map(|parameter| &parameter.ty));
        let body = operation.body.iter().flat_map(|Body { fields, .. }| fields);
        self.types(body.map(|field| &field.ty));
    }

    /// A resource with what it holds. What is written stands in the operations.
    fn resource(&mut self, id: ResourceId) {
        if self.resources.insert(id) {
            let read = self.api[id].fields.iter().filter(|field| field.access.is_read());
            self.types(read.map(|field| &field.ty));
        }
    }

    fn declared(&mut self, id: TypeId) {
        if !self.types.insert(id) {
            return;
        }
        let def = &self.api[id];
        if let Some(owner) = def.owner {
            self.resource(owner);
        }
        match &def.kind {
            TypeKind::Enum(_) => {}
            TypeKind::Object(fields) => self.fields(fields),
            TypeKind::OneOf(choices) => self.types(choices.iter().map(|choice| &choice.ty)),
        }
    }

    fn fields(&mut self, fields: &'a [Field]) {
        self.types(fields.iter().flat_map(|field| [&field.ty, field.write_type()]));
    }

    fn types(&mut self, types: impl Iterator<Item = &'a Type>) {
        for ty in types {
            match ty.innermost() {
                Type::Id(id) | Type::Ref(id) => self.resource(*id),
                Type::Named(id) => self.declared(*id),
                _ => {}
            }
        }
    }
}
