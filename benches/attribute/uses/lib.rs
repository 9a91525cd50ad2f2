//! Uses of the attributes, each of which is measured.

#![allow(dead_code, missing_docs, reason = "nobody calls them")]

use attribute::{deskpro_handles, deskpro_resource};
use deskpro_client::organizations::OrganizationId;
use deskpro_client::people::PersonId;
use deskpro_client::tickets::{CreateTicketError, TicketId, TicketStatus};
use deskpro_client::{DateTime, Json, Map, Ref};

// The first use reads the description for all that follow.
#[deskpro_resource(tickets)]
struct First {
    id: TicketId,
}

#[deskpro_resource(agents)]
mod agents {}
#[deskpro_resource(departments)]
mod departments {}
#[deskpro_resource(me)]
mod me {}
#[deskpro_resource(organization_members)]
mod organization_members {}
#[deskpro_resource(organizations)]
mod organizations {}
#[deskpro_resource(people)]
mod people {}
#[deskpro_resource(ticket_attachments)]
mod ticket_attachments {}
#[deskpro_resource(ticket_messages)]
mod ticket_messages {}
#[deskpro_resource(tickets)]
mod tickets {}

mod beside {
    use attribute::deskpro_resource;

    #[deskpro_resource(tickets)]
    pub struct Tickets;
}

#[deskpro_resource(tickets)]
struct TicketRow {
    id: TicketId,
    #[deskpro(rename = "ref")]
    reference: String,
    subject: String,
    status: TicketStatus,
    person: Option<Ref<Json>>,
    labels: Option<Vec<String>>,
    date_created: Option<DateTime>,
    #[deskpro(path = "organization.name")]
    organization_name: Option<String>,
    #[deskpro(rest)]
    rest: Map<Json>,
}

#[deskpro_resource(people)]
struct PersonRow {
    id: PersonId,
    name: String,
}

#[deskpro_resource(organizations)]
struct OrganizationRow {
    id: OrganizationId,
    name: String,
}

#[deskpro_resource(tickets.create)]
struct NewTicket {
    subject: String,
    person: PersonId,
    labels: Option<Vec<String>>,
}

#[deskpro_resource(tickets.update)]
struct TicketChanges {
    subject: Option<String>,
    status: Option<TicketStatus>,
}

#[deskpro_resource(path = "/assets", verbs(list, get, create))]
pub struct Asset {
    #[deskpro(id)]
    pub id: u64,
    #[deskpro(required)]
    pub name: String,
    #[deskpro(read_only)]
    pub date_created: DateTime,
}

#[deskpro_handles(tickets.create, ignore(
    unauthorized, forbidden, too_many_requests, maintenance, method_not_allowed, not_found, invalid_json_body
))]
fn is_invalid(error: &CreateTicketError) -> bool {
    matches!(error, CreateTicketError::InvalidInput(_) | CreateTicketError::BadRequest(_))
}
