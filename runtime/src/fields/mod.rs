//! Structs of the user's own, checked against a description: what their fields hold and send.
//!
//! The attribute `deskpro_resource` implements [`Fields`] and [`Input`], after the compiler has
//! found every field's type to be one that [`Holds`] or [`Sends`] what the API sends or takes.

mod holds;
pub mod kind;
mod rest;
mod sends;
mod within;

pub use holds::Holds;
pub use rest::Rest;
pub use sends::Sends;
pub use within::Within;

use crate::{Decode, Request};

/// A struct that holds some of the fields of an `M`, and so can be asked for in its place:
/// `client.tickets().list().fields::<TicketRow>()`.
///
/// Every `M` holds its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not hold fields of `{M}`",
    label = "not checked against the description of `{M}`",
    note = "write `#[deskpro_resource(resource)]` on the struct"
)]
pub trait Fields<M>: Decode + Default {
    /// The names of its fields in the JSON, which a map for all others leaves out.
    const NAMES: &'static [&'static str] = &[];
}

/// A struct that fills requests of type `Q`: `client.tickets().create_from(&ticket)`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not fill a `{Q}`",
    label = "not checked against what `{Q}` takes",
    note = "write `#[deskpro_resource(resource.operation)]` on the struct"
)]
pub trait Input<Q> {
    /// The request with all fields of this struct set.
    fn fill(&self, request: Request) -> Request;
}
