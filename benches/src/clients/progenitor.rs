//! Progenitor's clients, with what its documentation has them depend on, less TLS.

use std::error::Error;
use std::path::Path;
use std::process::Command;

use super::application::Application;
use super::crate_folder;
use crate::cost::{self, Cost};
use crate::place;

const DEPENDENCIES: &str = r#"
bytes = "1"
chrono = { version = "0.4", default-features = false, features = ["serde", "std"] }
futures-core = "0.3"
progenitor-client = "0.15"
reqwest = { version = "0.13", default-features = false, features = ["json", "query", "stream"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
serde_urlencoded = "0.7"
"#;

#[derive(Clone, Copy)]
pub(crate) enum Style {
    Builder,
    Positional,
}

impl Style {
    fn name(self) -> &'static str {
        match self {
            Self::Builder => "builder",
            Self::Positional => "positional",
        }
    }
}

pub(super) fn version() -> Result<String, Box<dyn Error>> {
    Ok(crate_folder::locked(&["progenitor-impl"])?.replace("progenitor-impl", "progenitor"))
}

pub(crate) fn generate(
    style: Style,
    document: &Path,
    folder: &Path,
) -> Result<Cost, Box<dyn Error>> {
    Ok(cost::measure(&mut generator(style, document, folder)?)?)
}

/// The program that generates one, once all is written that is not generated.
pub(super) fn generator(
    style: Style,
    document: &Path,
    folder: &Path,
) -> Result<Command, Box<dyn Error>> {
    crate_folder::write(folder, &format!("progenitor-{}", style.name()), DEPENDENCIES)?;
    let mut program = Command::new(place::program("progenitor-twin")?);
    program.arg(document).arg(folder.join("src/lib.rs")).arg(style.name());
    Ok(program)
}

pub(super) fn application(style: Style) -> Application {
    Application::plain(match style {
        Style::Builder => include_str!("applications/progenitor_builder.rs"),
        Style::Positional => include_str!("applications/progenitor_positional.rs"),
    })
}
