//! The description that a command works on, read and checked.

use deskpro_codegen::Options;
use deskpro_spec::api::Api;
use deskpro_spec::{Problems, Sources, load};

use super::arguments::{Format, Places};
use super::report::Failure;

/// Reads and checks the description.
pub(crate) fn read(places: &Places) -> Result<Api, Failure> {
    let sources = Sources::read(&places.spec)
        .map_err(|problems| refused(&problems, &Sources::default(), places.format))?;
    load(&sources).map_err(|problems| refused(&problems, &sources, places.format))
}

/// What is made of the description.
pub(crate) fn options(places: &Places) -> Options {
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

/// The failure of a description with problems.
pub(crate) fn refused(problems: &Problems, sources: &Sources, format: Format) -> Failure {
    let noun = if problems.len() == 1 { "problem" } else { "problems" };
    Failure::new(shown(problems, sources, format, &format!("{noun}; nothing was written")))
}

/// Problems or findings in a format; for people with their number and what is said after it.
pub(crate) fn shown(problems: &Problems, sources: &Sources, format: Format, end: &str) -> String {
    match format {
        Format::Text => {
            format!("{}\n{} {end}", problems.terminal(sources, true), problems.len())
        }
        Format::Short => problems.short(sources),
        Format::Github => problems.github(sources),
        Format::Json => problems.json(sources),
    }
}
