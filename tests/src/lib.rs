//! What the tests across the crates share: every operation called once, clients without a
//! network, and a server that says exactly what a test wants it to say.

mod call;
mod calls;
mod description;
mod helpdesk;
mod list;
mod memory;
mod outcome;
mod own_crate;
mod server;

pub use call::Call;
pub use calls::{CALLS, FOLLOWING, LISTS};
pub use description::{description, operations};
pub use helpdesk::helpdesk;
pub use list::List;
pub use memory::{KEY, SECRET, answering, client, json_response, without_proxy};
pub use outcome::{Failed, Outcome};
pub use own_crate::{API, Built, OwnCrate, TEXT, departments};
pub use server::{Asked, Part, RawServer};
