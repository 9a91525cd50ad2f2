//! The macro on a module for every resource, and a call of each.

#![deny(warnings)]

use deskpro_client::{Client, deskpro_resource};

#[deskpro_resource(agents)]
pub mod agents {}

#[deskpro_resource(departments)]
pub mod departments {}

#[deskpro_resource(me)]
pub mod me {}

#[deskpro_resource(organization_members)]
pub mod organization_members {}

#[deskpro_resource(organizations)]
pub mod organizations {}

#[deskpro_resource(people)]
pub mod people {}

#[deskpro_resource(ticket_attachments)]
pub mod ticket_attachments {}

#[deskpro_resource(ticket_messages)]
pub mod ticket_messages {}

#[deskpro_resource(tickets)]
pub mod tickets {}

pub async fn call(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let agents = agents::Agents::new(client).list().count(5).send().await?;
    let _: Vec<agents::Agent> = agents.data;

    let department = departments::Departments::new(client).get(3).send().await?;
    let _: departments::Department = department.data;

    let identity = me::Me::new(client).get().send().await?;
    let _: me::Identity = identity.data;

    let members = organization_members::OrganizationMembers::new(client, 7).list().send().await?;
    let _: Vec<organization_members::OrganizationMember> = members.data;

    let organization = organizations::Organizations::new(client).create("Example").send().await?;
    let _: Option<organizations::Organization> = organization.data;

    let person = people::People::new(client).get(4).send().await?;
    let _: people::Person = person.data;

    let attachments = ticket_attachments::TicketAttachments::new(client, 13).list().send().await?;
    let _: Vec<ticket_attachments::TicketAttachment> = attachments.data;

    let messages = ticket_messages::TicketMessages::new(client, 13).list().send().await?;
    let _: Vec<ticket_messages::TicketMessage> = messages.data;

    let tickets = tickets::Tickets::new(client);
    let ticket = tickets.get(13).send().await?;
    let _: tickets::Ticket = ticket.data;
    tickets.delete(13).send().await?;

    // What lives within a ticket is reached from here too, and is what the client has.
    let messages = tickets.messages(13).list().send().await?;
    let _: Vec<deskpro_client::ticket_messages::TicketMessage> = messages.data;
    Ok(())
}

fn main() {}
