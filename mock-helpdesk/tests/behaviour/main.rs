//! How the helpdesk behaves, asked as a client would.

mod ask;
mod bad_input;
mod batch;
mod content;
mod deskpro;
mod every_operation;
mod failures;
mod forms;
mod helpdesk;
mod lists;
mod made_up;
mod methods;
mod received;
mod routes;
mod seeds;
mod shapes;
mod socket;
mod untyped;
mod validation;
mod writing;
