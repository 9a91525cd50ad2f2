//! What the program's commands do. A command fails with the text that it shows.

pub(crate) mod arguments;
pub(crate) mod check;
pub(crate) mod docs;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod lint;
pub(crate) mod openapi;
pub(crate) mod schema;

use std::path::Path;
use std::time::Instant;

use deskpro_codegen::{Files, Options, tree};
use deskpro_spec::api::Api;
use deskpro_spec::{Problems, Sources, load};

use arguments::{Format, Places};

/// Reads, checks and generates: the files that belong into the output folder.
fn make(places: &Places) -> Result<Files, String> {
    Ok(deskpro_codegen::generate(&read(places)?, &options(places)))
}

/// Reads and checks the description.
fn read(places: &Places) -> Result<Api, String> {
    let sources = Sources::read(&places.spec)
        .map_err(|problems| render(&problems, &Sources::default(), places.format))?;
    load(&sources).map_err(|problems| render(&problems, &sources, places.format))
}

fn options(places: &Places) -> Options {
    Options {
        runtime: places.runtime.clone(),
        generated: "super".to_owned(),
        example_crate: places.example_crate.clone(),
        spec: places.spec_name.clone(),
        root: places.spec_root.clone(),
        command: places.command.clone(),
        features: places.features,
        ..Options::default()
    }
}

fn render(problems: &Problems, sources: &Sources, format: Format) -> String {
    let noun = if problems.len() == 1 { "problem" } else { "problems" };
    shown(problems, sources, format, &format!("{noun}; nothing was written"))
}

/// Problems or findings in a format; for people with their number and what is said after it.
fn shown(problems: &Problems, sources: &Sources, format: Format, end: &str) -> String {
    match format {
        Format::Text => {
            format!("{}\n{} {end}", problems.terminal(sources, true), problems.len())
        }
        Format::Short => problems.short(sources),
        Format::Github => problems.github(sources),
        Format::Json => problems.json(sources),
    }
}

/// Writes what changed, and says what was made.
fn write(places: &Places, files: &Files, start: Instant) -> Result<(), String> {
    let written =
        tree::write(&places.out, files).map_err(|error| cannot("write to", &places.out, &error))?;
    let changed = written.changed.iter().map(|(path, _)| ("changed", path));
    let missing = written.missing.iter().map(|path| ("new", path));
    let orphans = written.orphans.iter().map(|path| ("removed", path));
    for (what, path) in changed.chain(missing).chain(orphans) {
        anstream::println!("{what:>8} {}", places.out.join(path).display());
    }
    anstream::println!(
        "{} files with {} lines in {}, {} ms",
        files.len(),
        files.lines(),
        places.out.display(),
        start.elapsed().as_millis(),
    );
    Ok(())
}

/// Compares a folder with what would be written there, and writes nothing.
fn compare(places: &Places, files: &Files) -> Result<(), String> {
    let difference =
        tree::compare(&places.out, files).map_err(|error| cannot("read", &places.out, &error))?;
    if difference.is_empty() {
        anstream::println!("{} files are up to date in {}", files.len(), places.out.display());
        return Ok(());
    }
    Err(format!(
        "{}\nerror: {} does not match {}\n  = help: run `{}`",
        difference.render(files),
        places.out.display(),
        places.spec.display(),
        places.mend,
    ))
}

/// What went wrong with a file or folder, with its name.
fn cannot(what: &str, path: &Path, error: &std::io::Error) -> String {
    format!("error: cannot {what} {}: {error}", path.display())
}
