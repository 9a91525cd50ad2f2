//! What the program's commands do. A command fails with the text that it shows.

pub(crate) mod arguments;
pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod schema;

use std::path::Path;

use deskpro_codegen::{Files, Options};
use deskpro_spec::{Problems, Sources, load};

use arguments::{Format, Places};

/// Reads, checks and generates: the files that belong into the output folder.
fn make(places: &Places) -> Result<Files, String> {
    let sources = Sources::read(&places.spec)
        .map_err(|problems| render(&problems, &Sources::default(), places.format))?;
    let api = load(&sources).map_err(|problems| render(&problems, &sources, places.format))?;
    Ok(deskpro_codegen::generate(&api, &options(places)))
}

fn options(places: &Places) -> Options {
    Options {
        runtime: places.runtime.clone(),
        generated: "super".to_owned(),
        example_crate: places.example_crate.clone(),
        spec: places.spec_name.clone(),
        root: places.spec_root.clone(),
        command: places.command.clone(),
        ..Options::default()
    }
}

fn render(problems: &Problems, sources: &Sources, format: Format) -> String {
    match format {
        Format::Text => {
            let count = problems.len();
            let noun = if count == 1 { "problem" } else { "problems" };
            format!("{}\n{count} {noun}; nothing was written", problems.terminal(sources, true))
        }
        Format::Short => problems.short(sources),
        Format::Github => problems.github(sources),
        Format::Json => problems.json(sources),
    }
}

/// What went wrong with a file or folder, with its name.
fn cannot(what: &str, path: &Path, error: &std::io::Error) -> String {
    format!("error: cannot {what} {}: {error}", path.display())
}
