//! Overlays that are given beside a description.

use std::path::Path;

use super::store::Found;
use super::{File, Role, Sources, disk, limits, rejected};
use crate::problem::codes::reading;
use crate::problem::{Place, Problem, Problems};

impl Sources {
    /// Adds an overlay from a disk, which applies after all others.
    ///
    /// # Errors
    ///
    /// One problem, when there is no such file or it is too large. It has no place; render it with
    /// `Sources::default()`.
    pub fn with_overlay(mut self, path: &Path) -> Result<Self, Problems> {
        let name = disk::shown(path);
        let unreadable = |why: String| {
            let message = format!("cannot read the overlay `{name}`: {why}");
            Problems::from(Problem::new(reading::UNREADABLE_FILE, Place::default(), message))
        };
        let canonical = path.canonicalize().map_err(|error| unreadable(error.to_string()))?;
        let mut file = File::new(name.clone(), name.clone(), Role::Overlay, 0);
        match disk::found(&canonical, path.to_path_buf()) {
            Found::Bytes(bytes, path) => {
                file.path = path;
                self.add_within(file, bytes)?;
                Ok(self)
            }
            Found::Unreadable(why) => Err(unreadable(why)),
            found => {
                let problem = rejected::not_there(Role::Overlay, &found, &name, Place::default());
                Err(problem.map(Problems::from).unwrap_or_default())
            }
        }
    }

    /// Adds an overlay from memory, which applies after all others.
    ///
    /// # Errors
    ///
    /// One problem without a place, when the files are too many or too large together.
    ///
    /// # Example
    ///
    /// ```
    /// use deskpro_spec::{Sources, load};
    ///
    /// let overlay = "\
    /// overlay: 1
    /// actions:
    ///   - target: resources.tickets.fields
    ///     update: { order_number: { type: string?, docs: What was ordered. } }
    /// ";
    /// let sources = Sources::builtin().with_overlay_text("orders.yaml", overlay).unwrap();
    /// let api = load(&sources).unwrap();
    /// let tickets = api.resource("tickets").unwrap();
    /// assert!(tickets.fields.iter().any(|field| field.name == "order_number"));
    /// ```
    pub fn with_overlay_text(
        mut self,
        name: impl Into<String>,
        text: impl Into<Vec<u8>>,
    ) -> Result<Self, Problems> {
        let (name, bytes) = (name.into(), text.into());
        if bytes.len() > limits::FILE {
            let found = Found::TooLarge;
            let problem = rejected::not_there(Role::Overlay, &found, &name, Place::default());
            return Err(problem.map(Problems::from).unwrap_or_default());
        }
        self.add_within(File::new(name.clone(), name, Role::Overlay, 0), bytes)?;
        Ok(self)
    }

    /// Takes over the bytes of a file, unless it is one too many.
    fn add_within(&mut self, file: File, bytes: Vec<u8>) -> Result<(), Problems> {
        if self.files.len() >= limits::FILES {
            return Err(rejected::too_many_files(Place::default()).into());
        }
        let together: usize = self.files.iter().map(|file| file.text.len()).sum();
        if together + bytes.len() > limits::TOGETHER {
            return Err(rejected::too_large_together(Place::default()).into());
        }
        self.add(file, bytes);
        Ok(())
    }
}
