//! The guide's page on the request format: each of its JSON examples decoded whole, each of its
//! calls made by the client.

mod calls;
mod errors;
mod page;
mod responses;
