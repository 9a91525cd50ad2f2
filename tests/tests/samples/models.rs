//! Every model of the client, by the name of what it is a model of.

use deskpro_client::*;
use serde_json::Value;

use crate::lossless::keeps;

/// A model: whose it is, and whether it keeps all that a value says.
pub(crate) struct Model {
    /// The name of a resource, or of a type with its resource before it, where it has one.
    pub(crate) name: &'static str,
    /// What is lost of a value, if anything is.
    pub(crate) keeps: fn(&Value) -> Result<(), String>,
}

macro_rules! models {
    ($($name:literal => $model:ty,)*) => {
        /// Every model that is read.
        pub(crate) const MODELS: &[Model] = &[$(Model { name: $name, keeps: keeps::<$model> }),*];
    };
}

models! {
    "agents" => agents::Agent,
    "api_tokens" => api_tokens::ApiToken,
    "article_categories" => article_categories::ArticleCategory,
    "articles" => articles::Article,
    "blobs" => blobs::StoredFile,
    "chat_departments" => chat_departments::ChatDepartment,
    "departments" => departments::Department,
    "guides" => guides::Guide,
    "languages" => languages::Language,
    "me" => me::Identity,
    "organization_contact_data" => organization_contact_data::OrganizationContactDetail,
    "organization_custom_fields" => organization_custom_fields::OrganizationCustomField,
    "organization_members" => organization_members::OrganizationMember,
    "organizations" => organizations::Organization,
    "people" => people::Person,
    "person_contact_data" => person_contact_data::PersonContactDetail,
    "person_custom_fields" => person_custom_fields::PersonCustomField,
    "search" => search::SearchResults,
    "ticket_attachments" => ticket_attachments::TicketAttachment,
    "ticket_categories" => ticket_categories::TicketCategory,
    "ticket_custom_fields" => ticket_custom_fields::TicketCustomField,
    "ticket_filters" => ticket_filters::TicketFilter,
    "ticket_layouts" => ticket_layouts::TicketLayout,
    "ticket_messages" => ticket_messages::TicketMessage,
    "ticket_priorities" => ticket_priorities::TicketPriority,
    "ticket_products" => ticket_products::TicketProduct,
    "ticket_stars" => ticket_stars::TicketStar,
    "ticket_statuses" => ticket_statuses::TicketStatusDefinition,
    "ticket_workflows" => ticket_workflows::TicketWorkflow,
    "tickets" => tickets::Ticket,
    "topics" => topics::Topic,
    "user_chat_custom_fields" => user_chat_custom_fields::UserChatCustomField,
    "user_sources" => user_sources::UserSource,
    "zapier" => zapier::ZapierHook,

    "agent_data" => types::AgentData,
    "avatar" => types::Avatar,
    "blob" => types::Blob,
    "contact_data" => types::ContactData,
    "count" => types::Count,
    "custom_field_choice" => types::CustomFieldChoice,
    "custom_field_definition" => types::CustomFieldDefinition,
    "custom_field_translation" => types::CustomFieldTranslation,
    "custom_field_value" => types::CustomFieldValue,
    "phone_number" => types::PhoneNumber,
    "helpdesk.helpdesk_discovery" => helpdesk::HelpdeskDiscovery,
    "search.search_group" => search::SearchGroup,
    "ticket_filters.ticket_filter_term" => ticket_filters::TicketFilterTerm,
    "ticket_layouts.ticket_layout_field" => ticket_layouts::TicketLayoutField,
    "ticket_layouts.ticket_layout_field_options" => ticket_layouts::TicketLayoutFieldOptions,
    "ticket_messages.message_attribute" => ticket_messages::MessageAttribute,
    "tickets.waiting_time" => tickets::WaitingTime,
    "user_sources.user_source_options" => user_sources::UserSourceOptions,
}
