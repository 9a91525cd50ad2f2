//! One list, read to its end.

use std::error::Error;
use std::fmt;
use std::pin::Pin;

use deskpro_client::{Client, Decode, Items, Refused};

use crate::outcome::Failed;

/// An operation of the generated client that answers with pages, called as the example of its
/// documentation does.
pub struct List {
    /// The operation as the description calls it, such as `tickets.list`.
    pub name: &'static str,
    pub(crate) read: fn(&Client) -> Result<Counted, Box<dyn Error>>,
}

/// How many items there were, some time later.
pub(crate) type Counted = Pin<Box<dyn Future<Output = Result<usize, Box<Failed>>> + Send>>;

impl List {
    /// Reads the list to its end, and says how many items it has.
    ///
    /// # Errors
    ///
    /// The first page that was not answered as described.
    ///
    /// # Panics
    ///
    /// When the example holds a date that is none.
    pub async fn count(&self, client: &Client) -> Result<usize, Box<Failed>> {
        let counted = (self.read)(client);
        counted.unwrap_or_else(|error| panic!("{}: {error}", self.name)).await
    }
}

impl fmt::Debug for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("List").field(&self.name).finish()
    }
}

/// The number of items, with their types forgotten.
pub(crate) fn counted<T, E>(mut items: Items<T, E>) -> Counted
where
    T: Decode + Default + Send + 'static,
    E: Refused + Error + 'static,
{
    Box::pin(async move {
        let mut count = 0;
        while let Some(item) = items.next().await {
            item.map_err(|error| Box::new(Failed::new(&error)))?;
            count += 1;
        }
        Ok(count)
    })
}
