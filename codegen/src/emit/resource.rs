//! The file of one resource.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    Module, argument, error_set, header, model, operation, path, shared, type_items, uses,
};
use crate::plan::{AccessorPlan, HandlePlan, Plan, ResourcePlan, TypePlan};

/// The module of one resource: its model, its types, its operations.
pub(super) fn emit(plan: &Plan, resource: &ResourcePlan) -> Module {
    Module {
        path: format!("{}.rs", resource.module),
        header: header(plan, &resource.source),
        docs: resource.docs.clone(),
        uses: uses(plan, &resource.imports),
        items: items(plan, resource),
    }
}

fn items(plan: &Plan, resource: &ResourcePlan) -> Vec<TokenStream> {
    let mut items = Vec::new();
    items.extend(id(resource));
    items.extend(model::emit(&resource.model));
    items.extend(resource.types.iter().flat_map(type_items));
    items.push(handle(&resource.handle));
    items.push(handle_impl(resource));
    items.extend(resource.error_sets.iter().flat_map(|set| error_set::emit(plan, set)));
    items.extend(resource.operations.iter().flat_map(operation::items));
    if plan.options.is_alone {
        items.extend(shared::refusals(plan));
    }
    let model = Some(&resource.model.name).filter(|_| !resource.model.is_given);
    items.extend(serde(plan, model.into_iter().chain(named(&resource.types))));
    items
}

/// The newtype of the resource's ids.
fn id(resource: &ResourcePlan) -> Option<TokenStream> {
    let name = resource.id.as_ref()?;
    let model = &resource.model.name;
    let docs = format!(" The id of a [`{model}`].");
    Some(quote! {
        #[doc = #docs]
        pub type #name = Id<#model>;
    })
}

fn handle(plan: &HandlePlan) -> TokenStream {
    let HandlePlan { docs, name, .. } = plan;
    let names = plan.parameters.iter().map(|parameter| &parameter.name);
    let types = plan.parameters.iter().map(|parameter| &parameter.ty);
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct #name {
            client: Client,
            #(#names: #types,)*
        }
    }
}

fn handle_impl(resource: &ResourcePlan) -> TokenStream {
    let HandlePlan { name, .. } = &resource.handle;
    let parameters = resource.handle.parameters.iter().map(argument::parameter);
    let held = resource.handle.parameters.iter();
    let held = held.map(|parameter| argument::member(&parameter.name, parameter));
    let methods = resource.operations.iter().map(operation::methods);
    let children =
        resource.handle.children.iter().map(|child| accessor(child, &quote!(&self.client)));
    quote! {
        impl #name {
            #[doc = " Begins at this client."]
            #[inline]
            pub fn new(client: &impl AsRef<Client>, #(#parameters),*) -> Self {
                Self { client: client.as_ref().clone(), #(#held),* }
            }

            #(#methods)*
            #(#children)*
        }
    }
}

/// A method that leads to a handle from `client`.
pub(super) fn accessor(plan: &AccessorPlan, client: &TokenStream) -> TokenStream {
    let AccessorPlan { docs, method, handle, inherited, arguments } = plan;
    let parameters = arguments.iter().map(argument::parameter);
    let inherited = inherited.iter().map(|held| {
        let name = &held.name;
        if held.is_copy { quote!(self.#name) } else { quote!(self.#name.clone()) }
    });
    let names = arguments.iter().map(|argument| &argument.name);
    quote! {
        #docs
        #[inline]
        pub fn #method(&self, #(#parameters),*) -> #handle {
            #handle::new(#client, #(#inherited,)* #(#names),*)
        }
    }
}

/// The names of the types that serde can write and read.
pub(super) fn named(types: &[TypePlan]) -> impl Iterator<Item = &proc_macro2::Ident> {
    types.iter().filter(|ty| ty.has_serde()).map(TypePlan::name)
}

/// Serde's traits, for those who store what they got.
pub(super) fn serde<'a>(
    plan: &Plan,
    names: impl Iterator<Item = &'a proc_macro2::Ident>,
) -> Option<TokenStream> {
    let runtime = path(&plan.options.runtime);
    let mut names = names.peekable();
    names.peek().is_some().then(|| quote!(#runtime::serde!(#(#names),*);))
}
