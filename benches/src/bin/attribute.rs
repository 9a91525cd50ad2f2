//! Measures what expanding the attributes costs, in a debug build of the macros.
//!
//! The crate `attribute` is made of the sources of `deskpro-macros` and takes the time of the CPU
//! within the compiler, use by use; what the compiler does with the tokens is not counted.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use deskpro_benches::budget::Budget;
use deskpro_benches::measurement::Measurement;
use deskpro_benches::{cost, place};

/// This workspace.
const BENCHES: &str = env!("CARGO_MANIFEST_DIR");

/// How often the crate is compiled; the median of each use counts.
const ROUNDS: usize = 5;

/// What one use may cost after the first of a crate, in milliseconds.
const LIMIT: f64 = 30.0;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = place::folder("attribute")?;
    write(&folder)?;
    let times = folder.join("times");
    let mut uses: Vec<Measurement> = Vec::new();
    for round in 0..ROUNDS {
        for (number, (time, text)) in compile(&folder, &times)?.into_iter().enumerate() {
            if round == 0 {
                uses.push(Measurement::new("attribute.use", "deskpro", "ms").case(&text));
            }
            uses.get_mut(number).ok_or("one use more than before")?.samples.push(time);
        }
    }
    let (first, later) = uses.split_first().ok_or("no use was measured")?;
    uses.iter().for_each(|used| println!("{used}"));
    let dearest = later.iter().map(Measurement::median).fold(0.0, f64::max);
    println!("the first use reads the description: {:.1} ms", first.median());
    println!("{}", Budget { name: "attribute.use", unit: "ms", measured: dearest, limit: LIMIT });
    Ok(())
}

/// The crate that uses the attributes, with the versions of this workspace.
fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let benches = Path::new(BENCHES);
    let client = benches.join("../generated-client").canonicalize()?;
    let attribute = benches.join("attribute");
    let package = format!(
        "[workspace]\n\n[package]\nname = \"uses\"\nedition = \"2024\"\n\n[dependencies]\n\
         attribute = {{ path = {attribute:?} }}\n\
         deskpro-client = {{ path = {client:?}, default-features = false, features = [\"full\"] }}\n"
    );
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), package)?;
    fs::copy(benches.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    fs::copy(benches.join("../rust-toolchain.toml"), folder.join("rust-toolchain.toml"))?;
    fs::copy(benches.join("attribute/uses/lib.rs"), folder.join("src/lib.rs"))?;
    Ok(())
}

/// What each use took, in the order of the file, in milliseconds.
fn compile(folder: &Path, times: &Path) -> Result<Vec<(f64, String)>, Box<dyn Error>> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(["check", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("DESKPRO_ATTRIBUTE_TIMES", times);
    // First everything that it depends on.
    cost::measure(&mut cargo)?;
    fs::write(times, "")?;
    fs::File::options()
        .append(true)
        .open(folder.join("src/lib.rs"))?
        .set_modified(std::time::SystemTime::now())?;
    cost::measure(&mut cargo)?;
    let text = fs::read_to_string(times)?;
    text.lines()
        .map(|line| {
            let (nanos, text) = line.split_once('\t').ok_or("a line without a tab")?;
            Ok((nanos.parse::<f64>()? / 1e6, text.to_owned()))
        })
        .collect()
}
