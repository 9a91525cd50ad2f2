//! Families: resources that are used together.

use crate::problem::Place;

/// Resources that are used together. A family becomes a cargo feature of the client.
#[derive(Debug, Clone)]
pub struct Family {
    /// Its name: `knowledge_base`.
    pub name: String,
    /// What its resources are.
    pub docs: String,
    /// Whether the client has them unless told otherwise.
    pub is_default: bool,
    /// Where the description states it.
    pub place: Place,
}
