//! The same made-up API with as many resources as wanted, as an OpenAPI document and as a
//! description in the project's format that is made from the document.
//!
//! Every resource has list, get, create, update and delete, 16 fields, an enumeration of four
//! values, a nested object, and can be refused with seven statuses.

mod convert;
mod noun;
mod openapi;
mod schemas;

pub use convert::{Description, description};
pub use openapi::{Edit, openapi, openapi_like, openapi_text, size};
