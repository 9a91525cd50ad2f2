//! Our client, above `deskpro-runtime` without its transport; applications bring that of hyper, as
//! `deskpro-client` does.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use super::application::Application;
use super::crate_folder;
use crate::cost::{self, Cost};
use crate::place;

/// As `generated-client` has it.
const LIB: &str = "\
//! The generated client.\n\
\n\
mod generated;\n\
\n\
pub use generated::*;\n\
pub use deskpro_runtime as runtime;\n";

pub(super) fn version() -> Result<String, Box<dyn Error>> {
    Ok(crate_folder::locked(&["deskpro-codegen"])?.replace("deskpro-codegen", "deskpro"))
}

pub(super) fn generate(description: &Path, folder: &Path) -> Result<Cost, Box<dyn Error>> {
    Ok(cost::measure(&mut generator(description, folder)?)?)
}

/// The program that generates it, once all is written that is not generated.
pub(super) fn generator(description: &Path, folder: &Path) -> Result<Command, Box<dyn Error>> {
    let runtime = runtime()?;
    let dependency =
        format!("deskpro-runtime = {{ path = {runtime:?}, default-features = false }}\n");
    crate_folder::write(folder, "deskpro-twin", &dependency)?;
    fs::write(folder.join("src/lib.rs"), LIB)?;
    let mut program = Command::new(place::program("deskpro-twin")?);
    let (generated, record) = (folder.join("src/generated"), folder.join("generated.record"));
    program.arg(description).arg(generated).arg(record);
    Ok(program)
}

pub(super) fn application() -> io::Result<Application> {
    let dependencies = format!("deskpro-runtime = {{ path = {:?} }}\n", runtime()?);
    Ok(Application { dependencies, main: include_str!("applications/deskpro.rs") })
}

fn runtime() -> io::Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime").canonicalize()
}
