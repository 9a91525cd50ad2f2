//! The same made-up API with as many resources as wanted, as a description in the project's format
//! and as an OpenAPI document.
//!
//! Every resource has list, get, create, update and delete, 16 fields, an enumeration of four
//! values, a nested object, and can be refused with seven statuses. The templates lie beside this
//! file, one pair for what all resources share and one for a resource.

mod description;
mod noun;
mod openapi;

pub use description::{Description, description};
pub use openapi::{openapi, openapi_like, size};
