//! One side of a comparison.

use deskpro_spec::api::Api;
use deskpro_spec::document::Document;
use deskpro_spec::{Place, Problems, Sources, load_document};

use super::change::Spot;

/// A description that is compared with another.
#[derive(Debug)]
pub struct Side {
    /// Its files.
    pub sources: Sources,
    /// What they mean.
    pub api: Api,
    /// What they say, for the places of what the model has none of.
    pub(super) document: Document,
    /// What stands before the names of its files, where they are of no folder: `main:spec/deskpro/`.
    label: String,
}

impl Side {
    /// Parses and checks a description.
    ///
    /// # Errors
    ///
    /// All problems, with the files that they are in.
    pub fn load(sources: Sources) -> Result<Self, Box<(Problems, Sources)>> {
        match load_document(&sources) {
            Ok((document, api)) => Ok(Self { sources, api, document, label: String::new() }),
            Err(problems) => Err(Box::new((problems, sources))),
        }
    }

    /// The same, with a label before the names of its files.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// A place as people find it.
    pub(super) fn spot(&self, place: Place) -> Spot {
        let file = format!("{}{}", self.label, self.sources.name(place.file));
        Spot {
            file,
            line: place.line.max(1),
            column: place.column.max(1),
            is_on_disk: self.label.is_empty(),
        }
    }
}
