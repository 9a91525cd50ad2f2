//! Absent, cleared and set; ids as numbers and as what they are; texts for values.

#![deny(warnings)]

use deskpro_client::people::PersonId;
use deskpro_client::types::AgentInput;
use deskpro_client::tickets::{CreateTicket, TicketId, TicketStatus, UpdateTicket};
use deskpro_client::{Clear, Client, Set};

pub fn update(client: &Client, agent: Option<PersonId>) -> UpdateTicket {
    client
        .tickets()
        .update(TicketId::new(13))
        .subject("Printer on fire")
        .status(TicketStatus::Resolved)
        .status("a status of our own")
        .agent(Clear)
        .agent(5)
        .agent(agent)
        .agent(agent.map(AgentInput::from))
        .agent(Set::To(AgentInput::from(5)))
        .labels(["printer", "fire"])
        .labels(vec![String::from("printer")])
}

pub fn create(client: &Client, person: PersonId) -> [CreateTicket; 3] {
    let tickets = client.tickets();
    [
        tickets.create("Printer on fire", person),
        tickets.create(String::from("Printer on fire"), 4),
        tickets.create("Printer on fire", "customer@example.com").message("It burns"),
    ]
}

fn main() {}
