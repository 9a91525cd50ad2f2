//! The comparison of all clients, part by part; each part gives measurements for the report.

pub mod compilation;
pub mod generation;
pub mod machine;
pub mod programs;
pub mod results;
mod turns;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

pub use self::turns::Turns;

use crate::clients::Client;
use crate::measurement::Measurement;
use crate::place;
use crate::scale::{self, Edit};

/// What a part gives.
pub type Measured = Result<Vec<Measurement>, Box<dyn Error>>;

/// A size of the API, with its documents as it is and with one endpoint changed.
#[derive(Debug)]
pub struct Subject {
    /// How many resources it has.
    pub resources: usize,
    folder: PathBuf,
}

impl Subject {
    /// The API with this many resources, written into a folder.
    ///
    /// # Errors
    ///
    /// When files cannot be written.
    pub fn new(resources: usize) -> Result<Self, Box<dyn Error>> {
        let folder = place::folder("compare")?.join(resources.to_string());
        let subject = Self { resources, folder };
        for edit in [Edit::None, Edit::Endpoint] {
            let description = subject.description(edit);
            fs::create_dir_all(&description)?;
            fs::write(subject.document(edit), scale::openapi_text(resources, edit))?;
            scale::description(&scale::openapi(resources, edit)?)?.write(&description)?;
        }
        Ok(subject)
    }

    /// Its OpenAPI document.
    pub fn document(&self, edit: Edit) -> PathBuf {
        self.folder.join(format!("{edit:?}.json"))
    }

    /// The folder of its description.
    pub fn description(&self, edit: Edit) -> PathBuf {
        self.folder.join(format!("{edit:?}"))
    }

    /// The folder for what is made of it for a client.
    pub fn folder(&self, client: Client) -> PathBuf {
        self.folder.join(client.name())
    }

    /// A figure of a client of this size.
    fn figure(&self, name: &str, client: Client, unit: &str) -> Measurement {
        Measurement::new(name, client.name(), unit).resources(self.resources)
    }
}

/// Where a client's crates are compiled: one place for all sizes, so that what they depend on is
/// compiled once.
fn target(client: Client) -> io::Result<PathBuf> {
    Ok(place::folder("compare")?.join("target").join(client.name()))
}

/// Empties a folder.
fn clear(folder: &Path) -> io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}
