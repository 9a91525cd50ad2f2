//! `#[deskpro_resource(tickets.create)]` on a struct: what a request sends.

use deskpro_codegen::Options;
use deskpro_codegen::emit::emit_input;
use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::plan::{Described, UserStruct, plan_input};
use deskpro_spec::api::{Operation, ResourceId};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, ItemStruct};

use crate::arguments::OperationPath;
use crate::description::Description;
use crate::field_attributes::user_struct;

/// The struct with what makes it fill requests of the operation.
pub(crate) fn expand(
    description: &Description,
    path: &OperationPath,
    mut item: ItemStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let user = user_struct(&mut item, mistakes);
    let found = description.operation(path, mistakes).filter(|(id, _)| {
        description.is_in_client(&description.api[*id], options, &path.resource, mistakes)
    });
    checked(description, found, &path.operation, &item, &user, options, mistakes)
}

/// The struct as one that fills whatever request it is used for, since its description cannot be
/// read.
pub(crate) fn unchecked(
    description: &Description,
    path: &OperationPath,
    mut item: ItemStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let user = user_struct(&mut item, mistakes);
    checked(description, None, &path.operation, &item, &user, options, mistakes)
}

fn checked(
    description: &Description,
    found: Option<(ResourceId, &Operation)>,
    at: &Ident,
    item: &ItemStruct,
    user: &UserStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let place = |place| description.place(place);
    let described = Described { api: &description.api, options, place: &place };
    let plan = plan_input(&described, found, at, user, mistakes);
    let implementations = emit_input(&plan, user, options);
    quote!(#item #implementations)
}
