//! The description that an attribute is checked against, loaded once for all attributes.

mod cache;
mod lookup;
mod origin;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::plan::{Known, known_types};
use deskpro_spec::api::Api;
use deskpro_spec::document::Document;
use deskpro_spec::{Place, Sources};
use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;

pub(crate) use lookup::{CLIENT, help};
use origin::Origin;

/// How the files of the built-in description are named in messages.
const BUILTIN: &str = "spec/deskpro";

/// A checked description with the files that it is from.
#[derive(Debug)]
pub(crate) struct Description {
    /// The files as text.
    pub(crate) sources: Sources,
    /// What they say.
    pub(crate) document: Document,
    /// What they mean.
    pub(crate) api: Api,
    /// What precedes the names of files that people need not see: `/home/me/project/`.
    prefix: String,
    /// The files on the disk that were read, with their whole paths.
    read: Vec<PathBuf>,
    /// Whether the crate `deskpro_client` is generated from it.
    pub(crate) is_builtin: bool,
    /// What Rust names stand for in it, once somebody asks.
    known_types: OnceLock<BTreeMap<String, Known>>,
}

impl Description {
    /// The description of `spec = "..."`; without it that of `DESKPRO_SPEC`, or the built-in one.
    /// `None` after a mistake.
    pub(crate) fn of(spec: Option<&LitStr>, mistakes: &mut Mistakes) -> Option<Arc<Self>> {
        cache::description(&Origin::of(spec, mistakes)?, spec, mistakes)
    }

    /// The description that `deskpro_client` is generated from; `None` after a mistake.
    pub(crate) fn builtin(mistakes: &mut Mistakes) -> Option<Arc<Self>> {
        cache::description(&Origin::Builtin, None, mistakes)
    }

    /// What the Rust names of its objects, ids and types stand for.
    pub(crate) fn known_types(&self) -> &BTreeMap<String, Known> {
        self.known_types.get_or_init(|| known_types(&self.api))
    }

    /// A place as people open it: `spec/deskpro/resources/tickets.yaml:41:7`.
    pub(crate) fn place(&self, place: Place) -> String {
        let name = self.sources.name(place.file);
        let (line, column) = (place.line, place.column);
        if self.is_builtin {
            return format!("{BUILTIN}/{name}:{line}:{column}");
        }
        let name = name.strip_prefix(self.prefix.as_str()).unwrap_or(name);
        format!("{name}:{line}:{column}")
    }

    /// Items that make the compiler expand the attribute again when the description changes.
    pub(crate) fn rerun(&self, spec: Option<&LitStr>) -> TokenStream {
        let variable = spec.is_none().then(|| {
            let name = origin::VARIABLE;
            quote!(
                const _: ::core::option::Option<&str> = ::core::option_env!(#name);
            )
        });
        let files = self.read.iter().map(|path| path.to_string_lossy().into_owned());
        quote! {
            #variable
            #(const _: &[u8] = ::core::include_bytes!(#files);)*
        }
    }
}
