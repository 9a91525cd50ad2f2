//! The root module, shared types and shared sets of refusals.

use proc_macro2::TokenStream;
use quote::quote;

use super::resource::{named, serde};
use super::{Module, cfg, enumeration, error_set, header, path, type_items, uses};
use crate::plan::{Docs, Plan, Section, TypesPlan};

/// `mod.rs`
pub(super) fn root(plan: &Plan) -> Module {
    let types = plan.types.as_ref().map(|_| {
        quote!(
            pub mod types;
        )
    });
    let modules = plan.resources.iter().map(|resource| {
        let module = &resource.module;
        let cfg = cfg(&resource.file.condition);
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
    items.extend(types);
    items.extend(modules);
    let batch = plan.client.batch.as_ref().map(|batch| &batch.error.name).into_iter();
    items.push(quote!(
        pub use client::{#(#batch,)* Client};
    ));
    Module {
        path: "mod.rs".to_owned(),
        header: header(plan, &plan.options.root),
        docs: Docs { lines: vec!["The client and a module for every resource.".to_owned()] },
        uses: Vec::new(),
        items,
    }
}

/// `types.rs`
pub(super) fn types(plan: &Plan, types: &TypesPlan) -> Module {
    let mut items: Vec<TokenStream> = types.types.iter().flat_map(type_items).collect();
    items.extend(serde(plan, named(types.types.iter())));
    Module {
        path: "types.rs".to_owned(),
        header: header(plan, &plan.options.root),
        docs: Docs { lines: vec!["Types that several resources share.".to_owned()] },
        uses: uses(plan, &types.imports, &[Section::Shape], &plan.options.generated),
        items,
    }
}

/// What is the same for the refusals of all resources.
pub(super) fn refusals(plan: &Plan) -> Vec<TokenStream> {
    let code = &plan.errors.validation_code;
    let mut items = vec![refusal(plan)];
    items.extend(enumeration::emit(code));
    items.extend(serde(plan, std::iter::once(&code.name)));
    items
}

/// `errors.rs`
pub(super) fn errors(plan: &Plan) -> Module {
    let code = &plan.errors.validation_code;
    let mut items = vec![refusal(plan)];
    items.extend(plan.errors.sets.iter().flat_map(|set| error_set::emit(plan, set)));
    items.extend(enumeration::emit(code));
    items.extend(serde(plan, std::iter::once(&code.name)));
    Module {
        path: "errors.rs".to_owned(),
        header: header(plan, &plan.options.root),
        docs: Docs { lines: vec!["Why requests are refused.".to_owned()] },
        uses: uses(plan, &plan.errors.imports, &[Section::Shape], &plan.options.generated),
        items,
    }
}

fn refusal(plan: &Plan) -> TokenStream {
    let runtime = path(&plan.options.runtime);
    quote! {
        #[doc = " Everything that the helpdesk said when it refused a request."]
        pub type Refusal = #runtime::Refusal<ValidationCode>;
    }
}
