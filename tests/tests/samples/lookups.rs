//! Samples of what tickets refer to, of how they are searched and shown, and of counts.

use deskpro_client::api_tokens::ApiToken;
use deskpro_client::articles::Article;
use deskpro_client::helpdesk::HelpdeskDiscovery;
use deskpro_client::ticket_categories::TicketCategory;
use deskpro_client::ticket_filters::TicketFilter;
use deskpro_client::ticket_layouts::TicketLayout;
use deskpro_client::ticket_priorities::TicketPriority;
use deskpro_client::ticket_products::TicketProduct;
use deskpro_client::ticket_stars::TicketStar;
use deskpro_client::ticket_statuses::TicketStatusDefinition;
use deskpro_client::ticket_workflows::TicketWorkflow;
use deskpro_client::types::{ContentStatus, Count, CustomFieldWidget};
use deskpro_client::user_sources::{UserSource, UserSourceContext};
use deskpro_tests::{answering, client, json_response};
use serde_json::Value;

use crate::folder::Samples;
use crate::lossless::check;

/// The samples that are decoded here.
pub(crate) const NAMES: &[&str] = &[
    "docs/api_tokens.create.json",
    "docs/discover.json",
    "docs/user_sources.list.json",
    "oldsdk/articles.counts.grouped.response.json",
    "oldsdk/articles.counts.response.json",
    "oldsdk/batch.request.json",
    "php-client/article.create.request.json",
    "php-client/articles.list.response.json",
    "php-client/batch.request.json",
    "php-client/batch.response.json",
    "portal-components/categories.json",
    "portal-components/priorities.json",
    "portal-components/products.json",
    "portal-components/ticketLayout.json",
    "portal-components/ticketLayoutRaw.json",
    "zapier/triggers.get_stars.json",
    "zapier/triggers.get_ticket_categories.json",
    "zapier/triggers.get_ticket_filters.json",
    "zapier/triggers.get_ticket_priorities.json",
    "zapier/triggers.get_ticket_products.json",
    "zapier/triggers.get_ticket_statuses.json",
    "zapier/triggers.get_ticket_workflows.json",
];

#[test]
fn categories_priorities_and_products() {
    let Some(samples) = Samples::open() else { return };
    let name = "portal-components/categories.json";
    let categories: Vec<TicketCategory> = check(name, &samples.json(name), &[]);
    assert_eq!((categories.len(), categories[0].id.get(), categories[0].parent), (5, 5, None));
    let name = "portal-components/priorities.json";
    let priorities: Vec<TicketPriority> = check(name, &samples.json(name), &[]);
    assert_eq!((priorities[0].title.as_str(), priorities[0].priority), ("Low", Some(30)));
    let name = "portal-components/products.json";
    let products: Vec<TicketProduct> = check(name, &samples.json(name), &[]);
    assert_eq!((products[1].title.as_str(), products[1].display_order), ("Product 4", Some(1)));
}

/// The Zapier app shows these as an id and a label of its own, not as helpdesks send them.
#[test]
fn ids_with_labels() {
    let Some(samples) = Samples::open() else { return };
    let label = &[".label"];
    let name = "zapier/triggers.get_ticket_categories.json";
    assert_eq!(check::<TicketCategory>(name, &samples.json(name), label).id.get(), 1);
    let name = "zapier/triggers.get_ticket_priorities.json";
    assert_eq!(check::<TicketPriority>(name, &samples.json(name), label).id.get(), 1);
    let name = "zapier/triggers.get_ticket_products.json";
    assert_eq!(check::<TicketProduct>(name, &samples.json(name), label).id.get(), 1);
    let name = "zapier/triggers.get_ticket_workflows.json";
    assert_eq!(check::<TicketWorkflow>(name, &samples.json(name), label).id.get(), 1);
    let name = "zapier/triggers.get_ticket_statuses.json";
    check::<TicketStatusDefinition>(name, &samples.json(name), &[".id", ".label"]);
}

#[test]
fn stars_and_filters() {
    let Some(samples) = Samples::open() else { return };
    let name = "zapier/triggers.get_stars.json";
    let star: TicketStar = check(name, &samples.json(name), &[]);
    assert_eq!((star.id.get(), star.name.as_str(), star.hex.as_str()), (1, "Blue", "#0000FF"));
    let name = "zapier/triggers.get_ticket_filters.json";
    let filter: TicketFilter = check(name, &samples.json(name), &[]);
    assert_eq!((filter.id.get(), filter.term.len(), filter.term[0].op.as_str()), (105, 2, "is"));
}

