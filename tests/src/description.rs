//! The description that everything was made from.

use deskpro_spec::api::{Api, Operation};
use deskpro_spec::{Sources, load};

/// The built-in description, checked.
///
/// # Panics
///
/// When it has problems; they are shown.
pub fn description() -> Api {
    let sources = Sources::builtin();
    load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)))
}

/// The operations of a description with their full names, such as `tickets.list`.
pub fn operations(api: &Api) -> Vec<(String, &Operation)> {
    let named = api.resources.iter().flat_map(|resource| {
        let operations = resource.operations.iter();
        operations
            .map(move |operation| (format!("{}.{}", resource.name, operation.name), operation))
    });
    named.collect()
}
