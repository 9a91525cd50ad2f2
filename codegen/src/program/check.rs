//! `deskpro-codegen check`: fails when the client is not what the description says.

use deskpro_codegen::tree;

use super::arguments::Places;
use super::{cannot, make};

/// Compares the client with what would be written, and writes nothing.
pub(crate) fn run(places: &Places) -> Result<(), String> {
    let files = make(places)?;
    let difference =
        tree::compare(&places.out, &files).map_err(|error| cannot("read", &places.out, &error))?;
    if difference.is_empty() {
        anstream::println!("{} files are up to date in {}", files.len(), places.out.display());
        return Ok(());
    }
    Err(format!(
        "{}\nerror: {} does not match {}\n  = help: run `{}`",
        difference.render(&files),
        places.out.display(),
        places.spec.display(),
        places.mend,
    ))
}
