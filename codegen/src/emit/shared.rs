//! The root module, shared types and shared sets of refusals.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::resource::{named, serde};
use super::{Module, cfg, enumeration, error_set, header, path, type_items, uses};
use crate::plan::{Docs, Section, SharedPlan, SharedType, TypeFile, TypesPlan};

/// `mod.rs`
pub(super) fn root(plan: &SharedPlan) -> Module {
    let types = plan.types.as_ref().map(|_| {
        quote!(
            pub mod types;
        )
    });
    let modules = plan.modules.iter().map(|(module, condition)| {
        let cfg = cfg(condition);
        quote!(#cfg pub mod #module;)
    });
    let mut items = vec![
        quote!(
            mod client;
        ),
        quote!(
            pub mod errors;
        ),
    ];
    items.extend(plan.linked.as_ref().map(|_| {
        quote!(
            pub mod linked;
        )
    }));
    items.extend(plan.parameters.as_ref().map(|_| {
        quote!(
            pub mod parameters;
        )
    }));
    items.extend(types);
    items.extend(modules);
    let batch = plan.client.batch.as_ref().map(|batch| &batch.error.name).into_iter();
    items.push(quote!(
        pub use client::{#(#batch,)* Client};
    ));
    Module {
        path: "mod.rs".to_owned(),
        header: header(&plan.options, &plan.options.root),
        docs: Docs { lines: vec!["The client and a module for every resource.".to_owned()] },
        uses: Vec::new(),
        items,
    }
}

/// `types.rs`, and a file for each type that is there under a condition.
pub(super) fn types(plan: &SharedPlan, types: &TypesPlan) -> Vec<Module> {
    let files = || types.types.iter().filter_map(|ty| Some((ty, ty.file.as_ref()?)));
    let here = || types.types.iter().filter(|ty| ty.file.is_none()).map(|ty| &ty.plan);
    let mut items: Vec<TokenStream> = files().flat_map(|(ty, file)| below(ty, file)).collect();
    items.extend(here().flat_map(type_items));
    items.extend(serde(&plan.options, named(here())));
    let root = Module {
        path: "types.rs".to_owned(),
        header: header(&plan.options, &plan.options.root),
        docs: Docs { lines: vec!["Types that several resources share.".to_owned()] },
        uses: uses(&plan.options, &types.imports, &[Section::Shape], &plan.options.generated),
        items,
    };
    let files = files().map(|(ty, file)| type_file(plan, types, ty, file));
    std::iter::once(root).chain(files).collect()
}

/// The file of a type, and the type that it declares.
fn below(ty: &SharedType, file: &TypeFile) -> [TokenStream; 2] {
    let (module, name, cfg) = (&file.module, ty.plan.name(), cfg(&file.condition));
    [quote!(#cfg mod #module;), quote!(#cfg pub use #module::#name;)]
}

/// `types/blob.rs`
fn type_file(plan: &SharedPlan, types: &TypesPlan, ty: &SharedType, file: &TypeFile) -> Module {
    let name = ty.plan.name().to_string();
    let mut uses = uses(&plan.options, &types.imports, &[file.section], &file.generated);
    let above = &file.above;
    uses.extend((!above.is_empty()).then(|| quote!(use super::{#(#above),*};)));
    let mut items = type_items(&ty.plan);
    items.extend(serde(&plan.options, named(std::iter::once(&ty.plan))));
    Module {
        path: format!("types/{}.rs", file.module.unraw()),
        header: header(&plan.options, &plan.options.root),
        docs: Docs { lines: vec![format!("[`{name}`]")] },
        uses,
        items,
    }
}

/// What is the same for the refusals of all resources.
pub(super) fn refusals(plan: &SharedPlan) -> Vec<TokenStream> {
    let code = &plan.errors.validation_code;
    let mut items = vec![refusal(plan)];
    items.extend(enumeration::emit(code));
    items.extend(serde(&plan.options, std::iter::once(&code.name)));
    items
}

/// `errors.rs`
pub(super) fn errors(plan: &SharedPlan) -> Module {
    let code = &plan.errors.validation_code;
    let mut items = vec![refusal(plan)];
    items.extend(plan.errors.sets.iter().flat_map(|set| error_set::emit(&plan.options, set)));
    items.extend(enumeration::emit(code));
    items.extend(serde(&plan.options, std::iter::once(&code.name)));
    Module {
        path: "errors.rs".to_owned(),
        header: header(&plan.options, &plan.options.root),
        docs: Docs { lines: vec!["Why requests are refused.".to_owned()] },
        uses: uses(&plan.options, &plan.errors.imports, &[Section::Shape], &plan.options.generated),
        items,
    }
}

fn refusal(plan: &SharedPlan) -> TokenStream {
    let runtime = path(&plan.options.runtime);
    quote! {
        #[doc = " Everything that the helpdesk said when it refused a request."]
        pub type Refusal = #runtime::Refusal<ValidationCode>;
    }
}
