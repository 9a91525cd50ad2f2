//! Path parameters with different names at the same place of a path.

use std::collections::BTreeMap;

use super::described::{Described, DescribedOperation, DescribedResource};
use super::finding::{Cause, Finding, Findings};
use crate::api::{PathParameter, Segment, Type};
use crate::problem::codes::lint::PARAMETER_NAMED_DIFFERENTLY;

/// A place of paths at which there is one thing.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place<'d> {
    /// The path before it, its parameters nameless: `/tickets/{}/messages`.
    before: String,
    /// In operations of the resource whose items stand here, the parameter of an item. Others may
    /// call it otherwise, since it is `id` for the resource and `ticket` for what is below it.
    item: Option<&'d str>,
    /// A number and a text at the same place are two things, and may have two names.
    is_number: bool,
}

/// What is named at a place of a path.
struct Named<'d> {
    it: &'d DescribedOperation<'d>,
    parameter: &'d PathParameter,
}

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let owners = owners(described);
    let mut places: BTreeMap<Place<'_>, Vec<Named<'_>>> = BTreeMap::new();
    for (resource, it) in described.operations() {
        collect(resource, it, &owners, &mut places);
    }
    for (place, all) in &places {
        // The item's parameter has its name from the resource, if not from the first operation.
        let is_item = |named: &&Named<'_>| Some(named.parameter.name.as_str()) == place.item;
        let Some(usual) = all.iter().find(is_item).or(all.first()) else { continue };
        for named in all.iter().filter(|named| named.parameter.name != usual.parameter.name) {
            findings.push(finding(named, usual, &place.before));
        }
    }
}

/// The resource of each collection, and the parameter of its items.
fn owners<'d>(described: &'d Described<'_>) -> BTreeMap<String, (&'d str, &'d str)> {
    let mut owners = BTreeMap::new();
    for it in &described.resources {
        let parameter = it.doc.item.as_ref().and_then(|item| item.parameter.as_ref());
        let parameter = parameter.map_or("id", |parameter| parameter.value.as_str());
        let path = nameless(&it.resource.path.template);
        owners.entry(path).or_insert((it.resource.name.as_str(), parameter));
    }
    owners
}

fn nameless(template: &str) -> String {
    let segments = template.split('/').filter(|segment| !segment.is_empty());
    segments.map(|it| if it.contains('{') { "/{}".to_owned() } else { format!("/{it}") }).collect()
}

fn collect<'d>(
    resource: &'d DescribedResource<'d>,
    it: &'d DescribedOperation<'d>,
    owners: &BTreeMap<String, (&'d str, &'d str)>,
    places: &mut BTreeMap<Place<'d>, Vec<Named<'d>>>,
) {
    let mut before = String::new();
    for (segment, text) in it.operation.path.segments.iter().zip(it.segments()) {
        let [Segment::Parameter(at)] = segment.as_slice() else {
            before.push('/');
            before.push_str(if text.contains('{') { "{}" } else { text });
            continue;
        };
        if let Some(parameter) = it.operation.path.parameters.get(*at) {
            let owner = owners.get(&before).filter(|(name, _)| *name == resource.resource.name);
            let item = owner.map(|(_, parameter)| *parameter);
            let is_number = matches!(parameter.ty, Type::Id(_) | Type::Integer);
            let place = Place { before: before.clone(), item, is_number };
            places.entry(place).or_default().push(Named { it, parameter });
        }
        before.push_str("/{}");
    }
}

fn finding(named: &Named<'_>, usual: &Named<'_>, before: &str) -> Finding {
    let (name, other) = (&named.parameter.name, &usual.parameter.name);
    let message =
        format!("`{}` calls the parameter of {before} `{name}`, not `{other}`", named.it.name);
    Finding::new(PARAMETER_NAMED_DIFFERENTLY, named.it.path_place(), [&named.it.name], message)
        .label("another name for the same")
        .related(usual.it.path_place(), format!("called `{other}` here: `{}`", usual.it.name))
        .help("call it the same everywhere; the name is no part of what is sent")
        .because(Cause {
            key: format!("{before} {name} {other}"),
            place: named.it.path_place(),
            message: format!("operations call the parameter of {before} `{name}`, not `{other}`"),
            label: "another name for the same",
        })
}
