//! The attribute macro `deskpro_resource`.

mod arguments;
mod expand;
mod resource;

use proc_macro::TokenStream;

/// Puts the whole of a resource into a module of your own: its object, its ids, its operations and
/// their errors, item for item what `deskpro_client` holds.
///
/// ```ignore
/// use deskpro_client::deskpro_resource;
///
/// #[deskpro_resource(tickets)]
/// pub mod tickets {}
///
/// let page = tickets::Tickets::new(&client).list().send().await?;
/// ```
///
/// The resource is one of the built-in description of the Deskpro API. What stands in the module
/// already is kept. A mistake is reported where it is made, and leaves the module in place.
#[proc_macro_attribute]
pub fn deskpro_resource(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(arguments.into(), item.into()).into()
}
