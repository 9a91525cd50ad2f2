//! The public items of a generated client, and how those of two clients differ.

mod collect;
mod compare;
mod item;
mod loosened;

pub use compare::ItemChange;
pub(super) use compare::compare;
pub(super) use item::{Member, Path, Surface};

use deskpro_spec::api::Api;

use crate::plan::{Options, feature};

/// The public items of the client that is made of a description.
///
/// Which type a request is is not promised, only what can be done with it: here each has its own,
/// so that it differs by nothing that another operation takes.
pub(super) fn surface(api: &Api, options: &Options) -> Surface {
    let options = Options { shares_requests: false, ..options.clone() };
    let modules = crate::emit::emit(&crate::plan::plan(api, &options));
    let mut surface = collect::collect(modules);
    if options.features {
        for family in &api.families {
            surface.feature(&feature(family), family.is_default);
        }
    }
    surface
}
