//! The macro on a module for every resource, and a call of each.

#![deny(warnings)]

use deskpro_client::{Client, deskpro_resource};

#[deskpro_resource(agent_chat_messages)]
pub mod agent_chat_messages {}

#[deskpro_resource(agent_chats)]
pub mod agent_chats {}

#[deskpro_resource(agent_groups)]
pub mod agent_groups {}

#[deskpro_resource(agent_teams)]
pub mod agent_teams {}

#[deskpro_resource(agents)]
pub mod agents {}

#[deskpro_resource(api_log_options)]
pub mod api_log_options {}

#[deskpro_resource(api_logs)]
pub mod api_logs {}

#[deskpro_resource(api_tags)]
pub mod api_tags {}

#[deskpro_resource(api_tokens)]
pub mod api_tokens {}

#[deskpro_resource(app_packages)]
pub mod app_packages {}

#[deskpro_resource(apps)]
pub mod apps {}

#[deskpro_resource(article_categories)]
pub mod article_categories {}

#[deskpro_resource(article_comments)]
pub mod article_comments {}

#[deskpro_resource(article_pending_creates)]
pub mod article_pending_creates {}

#[deskpro_resource(articles)]
pub mod articles {}

#[deskpro_resource(blobs)]
pub mod blobs {}

#[deskpro_resource(brands)]
pub mod brands {}

#[deskpro_resource(chat_departments)]
pub mod chat_departments {}

#[deskpro_resource(chat_messages)]
pub mod chat_messages {}

#[deskpro_resource(client_devices)]
pub mod client_devices {}

#[deskpro_resource(content_categories)]
pub mod content_categories {}

#[deskpro_resource(departments)]
pub mod departments {}

#[deskpro_resource(download_categories)]
pub mod download_categories {}

#[deskpro_resource(download_comments)]
pub mod download_comments {}

#[deskpro_resource(downloads)]
pub mod downloads {}

#[deskpro_resource(email_accounts)]
pub mod email_accounts {}

#[deskpro_resource(features)]
pub mod features {}

#[deskpro_resource(feedback)]
pub mod feedback {}

#[deskpro_resource(feedback_categories)]
pub mod feedback_categories {}

#[deskpro_resource(feedback_comments)]
pub mod feedback_comments {}

#[deskpro_resource(feedback_types)]
pub mod feedback_types {}

#[deskpro_resource(glossary)]
pub mod glossary {}

#[deskpro_resource(guides)]
pub mod guides {}

#[deskpro_resource(helpdesk)]
pub mod helpdesk {}

#[deskpro_resource(incidents)]
pub mod incidents {}

#[deskpro_resource(jobs)]
pub mod jobs {}

#[deskpro_resource(labels)]
pub mod labels {}

#[deskpro_resource(languages)]
pub mod languages {}

#[deskpro_resource(me)]
pub mod me {}

#[deskpro_resource(new_ticket_filter_prefs)]
pub mod new_ticket_filter_prefs {}

#[deskpro_resource(new_ticket_filter_sets)]
pub mod new_ticket_filter_sets {}

#[deskpro_resource(new_ticket_filters)]
pub mod new_ticket_filters {}

#[deskpro_resource(news)]
pub mod news {}

#[deskpro_resource(news_categories)]
pub mod news_categories {}

#[deskpro_resource(news_comments)]
pub mod news_comments {}

#[deskpro_resource(notifications)]
pub mod notifications {}

#[deskpro_resource(oauth_clients)]
pub mod oauth_clients {}

#[deskpro_resource(organization_contact_data)]
pub mod organization_contact_data {}

#[deskpro_resource(organization_custom_fields)]
pub mod organization_custom_fields {}

#[deskpro_resource(organization_members)]
pub mod organization_members {}

#[deskpro_resource(organization_notes)]
pub mod organization_notes {}

#[deskpro_resource(organizations)]
pub mod organizations {}

#[deskpro_resource(people)]
pub mod people {}

#[deskpro_resource(person_contact_data)]
pub mod person_contact_data {}

#[deskpro_resource(person_custom_fields)]
pub mod person_custom_fields {}

#[deskpro_resource(person_notes)]
pub mod person_notes {}

#[deskpro_resource(person_settings)]
pub mod person_settings {}

#[deskpro_resource(pusher)]
pub mod pusher {}

#[deskpro_resource(realtime)]
pub mod realtime {}

#[deskpro_resource(search)]
pub mod search {}

#[deskpro_resource(settings)]
pub mod settings {}

#[deskpro_resource(slas)]
pub mod slas {}

#[deskpro_resource(snippet_change_logs)]
pub mod snippet_change_logs {}

#[deskpro_resource(snippet_uses)]
pub mod snippet_uses {}

#[deskpro_resource(snippets)]
pub mod snippets {}

#[deskpro_resource(system_events)]
pub mod system_events {}

#[deskpro_resource(task_comments)]
pub mod task_comments {}

#[deskpro_resource(tasks)]
pub mod tasks {}

#[deskpro_resource(text_snippet_categories)]
pub mod text_snippet_categories {}

#[deskpro_resource(text_snippets)]
pub mod text_snippets {}

#[deskpro_resource(ticket_attachments)]
pub mod ticket_attachments {}

#[deskpro_resource(ticket_categories)]
pub mod ticket_categories {}

#[deskpro_resource(ticket_cc)]
pub mod ticket_cc {}

#[deskpro_resource(ticket_custom_fields)]
pub mod ticket_custom_fields {}

#[deskpro_resource(ticket_filter_sets)]
pub mod ticket_filter_sets {}

#[deskpro_resource(ticket_filters)]
pub mod ticket_filters {}

#[deskpro_resource(ticket_follow_ups)]
pub mod ticket_follow_ups {}

#[deskpro_resource(ticket_forms)]
pub mod ticket_forms {}

#[deskpro_resource(ticket_layouts)]
pub mod ticket_layouts {}

#[deskpro_resource(ticket_links)]
pub mod ticket_links {}

#[deskpro_resource(ticket_logs)]
pub mod ticket_logs {}

#[deskpro_resource(ticket_macros)]
pub mod ticket_macros {}

#[deskpro_resource(ticket_messages)]
pub mod ticket_messages {}

#[deskpro_resource(ticket_priorities)]
pub mod ticket_priorities {}

#[deskpro_resource(ticket_problems)]
pub mod ticket_problems {}

#[deskpro_resource(ticket_products)]
pub mod ticket_products {}

#[deskpro_resource(ticket_slas)]
pub mod ticket_slas {}

#[deskpro_resource(ticket_stars)]
pub mod ticket_stars {}

#[deskpro_resource(ticket_statuses)]
pub mod ticket_statuses {}

#[deskpro_resource(ticket_webhooks)]
pub mod ticket_webhooks {}

#[deskpro_resource(ticket_workflows)]
pub mod ticket_workflows {}

#[deskpro_resource(tickets)]
pub mod tickets {}

#[deskpro_resource(timezones)]
pub mod timezones {}

#[deskpro_resource(topics)]
pub mod topics {}

#[deskpro_resource(user_chat_custom_fields)]
pub mod user_chat_custom_fields {}

#[deskpro_resource(user_chats)]
pub mod user_chats {}

#[deskpro_resource(user_groups)]
pub mod user_groups {}

#[deskpro_resource(user_sources)]
pub mod user_sources {}

#[deskpro_resource(webhooks)]
pub mod webhooks {}

#[deskpro_resource(widgets)]
pub mod widgets {}

#[deskpro_resource(zapier)]
pub mod zapier {}

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
