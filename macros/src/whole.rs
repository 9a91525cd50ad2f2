//! A whole resource: what both a module and a unit struct stand for.

use deskpro_codegen::Options;
use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::{FOREIGN_CLIENT, TAKEN_NAME, UNKNOWN_ITEM};
use deskpro_spec::api::{Api, Resource};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Ident, ItemStruct};

use crate::arguments::{Arguments, plain};
use crate::description::{Description, help};

/// The items of the resource of this name, as the arguments want them; `None` when there is none, or
/// when the client is not its own. Other mistakes leave the items there.
pub(crate) fn items(
    description: &Description,
    at: &Ident,
    arguments: &Arguments,
    options: &Options,
    mistakes: &mut Mistakes,
) -> Option<TokenStream> {
    let (_, resource) = description.resource(at, mistakes)?;
    let mut options = Options {
        operations: operations(description, resource, arguments, mistakes),
        // The client's own shared types are those of another description.
        is_alone: !description.is_builtin && arguments.client.is_none(),
        ..options.clone()
    };
    if options.is_alone && is_foreign(description, resource, &options, at, mistakes) {
        // Whatever was made of it would lead nowhere.
        return None;
    }
    if !arguments.renames.is_empty() {
        let names = deskpro_codegen::item_names(&description.api, &resource.name, &options)?;
        options.renames.extend(renames(&names, &arguments.renames, mistakes));
    }
    deskpro_codegen::resource_items(&description.api, &resource.name, &options)
}

/// Whether it leads to resources that the client does not have, because it is generated from
/// another description; each is reported.
fn is_foreign(
    description: &Description,
    resource: &Resource,
    options: &Options,
    at: &Ident,
    mistakes: &mut Mistakes,
) -> bool {
    let strangers = strangers(&description.api, &resource.name, options, mistakes);
    for name in &strangers {
        let message = format!(
            "{}\nnote: described at {}",
            stranger(&resource.name, name),
            description.place(resource.place),
        );
        mistakes.push(&FOREIGN_CLIENT, at, message);
    }
    !strangers.is_empty()
}

/// The resources that the items of this one lead to and that `deskpro_client` does not have.
pub(crate) fn strangers(
    api: &Api,
    resource: &str,
    options: &Options,
    mistakes: &mut Mistakes,
) -> Vec<String> {
    let Some(client) = Description::builtin(mistakes) else { return Vec::new() };
    let mut neighbours = deskpro_codegen::neighbours(api, resource, options);
    neighbours.retain(|name| client.api.resource(name).is_none());
    neighbours
}

/// What is said of one of them.
pub(crate) fn stranger(leader: &str, name: &str) -> String {
    format!(
        "`{leader}` leads to `{name}`, which `deskpro_client` does not have\n\
         help: name a client that is generated from this description: `client = crate::client`"
    )
}

/// The wanted operations by name; those that are not there are reported.
fn operations(
    description: &Description,
    resource: &Resource,
    arguments: &Arguments,
    mistakes: &mut Mistakes,
) -> Option<Vec<String>> {
    let verbs = arguments.verbs.as_ref()?;
    let known = verbs.iter().filter_map(|verb| {
        description.operation_of(resource, verb, mistakes).map(|found| found.name.clone())
    });
    Some(known.collect())
}

/// A hidden module of generated items beside a struct, all of them visible where the struct is.
pub(crate) fn beside(item: &ItemStruct, items: &TokenStream) -> TokenStream {
    let vis = &item.vis;
    let module = Ident::new(&format!("__deskpro_{}", plain(&item.ident)), Span::call_site());
    quote! {
        #[doc(hidden)]
        #[allow(non_snake_case, reason = "named after the struct")]
        mod #module {
            #items
        }

        #[allow(unused_imports, reason = "which of the items are used is not known here")]
        #vis use #module::*;
    }
}

/// The names that items get instead of their own; what is not there, or is there already, is
/// reported.
pub(crate) fn renames(
    names: &[String],
    wanted: &[(Ident, Ident)],
    mistakes: &mut Mistakes,
) -> Vec<(String, Ident)> {
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut renames: Vec<(String, Ident)> = Vec::new();
    for (from, to) in wanted {
        let (text, new) = (plain(from), plain(to));
        if !known.contains(&text.as_str()) {
            let help = help(&text, &known, "items are");
            let message = format!("no item `{text}` is generated\n{help}");
            mistakes.push(&UNKNOWN_ITEM, from, message);
            continue;
        }
        let stays = |name: &&str| !wanted.iter().any(|(from, _)| plain(from) == **name);
        let is_taken = known.iter().filter(|name| stays(name)).any(|name| *name == new)
            || renames.iter().any(|(_, other)| plain(other) == new)
            || deskpro_codegen::is_reserved(&new);
        if is_taken {
            let message = format!(
                "`{new}` is the name of something else in the generated module\n\
                 help: choose another name"
            );
            mistakes.push(&TAKEN_NAME, to, message);
            continue;
        }
        renames.push((text, to.clone()));
    }
    renames
}
