//! A mock helpdesk that holds whatever the examples of the documentation speak of.

use deskpro_mock::{Builder, MockHelpdesk};
use deskpro_spec::api::{Api, Resource, Type};

/// The id that examples name.
const NAMED: u64 = 13;

/// The address of the examples is nobody's, since nobody can have it twice.
const FREE_ADDRESS: &str = "people: [{ id: 1, primary_email: first@example.com }]";

/// A helpdesk that has one of everything that is called 13, within whatever else is called 13.
pub fn helpdesk(api: &Api) -> Builder {
    let seed = |builder: Builder, resource: &Resource| {
        builder.seed(resource.name.as_str(), within_each(api, resource))
    };
    api.resources.iter().fold(MockHelpdesk::builder(), seed).data(FREE_ADDRESS)
}

/// How many there have to be within each parent, where there is one, so that one of them has the
/// number of its parent.
fn within_each(api: &Api, resource: &Resource) -> u64 {
    let Some(parent) = &resource.parent else { return NAMED };
    let known = api[parent.resource].path.parameters.len();
    let named = resource.path.parameters.get(known).map(|parameter| &parameter.ty);
    match named {
        // Examples name the thirteenth parent.
        Some(Type::Id(_) | Type::Ref(_)) => 1,
        // Examples name the first parent, by its text, or there is only one.
        _ => NAMED,
    }
}
