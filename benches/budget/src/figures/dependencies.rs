//! How many crates an application gets with the client, itself included: as it comes, and with none of its features.

use std::collections::BTreeSet;

use crate::{Failure, place};

/// The same everywhere.
const TARGET: &str = "x86_64-unknown-linux-gnu";

pub(super) fn measure() -> Result<Vec<(&'static str, u64)>, Failure> {
    Ok(vec![("default", count(&[])?), ("none", count(&["--no-default-features"])?)])
}

fn count(features: &[&str]) -> Result<u64, Failure> {
    let mut tree = place::cargo();
    tree.args(["tree", "--locked", "--package", "deskpro-client", "--target", TARGET]);
    tree.args(["--edges", "normal", "--prefix", "none", "--format", "{p}"]).args(features);
    let said = place::said(&mut tree)?;
    // Name and version; what follows them is said only once of each.
    let crates: BTreeSet<Vec<&str>> =
        said.lines().map(|line| line.split_whitespace().take(2).collect()).collect();
    Ok(crates.len().try_into()?)
}
