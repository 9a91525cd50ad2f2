//! The description that a command works on, read and checked.

use std::path::Path;

use deskpro_codegen::Options;
use deskpro_spec::api::Api;
use deskpro_spec::document::Document;
use deskpro_spec::{Problems, Sources, load_document};

use super::arguments::{self, Places, Spec};
use super::report::Failure;

/// A description without problems.
pub(crate) struct Description {
    pub(crate) sources: Sources,
    pub(crate) document: Document,
    pub(crate) api: Api,
}

/// Reads and checks the description; `end` says what does not come of it when there are problems.
pub(crate) fn read(spec: &Spec, end: &str) -> Result<Description, Failure> {
    let sources = sources(spec, end)?;
    match load_document(&sources) {
        Ok((document, api)) => Ok(Description { sources, document, api }),
        Err(problems) => Err(Failure::input(problems, sources, end)),
    }
}

/// Reads the files of the description, with the overlays that are given beside it.
pub(crate) fn sources(spec: &Spec, end: &str) -> Result<Sources, Failure> {
    Sources::read_with_overlays(&spec.path, &spec.overlays)
        .map_err(|problems| Failure::input(unfound(problems, &spec.path), Sources::default(), end))
}

/// Who names no description, outside of this workspace, does not know where it is looked for.
fn unfound(problems: Problems, spec: &Path) -> Problems {
    if spec != Path::new(arguments::SPEC) {
        return problems;
    }
    let mut named = Problems::new();
    for problem in problems {
        named.push(problem.help("`--spec PATH` says where it is, `--out PATH` where output goes"));
    }
    named
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
