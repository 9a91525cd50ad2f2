//! The folder of a crate that is made to be measured, besides what generators write into it.

use std::error::Error;
use std::path::Path;
use std::{fs, io};

/// This workspace.
const BENCHES: &str = env!("CARGO_MANIFEST_DIR");

/// Makes a workspace of the crate, so that it is none of those that are around its folder.
const WORKSPACE: &str = "[workspace]\n";

/// Writes a manifest, with toolchain and versions of this workspace.
pub(crate) fn write(folder: &Path, name: &str, dependencies: &str) -> io::Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "{WORKSPACE}\n[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{dependencies}"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    pin(folder)
}

/// Changes the manifest that a generator wrote, and adds toolchain and versions of this workspace.
pub(super) fn adopt(folder: &Path, change: impl FnOnce(String) -> String) -> io::Result<()> {
    let path = folder.join("Cargo.toml");
    let mut manifest = change(fs::read_to_string(&path)?);
    // A generator may leave the manifest of an earlier time as it is.
    if !manifest.contains(WORKSPACE) {
        manifest += &format!("\n{WORKSPACE}");
    }
    fs::write(path, manifest)?;
    pin(folder)
}

/// Crates that are not in `Cargo.lock` get there for the lock file of the crate only.
fn pin(folder: &Path) -> io::Result<()> {
    for file in ["Cargo.lock", "../rust-toolchain.toml"] {
        let from = Path::new(BENCHES).join(file);
        fs::copy(&from, folder.join(from.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

/// How an application depends on the crate: under the name `client`, and without its features,
/// which are about TLS in all that have some.
pub(super) fn dependency(folder: &Path) -> Result<String, Box<dyn Error>> {
    let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
    let name = manifest
        .lines()
        .find_map(|line| line.strip_prefix("name = "))
        .ok_or_else(|| format!("{} has a manifest without a name", folder.display()))?;
    let path = folder.canonicalize()?;
    Ok(format!("client = {{ package = {name}, path = {path:?}, default-features = false }}\n"))
}

/// How many lines and bytes of Rust a crate has.
pub(super) fn size(folder: &Path) -> io::Result<(usize, usize)> {
    let (mut lines, mut bytes) = (0, 0);
    let mut folders = vec![folder.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path)?;
                lines += text.lines().count();
                bytes += text.len();
            }
        }
    }
    Ok((lines, bytes))
}

/// The versions of some crates in this workspace: `reqwest 0.13.5, serde 1.0.229`.
pub(super) fn locked(crates: &[&str]) -> Result<String, Box<dyn Error>> {
    let lock = fs::read_to_string(Path::new(BENCHES).join("Cargo.lock"))?;
    let version = |name: &&str| {
        let package = format!("name = \"{name}\"\nversion = \"");
        let (_, rest) = lock.split_once(&package)?;
        Some(format!("{name} {}", rest.split('"').next()?))
    };
    let versions: Option<Vec<String>> = crates.iter().map(version).collect();
    Ok(versions.ok_or_else(|| format!("{crates:?} are not all in Cargo.lock"))?.join(", "))
}
