//! The two ways in which helpdesks speak the API.

use deskpro_spec::api::{Method, Operation};

/// How the helpdesk speaks: as the guide says, or as live helpdesks were seen to.
///
/// | | guide | live |
/// |---|---|---|
/// | create and update | the methods of the description | PUT and POST exchanged |
/// | paging | flat, in `meta` | nested, in `meta.pagination` |
/// | `links` | yes | no |
/// | `linked` | no | yes |
/// | JSON without `Content-Type` | refused | taken |
/// | `/` in JSON | as it is | as `\/` |
///
/// Source: GUIDE for the one; HMRC, PDB, ZAP and PHP for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Dialect {
    /// What the guide says.
    #[default]
    Guide,
    /// What live helpdesks do.
    Live,
}

impl Dialect {
    /// The method by which an operation is called.
    pub(crate) fn method(self, operation: &Operation) -> Method {
        let other = operation.method.other().filter(|_| operation.negotiable);
        match self {
            Self::Guide => operation.method,
            Self::Live => other.unwrap_or(operation.method),
        }
    }
}
