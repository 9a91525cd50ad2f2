//! Writes our client of a description.
//!
//! `deskpro-twin <description> <generated> <record>`; what is known from last time stands in the record.

use std::env;
use std::error::Error;
use std::mem;
use std::path::PathBuf;

use deskpro_benches::whole;
use deskpro_codegen::tree::{self, Record};
use deskpro_codegen::{Options, plan};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let mut next =
        || arguments.next().ok_or("usage: deskpro-twin <description> <generated> <record>");
    let (description, generated, known) = (next()?, next()?, next()?);
    let api = whole::api(&description)?;
    let options = Options {
        example_crate: Some("deskpro_twin".to_owned()),
        spec: "description".to_owned(),
        ..Options::default()
    };
    let mut record = Record::read(&known);
    let plan = plan::plan(&api, &options);
    let files = deskpro_codegen::files_again(&plan, &generated, &mut record);
    tree::write(&generated, &files)?;
    record.write(&known)?;
    // As the program `deskpro-codegen` does, which gives nothing back at its end.
    mem::forget((api, plan, files));
    Ok(())
}
