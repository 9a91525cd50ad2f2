//! The files of one resource.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Module, argument, cfg, error_set, header, model, operation, path, type_items, uses};
use crate::plan::{
    AccessorPlan, FilePlan, HandlePlan, OperationPlan, Options, ResourcePlan, Section, TypePlan,
};

/// The files of one resource's module.
pub(super) fn emit(options: &Options, resource: &ResourcePlan) -> Vec<Module> {
    let mut modules = Vec::new();
    push(options, resource, &resource.file, "", &mut modules);
    modules
}

/// A file and those below it.
fn push(
    options: &Options,
    resource: &ResourcePlan,
    file: &FilePlan,
    folder: &str,
    modules: &mut Vec<Module>,
) {
    modules.push(Module {
        path: format!("{folder}{}.rs", file.name),
        header: header(options, &resource.source),
        docs: file.docs.clone(),
        uses: file_uses(options, resource, file),
        items: items(options, resource, file),
    });
    let folder = format!("{folder}{}/", file.name);
    file.children.iter().for_each(|child| push(options, resource, child, &folder, modules));
}

fn file_uses(options: &Options, resource: &ResourcePlan, file: &FilePlan) -> Vec<TokenStream> {
    let mut uses = uses(options, &resource.imports, &file.sections, &file.generated);
    uses.extend(file.above.iter().map(|(way, names)| {
        let way = path(way);
        quote!(use #way::{#(#names),*};)
    }));
    uses
}

fn items(options: &Options, resource: &ResourcePlan, file: &FilePlan) -> Vec<TokenStream> {
    let has = |section| file.sections.contains(&section);
    let mut items = Vec::new();
    items.extend(file.children.iter().flat_map(below));
    if has(Section::Id) {
        items.extend(id(resource));
        items.extend(resource.stand_in.iter().map(|it| model::stand_in(&resource.model.name, it)));
    }
    if has(Section::Shape) {
        items.extend(model::emit(&resource.model));
    }
    let types = || resource.types.iter().filter(|ty| has(ty.section)).map(|ty| &ty.plan);
    items.extend(types().flat_map(type_items));
    let operations = || resource.operations.iter().filter(|operation| has(operation.section));
    if has(Section::Requests) {
        items.push(handle(&resource.handle));
        items.push(handle_impl(resource, operations()));
        items.extend(resource.error_sets.iter().flat_map(|set| error_set::emit(options, set)));
    } else if operations().next().is_some() {
        let name = &resource.handle.name;
        let methods = operations().map(operation::methods);
        items.push(quote!(impl #name { #(#methods)* }));
    }
    items.extend(operations().flat_map(operation::items));
    let is_own = !resource.model.is_given && resource.model.untyped.is_none();
    let model = Some(&resource.model.name).filter(|_| has(Section::Shape) && is_own);
    items.extend(serde(options, model.into_iter().chain(named(types()))));
    items
}

/// The file below, and all that it declares.
fn below(child: &FilePlan) -> [TokenStream; 2] {
    let (name, cfg) = (&child.name, cfg(&child.condition));
    [quote!(#cfg mod #name;), quote!(#cfg pub use #name::*;)]
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

fn handle_impl<'p>(
    resource: &ResourcePlan,
    operations: impl Iterator<Item = &'p OperationPlan>,
) -> TokenStream {
    let HandlePlan { name, .. } = &resource.handle;
    let parameters = resource.handle.parameters.iter().map(argument::parameter);
    let held = resource.handle.parameters.iter();
    let held = held.map(|parameter| argument::member(&parameter.name, parameter));
    let methods = operations.map(operation::methods);
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
    let AccessorPlan { docs, condition, method, handle, inherited, arguments } = plan;
    let cfg = cfg(condition);
    let parameters = arguments.iter().map(argument::parameter);
    let inherited = inherited.iter().map(|held| {
        let name = &held.name;
        if held.is_copy { quote!(self.#name) } else { quote!(self.#name.clone()) }
    });
    let names = arguments.iter().map(|argument| &argument.name);
    quote! {
        #docs
        #cfg
        #[inline]
        pub fn #method(&self, #(#parameters),*) -> #handle {
            #handle::new(#client, #(#inherited,)* #(#names),*)
        }
    }
}

/// The names of the types that serde can write and read.
pub(super) fn named<'p>(
    types: impl Iterator<Item = &'p TypePlan>,
) -> impl Iterator<Item = &'p Ident> {
    types.filter(|ty| ty.has_serde()).map(TypePlan::name)
}

/// Serde's traits, for those who store what they got.
pub(super) fn serde<'a>(
    options: &Options,
    names: impl Iterator<Item = &'a proc_macro2::Ident>,
) -> Option<TokenStream> {
    let runtime = path(&options.runtime);
    let mut names = names.peekable();
    names.peek().is_some().then(|| quote!(#runtime::serde!(#(#names),*);))
}
