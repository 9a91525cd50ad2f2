//! Fields by their path: through references and objects, several with the same beginning.

#![deny(warnings)]

use deskpro_client::organizations::OrganizationId;
use deskpro_client::tickets::Ticket;
use deskpro_client::{Fields, deskpro_resource, runtime::from_json};

#[deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
    #[deskpro(path = "organization.id")]
    organization: Option<OrganizationId>,
    #[deskpro(path = "department.title")]
    department: Option<String>,
    #[deskpro(path = "organization.name")]
    organization_name: Option<String>,
    #[deskpro(path = "person.organization.name")]
    employer: Option<String>,
}

fn read(json: &str) -> TicketRow {
    from_json(json.as_bytes()).unwrap()
}

fn main() {
    let row = read(
        r#"{"subject": "Printer", "organization": {"id": 7, "name": "Example"},
            "department": {"title": "Support"}, "person": {"organization": {"name": "Else"}}}"#,
    );
    assert_eq!(row.subject, "Printer");
    assert_eq!(row.organization, Some(OrganizationId::new(7)));
    assert_eq!(row.organization_name.as_deref(), Some("Example"));
    assert_eq!(row.department.as_deref(), Some("Support"));
    assert_eq!(row.employer.as_deref(), Some("Else"));

    // Where only the id is sent, nothing is known of the object.
    let row = read(r#"{"organization": 7, "department": null, "person": {"organization": 8}}"#);
    assert!(row.organization.is_none() && row.organization_name.is_none());
    assert!(row.department.is_none() && row.employer.is_none());
    assert_eq!(
        <TicketRow as Fields<Ticket>>::NAMES,
        ["subject", "organization", "department", "person"],
    );
}
