//! Writes our client of a description.
//!
//! `deskpro-twin <description> <generated> <record>`; what is known from last time stands in the record.

use std::env;
use std::error::Error;
use std::path::PathBuf;

use deskpro_benches::whole;
use deskpro_codegen::Options;
use deskpro_codegen::tree::{self, Record};

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
    let files = deskpro_codegen::generate_again(&api, &options, &generated, &mut record);
    tree::write(&generated, &files)?;
    record.write(&known)?;
    Ok(())
}