#[tokio::test]
async fn layouts() {
    let Some(samples) = Samples::open() else { return };
    let name = "portal-components/ticketLayout.json";
    let bare: Vec<TicketLayout> = check(name, &samples.json(name), &[]);
    let name = "portal-components/ticketLayoutRaw.json";
    let _: Vec<TicketLayout> = check(name, &samples.json(name)["data"], &[]);
    let answer =
        answering(200, samples.text(name)).ticket_layouts("user").list().send().await.unwrap();
    assert_eq!(answer.data, bare);
    assert!(answer.meta.other.get("departments").is_some());
    let fields = &bare[0].fields;
    let field = fields.iter().find_map(|field| field.data.as_ref()).expect("a custom field");
    assert_eq!((field.id, field.widget_type.clone()), (5, CustomFieldWidget::Text));
    assert_eq!(field.default_value, Some(Value::from("repellendus")));
    let french = field.translations.get_id(6).unwrap();
    assert_eq!(french.title.as_deref(), Some("Type de widget"));
}

#[tokio::test]
async fn counts() {
    let Some(samples) = Samples::open() else { return };
    for (name, groups) in [
        ("oldsdk/articles.counts.response.json", 0),
        ("oldsdk/articles.counts.grouped.response.json", 2),
    ] {
        let _: Count = check(name, &samples.json(name)["data"], &[]);
        let count =
            answering(200, samples.text(name)).articles().counts().send().await.unwrap().data;
        let nested = count.nested.unwrap_or_default();
        assert_eq!((count.count, nested.len()), (101, groups));
        assert!(nested.iter().all(|it| it.kind.as_deref() == Some("author")));
    }
}

#[tokio::test]
async fn a_page_of_articles() {
    let Some(samples) = Samples::open() else { return };
    let name = "php-client/articles.list.response.json";
    let _: Vec<Article> = check(name, &samples.json(name)["data"], &[]);
    let page = answering(200, samples.text(name)).articles().list().send().await.unwrap();
    assert_eq!(
        (page.meta.count, page.data[0].id.get(), page.data[0].view_count),
        (Some(1), 101, 33)
    );
    assert_eq!(page.data[0].status, ContentStatus::Published);
}

#[tokio::test]
async fn an_article_is_made_as_the_official_client_makes_it() {
    let Some(samples) = Samples::open() else { return };
    let (client, transport) = client(|_| json_response(201, ""));
    let article = client.articles().create("This is a title").content("This is the content");
    article.content_input_type("rte").status(ContentStatus::Published).send().await.unwrap();
    let sent: Value = serde_json::from_slice(transport.requests()[0].body()).unwrap();
    assert_eq!(sent, samples.json("php-client/article.create.request.json"));
}

#[tokio::test]
async fn batches() {
    let Some(samples) = Samples::open() else { return };
    // The keys are those of the official client, ours are others.
    let body = samples.text("php-client/batch.response.json").replace("101\": {", "r0\": {");
    let (client, transport) =
        client(move |_| json_response(200, body.replace("102\": {", "r1\": {")));
    let mut batch = client.batch();
    let queued = [batch.add(client.articles().get(101)), batch.add(client.articles().get(102))];
    let results = batch.send().await.unwrap();
    let ids = queued.map(|queued| results.take(queued).unwrap().data.id.get());
    assert_eq!(ids, [101, 102]);
    let sent: Value = serde_json::from_slice(transport.requests()[0].body()).unwrap();
    for name in ["php-client/batch.request.json", "oldsdk/batch.request.json"] {
        let shown = samples.json(name);
        assert!(shown["requests"].is_object() || shown["requests"].is_array(), "{name}");
        assert_eq!(sent["requests"].as_object().map(|it| it.len()), Some(2));
    }
}

#[tokio::test]
async fn tokens_sources_and_the_helpdesk_itself() {
    let Some(samples) = Samples::open() else { return };
    let name = "docs/api_tokens.create.json";
    let token: ApiToken = check(name, &samples.json(name)["data"], &[]);
    assert_eq!((token.person_id.get(), token.token.expose().starts_with("18:")), (1, true));
    let name = "docs/user_sources.list.json";
    let sources: Vec<UserSource> = check(name, &samples.json(name)["data"], &[]);
    assert_eq!((sources[0].id.get(), &sources[0].kind), (5, &UserSourceContext::Agent));
    let name = "docs/discover.json";
    let _: HelpdeskDiscovery = check(name, &samples.json(name)["data"], &[]);
    let found = answering(200, samples.text(name)).helpdesk().discover().send().await.unwrap().data;
    assert!(found.is_deskpro && found.base_api_url.ends_with("/api/v2/"));
}
