//! Writes our client of a description.
//!
//! `deskpro-twin <description> <generated>`

use std::env;
use std::error::Error;
use std::path::PathBuf;

use deskpro_benches::whole;
use deskpro_codegen::{Options, tree};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(description), Some(generated)) = (arguments.next(), arguments.next()) else {
        return Err("usage: deskpro-twin <description> <generated>".into());
    };
    let api = whole::api(&description)?;
    let options = Options {
        example_crate: Some("deskpro_twin".to_owned()),
        spec: "description".to_owned(),
        ..Options::default()
    };
    tree::write(&generated, &deskpro_codegen::generate(&api, &options))?;
    Ok(())
}
