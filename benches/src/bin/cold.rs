//! Measures what comes with the client: the dependencies of an application above it, and what such an
//! application costs to build where nothing was built before, against one above progenitor's client of
//! an API of the same size.
//!
//! `cold [rounds, 2 by default]`

use std::env;
use std::error::Error;

use deskpro_benches::application::{Application, LEAN_REQWEST, REQWEST};
use deskpro_benches::budget::Budget;
use deskpro_benches::cost::Cost;
use deskpro_benches::{place, scale, whole};

fn main() -> Result<(), Box<dyn Error>> {
    let rounds = env::args().nth(1).map_or(Ok(2), |rounds| rounds.parse())?;
    let folder = place::folder("cold")?;
    let size = whole::default_size(&whole::api(&whole::folder())?);
    let document = scale::openapi_like(size)?;
    println!("ours: {size}\nprogenitor's: {}", scale::size(&document));
    let applications = [
        Application::own(&folder)?,
        Application::progenitor("progenitor-lean", LEAN_REQWEST, &document, &folder)?,
        Application::progenitor("progenitor", REQWEST, &document, &folder)?,
    ];
    let mut crates = [0; 3];
    for (crates, application) in crates.iter_mut().zip(&applications) {
        *crates = application.dependencies()?;
    }
    let mut costs = [Cost::UNKNOWN; 3];
    for _ in 0..rounds {
        for (cost, application) in costs.iter_mut().zip(&applications) {
            *cost = cost.or_less(application.build()?);
        }
    }
    let seconds = costs.map(|cost| cost.cpu.as_secs_f64());
    for ((application, crates), cpu) in applications.iter().zip(crates).zip(seconds) {
        println!("{:<16} {crates:>4} dependencies, {cpu:>6.1} s of CPU", application.name);
    }
    let [ours, lean, _] = crates.map(|crates| crates as f64);
    let budget = |name, measured| Budget { name, unit: "ratio", measured, limit: 1.0 };
    println!("{}", budget("cold.dependencies", ours / lean));
    let [ours, lean, _] = seconds;
    println!("{}", budget("cold.build", ours / lean));
    Ok(())
}
