//! The clients that are compared: ours, those of other generators, and what a careful person would
//! write, all of the API of one OpenAPI document.
//!
//! The document is one of the made-up helpdesks: every resource has list, create, get, update and
//! delete. `README.md` says how each client is made and what it takes to be installed.

mod application;
pub(crate) mod crate_folder;
mod deskpro;
mod document;
mod hand_written;
mod oas3_gen;
mod openapi_generator;
mod openapi_to_rust;
mod package;
pub(crate) mod progenitor;
mod program;
mod template;

use std::error::Error;
use std::path::Path;
use std::process::Command;

use self::application::Application;
use self::document::Document;
use self::progenitor::Style;
use crate::cost::Cost;

pub use self::package::Package;

/// Whose client it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Client {
    /// That of this project.
    Deskpro,
    /// What a careful person would write, with reqwest and serde's derives.
    HandWritten,
    /// Progenitor's, in its builder style.
    ProgenitorBuilder,
    /// Progenitor's, in its positional style.
    ProgenitorPositional,
    /// OpenAPI Generator's Rust client, on reqwest.
    OpenapiGenerator,
    /// That of oas3-gen.
    Oas3Gen,
    /// That of openapi-to-rust.
    OpenapiToRust,
}

/// What generating a client cost and came to.
#[derive(Debug, Clone, Copy)]
pub struct Generated {
    /// The cost of the generator's process; `None` where nothing generates.
    pub cost: Option<Cost>,
    /// How many lines of Rust the crate has.
    pub lines: usize,
    /// How many bytes these are.
    pub bytes: usize,
}

/// What an application does with a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uses {
    /// It lists, gets and creates tickets.
    Three,
    /// It calls every operation, each resource in a function of its own.
    All,
}

impl Client {
    /// All of them; ours first.
    pub const ALL: [Self; 7] = [
        Self::Deskpro,
        Self::HandWritten,
        Self::ProgenitorBuilder,
        Self::ProgenitorPositional,
        Self::OpenapiGenerator,
        Self::Oas3Gen,
        Self::OpenapiToRust,
    ];

    /// What it is called in figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deskpro => "deskpro",
            Self::HandWritten => "hand-written",
            Self::ProgenitorBuilder => "progenitor",
            Self::ProgenitorPositional => "progenitor-positional",
            Self::OpenapiGenerator => "openapi-generator",
            Self::Oas3Gen => "oas3-gen",
            Self::OpenapiToRust => "openapi-to-rust",
        }
    }

    /// The generator and its version, `progenitor 0.15.1`; of what is written by hand, what it
    /// stands on.
    ///
    /// # Errors
    ///
    /// When the generator is not installed, with the command that installs it.
    pub fn version(self) -> Result<String, Box<dyn Error>> {
        match self {
            Self::Deskpro => deskpro::version(),
            Self::HandWritten => hand_written::version(),
            Self::ProgenitorBuilder | Self::ProgenitorPositional => progenitor::version(),
            Self::OpenapiGenerator => openapi_generator::version(),
            Self::Oas3Gen => oas3_gen::version(),
            Self::OpenapiToRust => openapi_to_rust::version(),
        }
    }

    /// Writes a library crate of the API into a folder; `document` is its OpenAPI document as JSON,
    /// `description` the folder of its description in our format. What is there already is
    /// overwritten, or left as it is where the generator does so.
    ///
    /// # Errors
    ///
    /// When the generator is not built or installed, with the command that does so; when it fails,
    /// or files cannot be read or written.
    pub fn generate(
        self,
        document: &Path,
        description: &Path,
        folder: &Path,
    ) -> Result<Generated, Box<dyn Error>> {
        let cost = match self {
            Self::Deskpro => Some(deskpro::generate(description, folder)?),
            Self::HandWritten => {
                hand_written::write(&Document::read(document)?, folder)?;
                None
            }
            Self::ProgenitorBuilder => {
                Some(progenitor::generate(Style::Builder, document, folder)?)
            }
            Self::ProgenitorPositional => {
                Some(progenitor::generate(Style::Positional, document, folder)?)
            }
            Self::OpenapiGenerator => Some(openapi_generator::generate(document, folder)?),
            Self::Oas3Gen => Some(oas3_gen::generate(document, folder)?),
            Self::OpenapiToRust => Some(openapi_to_rust::generate(document, folder)?),
        };
        let (lines, bytes) = crate_folder::size(folder)?;
        Ok(Generated { cost, lines, bytes })
    }

    /// The program that [`generate`](Self::generate) runs, where it is one process that does nothing else,
    /// so that its instructions can be counted.
    ///
    /// # Errors
    ///
    /// When it is not built, or files cannot be written.
    pub fn generator(
        self,
        document: &Path,
        description: &Path,
        folder: &Path,
    ) -> Result<Option<Command>, Box<dyn Error>> {
        Ok(Some(match self {
            Self::Deskpro => deskpro::generator(description, folder)?,
            Self::ProgenitorBuilder => progenitor::generator(Style::Builder, document, folder)?,
            Self::ProgenitorPositional => {
                progenitor::generator(Style::Positional, document, folder)?
            }
            Self::HandWritten | Self::OpenapiGenerator | Self::Oas3Gen | Self::OpenapiToRust => {
                return Ok(None);
            }
        }))
    }

    /// Writes an application into a folder that uses the crate, `crate_folder`, that
    /// [`generate`](Self::generate) made of the same document.
    ///
    /// # Errors
    ///
    /// When the document is not one of the made-up helpdesks, or files cannot be read or written.
    pub fn application(
        self,
        document: &Path,
        crate_folder: &Path,
        uses: Uses,
        folder: &Path,
    ) -> Result<(), Box<dyn Error>> {
        let document = Document::read(document)?;
        let Application { dependencies, main } = match self {
            Self::Deskpro => deskpro::application()?,
            Self::HandWritten => hand_written::application(),
            Self::ProgenitorBuilder => progenitor::application(Style::Builder),
            Self::ProgenitorPositional => progenitor::application(Style::Positional),
            Self::OpenapiGenerator => openapi_generator::application(),
            Self::Oas3Gen => oas3_gen::application(),
            Self::OpenapiToRust => openapi_to_rust::application(),
        };
        let client = crate_folder::dependency(crate_folder)?;
        let runtime = "tokio = { version = \"1\", features = [\"rt\"] }\n";
        crate_folder::write(folder, "application", &format!("{client}{runtime}{dependencies}"))?;
        application::write(main, &document, uses, &folder.join("src/main.rs"))?;
        Ok(())
    }
}
