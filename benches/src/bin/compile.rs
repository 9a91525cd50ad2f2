//! Measures what a generated client costs to compile, against progenitor's client of the same API.
//!
//! `compile [resources, 50 by default]`
//!
//! Only the generated crate is compiled, everything that it depends on was compiled before.

use std::env;
use std::error::Error;

use deskpro_benches::budget::Budget;
use deskpro_benches::pair::{self, Manner};
use deskpro_benches::place;
use deskpro_benches::scale::{self, Edit};
use deskpro_benches::twins::Twin;

fn main() -> Result<(), Box<dyn Error>> {
    let resources = env::args().nth(1).map_or(Ok(50), |count| count.parse())?;
    let folder = place::folder("compile")?;
    let own = Twin::scaled(resources, &folder)?;
    let progenitor = Twin::progenitor(
        &serde_json::from_str(&scale::openapi_text(resources, Edit::None))?,
        &folder,
    )?;
    println!("{resources} resources, {} operations", resources * 5);
    let check = Manner { ours: &["check"], theirs: &["check"] };
    let release = Manner { ours: &["build", "--release"], theirs: &["build", "--release"] };
    let (name, limit) = ("compile.check", 1.0 / 10.0);
    let check = pair::compile(&own, &progenitor, &check, &folder)?;
    let check = Budget { name, unit: "ratio", measured: check.ratio(), limit };
    let (name, limit) = ("compile.release", 1.0 / 12.0);
    let release = pair::compile(&own, &progenitor, &release, &folder)?;
    let release = Budget { name, unit: "ratio", measured: release.ratio(), limit };
    println!("{check}\n{release}");
    Ok(())
}
