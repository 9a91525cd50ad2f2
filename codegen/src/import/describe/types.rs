//! Types of a resource, or those that all share.

use super::super::schema::{Kind, TypeDef};
use super::super::yaml::Map;
use super::enumeration::values;
use super::{Writer, sentence, with_docs};

impl<'t> Writer<'_, 't> {
    /// `types` of a resource, or of all where there is none.
    pub(super) fn types(&mut self, at: Option<usize>, objects: &[usize]) -> Map {
        let mut own: Vec<usize> = (self.types.iter().map(|(ty, _)| ty))
            .filter(|ty| self.names.owner(*ty) == at && self.is_used(*ty) && !objects.contains(ty))
            .collect();
        own.sort_by_key(|ty| self.names.name(*ty).to_owned());
        let mut map = Map::tall();
        for ty in own {
            let Some(def) = self.types.get(ty) else { continue };
            let entry = self.ty(ty, at, def);
            map.add(self.names.name(ty).to_owned().as_str(), entry);
        }
        map
    }

    fn is_used(&self, ty: usize) -> bool {
        self.names.is_read(ty) || self.names.is_written(ty) || self.names.is_sent(ty)
    }

    fn ty(&mut self, number: usize, at: Option<usize>, def: &TypeDef<'t>) -> Map {
        let name = self.names.name(number).to_owned();
        let map = with_docs(Map::tall(), def.docs.clone(), &name);
        match &def.kind {
            Kind::Enum(known) => map.with("values", values(known)),
            Kind::Object(fields) => {
                let fields = self.type_fields(number, at, fields);
                map.with("fields", fields)
            }
            Kind::OneOf(choices) => {
                let mut list = Map::tall();
                for choice in choices {
                    let ty = self.expression(&choice.ty, false, at);
                    let docs = choice.docs.clone().unwrap_or_else(|| sentence(&choice.name));
                    list.put(&choice.name, Map::default().with("type", ty).with("docs", docs));
                }
                map.with("one_of", list)
            }
            Kind::Pending => map,
        }
    }
}
