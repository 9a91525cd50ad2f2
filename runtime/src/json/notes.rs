//! What is noted while a text is read, for a [`Drift`](crate::Drift).

use super::reader::JsonReader;
use crate::drift::{Watch, What};

impl<'a> JsonReader<'a> {
    /// The same reader, which now notes what the description does not know, or leaves that.
    pub(crate) fn watched_by(mut self, watch: Option<&'a Watch>) -> Self {
        self.watch = watch;
        self
    }

    /// Reads something while nothing is noted.
    pub(crate) fn unwatched<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let watch = self.watch.take();
        let value = read(self);
        self.watch = watch;
        value
    }

    /// Who watches.
    pub(crate) fn watch(&self) -> Option<&'a Watch> {
        self.watch
    }

    /// Says that the text that was just read is none of the values of its enumeration.
    ///
    /// Generated enumerations say so; only a [`Drift`](crate::Drift) listens.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Decode, Invalid, JsonReader};
    ///
    /// #[derive(Default)]
    /// struct Colour(String);
    ///
    /// impl Decode for Colour {
    ///     fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
    ///         self.0 = json.text(str::to_owned)?;
    ///         if !matches!(&*self.0, "red" | "green") {
    ///             json.unlisted();
    ///         }
    ///         Ok(())
    ///     }
    /// }
    /// ```
    #[cold]
    pub fn unlisted(&self) {
        self.note(What::ValueBefore);
    }

    /// Notes something about what the reader stands at.
    #[inline]
    pub(crate) fn note(&self, what: What) {
        if let Some(watch) = self.watch {
            watch.note(self.at, what);
        }
    }

    /// Consumes `null` where nothing but leniency takes it, if it comes next.
    // Apart from those who call it, so that they need not make room for what is seldom there.
    #[inline(never)]
    pub(super) fn take_null(&mut self) -> bool {
        let is_next = self.rest().starts_with(b"null");
        if is_next {
            self.note(What::Null);
            self.at += 4;
        }
        is_next
    }
}
