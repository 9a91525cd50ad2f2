//! The resources by family.

use deskpro_spec::api::{FamilyId, ResourceId};

use super::lookup::Lookup;
use super::words;
use crate::plan::feature;
use crate::reference::page::{Line, Page, Section, Table};

/// Says what families there are, each with its resources; where there are none, just the resources.
pub(super) fn push(lookup: &Lookup<'_>, page: &mut Page) {
    let api = lookup.api;
    page.heading(2, "Resources");
    for id in api.family_ids() {
        let family = &api[id];
        page.section(3, Line::new().code(&family.name), Section::Family(id));
        page.prose(&family.docs);
        if lookup.client.shared.options.features {
            let line = Line::from("The cargo feature ").code(feature(family));
            let state = if family.is_default { "on" } else { "off" };
            page.paragraph(line.text(format!(" of the client, {state} unless told otherwise.")));
        }
        page.table(resources(lookup, Some(id)));
    }
    page.table(resources(lookup, None));
}

fn resources(lookup: &Lookup<'_>, family: Option<FamilyId>) -> Table {
    let api = lookup.api;
    let mut table = Table::new(&["Resource", "Path", "In Rust", "What it is"]);
    let is_of_family = |id: &ResourceId| api[*id].family == family;
    for id in api.resource_ids().filter(is_of_family) {
        let resource = &api[id];
        table.row([
            words::resource(api, id),
            Line::new().code(&resource.path.template),
            Line::new().code(lookup.way(id)),
            Line::new().prose(resource.docs.lines().next().unwrap_or_default()),
        ]);
    }
    table
}
