//! Measures what each family of the client costs to check by itself, against all of them.
//!
//! `families [rounds, 4 by default] [family...]`
//!
//! Only the client is checked, everything that it depends on was compiled before.

use std::env;
use std::error::Error;
use std::path::Path;

use deskpro_benches::budget::Budget;
use deskpro_benches::cost::Cost;
use deskpro_benches::twins::Twin;
use deskpro_benches::{place, whole};

/// The share of the cost of all families that one may have.
const SHARE: f64 = 0.2;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let rounds = arguments.next().map_or(Ok(4), |rounds| rounds.parse())?;
    let wanted: Vec<String> = arguments.collect();
    let folder = place::folder("families")?;
    let api = whole::api(&whole::folder())?;
    let mut families = whole::families(&api);
    families.retain(|family| wanted.is_empty() || wanted.contains(family));
    let target = folder.join("target");
    let client = Twin::whole(&api, &folder)?;
    let empty = check(&Twin::empty(&api, &folder)?, "", rounds, &target)?;
    println!(
        "{:<16} {:>8} {:>8} {:>10} {:>8}",
        "family", "seconds", "share", "less empty", "share"
    );
    println!("{:<16} {empty:>8.3}", "(empty crate)");
    let full = check(&client, "full", rounds, &target)?;
    let (mut most, mut most_own) = (0.0_f64, 0.0_f64);
    let rows = ["full", ""].map(str::to_owned).into_iter().chain(families);
    for family in rows {
        let cpu = if family == "full" { full } else { check(&client, &family, rounds, &target)? };
        let (share, own) = (cpu / full, cpu - empty);
        let own_share = own / (full - empty);
        let name = if family.is_empty() { "(no family)" } else { &family };
        println!("{name:<16} {cpu:>8.3} {share:>8.3} {own:>10.3} {own_share:>8.3}");
        if family != "full" {
            (most, most_own) = (most.max(share), most_own.max(own_share));
        }
    }
    let limit = SHARE;
    println!("{}", Budget { name: "families.check", unit: "ratio", measured: most, limit });
    println!("{}", Budget { name: "families.own", unit: "ratio", measured: most_own, limit });
    Ok(())
}

/// The least seconds of several checks with some features.
fn check(twin: &Twin, features: &str, rounds: usize, target: &Path) -> Result<f64, Box<dyn Error>> {
    let arguments = ["check", "--no-default-features", "--features", features];
    twin.prepare(&arguments, target)?;
    let mut least = Cost::UNKNOWN;
    for _ in 0..rounds {
        least = least.or_less(twin.compile(&arguments, target)?);
    }
    Ok(least.cpu.as_secs_f64())
}
