//! Paths with what can be done there: places that differ in the names of parameters are one.

use std::collections::BTreeMap;

use deskpro_spec::api::{Api, Method, Operation, Path, ResourceId, Segment};

use super::OpenApiDialect;

/// A path and what can be done there.
pub(super) struct Place<'a> {
    /// The path as the first operation writes it: `/tickets/{id}`.
    pub(super) template: &'a str,
    /// The names of its parameters, in order.
    pub(super) parameters: Vec<String>,
    /// Its operations with their methods, as the description has them.
    pub(super) operations: Vec<(Method, ResourceId, &'a Operation)>,
}

/// Every place of a description. No two have the same path but for names of parameters.
pub(super) fn places(api: &Api, dialect: OpenApiDialect) -> Vec<Place<'_>> {
    let mut places: BTreeMap<String, Place<'_>> = BTreeMap::new();
    for id in api.resource_ids() {
        for operation in &api[id].operations {
            let place = places.entry(shape(&operation.path)).or_insert_with(|| Place {
                template: &operation.path.template,
                parameters: names(&operation.path),
                operations: Vec::new(),
            });
            place.operations.push((operation.method, id, operation));
        }
    }
    let mut places: Vec<_> = places.into_values().collect();
    if dialect == OpenApiDialect::Live {
        places.iter_mut().for_each(exchange);
    }
    places
}

/// Exchanges PUT and POST where helpdesks do. Where somebody else has the other one already, an
/// operation keeps its own: two cannot have one.
fn exchange(place: &mut Place<'_>) {
    let stays = |method: Method| {
        place.operations.iter().any(|(own, _, it)| *own == method && !it.negotiable)
    };
    let taken: Vec<_> = [Method::Put, Method::Post].into_iter().filter(|it| stays(*it)).collect();
    for (method, _, operation) in &mut place.operations {
        let other = method.other().filter(|other| !taken.contains(other));
        if let Some(other) = other.filter(|_| operation.negotiable) {
            *method = other;
        }
    }
}

/// Names of parameters that differ, also where a path names two alike.
fn names(path: &Path) -> Vec<String> {
    path.parameters.iter().map(|parameter| parameter.name.clone()).collect()
}

/// The path with its parameters nameless.
fn shape(path: &Path) -> String {
    let part = |part: &Segment| match part {
        Segment::Text(text) => text.clone(),
        Segment::Parameter(_) => "{}".to_owned(),
    };
    let segments = path.segments.iter();
    segments.map(|parts| format!("/{}", parts.iter().map(part).collect::<String>())).collect()
}
