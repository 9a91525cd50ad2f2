//! What a client promises whatever a helpdesk answers, over made-up answers.

mod answers;
mod bodies;
mod header_values;
mod kept;
mod properties;
mod ticket;
mod written;
