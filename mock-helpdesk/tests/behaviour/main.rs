//! How the helpdesk behaves, asked as a client would.

mod as_described;
mod ask;
mod bad_input;
mod batch;
mod content;
mod control;
mod deskpro;
mod every_operation;
mod expected;
mod failures;
mod forms;
mod helpdesk;
mod lists;
mod made_up;
mod methods;
mod permissions;
mod received;
mod routes;
mod seeds;
mod shapes;
mod sideloads;
mod socket;
mod untyped;
mod validation;
mod writing;
