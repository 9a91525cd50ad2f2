//! Helpdesks of the description of the Deskpro API.

use std::path::Path;
use std::sync::OnceLock;

use crate::ask::noon;
use deskpro_mock::{Builder, MockHelpdesk};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};

/// The description that the built-in one is made from, as it is now.
pub(crate) fn description() -> &'static Api {
    static API: OnceLock<Api> = OnceLock::new();
    API.get_or_init(|| {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/deskpro"));
        let sources = Sources::read(path).expect("the description");
        load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)))
    })
}

/// A helpdesk with nothing in it, whose clock stands still.
pub(crate) fn empty() -> Builder {
    static EMPTY: OnceLock<Builder> = OnceLock::new();
    let empty = || MockHelpdesk::builder().api(description().clone()).clock(noon);
    EMPTY.get_or_init(empty).clone()
}

/// A helpdesk with two of everything.
pub(crate) fn full() -> Builder {
    let names = description().resources.iter().map(|resource| resource.name.as_str());
    names.fold(empty(), |desk, name| desk.seed(name, 2))
}
