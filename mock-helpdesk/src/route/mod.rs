//! Which operation of the description a method and a path mean.

mod template;

use std::collections::BTreeMap;

use deskpro_spec::api::{Api, Method, Operation, Path, ResourceId, Type, TypeKind};

use crate::Dialect;
use crate::fields;

/// Every path of the description with what can be done there.
#[derive(Debug)]
pub(crate) struct Routes {
    /// By number of segments; within a number the most specific path first.
    by_length: BTreeMap<usize, Vec<Place>>,
    /// Where several requests are sent at once, if anywhere.
    batch: Option<(Vec<String>, Method)>,
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
    /// Several requests at once.
    Batch,
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
        let batch = api.batch.as_ref();
        let batch = batch.and_then(|batch| Some((template::split(&batch.path)?, batch.method)));
        Self { by_length, batch }
    }

    /// What this method on this path means; the path is below the base path and starts with `/`.
    ///
    /// HEAD means the GET of the path, where it does not mean something of its own.
    pub(crate) fn find(&self, api: &Api, method: &http::Method, path: &str) -> Match {
        let Some(segments) = template::split(path) else {
            return Match::Nothing;
        };
        if self.batch_at(&segments).is_some_and(|it| it.as_str() == method.as_str()) {
            return Match::Batch;
        }
        let found = self.here(api, &segments).find(|(known, ..)| known.as_str() == method.as_str());
        let get = || self.here(api, &segments).find(|(known, ..)| *known == Method::Get);
        let found = found.or_else(|| get().filter(|_| method == http::Method::HEAD));
        if let Some((_, route, values)) = found {
            return Match::Operation(route, values);
        }
        let allowed = self.allowed(api, &segments);
        if allowed.is_empty() { Match::Nothing } else { Match::OtherMethods(allowed) }
    }

    /// The methods that a path takes, as far as they are described.
    pub(crate) fn methods(&self, api: &Api, path: &str) -> Vec<Method> {
        template::split(path).map_or_else(Vec::new, |segments| self.allowed(api, &segments))
    }

    fn allowed(&self, api: &Api, segments: &[String]) -> Vec<Method> {
        let here = self.here(api, segments).map(|(method, ..)| method);
        let here: Vec<_> = here.chain(self.batch_at(segments)).collect();
        Method::ALL.into_iter().filter(|method| here.contains(method)).collect()
    }

    /// What a path may mean, with the values of its parameters, the most specific first.
    fn here<'r>(
        &'r self,
        api: &'r Api,
        segments: &'r [String],
    ) -> impl Iterator<Item = (Method, Route, Vec<String>)> {
        let places = self.by_length.get(&segments.len()).map_or(&[][..], Vec::as_slice);
        let matching = places
            .iter()
            .filter_map(|place| Some((place, template::matches(&place.path, segments)?)));
        matching.flat_map(move |(place, values)| {
            // Operations at the same place may differ in the types of its parameters.
            let fits = |route: Route| values_fit(api, &route.operation(api).path, &values);
            let routes = place.operations.iter().filter(|(_, route)| fits(*route));
            let found = routes.map(|(method, route)| (*method, *route, values.clone()));
            found.collect::<Vec<_>>()
        })
    }

    fn batch_at(&self, segments: &[String]) -> Option<Method> {
        let (path, method) = self.batch.as_ref()?;
        (path == segments).then_some(*method)
    }
}

/// Whether each value can be of its parameter's type, so that `/agents/online` is no agent.
fn values_fit(api: &Api, path: &Path, values: &[String]) -> bool {
    path.parameters.iter().zip(values).all(|(parameter, value)| match &parameter.ty {
        Type::Integer => value.parse::<i64>().is_ok(),
        Type::Number => value.parse::<f64>().is_ok(),
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(known) => known.iter().any(|known| known.value == *value),
            TypeKind::Object(_) | TypeKind::OneOf(_) => true,
        },
        ty @ (Type::Id(_) | Type::Ref(_)) if !fields::is_text_id(api, ty) => {
            value.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => true,
    })
}
