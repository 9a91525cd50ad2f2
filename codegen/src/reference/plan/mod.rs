//! What the pages of the reference say, and where it is said.

mod conventions;
mod curl;
mod declared;
mod example;
mod family;
mod field;
mod index;
mod input;
mod json;
mod lookup;
mod operation;
mod quirk;
mod refusal;
mod request;
mod resource;
mod response;
mod words;

use deskpro_spec::api::Api;

use super::page::Page;
use crate::plan::Plan;
use lookup::Lookup;

/// The pages of the reference: the index, and one for every resource.
pub(super) fn pages(api: &Api, client: &Plan) -> Vec<Page> {
    let lookup = Lookup::new(api, client);
    let resources = api.resource_ids().filter_map(|id| resource::page(&lookup, id));
    std::iter::once(index::page(&lookup)).chain(resources).collect()
}
