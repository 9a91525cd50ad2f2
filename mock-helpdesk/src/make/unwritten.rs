//! What fields hold that nobody has written.

use deskpro_spec::api::{Access, Field, ResourceId, Type, TypeKind};
use serde_json::Value;

use super::{Maker, Origin, Owner, token};
use crate::{fields, id, seed};

impl Maker<'_> {
    /// What a field holds that nobody has written.
    pub(super) fn unwritten(&self, owner: &Owner, origin: Origin, field: &Field) -> Value {
        let other = fields::referenced(&field.ty).filter(|_| field.name != fields::ID);
        if let Some(other) = other {
            return self.unwritten_reference(owner, origin, field, other);
        }
        let resource = &self.api[owner.resource];
        let is_said = field.access == Access::ReadOnly && !field.nullable;
        // What is said of a file, and what nobody else can have, the helpdesk itself makes up.
        if is_said
            && (fields::is_uploaded(self.api, resource) || token::is_one(field))
            && let Some(value) = seed::like(self.api, field, owner.id)
        {
            return value;
        }
        if is_said
            && field.ty == Type::Boolean
            && let Origin::Maker(maker) = origin
            && let Some(value) = self.same(maker.resource, maker.id, field)
        {
            return value;
        }
        match (field.nullable, self.is_enum(&field.ty), &field.example) {
            (true, _, _) => Value::Null,
            // Of the known values the one in the example is the likely one to begin with.
            (false, true, Some(example)) => example.clone(),
            (false, _, _) => seed::blank(self.api, &field.ty, self.now),
        }
    }

    /// What a reference holds that nobody has written.
    fn unwritten_reference(
        &self,
        owner: &Owner,
        origin: Origin,
        field: &Field,
        other: ResourceId,
    ) -> Value {
        let to_json = |id: u64| id::to_json(self.api, &field.ty, id);
        let above = self.api[owner.resource].parent.as_ref().map(|parent| parent.resource);
        let parent = above.zip(owner.parent);
        let around = match origin {
            Origin::Maker(maker) => Some((maker.resource, maker.id)),
            Origin::Request | Origin::Parent => None,
        };
        if let Some((_, id)) = [parent, around].into_iter().flatten().find(|it| it.0 == other) {
            return to_json(id);
        }
        if field.nullable {
            return Value::Null;
        }
        // A message is by the person of its ticket, unless said otherwise (HMRC).
        let inherited = [around, parent].into_iter().flatten();
        let mut inherited = inherited.filter_map(|(resource, id)| self.same(resource, id, field));
        inherited.next().unwrap_or_else(|| {
            let is_beside = self.api[other].parent.as_ref().map(|it| it.resource) == above;
            let within = owner.parent.filter(|_| above.is_some() && is_beside);
            to_json(self.store.ids(other, within).next().unwrap_or(1))
        })
    }

    /// What another object holds in the same field.
    pub(super) fn same(&self, resource: ResourceId, id: u64, field: &Field) -> Option<Value> {
        let same = fields::named(&self.api[resource], &field.name)?;
        let is_same = match fields::referenced(&field.ty) {
            Some(other) => fields::referenced(&same.ty) == Some(other),
            None => same.ty == field.ty,
        };
        self.store.field(resource, id, &field.name).filter(|value| is_same && !value.is_null())
    }

    fn is_enum(&self, ty: &Type) -> bool {
        matches!(ty, Type::Named(id) if matches!(self.api[*id].kind, TypeKind::Enum(_)))
    }
}
