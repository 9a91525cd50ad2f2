//! Samples that are one object without an envelope, or a list of such.

use deskpro_client::agents::Agent;
use deskpro_client::departments::Department;
use deskpro_client::organizations::Organization;
use deskpro_client::people::Person;
use deskpro_client::ticket_messages::TicketMessage;
use deskpro_client::tickets::{Ticket, TicketStatus};
use deskpro_client::types::CreationSystem;

use serde_json::json;

use crate::folder::Samples;
use crate::lossless::check;

/// The samples that are decoded here.
pub(crate) const NAMES: &[&str] = &[
    "portal-components/departments.json",
    "zapier/creates.add_note_to_ticket.json",
    "zapier/creates.create_organization.json",
    "zapier/creates.create_ticket.json",
    "zapier/searches.find_ticket.json",
    "zapier/triggers.get_agents.json",
    "zapier/triggers.get_departments.json",
    "zapier/triggers.get_organizations.json",
    "zapier/triggers.get_persons.json",
    "zapier/triggers.get_tickets.json",
    "zapier/triggers.new_organization.json",
    "zapier/triggers.new_person.json",
    "zapier/triggers.new_ticket_polling.json",
    "zapier/triggers.new_ticket_reply.json",
    "zapier/triggers.new_ticket_webhook.json",
    "zapier/triggers.ticket_update.json",
];

#[test]
fn tickets() {
    let Some(samples) = Samples::open() else { return };
    for name in [
        "zapier/creates.create_ticket.json",
        "zapier/searches.find_ticket.json",
        "zapier/triggers.get_tickets.json",
        "zapier/triggers.new_ticket_polling.json",
        "zapier/triggers.new_ticket_webhook.json",
    ] {
        let ticket: Ticket = check(name, &samples.json(name), &[]);
        assert_eq!((ticket.id.get(), ticket.subject.as_str()), (1, "Test ticket"));
        assert_eq!(ticket.status, TicketStatus::AwaitingUser);
        assert_eq!(ticket.creation_system, CreationSystem::WebAgentPortal);
        assert_eq!(ticket.auth.expose(), "0");
        // Free JSON keeps `{}` as it came; both that and null mean that there is no star.
        assert!(ticket.star.is_none_or(|star| star == json!({})));
        assert_eq!((ticket.fields.len(), ticket.contextual_fields.len()), (0, 0));
        assert_eq!(ticket.total_to_first_reply, 1);
        assert_eq!(ticket.date_created.timestamp().unwrap().as_second(), 1_484_844_983);
    }
}

#[test]
fn messages() {
    let Some(samples) = Samples::open() else { return };
    for (name, id, text) in [
        ("zapier/creates.add_note_to_ticket.json", 5014, "Test message"),
        ("zapier/triggers.new_ticket_reply.json", 1, "Ticket Message"),
        ("zapier/triggers.ticket_update.json", 1, "Ticket Message"),
    ] {
        let message: TicketMessage = check(name, &samples.json(name), &[]);
        assert_eq!((message.id.get(), message.message.as_str()), (id, text));
        assert!(!message.is_agent_note);
        assert_eq!((message.attachments.len(), message.attributes.len()), (0, 0));
        assert_eq!(message.creation_system, CreationSystem::Web);
    }
}

#[test]
fn people_and_agents() {
    let Some(samples) = Samples::open() else { return };
    for name in ["zapier/triggers.get_persons.json", "zapier/triggers.new_person.json"] {
        let person: Person = check(name, &samples.json(name), &[]);
        assert_eq!((person.id.get(), person.name.as_str()), (1, "John Doe"));
        assert_eq!(person.labels, Some(vec!["admin".to_owned(), "board".to_owned()]));
        assert_eq!(person.agent_groups, Some(vec![1.into()]));
        assert_eq!((person.tickets_count, person.organization), (Some(54), None));
    }
    let name = "zapier/triggers.get_agents.json";
    let agent: Agent = check(name, &samples.json(name), &[]);
    assert_eq!((agent.id.get(), agent.is_agent, agent.online), (1, true, true));
    assert_eq!(agent.last_seen.unwrap().to_string(), "2017-11-14T10:17:12+0000");
}

#[test]
fn organizations() {
    let Some(samples) = Samples::open() else { return };
    let name = "zapier/creates.create_organization.json";
    let organization: Organization = check(name, &samples.json(name), &[]);
    assert_eq!((organization.id.get(), organization.importance), (1, 1));
    assert_eq!((organization.labels.len(), organization.tickets_count), (3, 3));
    for name in ["zapier/triggers.get_organizations.json", "zapier/triggers.new_organization.json"]
    {
        let organization: Organization = check(name, &samples.json(name), &[]);
        assert_eq!((organization.name.as_str(), organization.tickets_count), ("Deskpro", 10));
    }
}

#[test]
fn departments() {
    let Some(samples) = Samples::open() else { return };
    let name = "zapier/triggers.get_departments.json";
    let department: Department = check(name, &samples.json(name), &[]);
    assert_eq!((department.id.get(), department.title.as_str()), (1, "Support"));
    assert_eq!((department.avatar, department.brands), (None, vec![1.into()]));

    let name = "portal-components/departments.json";
    let departments: Vec<Department> = check(name, &samples.json(name), &[]);
    let ids: Vec<u64> = departments.iter().map(|it| it.id.get()).collect();
    assert_eq!(ids, [1, 2, 5, 6, 9]);
    let children = &departments[3].children;
    let titles = children.iter().map(|it| it.object().expect("an object").title.as_str());
    assert_eq!(titles.collect::<Vec<_>>(), ["Regulation", "Control"]);
    assert_eq!(children[0].id().get(), 7);
    assert!(departments[0].avatar.as_ref().unwrap().url_pattern.is_none());
}
