//! The attributes of `deskpro-macros`, compiled from the same files, which append what each of
//! their uses costs to the file that `DESKPRO_ATTRIBUTE_TIMES` names: nanoseconds of CPU, and the use.

#[path = "../../../macros/src/arguments/mod.rs"]
mod arguments;
#[path = "../../../macros/src/description/mod.rs"]
mod description;
#[path = "../../../macros/src/expand.rs"]
mod expand;
#[path = "../../../macros/src/field_attributes/mod.rs"]
mod field_attributes;
#[path = "../../../macros/src/handles/mod.rs"]
mod handles;
#[path = "../../../macros/src/input.rs"]
mod input;
#[path = "../../../macros/src/item.rs"]
mod item;
#[path = "../../../macros/src/module.rs"]
mod module;
#[path = "../../../macros/src/own/mod.rs"]
mod own;
#[path = "../../../macros/src/projection.rs"]
mod projection;
#[path = "../../../macros/src/unit.rs"]
mod unit;
#[path = "../../../macros/src/visibility.rs"]
mod visibility;
#[path = "../../../macros/src/whole.rs"]
mod whole;

use std::fs::File;
use std::io::Write;

use cpu_time::ThreadTime;
use proc_macro::TokenStream;

/// `deskpro_resource`, measured.
#[proc_macro_attribute]
pub fn deskpro_resource(arguments: TokenStream, item: TokenStream) -> TokenStream {
    measured(arguments, item, "deskpro_resource", |arguments, item| {
        expand::expand(arguments.into(), item.into()).into()
    })
}

/// `deskpro_handles`, measured.
#[proc_macro_attribute]
pub fn deskpro_handles(arguments: TokenStream, item: TokenStream) -> TokenStream {
    measured(arguments, item, "deskpro_handles", |arguments, item| {
        handles::expand(arguments.into(), item.into()).into()
    })
}

fn measured(
    arguments: TokenStream,
    item: TokenStream,
    name: &str,
    expand: fn(TokenStream, TokenStream) -> TokenStream,
) -> TokenStream {
    let text = arguments.to_string().replace('\n', " ");
    let start = ThreadTime::now();
    let tokens = expand(arguments, item);
    let cost = start.elapsed().as_nanos();
    let line = format!("{cost}\t{name}({text})\n");
    // Without the file there is nothing to be measured.
    if let Some(path) = std::env::var_os("DESKPRO_ATTRIBUTE_TIMES")
        && let Ok(mut file) = File::options().append(true).create(true).open(path)
    {
        let _ = file.write_all(line.as_bytes());
    }
    tokens
}
