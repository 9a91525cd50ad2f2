//! What types lead to.

use std::collections::BTreeSet;

use deskpro_spec::api::{
    Api, Body, FamilyId, Field, Operation, Payload, ResourceId, Type, TypeDef, TypeId, TypeKind,
};

use super::foreign;
use crate::plan::shared::is_model;

/// What a client with this family alone has to know.
pub(super) fn of_family(api: &Api, family: FamilyId) -> Reach<'_> {
    let mut reach = Reach::new(api);
    for id in api.resource_ids().filter(|&id| api[id].family == Some(family)) {
        reach.object(id);
        for operation in &api[id].operations {
            reach.operation(operation, Some(family));
        }
        reach.sent(api[id].path.parameters.iter().map(|parameter| &parameter.ty));
        api.type_ids().filter(|&ty| api[ty].owner == Some(id)).for_each(|ty| reach.declared(ty));
    }
    reach
}

/// What types lead to.
pub(super) fn of_types(api: &Api, types: impl Iterator<Item = TypeId>) -> Reach<'_> {
    let mut reach = Reach::new(api);
    types.for_each(|id| reach.declared(id));
    reach
}

/// What was found on the way from type to type.
pub(super) struct Reach<'a> {
    api: &'a Api,
    /// The resources whose ids are spoken of.
    pub(super) ids: BTreeSet<ResourceId>,
    /// Those of them whose objects may be in an answer.
    pub(super) objects: BTreeSet<ResourceId>,
    /// The declared types.
    pub(super) types: BTreeSet<TypeId>,
}

impl<'a> Reach<'a> {
    fn new(api: &'a Api) -> Self {
        Self { api, ids: BTreeSet::new(), objects: BTreeSet::new(), types: BTreeSet::new() }
    }

    /// What an operation of this family speaks of. What it returns of another family is only there
    /// together with that.
    fn operation(&mut self, operation: &'a Operation, family: Option<FamilyId>) {
        match operation.returns {
            _ if foreign(self.api, family, operation).is_some() => {}
            Payload::Resource(id) => self.object(id),
            Payload::Type(id) => self.declared(id),
            Payload::Json | Payload::Text | Payload::Bytes | Payload::Nothing => {}
        }
        self.sent(operation.path.parameters.iter().map(|parameter| &parameter.ty));
        self.sent(operation.query.iter().map(|parameter| &parameter.ty));
        let body = operation.body.iter().flat_map(|Body { fields, .. }| fields);
        self.sent(body.map(|field| &field.ty));
    }

    /// A resource by its id. Of one of unknown shape the object costs no more than the id.
    fn id(&mut self, id: ResourceId) {
        match self.api[id].is_untyped {
            true => self.object(id),
            false => _ = self.ids.insert(id),
        }
    }

    /// A resource with what it holds. What is written stands in the operations.
    fn object(&mut self, id: ResourceId) {
        self.ids.insert(id);
        if self.objects.insert(id) {
            let read = self.api[id].fields.iter().filter(|field| field.access.is_read());
            self.read(read.map(|field| &field.ty));
        }
    }

    fn declared(&mut self, id: TypeId) {
        if !self.types.insert(id) {
            return;
        }
        let def = &self.api[id];
        if let Some(owner) = def.owner {
            self.id(owner);
        }
        match &def.kind {
            TypeKind::Enum(_) => {}
            TypeKind::Object(fields) => self.fields(def, fields),
            TypeKind::OneOf(choices) => self.held(def, choices.iter().map(|choice| &choice.ty)),
        }
    }

    fn fields(&mut self, def: &TypeDef, fields: &'a [Field]) {
        self.held(def, fields.iter().map(|field| &field.ty));
        self.sent(fields.iter().map(Field::write_type));
    }

    /// What a declared type holds.
    fn held(&mut self, def: &TypeDef, types: impl Iterator<Item = &'a Type>) {
        if is_model(def) { self.read(types) } else { self.sent(types) }
    }

    /// Types of what is sent: of what they refer to, only the id.
    fn sent(&mut self, types: impl Iterator<Item = &'a Type>) {
        for ty in types {
            match ty.innermost() {
                Type::Id(id) | Type::Ref(id) => self.id(*id),
                Type::Named(id) => self.declared(*id),
                _ => {}
            }
        }
    }

    /// Types of what is in an answer. What `linked` may hold of what they refer to comes along.
    fn read(&mut self, types: impl Iterator<Item = &'a Type>) {
        for ty in types {
            match ty.innermost() {
                Type::Id(id) if self.api[*id].linked_as.is_none() => self.id(*id),
                Type::Id(id) | Type::Ref(id) => self.object(*id),
                Type::Named(id) => self.declared(*id),
                _ => {}
            }
        }
    }
}
