//! The operations of the built-in description.

use std::collections::BTreeMap;
use std::fmt;

use deskpro_spec::api::Method;
use deskpro_tests::{description, operations};

/// Where an operation is.
pub(crate) struct Described {
    pub(crate) method: Method,
    /// Without the names of its parameters: `/tickets/{}`.
    pub(crate) path: String,
    /// Whether some helpdesks take the other one of PUT and POST.
    pub(crate) is_negotiable: bool,
    pub(crate) is_unverified: bool,
}

impl Described {
    /// Whether this is the operation of a method and a path, as helpdesks have them. The guide turns
    /// the methods of creates and updates round.
    pub(crate) fn is_at(&self, method: &str, path: &str) -> bool {
        let other = self.method.other().filter(|_| self.is_negotiable);
        let is_method =
            self.method.as_str() == method || other.is_some_and(|it| it.as_str() == method);
        is_method && self.path == without_names(path)
    }
}

impl fmt::Display for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// Every operation by its full name, such as `tickets.list`, and `batch`.
pub(crate) fn described() -> BTreeMap<String, Described> {
    let api = description();
    let named = operations(&api).into_iter().map(|(name, operation)| {
        let described = Described {
            method: operation.method,
            path: without_names(&operation.path.template),
            is_negotiable: operation.negotiable,
            is_unverified: operation.unverified,
        };
        (name, described)
    });
    let batch = api.batch.as_ref().map(|batch| {
        let described = Described {
            method: batch.method,
            path: without_names(&batch.path),
            is_negotiable: false,
            is_unverified: false,
        };
        ("batch".to_owned(), described)
    });
    named.chain(batch).collect()
}

/// A template without the names of its parameters, which sources choose as they like.
pub(crate) fn without_names(template: &str) -> String {
    let mut path = String::new();
    let mut is_name = false;
    for c in template.chars() {
        is_name &= c != '}';
        if !is_name {
            path.push(c);
        }
        is_name |= c == '{';
    }
    path
}
