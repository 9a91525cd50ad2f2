//! Which operation of the description a method and a path mean.

mod template;

use std::collections::BTreeMap;

use deskpro_spec::api::{Api, Method, Operation, Path, ResourceId, Type};

use crate::Dialect;
use crate::fields;

/// Every path of the description with what can be done there.
#[derive(Debug)]
pub(crate) struct Routes {
    /// By number of segments; within a number the most specific path first.
    by_length: BTreeMap<usize, Vec<Place>>,
}

/// A path template with its operations by method.
#[derive(Debug)]
struct Place {
    path: Path,
    operations: Vec<(Method, Route)>,
}

/// An operation of the description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) resource: ResourceId,
    index: usize,
}

/// What a method and a path mean.
#[derive(Debug, PartialEq)]
pub(crate) enum Match {
    /// This operation, with the values of its path's parameters in order.
    Operation(Route, Vec<String>),
    /// Something that takes these methods only.
    OtherMethods(Vec<Method>),
    /// Nothing.
    Nothing,
}

impl Route {
    /// The operation itself.
    pub(crate) fn operation(self, api: &Api) -> &Operation {
        // Made from this index, by `Routes::new`, of the same `Api`.
        &api[self.resource].operations[self.index]
    }

    /// What the operation is called: `tickets.list`.
    pub(crate) fn name(self, api: &Api) -> String {
        format!("{}.{}", api[self.resource].name, self.operation(api).name)
    }
}

impl Routes {
    /// The routes of a description in a dialect.
    pub(crate) fn new(api: &Api, dialect: Dialect) -> Self {
        let mut by_length: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
        for resource in api.resource_ids() {
            for (index, operation) in api[resource].operations.iter().enumerate() {
                let places = by_length.entry(operation.path.segments.len()).or_default();
                let entry = (dialect.method(operation), Route { resource, index });
                match places.iter_mut().find(|place| place.path.segments == operation.path.segments)
                {
                    Some(place) => place.operations.push(entry),
                    None => {
                        places
                            .push(Place { path: operation.path.clone(), operations: vec![entry] });
                    }
                }
            }
        }
        for places in by_length.values_mut() {
            places.sort_by_cached_key(|place| template::rank(&place.path));
        }
        Self { by_length }
    }

    /// What this method on this path means; the path is below the base path and starts with `/`.
    pub(crate) fn find(&self, api: &Api, method: &http::Method, path: &str) -> Match {
        let Some(segments) = template::split(path) else {
            return Match::Nothing;
        };
        let places = self.by_length.get(&segments.len()).map_or(&[][..], Vec::as_slice);
        let mut allowed = Vec::new();
        for place in places {
            let Some(values) = template::matches(&place.path, &segments) else {
                continue;
            };
            if !values_fit(api, &place.path, &values) {
                continue;
            }
            let mut operations = place.operations.iter();
            match operations.find(|(known, _)| known.as_str() == method.as_str()) {
                Some((_, route)) => return Match::Operation(*route, values),
                None => allowed.extend(place.operations.iter().map(|(method, _)| *method)),
            }
        }
        if allowed.is_empty() {
            return Match::Nothing;
        }
        Match::OtherMethods(Method::ALL.into_iter().filter(|it| allowed.contains(it)).collect())
    }
}

/// Whether each value can be of its parameter's type, so that `/agents/online` is no agent.
fn values_fit(api: &Api, path: &Path, values: &[String]) -> bool {
    path.parameters.iter().zip(values).all(|(parameter, value)| match &parameter.ty {
        Type::Integer => value.parse::<i64>().is_ok(),
        ty @ (Type::Id(_) | Type::Ref(_)) if !fields::is_text_id(api, ty) => {
            value.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => true,
    })
}
