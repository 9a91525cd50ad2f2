//! Measures the generator: from a scaled description on disk to the files of its client on disk.
//!
//! `generate [resources, 200 by default] [--instructions]`

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use std::{env, fs, mem};

use deskpro_benches::budget::Budget;
use deskpro_benches::scale::{self, Edit};
use deskpro_benches::{cost, place};
use deskpro_codegen::tree::{self, Record};
use deskpro_codegen::{Options, plan};
use deskpro_spec::{Sources, load};

const MEGABYTE: f64 = 1_000_000.0;

/// How often it runs; the least time counts.
const ROUNDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => measure(200, false),
        ["--instructions"] => measure(200, true),
        [resources] => measure(resources.parse()?, false),
        [resources, "--instructions"] => measure(resources.parse()?, true),
        // What is measured: a process of its own, so that nothing else is counted.
        ["run", description, client] => run(Path::new(description), Path::new(client), None),
        ["run", description, client, record] => {
            run(Path::new(description), Path::new(client), Some(Path::new(record)))
        }
        _ => Err("usage: generate [resources] [--instructions]".into()),
    }
}

fn measure(resources: usize, instructions: bool) -> Result<(), Box<dyn Error>> {
    let folder = place::folder("generate")?;
    let (from, to) = (folder.join("description"), folder.join("client"));
    let description = scale::description(&scale::openapi(resources, Edit::None)?)?;
    description.write(&from)?;
    // Into an empty folder, so that every file is written.
    let prepare = || if to.exists() { fs::remove_dir_all(&to) } else { Ok(()) };
    let operations = resources * 5;
    println!(
        "{resources} resources, {operations} operations, {} lines of YAML",
        description.lines()
    );

    let mut command = Command::new(env::current_exe()?);
    command.arg("run").args([&from, &to]);
    let cost = cost::least(&mut command, ROUNDS, prepare)?;
    let (cpu, peak) = (cost.cpu.as_secs_f64(), cost.peak as f64 / MEGABYTE);
    println!("{cpu:.2} s of CPU, {peak:.0} MB at most");
    if instructions {
        prepare()?;
        let profile = folder.join("callgrind.out");
        let count = cost::instructions(&command, &profile)? as f64 / 1e6;
        println!("{count:.0} million instructions; profile in {}", profile.display());
    }
    // The limits hold for 200 resources and grow with them.
    let share = resources as f64 / 200.0;
    println!("{}", Budget { name: "generate.cpu", unit: "s", measured: cpu, limit: share });
    let limit = 200.0 * share;
    println!("{}", Budget { name: "generate.peak", unit: "MB", measured: peak, limit });
    Ok(())
}

/// All stages once, in the way of the program `deskpro-codegen`.
fn run(description: &Path, client: &Path, known: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let sources = Sources::read(description).map_err(|problems| format!("{problems:?}"))?;
    let read = start.elapsed();
    let api = load(&sources).map_err(|problems| problems.short(&sources))?;
    let checked = start.elapsed();
    let options = Options {
        example_crate: Some("scaled_client".to_owned()),
        spec: "description".to_owned(),
        ..Options::default()
    };
    let mut record = known.map_or_else(Record::new, Record::read);
    let plan = plan::plan(&api, &options);
    let files = deskpro_codegen::files_again(&plan, client, &mut record);
    let generated = start.elapsed();
    tree::write(client, &files)?;
    known.map(|path| record.write(path)).transpose()?;
    let placed = start.elapsed();
    println!("{} files, {} lines of Rust", files.len(), files.lines());
    println!(
        "read {} ms, parsed and checked {} ms, generated {} ms, placed {} ms",
        read.as_millis(),
        (checked - read).as_millis(),
        (generated - checked).as_millis(),
        (placed - generated).as_millis(),
    );
    mem::forget((sources, api, plan, files));
    Ok(())
}
