//! Writes tables with calls of all operations: the requests that their documentation shows, as
//! generation plans them.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use deskpro_codegen::Options;
use deskpro_codegen::plan::{OperationPlan, plan};
use deskpro_spec::api::{Api, Payload};
use deskpro_spec::{Sources, load};

fn main() {
    // The description is in the crate that reads it, so that a change of it builds this again.
    println!("cargo::rerun-if-changed=build.rs");
    let sources = Sources::builtin();
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join("calls.rs"), tables(&api)).expect("a folder to write to");
}

/// The tables, as Rust.
fn tables(api: &Api) -> String {
    let options =
        Options { example_crate: Some("deskpro_client".to_owned()), ..Options::default() };
    let plan = plan(api, &options);
    let mut calls = String::new();
    let mut following = String::new();
    let mut lists = String::new();
    for (resource, planned) in api.resources.iter().zip(&plan.resources) {
        for (operation, planned) in resource.operations.iter().zip(&planned.operations) {
            let is_json = !matches!(operation.returns, Payload::Text | Payload::Bytes);
            push(&mut calls, planned, is_json, "");
            if planned.request.finish.follow_location {
                push(&mut following, planned, true, ".follow_location()");
            }
            if planned.request.finish.pages {
                list(&mut lists, planned);
            }
        }
    }
    format!(
        "/// Every operation, called as its documentation shows.\n\
         #[allow(deprecated, reason = \"operations that should not be used are called too\")]\n\
         pub static CALLS: &[Call] = &[\n{calls}];\n\n\
         /// Every operation that can ask for the whole resource in return, called so.\n\
         #[allow(deprecated, reason = \"operations that should not be used are called too\")]\n\
         pub static FOLLOWING: &[Call] = &[\n{following}];\n\n\
         /// Every operation that answers with pages, called as its documentation shows.\n\
         pub static LISTS: &[List] = &[\n{lists}];\n"
    )
}

fn push(table: &mut String, planned: &OperationPlan, is_json: bool, then: &str) {
    let name = &planned.facts.name;
    let example = planned.example.as_ref().expect("examples are asked for");
    let (prepare, request) = (example.prepare.join(" "), &example.request);
    let send = format!("|client| {{ {prepare} Ok(sent({request}{then}.send())) }}");
    writeln!(table, "    Call {{ name: {name:?}, is_json: {is_json}, send: {send} }},")
        .expect("a text takes everything");
}

fn list(table: &mut String, planned: &OperationPlan) {
    let name = &planned.facts.name;
    let example = planned.example.as_ref().expect("examples are asked for");
    let (prepare, request) = (example.prepare.join(" "), &example.request);
    let read = format!("|client| {{ {prepare} Ok(counted({request}.items())) }}");
    writeln!(table, "    List {{ name: {name:?}, read: {read} }},")
        .expect("a text takes everything");
}
