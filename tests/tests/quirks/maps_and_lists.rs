//! What PHP makes of empty maps, empty objects and empty lists.

use deskpro_client::people::Person;
use deskpro_client::runtime::from_json;
use deskpro_client::ticket_layouts::TicketLayout;
use deskpro_tests::answering;
use serde_json::{Value, json};

use crate::desk::{ticket, tickets};

#[tokio::test]
async fn quirk_01_an_empty_map_is_sent_as_a_list() {
    for empty in [json!({}), json!([]), Value::Null] {
        let page = tickets(json!({
            "data": [{"id": 1, "fields": empty, "contextual_fields": empty}],
            "meta": empty, "linked": empty
        }));
        let page = page.await;
        assert_eq!((page.data[0].fields.len(), page.data[0].contextual_fields.len()), (0, 0));
        assert!(page.linked.is_empty() && page.meta.total.is_none(), "{empty}");
    }
    let absent = tickets(json!({"data": [{"id": 1}]})).await;
    assert_eq!((absent.data[0].fields.len(), absent.linked.is_empty()), (0, true));
}

#[tokio::test]
async fn quirk_01_a_map_with_entries_is_one() {
    let ticket = ticket(json!({"fields": {"7": {"value": "a", "detail": []}, "9": []}})).await;
    assert_eq!(ticket.fields.keys().collect::<Vec<_>>(), ["7", "9"]);
    let field = ticket.fields.get_id(7).unwrap();
    assert_eq!((field.text(), field.detail.as_ref().map(|it| it.len())), (Some("a"), Some(0)));
    assert_eq!(ticket.fields.get_id(9).unwrap().value, None);
}

#[test]
fn quirk_01_options_and_preferences_are_maps_too() {
    let person: Person = from_json(br#"{"preferences": []}"#).unwrap();
    assert_eq!(person.preferences.map(|it| it.len()), Some(0));
    let person: Person = from_json(br#"{"preferences": {"tone": "loud"}}"#).unwrap();
    assert_eq!(person.preferences.unwrap().get("tone"), Some(&json!("loud")));
    for options in ["[]", "{}"] {
        let json =
            format!(r#"{{"fields": [{{"field_id": "a", "data": {{"options": {options}}}}}]}}"#);
        let layout: TicketLayout = from_json(json.as_bytes()).unwrap();
        assert_eq!(layout.fields[0].data.as_ref().map(|it| it.options.len()), Some(0), "{options}");
    }
}

#[tokio::test]
async fn quirk_02_an_empty_object_stands_for_null() {
    for nothing in [json!({}), json!([]), Value::Null] {
        let ticket = ticket(json!({
            "id": 13, "agent": nothing, "organization": nothing, "brand": nothing,
            "date_archived": nothing, "star": nothing
        }));
        let ticket = ticket.await;
        assert_eq!((ticket.agent, ticket.organization, ticket.brand), (None, None, None));
        assert_eq!(ticket.date_archived, None, "{nothing}");
        // Of free JSON nobody knows what is empty, so it stays what it is.
        assert!(ticket.star.is_none_or(|star| star == nothing));
    }
    let starred = ticket(json!({"star": {"id": 1, "name": "Blue"}})).await;
    assert_eq!(starred.star.unwrap()["name"], "Blue");
}

#[tokio::test]
async fn quirk_03_an_empty_text_stands_for_nobody() {
    assert_eq!(ticket(json!({"followers": ""})).await.followers, None);
    assert_eq!(ticket(json!({"followers": []})).await.followers, Some(vec![]));
    assert_eq!(ticket(json!({"followers": [3, 4]})).await.followers.unwrap(), [json!(3), json!(4)]);
    // A list that is never null takes it too.
    let ticket = ticket(json!({"sent_to_address": "", "waiting_times": ""})).await;
    assert_eq!((ticket.sent_to_address.len(), ticket.waiting_times.len()), (0, 0));
}

#[tokio::test]
async fn quirk_04_null_stands_for_an_empty_list() {
    let new = ticket(json!({"labels": null, "properties": null, "ticket_slas": null})).await;
    assert_eq!((new.labels, new.properties, new.ticket_slas.len()), (None, None, 0));
    let old = ticket(json!({"labels": [], "ticket_slas": []})).await;
    assert_eq!((old.labels, old.ticket_slas.len()), (Some(vec![]), 0));
    let labelled = ticket(json!({"labels": ["vip"]})).await;
    assert_eq!(labelled.labels, Some(vec!["vip".to_owned()]));

    let body = json!({"data": {"id": 7, "emails": null, "labels": null}}).to_string();
    let organization = answering(200, body).organizations().get(7).send().await.unwrap().data;
    assert!(organization.labels.is_empty());
    assert_eq!(organization.emails, None);
}
