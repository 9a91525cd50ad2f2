//! From what the attribute says, and what it stands on, to the form that it has.

use std::sync::Arc;

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::{GENERIC_ITEM, WRONG_ITEM};
use deskpro_codegen::{Derive, Options};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Fields, ItemStruct, Path};

use crate::arguments::{About, Arguments, Form, Subject};
use crate::description::{CLIENT, Description};
use crate::item::{Item, without_own_attributes};
use crate::module::Module;
use crate::{input, own, projection, unit, visibility, whole};

/// What the attribute makes of the item; after a mistake at least the item itself, with an error
/// for every mistake beside it.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let arguments = Arguments::parse(arguments, &mut mistakes);
    let kept = without_own_attributes(item.clone());
    let made = match Item::parse(item, &mut mistakes) {
        Some(Item::Module(module)) => Some(of_module(&arguments, module, &mut mistakes)),
        Some(Item::Struct(item)) => of_struct(&arguments, item, &mut mistakes),
        None => None,
    };
    let made = made.unwrap_or(kept);
    quote!(#made #mistakes)
}

/// A module with the resource in it.
fn of_module(arguments: &Arguments, module: Module, mistakes: &mut Mistakes) -> TokenStream {
    module.check(mistakes);
    let name = match &arguments.about {
        Some(About::Subject(subject)) => Some(subject),
        Some(About::Operation(_) | About::Own(_)) => {
            let message = "this is written on a struct with fields, not on a module\n\
                           help: name a resource to have all of it here: \
                           `#[deskpro_resource(tickets)]`";
            mistakes.push(&WRONG_ITEM, module.keyword, message);
            return module.into_token_stream();
        }
        None => None,
    };
    arguments.check_form(Form::Whole, mistakes);
    let Some(Subject::Resource(name)) = name else { return module.into_token_stream() };
    let Some(description) = description(arguments, mistakes) else {
        return module.into_token_stream();
    };
    let options = options(arguments);
    let items = whole::items(&description, name, arguments, &options, mistakes);
    let items = match (items, &arguments.visibility) {
        (Some(items), Some(wanted)) => visibility::set(items, wanted),
        (items, _) => items.unwrap_or_default(),
    };
    let rerun = description.rerun(arguments.spec.as_ref());
    let module = module.filled(items);
    quote!(#module #rerun)
}

/// What a struct stands for; `None` after a mistake that leaves only the struct.
fn of_struct(
    arguments: &Arguments,
    item: ItemStruct,
    mistakes: &mut Mistakes,
) -> Option<TokenStream> {
    let form = form(arguments, &item, mistakes)?;
    arguments.check_form(form, mistakes);
    let options = options(arguments);
    let Some(description) = description(arguments, mistakes) else {
        return unchecked(arguments, form, item, &options, mistakes);
    };
    let made = match arguments.about.as_ref()? {
        About::Subject(Subject::Resource(name)) if form == Form::Whole => {
            unit::expand(&description, name, arguments, &item, &options, mistakes)?
        }
        About::Subject(of) => projection::expand(&description, of, item, &options, mistakes),
        About::Operation(operation) => {
            input::expand(&description, operation, item, &options, mistakes)
        }
        About::Own(_) => own::expand(&description, arguments, item, &options, mistakes),
    };
    let rerun = description.rerun(arguments.spec.as_ref());
    Some(quote!(#made #rerun))
}

/// A struct whose description cannot be read: it is not compared with anything, so that whatever
/// uses it compiles, and the description's mistakes are the only ones.
fn unchecked(
    arguments: &Arguments,
    form: Form,
    item: ItemStruct,
    options: &Options,
    mistakes: &mut Mistakes,
) -> Option<TokenStream> {
    let description = Description::builtin(mistakes)?;
    match (arguments.about.as_ref()?, form) {
        (About::Subject(of), Form::Projection) => {
            Some(projection::unchecked(&description, of, item, options, mistakes))
        }
        (About::Operation(operation), Form::Input) => {
            Some(input::unchecked(&description, operation, item, options, mistakes))
        }
        _ => None,
    }
}

/// What the attribute makes of this struct; `None` after a mistake.
fn form(arguments: &Arguments, item: &ItemStruct, mistakes: &mut Mistakes) -> Option<Form> {
    let form = match (arguments.about.as_ref(), &item.fields) {
        (_, Fields::Unnamed(fields)) => {
            let message = "fields without names cannot be fields of a resource\n\
                           help: give them the names that the API has for them: \
                           `struct TicketRow { id: TicketId, subject: String }`";
            mistakes.push(&WRONG_ITEM, fields, message);
            return None;
        }
        (Some(About::Subject(Subject::Resource(_))), Fields::Unit) => Form::Whole,
        (Some(_), Fields::Unit) => {
            let message = "a struct without fields stands for a whole resource\n\
                           help: add the fields in braces, or name only the resource: \
                           `#[deskpro_resource(tickets)]`";
            mistakes.push(&WRONG_ITEM, &item.ident, message);
            return None;
        }
        (Some(About::Subject(_)), Fields::Named(_)) => Form::Projection,
        (Some(About::Operation(_)), Fields::Named(_)) => Form::Input,
        (Some(About::Own(_)), Fields::Named(_)) => Form::Own,
        (None, _) => return None,
    };
    let is_generic = !item.generics.params.is_empty() || item.generics.where_clause.is_some();
    if is_generic && matches!(form, Form::Whole | Form::Own) {
        let message = "a struct that stands for a whole resource has no parameters\n\
                       help: leave them out";
        if item.generics.params.is_empty() {
            mistakes.push(&GENERIC_ITEM, &item.generics.where_clause, message);
        } else {
            mistakes.push(&GENERIC_ITEM, &item.generics, message);
        }
        return None;
    }
    Some(form)
}

fn description(arguments: &Arguments, mistakes: &mut Mistakes) -> Option<Arc<Description>> {
    Description::of(arguments.spec.as_ref(), mistakes)
}

/// The paths of client and runtime, and what is chosen without looking anything up.
fn options(arguments: &Arguments) -> Options {
    let client = arguments.client.as_ref().map_or_else(|| CLIENT.to_owned(), text);
    let runtime = match &arguments.runtime {
        Some(runtime) => text(runtime),
        None => format!("{client}::runtime"),
    };
    Options {
        runtime,
        generated: client,
        derives: arguments.derives.iter().map(|path| Derive::new(path.to_token_stream())).collect(),
        enums: arguments.enums.unwrap_or_default(),
        ..Options::default()
    }
}

fn text(path: &Path) -> String {
    let names = path.segments.iter().map(|part| part.ident.to_string());
    let leading = if path.leading_colon.is_some() { "::" } else { "" };
    format!("{leading}{}", names.collect::<Vec<_>>().join("::"))
}
