//! A mock helpdesk: reads the description of an API and behaves as described, in memory.
//!
//! [`MockHelpdesk`] serves it over HTTP on a free port, for tests of any client in any language;
//! [`Helpdesk`] is the same without sockets: a request in, a response out. What a test wants to
//! know afterwards is in [`MockHelpdesk::requests`], what it wants to go wrong it says with
//! [`MockHelpdesk::fail_next`].
//!
//! Nothing here knows a resource: routes, fields, errors and envelopes are those of the
//! [`Api`](deskpro_spec::api::Api). A request takes this way, one module a step:
//!
//! 1. `route`: which operation of the description is meant, with the values in its path;
//! 2. `credentials`: whether the request may be made at all;
//! 3. `subject`: what in the `store` the path points to;
//! 4. `query` and `body`: whether what is asked and sent is what the operation takes;
//! 5. `check`: whether what is sent refers to what is there, and is not there already;
//! 6. `act`: what the operation means, done to the store by `make`, with what follows by `effect`;
//! 7. `linked`: what is sent along because it was asked for;
//! 8. `render` or `refuse`: the answer, in one of two [`Dialect`]s.
//!
//! Each request of a `batch` takes this way as if it had come alone. What the store holds to begin
//! with is computed by `seed` whenever it is looked at, and read by `data`.
//!
//! # What it holds
//!
//! Objects to begin with are made up ([`Builder::seed`], [`Builder::seed_number`]) or given
//! ([`Builder::data`]). What is made, changed and uploaded is kept, up to [`Builder::room`]; what the
//! description calls after other fields follows from it: dates, counters, lists, statuses, names.
//!
//! References are checked for kinds of objects of which the helpdesk has ever held one: with tickets
//! only, they may be of any person; [`Builder::any_reference`] leaves them unchecked. How periods are written is not known of helpdesks; here they are
//! `2025`, `2025-05`, `2025-05-01..2025-06-15`, `today`, `this_month`, `last_7_days` and the like.
//!
//! # Example
//!
//! ```
//! use deskpro_mock::{Failure, MockHelpdesk};
//!
//! # async fn example() -> std::io::Result<()> {
//! let helpdesk = MockHelpdesk::builder().seed("tickets", 25).start().await?;
//! helpdesk.fail_next(Failure::status(429).with_retry_after(1));
//! println!("point a client at {} with the key {}", helpdesk.url(), MockHelpdesk::KEY);
//! # Ok(())
//! # }
//! ```

mod act;
mod acting;
mod asked;
mod batch;
mod body;
mod builder;
mod check;
mod choice;
mod clock;
mod control;
mod credentials;
mod data;
mod date;
mod delivery;
mod dialect;
mod effect;
mod email;
mod expect;
mod failure;
mod fields;
mod helpdesk;
mod id;
mod invalid;
mod known;
mod latency;
mod linked;
mod log;
mod make;
mod outcome;
mod pattern;
mod period;
mod permissions;
mod problems;
mod query;
mod refuse;
mod render;
mod response;
mod route;
mod scalar;
mod seed;
mod server;
mod store;
mod subject;
#[cfg(feature = "transport")]
mod transport;

pub use builder::{BuildError, Builder};
pub use control::CONTROL;
pub use delivery::{Delivery, Ending};
pub use dialect::Dialect;
pub use expect::{Expected, Mismatch};
pub use failure::{Failure, ParseFailureError};
pub use helpdesk::Helpdesk;
pub use log::Received;
pub use permissions::Permissions;
pub use server::MockHelpdesk;
#[cfg(feature = "transport")]
pub use transport::HelpdeskTransport;

/// A JSON object.
type Object = serde_json::Map<String, serde_json::Value>;
