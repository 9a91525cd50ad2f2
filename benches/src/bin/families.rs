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
    let (client, nothing) = (Twin::whole(&api, &folder)?, Twin::empty(&api, &folder)?);
    let alone = families.iter().map(|family| Check::new(family, &client, family));
    let mut checks = vec![
        Check::new("(empty crate)", &nothing, ""),
        Check::new("full", &client, "full"),
        Check::new("(no family)", &client, ""),
    ];
    checks.extend(alone);
    measure(&mut checks, rounds, &folder.join("target"))?;
    let [empty, full, alone @ ..] = &checks[..] else { return Ok(()) };
    let (empty, full) = (empty.seconds(), full.seconds());
    println!(
        "{:<16} {:>8} {:>8} {:>10} {:>8}\n{:<16} {empty:>8.3}\n{:<16} {full:>8.3}",
        "family", "seconds", "share", "less empty", "share", "(empty crate)", "full"
    );
    let (mut most, mut most_own) = (0.0_f64, 0.0_f64);
    for check in alone {
        let (name, cpu) = (check.name, check.seconds());
        let (share, own) = (cpu / full, cpu - empty);
        let own_share = own / (full - empty);
        println!("{name:<16} {cpu:>8.3} {share:>8.3} {own:>10.3} {own_share:>8.3}");
        (most, most_own) = (most.max(share), most_own.max(own_share));
    }
    let limit = SHARE;
    println!("{}", Budget { name: "families.check", unit: "ratio", measured: most, limit });
    println!("{}", Budget { name: "families.own", unit: "ratio", measured: most_own, limit });
    Ok(())
}

/// What it takes to check a crate with some features.
struct Check<'a> {
    name: &'a str,
    twin: &'a Twin,
    features: &'a str,
    least: Cost,
}

impl<'a> Check<'a> {
    fn new(name: &'a str, twin: &'a Twin, features: &'a str) -> Self {
        Self { name, twin, features, least: Cost::UNKNOWN }
    }

    fn arguments(&self) -> [&'a str; 4] {
        ["check", "--no-default-features", "--features", self.features]
    }

    fn seconds(&self) -> f64 {
        self.least.cpu.as_secs_f64()
    }
}

/// Runs every check once in each round, so that what else the machine does meanwhile meets all of them
/// alike. Of each the least counts.
fn measure(checks: &mut [Check<'_>], rounds: usize, target: &Path) -> Result<(), Box<dyn Error>> {
    for check in &*checks {
        check.twin.prepare(&check.arguments(), target)?;
    }
    for _ in 0..rounds {
        for check in &mut *checks {
            let cost = check.twin.compile(&check.arguments(), target)?;
            check.least = check.least.or_less(cost);
        }
    }
    Ok(())
}
