//! The reference: Markdown pages for people, one for every resource and an index.
//!
//! Planning chooses what the pages say, [`page`] is what they consist of, and [`markdown`] is how
//! Markdown says it. Rust names and Rust examples are those of the [client's plan](crate::plan).

mod markdown;
mod page;
mod plan;

use deskpro_spec::api::Api;

use crate::files::Files;
use crate::plan::Options;

/// The pages of the reference to `api`, with the Rust names of the client that these options give:
/// `README.md`, the index, and `resources/tickets.md` and so on. Rust examples are there where the
/// options name the crate that they use. A checked description always has a reference.
///
/// # Example
///
/// ```
/// use deskpro_codegen::{Options, reference};
/// use deskpro_spec::{Sources, load};
///
/// let api = load(&Sources::builtin()).unwrap();
/// let pages = reference(&api, &Options::default());
/// assert!(pages.get("README.md").unwrap().contains("\n[`tickets`]: resources/tickets.md\n"));
/// ```
pub fn reference(api: &Api, options: &Options) -> Files {
    let client = crate::plan::plan(api, options);
    let pages = plan::pages(api, &client);
    markdown::write(&pages)
}
