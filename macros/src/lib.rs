//! The attribute macros `deskpro_resource` and `deskpro_handles`.
//!
//! Use them through `deskpro_client` with its feature `macros`.

mod arguments;
mod description;
mod expand;
mod field_attributes;
#[cfg(test)]
mod forms;
mod handles;
mod input;
mod item;
mod module;
mod own;
mod projection;
mod unit;
mod visibility;
mod whole;

use proc_macro::TokenStream;

/// Checks your own types against the description of the Deskpro API, or puts a whole resource
/// where it stands.
///
/// # Forms
///
/// **A struct with some of a resource's fields.** Its fields are checked, name by name and type by
/// type, and it can be asked for in the place of the whole object. `type = avatar` in the place of
/// `tickets` picks the fields of an object that is no resource.
///
/// ```
/// use deskpro_client::tickets::{TicketId, TicketStatus};
/// use deskpro_client::{Client, Error, deskpro_resource};
///
/// #[deskpro_resource(tickets)]
/// struct TicketRow {
///     id: TicketId,
///     subject: String,
///     status: TicketStatus,
/// }
///
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let page = client.tickets().list().fields::<TicketRow>().send().await?;
/// for row in page.data {
///     println!("{} {} ({})", row.id, row.subject, row.status);
/// }
/// # Ok(()) }
/// ```
///
/// Of some resources it is not known what they hold: they are free JSON, `Untyped`. A struct with
/// fields of one of them may have any fields, and nothing is checked but that their types can be
/// read, and the type of `id` where there is one. Write an `Option` where a value may be null.
///
/// ```
/// # use deskpro_client::Json;
/// # use deskpro_client::brands::BrandId;
/// # use deskpro_client::deskpro_resource;
/// #[deskpro_resource(brands)]
/// struct BrandRow {
///     id: BrandId,
///     name: Option<String>,
///     domains: Json,
/// }
/// # fn main() {}
/// ```
///
/// **A struct with the input of an operation.** What the operation requires is there, and nothing
/// that it does not take.
///
/// ```
/// # use deskpro_client::people::PersonId;
/// # use deskpro_client::{Client, deskpro_resource};
/// #[deskpro_resource(tickets.create)]
/// struct NewTicket {
///     subject: String,
///     person: PersonId,
/// }
///
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let new = NewTicket { subject: "Printer on fire".to_owned(), person: PersonId::new(4) };
/// client.tickets().create_from(&new).send().await?;
/// # Ok(()) }
/// ```
///
/// **A module.** It gets the whole resource: its object, its ids, its operations and their errors,
/// item for item what `deskpro_client` holds. What stands in the module already is kept.
///
/// ```
/// # use deskpro_client::{Client, deskpro_resource};
/// #[deskpro_resource(tickets, verbs(list, get), rename(Ticket = Case), enums = exhaustive)]
/// pub mod cases {}
///
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let case: cases::Case = cases::Tickets::new(client).get(13).send().await?.data;
/// # Ok(()) }
/// ```
///
/// **A struct without fields.** The same items stand beside it, and the struct is what the
/// operations are called on, whatever its name. Its attributes and docs are kept.
///
/// ```
/// # use deskpro_client::{Client, deskpro_resource};
/// /// The tickets of our helpdesk.
/// #[deskpro_resource(tickets)]
/// pub struct Desk;
///
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let ticket: Ticket = Desk::new(client).get(13).send().await?.data;
/// # Ok(()) }
/// ```
///
/// **A struct that describes a resource** which no YAML describes: `path = "/assets"`.
///
/// ```
/// # use deskpro_client::{Client, DateTime, deskpro_resource};
/// #[deskpro_resource(path = "/assets", verbs(list, get, create))]
/// pub struct Asset {
///     #[deskpro(id)]
///     pub id: u64,
///     #[deskpro(required)]
///     pub name: String,
///     #[deskpro(read_only)]
///     pub date_created: DateTime,
/// }
/// # fn main() {}
/// ```
///
/// # Arguments
///
/// In any order, separated by commas:
///
/// | Argument | Means | Goes with |
/// |---|---|---|
/// | `spec = "../helpdesk"` | the description: a folder with `api.yaml`, or a file | all |
/// | `client = crate::client` | the generated client, instead of `::deskpro_client` | all |
/// | `runtime = crate::runtime` | the runtime, instead of the client's module `runtime` | all |
/// | `verbs(list, get)` | which operations there are; all without it | whole resources |
/// | `rename(Ticket = Case)` | other Rust names for generated items | whole resources |
/// | `vis(pub(crate))` | the visibility of generated items, instead of `pub` | whole resources |
/// | `derive(Stored)` | what objects and enums derive besides | whole resources |
/// | `enums = closed` | what enums do with values that are not known | whole resources |
/// | `name = "assets"` | the plural name | structs that describe a resource |
///
/// Paths in `client`, `runtime` and `derive` begin with `crate` or with the name of a crate, since
/// generated items have a module of their own. What they implement already is not derived again:
/// `Debug`, `Clone`, `Default`, `PartialEq` and serde's traits, enums also `Eq` and `Hash`. Objects
/// keep members that are not described as free JSON, so they have no order, no `Eq` and no `Hash`.
///
/// Enums of known values are
/// - `open` if nothing else is said: other values are kept as `Unknown`, and since there may be more
///   variants one day, a `match` needs a last arm for those;
/// - `exhaustive`: other values are kept as `Unknown`, and a `match` over all variants stops
///   compiling when the description gets another;
/// - `closed`: there is no `Unknown`, and another value is a decoding error. What the API leaves out
///   is the first value.
///
/// # Descriptions
///
/// `spec` is seen from the source file of the attribute, and lies in the same workspace. For all
/// attributes without it, the environment variable `DESKPRO_SPEC` names a description. Set it once
/// in `.cargo/config.toml` of the workspace:
///
/// ```toml
/// [env]
/// DESKPRO_SPEC = { value = "helpdesk", relative = true }
/// ```
///
/// Without `relative`, a path that is not absolute is seen from the folder of the workspace.
/// Without either, the description that `deskpro_client` is generated from is used. When one of
/// the files of a description changes, whatever was made from it is compiled again.
///
/// A whole resource of another description holds all types and errors of its own, unless
/// `client` names a client that is generated from that description.
///
/// # Features
///
/// Structs with fields stand for types of the generated client, which has those of a resource when a
/// feature for the resource's family is on. Without it the compiler says at the name of the resource
/// that it cannot find it in `deskpro_client`: the page of the resource in the reference names the
/// family, and the feature is called so. What is made of a whole resource leads to its
/// neighbours in the client, so it needs the features of these.
///
/// # Mistakes
///
/// All mistakes are reported at once, each where it is made. The first line of a message ends with
/// the kind of mistake, `[unknown_field]`; `deskpro-codegen explain unknown_field` says more, and so
/// does the page of messages in `macros/MESSAGES.md`.
#[proc_macro_attribute]
pub fn deskpro_resource(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(arguments.into(), item.into()).into()
}

/// Names the refusals of an operation that a function leaves out.
///
/// The function is compiled as it stands. Each refusal that the operation can meet, and that
/// neither a pattern of the function names nor `ignore(...)` lists, is an error of compilation.
///
/// ```
/// use deskpro_client::tickets::GetTicketError;
/// use deskpro_client::deskpro_handles;
///
/// #[deskpro_handles(tickets.get, ignore(
///     unauthorized, forbidden, too_many_requests, maintenance, bad_request, method_not_allowed
/// ))]
/// fn is_gone(error: &GetTicketError) -> bool {
///     matches!(error, GetTicketError::NotFound(_) | GetTicketError::OtherNotFound(_))
/// }
/// ```
#[proc_macro_attribute]
pub fn deskpro_handles(arguments: TokenStream, item: TokenStream) -> TokenStream {
    handles::expand(arguments.into(), item.into()).into()
}
