//! A name that another item has.

use deskpro_client::deskpro_resource;

#[deskpro_resource(tickets, rename(Ticket = Tickets, TicketId = Client))]
pub mod tickets {}

fn main() {}
