//! `#[deskpro_resource(tickets)]` on a struct with fields: some of the fields of a resource.

use deskpro_codegen::Options;
use deskpro_codegen::emit::emit_projection;
use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::plan::{Described, ObjectId, UserStruct, plan_projection};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, ItemStruct};

use crate::arguments::Subject;
use crate::description::Description;
use crate::field_attributes::user_struct;

/// The struct with what makes it hold fields of a resource or of an object type.
pub(crate) fn expand(
    description: &Description,
    of: &Subject,
    mut item: ItemStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let user = user_struct(&mut item, mistakes);
    let found = match of {
        Subject::Resource(name) => description
            .resource(name, mistakes)
            .filter(|(_, found)| description.is_in_client(found, options, name, mistakes))
            .map(|(id, _)| ObjectId::Resource(id)),
        Subject::Type(name) => {
            description.object_type(name, mistakes).map(|(id, _)| ObjectId::Type(id))
        }
    };
    checked(description, found, of.ident(), &item, &user, options, mistakes)
}

/// The struct as one that holds fields of whatever it is used for, since its description cannot be
/// read.
pub(crate) fn unchecked(
    description: &Description,
    of: &Subject,
    mut item: ItemStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let user = user_struct(&mut item, mistakes);
    checked(description, None, of.ident(), &item, &user, options, mistakes)
}

fn checked(
    description: &Description,
    found: Option<ObjectId>,
    at: &Ident,
    item: &ItemStruct,
    user: &UserStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let place = |place| description.place(place);
    let described = Described { api: &description.api, options, place: &place };
    let plan = plan_projection(&described, found, at, user, mistakes);
    let implementations = emit_projection(&plan, user, options);
    quote!(#item #implementations)
}
