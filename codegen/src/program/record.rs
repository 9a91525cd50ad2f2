//! Where the record of what was generated is kept.

use std::env;
use std::hash::BuildHasher;
use std::path::{Path, PathBuf, absolute};

use foldhash::quality::FixedState;

/// What cargo puts into every folder that it builds into.
const CACHE_TAG: &str = "CACHEDIR.TAG";

/// The place of the record of a folder: in the folder that cargo builds into, of the nearest crate or
/// workspace around it, so that `cargo clean` removes it and nobody commits it. None where nothing was
/// built yet.
pub(crate) fn place(out: &Path) -> Option<PathBuf> {
    let out = absolute(out).ok()?;
    let given = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let around = || out.ancestors().map(|folder| folder.join("target"));
    let target = match given {
        Some(given) => Some(given).filter(|target| is_target(target)),
        None => around().find(|target| is_target(target)),
    }?;
    let name = FixedState::default().hash_one(&out);
    Some(target.join("deskpro-codegen").join(format!("{name:016x}.record")))
}

fn is_target(folder: &Path) -> bool {
    folder.join(CACHE_TAG).is_file()
}
