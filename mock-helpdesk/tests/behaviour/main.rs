//! How the helpdesk behaves, asked as a client would.

mod ask;
mod bad_input;
mod builtin;
mod failures;
mod lists;
mod received;
mod routes;
mod seeds;
mod shapes;
mod socket;
mod validation;
mod writing;
