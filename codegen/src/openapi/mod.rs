//! The description as an OpenAPI document, for tools of other languages: a second printer of the
//! same checked model.
//!
//! What OpenAPI has no word for stands in members called `x-deskpro`, spelled as in the YAML, so
//! that nothing that the description knows is lost on the way.

mod batch;
mod body;
mod conventions;
mod document;
mod envelope;
mod error;
mod example;
mod extension;
mod field;
mod model;
mod names;
mod open_set;
mod operation;
mod parameter;
mod place;
mod response;
mod schema;
mod security;
mod tag;

use std::fmt;

use deskpro_spec::api::Api;

/// The version of OpenAPI that a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OpenApiVersion {
    /// 3.0, whose schemas say `nullable`.
    V3_0,
    /// 3.1, whose schemas are JSON Schema: `null` is a type.
    #[default]
    V3_1,
}

/// Which of PUT and POST creates, and which updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OpenApiDialect {
    /// The methods of the description.
    #[default]
    Guide,
    /// PUT and POST exchanged where the description says that some helpdesks do.
    Live,
}

/// What an OpenAPI document is to look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenApiOptions {
    /// The version of OpenAPI.
    pub version: OpenApiVersion,
    /// The methods of operations.
    pub dialect: OpenApiDialect,
}

impl fmt::Display for OpenApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V3_0 => "3.0.3",
            Self::V3_1 => "3.1.0",
        })
    }
}

/// The OpenAPI document of `api`, as JSON with a line end. A checked description always has one;
/// the same description gives the same bytes, its members sorted.
///
/// Values of enumerations are texts with `x-extensible-enum`, not `enum`: the API may send others,
/// and tools take an `enum` for closed.
///
/// # Example
///
/// ```
/// use deskpro_codegen::{OpenApiOptions, openapi};
/// use deskpro_spec::{Sources, load};
///
/// let api = load(&Sources::builtin()).unwrap();
/// let document = openapi(&api, OpenApiOptions::default());
/// assert!(document.contains("\"operationId\": \"tickets.create\""));
/// ```
pub fn openapi(api: &Api, options: OpenApiOptions) -> String {
    format!("{:#}\n", document::document(api, options))
}
