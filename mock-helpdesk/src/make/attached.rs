//! Files that were uploaded before, named where they are attached.

use deskpro_spec::api::{ResourceId, Type, TypeKind};
use serde_json::Value;

use super::Maker;
use crate::{Object, fields};

/// Whether a file goes away unless something holds it.
pub(super) const IS_TEMP: &str = "is_temp";

impl Maker<'_> {
    /// What names an uploaded file becomes the file as it is read: `blob_auth` becomes `blob`. The
    /// file stays from then on.
    pub(super) fn take_up_file(&mut self, resource: ResourceId, written: &mut Object) {
        let api = self.api;
        let Some((field, name)) = self.file_field(resource, written) else {
            return;
        };
        let Some(Value::String(text)) = written.remove(&name) else {
            return;
        };
        let uploads = fields::uploads_named_by(api, &name);
        let found = uploads.and_then(|uploads| {
            let id = self.store.find_text(uploads, &name, &text)?;
            if fields::named(&api[uploads], IS_TEMP).is_some() {
                self.store.set(uploads, id, IS_TEMP, Value::Bool(false));
            }
            self.store.object(uploads, id)
        });
        let file = found.unwrap_or_else(|| Object::from_iter([(name, Value::String(text))]));
        written.insert(field, Value::Object(file));
    }

    /// Which of these objects holds the file that is written.
    pub(super) fn with_file(
        &self,
        resource: ResourceId,
        among: &[u64],
        written: &Object,
    ) -> Option<u64> {
        let (field, name) = self.file_field(resource, written)?;
        let text = written.get(&name)?;
        let mut among = among.iter().copied();
        among.find(|&id| {
            let file = self.store.field(resource, id, &field);
            file.is_some_and(|file| file.get(&name) == Some(text))
        })
    }

    /// The field that holds a file as an object, and the member by which one is named in its place.
    fn file_field(&self, resource: ResourceId, written: &Object) -> Option<(String, String)> {
        let api = self.api;
        let names_file = |name: &str| {
            fields::named(&api[resource], name).is_none()
                && fields::uploads_named_by(api, name).is_some()
        };
        let name = written.keys().find(|name| names_file(name))?;
        let holds = |ty: &Type| match ty {
            Type::Named(id) => match &api[*id].kind {
                TypeKind::Object(shape) => shape.iter().any(|field| field.name == *name),
                TypeKind::Enum(_) | TypeKind::OneOf(_) => false,
            },
            _ => false,
        };
        let field = fields::read(&api[resource]).find(|field| holds(&field.ty))?;
        Some((field.name.clone(), name.clone()))
    }
}
