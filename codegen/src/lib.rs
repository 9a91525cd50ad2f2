//! From a checked description to Rust text.
//!
//! The stages are the same behind every door (the program, a build script, the attribute macro):
//! [`plan`] chooses every Rust name, type and doc line, [`emit`] prints the plan as tokens,
//! [`mod@format`] makes files of the tokens, and [`tree`] places them in a folder. [`reference()`]
//! makes pages for people of the same plan, and [`openapi()`] a document for other tools of the
//! description alone. With the feature `learn`, [`learn()`] makes an overlay of what clients have seen.

pub mod build_script;
#[cfg(feature = "diff")]
pub mod diff;
pub mod emit;
mod expression;
pub mod files;
pub mod format;
#[cfg(feature = "import")]
mod import;
#[cfg(feature = "learn")]
mod learn;
pub mod mistake;
mod openapi;
pub mod plan;
mod reference;
pub mod tree;

pub use files::Files;
#[cfg(feature = "import")]
pub use import::{ImportError, ImportProblem, ImportProblemKind, Imported, import, merge};
#[cfg(feature = "learn")]
pub use learn::{Drift, DriftError, Lesson, learn};
pub use openapi::{OpenApiDialect, OpenApiOptions, OpenApiVersion, openapi};
pub use plan::{Derive, EnumPolicy, Options, handle_name, is_reserved, item_names};
pub use reference::reference;

use std::path::Path;

use deskpro_spec::api::Api;
use plan::Plan;
use proc_macro2::TokenStream;

/// The files of a client for `api`. A checked description always generates.
pub fn generate(api: &Api, options: &Options) -> Files {
    let plan = plan::plan(api, options);
    let modules = emit::emit(&plan);
    format::format(modules)
}

/// The files of a client for `api`, of which a folder may hold some already: as [`generate`] makes them,
/// but what is known to be in the folder is not made again. What is known stands in the `record`, which
/// is then what is to be known the next time.
///
/// What of it is written is left to [`tree::write`], which does not read again what was found.
pub fn generate_again(
    api: &Api,
    options: &Options,
    folder: &Path,
    record: &mut tree::Record,
) -> Files {
    files_again(&plan::plan(api, options), folder, record)
}

/// As [`generate_again`], of a plan.
pub fn files_again(plan: &Plan, folder: &Path, record: &mut tree::Record) -> Files {
    let mut next = tree::Record::new();
    let make = || format::format(emit::emit_shared(&plan.shared));
    let mut files = record.files(&plan.shared, folder, &mut next, make);
    for resource in &plan.resources {
        let part = (&plan.shared.options, resource);
        let make = || format::format(emit::emit_resource(&plan.shared.options, resource));
        files.extend(record.files(&part, folder, &mut next, make));
    }
    *record = next;
    files
}

/// What the module of one resource holds, for those who put it into a module of their own; `None`
/// when there is no resource of this name.
pub fn resource_items(api: &Api, name: &str, options: &Options) -> Option<TokenStream> {
    let plan = plan::plan_resource(api, name, options)?;
    Some(emit::emit_alone(&plan).into_iter().collect())
}

/// The other resources that the module of one resource leads to: those it refers to and those
/// that live within it.
pub fn neighbours(api: &Api, name: &str, options: &Options) -> Vec<String> {
    let plan = plan::plan_resource(api, name, options);
    let modules = plan.iter().flat_map(|plan| &plan.resources).flat_map(|it| it.imports.modules());
    let modules: std::collections::BTreeSet<_> = modules.collect();
    modules.into_iter().collect()
}
