//! Paths whose parameters are no ids, no whole segments, or something else than they seem.

use deskpro_client::text_snippets::SnippetContext;
use deskpro_client::tickets::TicketStatus;
use deskpro_tests::description;
use serde_json::json;

use crate::desk::{desk, lines};

#[tokio::test]
async fn quirk_46_parameters_of_paths_are_texts_and_words_too() {
    let (client, transport) = desk(200, json!({"data": []}));
    client.ticket_statuses().tickets(TicketStatus::Pending).send().await.unwrap();
    client.ticket_statuses().tickets("pending.5").send().await.unwrap();
    client.tickets().with_label("50% off / A&B?").send().await.unwrap();
    client.blobs().delete("9001-8RK2MJ5W").send().await.unwrap();
    assert_eq!(
        lines(&transport),
        [
            "GET /api/v2/ticket_statuses/pending/tickets",
            "GET /api/v2/ticket_statuses/pending.5/tickets",
            "GET /api/v2/ticket_labels/50%25%20off%20%2F%20A%26B%3F/tickets",
            "DELETE /api/v2/blobs/9001-8RK2MJ5W",
        ]
    );
}

#[tokio::test]
async fn quirk_46_a_brand_is_an_id_or_a_word() {
    let (client, transport) = desk(200, json!({"data": {}}));
    client.settings().portal_general("2").send().await.unwrap();
    client.settings().portal_general("default").send().await.unwrap();
    client.settings().new_brand().send().await.unwrap();
    assert_eq!(
        lines(&transport),
        ["2", "default", "new"]
            .map(|brand| format!("GET /api/v2/settings/brands/{brand}/portal/general"))
    );
}

#[tokio::test]
async fn quirk_46_nothing_leaves_its_segment() {
    let (client, transport) = desk(200, json!({"data": []}));
    client.tickets().with_label("../people").send().await.unwrap();
    assert_eq!(lines(&transport), ["GET /api/v2/ticket_labels/..%2Fpeople/tickets"]);
    for label in ["", ".", ".."] {
        client.tickets().with_label(label).send().await.unwrap_err();
    }
    assert_eq!(lines(&transport).len(), 1);
}

#[tokio::test]
async fn quirk_47_a_parameter_is_a_part_of_a_segment() {
    let (client, transport) = desk(200, json!({"data": []}));
    client.text_snippets(SnippetContext::Ticket).list().send().await.unwrap();
    client.labels("ticket").list().send().await.unwrap();
    client.ticket_layouts("agent").script().send().await.unwrap();
    client.ticket_layouts("agent").script_of_department(3).send().await.unwrap();
    assert_eq!(
        lines(&transport),
        [
            "GET /api/v2/ticket_snippets",
            "GET /api/v2/ticket_labels",
            "GET /api/v2/ticket_layouts/agent.js",
            "GET /api/v2/ticket_layouts/agent/3.js",
        ]
    );
}

#[tokio::test]
async fn quirk_48_fixed_paths_stand_beside_ids() {
    let (client, transport) = desk(200, json!({"data": []}));
    client.agents().online().send().await.unwrap();
    client.agents().assigned_to_chat().send().await.unwrap();
    let (one, other) = desk(200, json!({"data": {"id": 7}}));
    one.agents().get(7).send().await.unwrap();
    assert_eq!(
        lines(&transport),
        ["GET /api/v2/agents/online", "GET /api/v2/agents/assigned_to_chat"]
    );
    assert_eq!(lines(&other), ["GET /api/v2/agents/7"]);
}

#[test]
fn quirk_48_one_parameter_has_one_name() {
    let api = description();
    let paths_of = |resource: &str| {
        let resource = api.resources.iter().find(|it| it.name == resource).expect("a resource");
        resource.operations.iter().map(|it| it.path.template.clone()).collect::<Vec<_>>()
    };
    // The list of routes says `{filter}` here and `{set}` there.
    for (resource, path) in [
        ("ticket_filters", "/ticket_filters/{id}/tickets"),
        ("new_ticket_filter_sets", "/new/ticket_filter_sets/{id}/count"),
        ("email_accounts", "/email_accounts/{id}/key"),
    ] {
        assert!(paths_of(resource).iter().any(|it| it == path), "{:?}", paths_of(resource));
    }
}
