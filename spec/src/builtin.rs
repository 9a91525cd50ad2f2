//! The description of the Deskpro API, compiled in.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../deskpro/", $name)))),*]
    };
}

/// Names and texts of files, the first file first.
pub(crate) type Files = &'static [(&'static str, &'static str)];

/// The name that the description gives to its API, by which others extend it.
pub(crate) const NAME: &str = "deskpro";

/// How the names of its files begin where others extend it; no file on a disk is called so.
pub(crate) const PREFIX: &str = "<deskpro>/";

/// The files of the built-in description of this name.
pub(crate) fn files(name: &str) -> Option<Files> {
    (name == NAME).then_some(FILES)
}

/// Every file of `deskpro/`, the first file first.
pub(crate) static FILES: Files = files![
    "api.yaml",
    "resources/agent_chat_messages.yaml",
    "resources/agent_chats.yaml",
    "resources/agent_groups.yaml",
    "resources/agent_teams.yaml",
    "resources/agents.yaml",
    "resources/api_log_options.yaml",
    "resources/api_logs.yaml",
    "resources/api_tags.yaml",
    "resources/api_tokens.yaml",
    "resources/app_packages.yaml",
    "resources/apps.yaml",
    "resources/article_categories.yaml",
    "resources/article_comments.yaml",
    "resources/article_pending_creates.yaml",
    "resources/articles.yaml",
    "resources/blobs.yaml",
    "resources/brands.yaml",
    "resources/chat_departments.yaml",
    "resources/chat_messages.yaml",
    "resources/client_devices.yaml",
    "resources/content_categories.yaml",
    "resources/departments.yaml",
    "resources/download_categories.yaml",
    "resources/download_comments.yaml",
    "resources/downloads.yaml",
    "resources/email_accounts.yaml",
    "resources/features.yaml",
    "resources/feedback.yaml",
    "resources/feedback_categories.yaml",
    "resources/feedback_comments.yaml",
    "resources/feedback_types.yaml",
    "resources/glossary.yaml",
    "resources/guides.yaml",
    "resources/helpdesk.yaml",
    "resources/incidents.yaml",
    "resources/jobs.yaml",
    "resources/labels.yaml",
    "resources/languages.yaml",
    "resources/me.yaml",
    "resources/new_ticket_filter_prefs.yaml",
    "resources/new_ticket_filter_sets.yaml",
    "resources/new_ticket_filters.yaml",
    "resources/news.yaml",
    "resources/news_categories.yaml",
    "resources/news_comments.yaml",
    "resources/notifications.yaml",
    "resources/oauth_clients.yaml",
    "resources/organization_contact_data.yaml",
    "resources/organization_custom_fields.yaml",
    "resources/organization_members.yaml",
    "resources/organization_notes.yaml",
    "resources/organizations.yaml",
    "resources/people.yaml",
    "resources/person_contact_data.yaml",
    "resources/person_custom_fields.yaml",
    "resources/person_notes.yaml",
    "resources/person_settings.yaml",
    "resources/pusher.yaml",
    "resources/realtime.yaml",
    "resources/search.yaml",
    "resources/settings.yaml",
    "resources/slas.yaml",
    "resources/snippet_change_logs.yaml",
    "resources/snippet_uses.yaml",
    "resources/snippets.yaml",
    "resources/system_events.yaml",
    "resources/task_comments.yaml",
    "resources/tasks.yaml",
    "resources/text_snippet_categories.yaml",
    "resources/text_snippets.yaml",
    "resources/ticket_attachments.yaml",
    "resources/ticket_categories.yaml",
    "resources/ticket_cc.yaml",
    "resources/ticket_custom_fields.yaml",
    "resources/ticket_filter_sets.yaml",
    "resources/ticket_filters.yaml",
    "resources/ticket_follow_ups.yaml",
    "resources/ticket_forms.yaml",
    "resources/ticket_layouts.yaml",
    "resources/ticket_links.yaml",
    "resources/ticket_logs.yaml",
    "resources/ticket_macros.yaml",
    "resources/ticket_messages.yaml",
    "resources/ticket_priorities.yaml",
    "resources/ticket_problems.yaml",
    "resources/ticket_products.yaml",
    "resources/ticket_slas.yaml",
    "resources/ticket_stars.yaml",
    "resources/ticket_statuses.yaml",
    "resources/ticket_webhooks.yaml",
    "resources/ticket_workflows.yaml",
    "resources/tickets.yaml",
    "resources/timezones.yaml",
    "resources/topics.yaml",
    "resources/user_chat_custom_fields.yaml",
    "resources/user_chats.yaml",
    "resources/user_groups.yaml",
    "resources/user_sources.yaml",
    "resources/webhooks.yaml",
    "resources/widgets.yaml",
    "resources/zapier.yaml",
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{FILES, NAME};

    #[test]
    fn it_is_named_as_its_api() {
        let (first, text) = FILES.first().unwrap();
        assert_eq!(*first, "api.yaml");
        assert!(text.lines().any(|line| line == format!("name: {NAME}")));
    }

    #[test]
    fn every_file_of_the_folder_is_listed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("deskpro");
        let mut found = vec!["api.yaml".to_owned()];
        for entry in fs::read_dir(folder.join("resources")).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            found.push(format!("resources/{name}"));
        }
        found.sort();
        let mut listed: Vec<_> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
        listed.sort();
        assert_eq!(listed, found, "list each file of spec/deskpro in spec/src/builtin.rs");
    }
}
