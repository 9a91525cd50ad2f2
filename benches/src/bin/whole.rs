//! Measures what the client of the whole API costs to compile, every family on, against
//! progenitor's client of an API of the same size, and against fixed limits.
//!
//! Only the client is compiled, everything that it depends on was compiled before.

use std::error::Error;

use deskpro_benches::budget::Budget;
use deskpro_benches::pair::{self, Manner};
use deskpro_benches::twins::Twin;
use deskpro_benches::{place, scale, whole};

const FEATURES: &str = "full,unverified";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = place::folder("whole")?;
    let api = whole::api(&whole::folder())?;
    let size = whole::size(&api);
    let document = scale::openapi_like(size)?;
    let own = Twin::whole(&api, &folder)?;
    let progenitor = Twin::progenitor(&document, &folder)?;
    println!("ours: {size}\nprogenitor's: {}", scale::size(&document));
    let check = Manner { ours: &["check", "--features", FEATURES], theirs: &["check"] };
    let release = Manner {
        ours: &["build", "--release", "--features", FEATURES],
        theirs: &["build", "--release"],
    };
    let check = pair::compile(&own, &progenitor, &check, &folder)?;
    let release = pair::compile(&own, &progenitor, &release, &folder)?;
    let (cpu, peak) = (check.ours.cpu.as_secs_f64(), check.ours.peak as f64 / 1e6);
    let ratio = |name, measured, limit| Budget { name, unit: "ratio", measured, limit };
    println!("{}", Budget { name: "whole.check.cpu", unit: "s", measured: cpu, limit: 6.0 });
    println!("{}", Budget { name: "whole.check.peak", unit: "MB", measured: peak, limit: 600.0 });
    println!("{}", ratio("whole.check", check.ratio(), 1.0 / 10.0));
    println!("{}", ratio("whole.release", release.ratio(), 1.0 / 12.0));
    Ok(())
}
