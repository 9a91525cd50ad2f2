//! Fields of resources, types and bodies.

use super::super::name::{self, Taken};
use super::super::resource::Field;
use super::super::schema::{Property, Says, Ty};
use super::super::yaml::Map;
use super::{Writer, example, with_docs};

/// What a deprecated thing says of itself.
pub(super) const DEPRECATED: &str = "It should not be used any more.";

impl<'t> Writer<'_, 't> {
    /// The fields of a resource.
    pub(super) fn resource_fields(
        &mut self,
        at: usize,
        fields: &[Field<'t>],
        is_singleton: bool,
    ) -> Map {
        let mut taken = Taken::new(name::field, &["extra"]);
        let mut map = Map::tall();
        for field in fields {
            let property = &field.property;
            let typed = &property.typed;
            let is_id = property.key == "id"
                && !is_singleton
                && typed.ty == Ty::Word("integer")
                && !typed.is_nullable
                && !field.is_optional
                && field.access == Some("read_only");
            let ty = match is_id {
                true => "id".to_owned(),
                false => self.expression(&typed.ty, typed.is_nullable, Some(at)),
            };
            let write = field.write.as_ref();
            let write = write.map(|(ty, null)| self.expression(ty, *null, Some(at)));
            let is_read = !matches!(field.access, Some("write_only" | "create_write_only"));
            let entry = Map::default()
                .with("type", ty)
                .with_some("write", write)
                .with_some("access", field.access)
                .with_flag("required", field.is_required && field.access != Some("read_only"))
                .with_flag("optional", field.is_optional && is_read);
            let entry = self.described(entry, property, is_id);
            map.put(&property.key, with_rust(entry, &property.key, &mut taken));
        }
        map
    }

    /// The fields of an object type; a type that goes one way only says nothing of the other.
    pub(super) fn type_fields(
        &mut self,
        ty: usize,
        at: Option<usize>,
        fields: &[Property<'t>],
    ) -> Map {
        let (is_read, is_written) = (self.names.is_read(ty), self.names.is_written(ty));
        let mut taken = Taken::new(name::field, &["extra"]);
        let mut map = Map::tall();
        for property in fields {
            let typed = &property.typed;
            let access = match (is_read && is_written, &typed.says) {
                (true, Says { is_read_only: true, .. }) => Some("read_only"),
                (true, Says { is_write_only: true, .. }) => Some("write_only"),
                _ => None,
            };
            let is_required = is_written && property.is_required && access != Some("read_only");
            let is_optional = is_read && !property.is_required && access != Some("write_only");
            let entry = Map::default()
                .with("type", self.expression(&typed.ty, typed.is_nullable, at))
                .with_some("access", access)
                .with_flag("required", is_required)
                .with_flag("optional", is_optional);
            let entry = self.described(entry, property, false);
            map.put(&property.key, with_rust(entry, &property.key, &mut taken));
        }
        map
    }

    /// The fields of a body, named beside the other inputs of its operation.
    pub(super) fn body_fields(
        &mut self,
        at: usize,
        fields: &[Property<'t>],
        taken: &mut Taken,
    ) -> Map {
        let mut map = Map::tall();
        for property in fields {
            let typed = &property.typed;
            let entry = Map::default()
                .with("type", self.expression(&typed.ty, typed.is_nullable, Some(at)))
                .with_flag("required", property.is_required);
            let entry = self.described(entry, property, false);
            map.put(&property.key, with_rust(entry, &property.key, taken));
        }
        map
    }

    /// What every field says.
    fn described(&mut self, map: Map, property: &Property<'t>, is_id: bool) -> Map {
        let typed = &property.typed;
        let map = map
            .with_flag("sensitive", typed.says.is_sensitive)
            .with_some("deprecated", typed.says.is_deprecated.then_some(DEPRECATED));
        let docs = typed.says.documentation().or_else(|| self.summary(&typed.ty));
        let map = with_docs(map, docs, &property.key);
        let ty = if is_id { &Ty::Word("integer") } else { &typed.ty };
        let example = example::taken(self.types, self.findings, ty, &typed.says);
        map.with_some("example", example)
    }

    /// What a type says it is, in its first line.
    fn summary(&self, ty: &Ty) -> Option<String> {
        let Ty::Named(at) = ty else { return None };
        let docs = self.types.get(*at)?.docs.as_ref()?;
        docs.lines().next().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
    }
}

/// Adds a name in Rust, where the key gives none or one that is taken.
pub(super) fn with_rust(map: Map, key: &str, taken: &mut Taken) -> Map {
    if taken.take(key) {
        return map;
    }
    let words = name::field(key);
    let words = words.trim_start_matches('_');
    let wanted = [format!("{words}_value"), "value".to_owned()];
    let starts = |name: &String| name.starts_with(|c: char| c.is_ascii_alphabetic());
    map.with("rust", taken.claim(wanted.into_iter().filter(starts)))
}
