//! `deskpro-codegen generate`: writes the client.

use std::time::Instant;

use deskpro_codegen::tree;

use super::arguments::Places;
use super::{cannot, make};

/// Writes what changed, and says what was made.
pub(crate) fn run(places: &Places) -> Result<(), String> {
    let start = Instant::now();
    let files = make(places)?;
    let written = tree::write(&places.out, &files)
        .map_err(|error| cannot("write to", &places.out, &error))?;
    let changed = written.changed.iter().map(|(path, _)| ("changed", path));
    let missing = written.missing.iter().map(|path| ("new", path));
    let orphans = written.orphans.iter().map(|path| ("removed", path));
    for (what, path) in changed.chain(missing).chain(orphans) {
        anstream::println!("{what:>8} {}", places.out.join(path).display());
    }
    anstream::println!(
        "{} files with {} lines in {}, {} ms",
        files.len(),
        files.lines(),
        places.out.display(),
        start.elapsed().as_millis(),
    );
    Ok(())
}
