//! A resource that no description has: the struct is its description.

mod attributes;
mod field;
mod lower;
mod mend;
mod problems;
mod rust_type;
mod spots;
mod surroundings;
mod words;

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::FOREIGN_CLIENT;
use deskpro_codegen::mistake::resources::RENAMED_STRUCT;
use deskpro_codegen::plan::{OwnModel, OwnStructPlan, object_name, plan_held};
use deskpro_codegen::{Options, emit};
use deskpro_spec::api::Api;
use deskpro_spec::check;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{ItemStruct, Visibility};

use crate::arguments::{About, Arguments, plain};
use crate::description::Description;
use crate::item::{derives_default, without_own_attributes};
use crate::{visibility, whole};
use field::{OwnField, Reading};
use lower::{Lowering, Names};
use rust_type::Meanings;
use spots::Spots;
use surroundings::surroundings;

/// The struct as it was, and beside it everything else that a resource has.
pub(crate) fn expand(
    description: &Description,
    arguments: &Arguments,
    item: ItemStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let kept = without_own_attributes(item.to_token_stream());
    let Some(About::Own(path)) = &arguments.about else { return kept };
    // The client's own shared types are those of another description.
    let is_alone = !description.is_builtin && arguments.client.is_none();
    let options = &Options { is_alone, ..options.clone() };
    let mut spots = Spots::default();
    let names = Names::of(&item, arguments);
    let fields = fields(description, &item, &names, &mut spots, mistakes);
    let mut document = surroundings(&description.document, &path.value(), is_alone);
    let mut lowering = Lowering {
        api: &description.api,
        document: &document,
        arguments,
        path,
        item: &item,
        names: &names,
        spots: &mut spots,
    };
    let resource = lowering.resource(&fields, mistakes);
    document.resources.push(resource);
    let own = Own { item: &item, fields: &fields, names: &names };
    let (beside, api) = match check(&document) {
        Ok(api) => (own.beside(Some(&api), options), Some(api)),
        Err(found) => {
            problems::report(&found, &spots, &item.ident, description, mistakes);
            (own.beside(None, options), mend::mended(document, &found))
        }
    };
    let rest = api.and_then(|api| own.rest(&api, arguments, options, mistakes));
    quote!(#kept #beside #rest)
}

fn fields(
    description: &Description,
    item: &ItemStruct,
    names: &Names,
    spots: &mut Spots,
    mistakes: &mut Mistakes,
) -> Vec<OwnField> {
    let meanings = Meanings {
        known: description.known_types(),
        object: plain(&item.ident),
        resource: &names.plural,
    };
    Reading { meanings, singular: &names.singular, spots, mistakes }.fields(&item.fields)
}

/// A struct with what is known of it.
struct Own<'a> {
    item: &'a ItemStruct,
    fields: &'a [OwnField],
    names: &'a Names,
}

impl Own<'_> {
    /// What stands beside the struct whether or not the rest can be made; types are checked where
    /// nothing else is wrong.
    fn beside(&self, api: Option<&Api>, options: &Options) -> TokenStream {
        let read = self.fields.iter().filter_map(|field| {
            let (wire, _) = field.described.as_ref()?;
            Some((wire.value.as_str(), field.held.clone()?))
        });
        let held = api.map(|api| plan_held(api, &self.names.plural, read, options));
        let plan = OwnStructPlan {
            name: self.item.ident.clone(),
            fields: self
                .fields
                .iter()
                .map(|field| (field.name.clone(), field.ty.to_token_stream()))
                .collect(),
            has_default: self.fields.iter().all(|field| field.held.is_some()),
            derives_default: derives_default(&self.item.attrs),
            is_deprecated: self.fields.iter().any(|field| field.is_deprecated),
            held: held.unwrap_or_default(),
        };
        emit::beside(&plan, options)
    }

    /// Everything else: ids, handle, requests, refusals, and how the struct is read and written.
    fn rest(
        &self,
        api: &Api,
        arguments: &Arguments,
        options: &Options,
        mistakes: &mut Mistakes,
    ) -> Option<TokenStream> {
        let options = self.options(api, arguments, options, mistakes)?;
        if self.is_foreign(api, &options, mistakes) {
            return None;
        }
        let mut items = deskpro_codegen::resource_items(api, &self.names.plural, &options)?;
        // What answers with the struct is not seen farther than the struct.
        let of_struct = Some(&self.item.vis).filter(|vis| !matches!(vis, Visibility::Public(_)));
        if let Some(wanted) = arguments.visibility.as_ref().or(of_struct) {
            items = visibility::set(items, &visibility::from_within(wanted));
        }
        let name = &self.item.ident;
        Some(whole::beside(self.item, &quote!(use super::#name; #items)))
    }

    fn options(
        &self,
        api: &Api,
        arguments: &Arguments,
        options: &Options,
        mistakes: &mut Mistakes,
    ) -> Option<Options> {
        let plural = &self.names.plural;
        let object = object_name(api, plural)?;
        let is_own = |from: &Ident| *from == self.item.ident;
        let (of_struct, wanted): (Vec<_>, Vec<_>) =
            arguments.renames.iter().cloned().partition(|(from, _)| is_own(from));
        for (from, _) in of_struct {
            let message = format!("`{from}` is the struct itself\nhelp: rename it where it stands");
            mistakes.push(&RENAMED_STRUCT, from, message);
        }
        let known = self.fields.iter().filter(|field| field.held.is_some());
        let described = known.filter_map(|field| {
            let (wire, _) = field.described.as_ref()?;
            Some((wire.value.clone(), field.name.clone()))
        });
        let mut options = Options {
            own: Some(OwnModel { name: self.item.ident.clone(), fields: described.collect() }),
            renames: self.renames(&object),
            ..options.clone()
        };
        if !wanted.is_empty() {
            let names = deskpro_codegen::item_names(api, plural, &options)?;
            options.renames.extend(whole::renames(&names, &wanted, mistakes));
        }
        Some(options)
    }

    /// Whether the struct speaks of resources that the client does not have, because it is generated
    /// from another description; each is reported.
    fn is_foreign(&self, api: &Api, options: &Options, mistakes: &mut Mistakes) -> bool {
        if !options.is_alone {
            return false;
        }
        let strangers = whole::strangers(api, &self.names.plural, options, mistakes);
        for name in &strangers {
            let message = whole::stranger(&self.item.ident.to_string(), name);
            mistakes.push(&FOREIGN_CLIENT, &self.item.ident, message);
        }
        !strangers.is_empty()
    }

    /// The struct's own name, also within that of its id, where another would be made of it.
    fn renames(&self, object: &str) -> Vec<(String, Ident)> {
        let name = &self.item.ident;
        let id = Ident::new(&format!("{}Id", plain(name)), name.span());
        vec![(object.to_owned(), name.clone()), (format!("{object}Id"), id)]
    }
}

#[cfg(test)]
mod tests;
