//! Booleans, texts, numbers and dates that come as something else.

use deskpro_client::ticket_attachments::TicketAttachment;
use deskpro_client::ticket_messages::TicketMessage;
use deskpro_client::tickets::TicketId;
use deskpro_client::types::{CustomFieldDefinition, CustomFieldValue};
use deskpro_client::{Map, Resource, runtime::from_json};
use deskpro_tests::answering;
use serde_json::{Value, json};

use crate::desk::{ticket, tickets};

fn read<T: deskpro_client::Decode + Default>(json: Value) -> T {
    from_json(json.to_string().as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

#[test]
fn quirk_05_a_boolean_is_a_number_in_messages() {
    for (sent, is_note) in
        [(json!(0), false), (json!(1), true), (json!(false), false), (json!(true), true)]
    {
        let message: TicketMessage = read(json!({ "is_agent_note": sent }));
        assert_eq!(message.is_agent_note, is_note, "{sent}");
        let attachment: TicketAttachment =
            read(json!({ "is_agent_note": sent, "is_inline": sent }));
        assert_eq!((attachment.is_agent_note, attachment.is_inline), (is_note, is_note), "{sent}");
    }
}

#[tokio::test]
async fn quirk_06_a_secret_is_the_number_0_in_old_samples() {
    assert_eq!(ticket(json!({"auth": 0})).await.auth.expose(), "0");
    assert_eq!(ticket(json!({"auth": "8RK2MJ5W"})).await.auth.expose(), "8RK2MJ5W");
}

#[tokio::test]
async fn quirk_07_ids_are_numbers_in_values_and_texts_in_keys() {
    let page = tickets(json!({
        "data": [{"id": "13", "person": "521", "agent": 3, "ticket_slas": [1, "2"], "fields": {"7": {"value": 1}}}],
        "linked": {"person": {"521": {"id": 521, "name": "A"}, "3": {"id": "3", "name": "B"}}}
    }));
    let page = page.await;
    let ticket = &page.data[0];
    assert_eq!((ticket.id, ticket.person.id().get()), (TicketId::new(13), 521));
    assert_eq!(ticket.ticket_slas, [1.into(), 2.into()]);
    assert_eq!(ticket.fields.get_id(7).unwrap().number(), Some(1.0));
    let person = page.linked.get(ticket.person.id()).unwrap().unwrap();
    let agent = page.linked.get(ticket.agent.as_ref().unwrap().id()).unwrap().unwrap();
    assert_eq!((person.name.as_str(), agent.name.as_str(), agent.id().get()), ("A", "B", 3));
}

#[tokio::test]
async fn quirk_08_dates_lack_colons_offsets_or_everything() {
    let moment = |text: Value| async move {
        let ticket = ticket(json!({ "date_created": text })).await;
        let moment = ticket.date_created.timestamp().map(|moment| moment.as_second());
        (moment, ticket.date_created.to_string())
    };
    for text in [
        "2025-05-01T08:02:02+0000",
        "2025-05-01T10:02:02+02:00",
        "2025-05-01T08:02:02Z",
        "2025-05-01T08:02:02",
    ] {
        assert_eq!(moment(json!(text)).await, (Some(1_746_086_522), text.to_owned()));
    }
    assert_eq!(moment(json!(1_746_086_522)).await.0, Some(1_746_086_522));
    for nothing in ["", "0000-00-00 00:00:00", "soon"] {
        assert_eq!(moment(json!(nothing)).await, (None, nothing.to_owned()));
    }
    let none = ticket(json!({"date_resolved": "", "date_archived": null, "date_locked": {}})).await;
    assert_eq!((none.date_resolved, none.date_archived, none.date_locked), (None, None, None));
}

#[tokio::test]
async fn quirk_08_custom_dates_have_no_offset_and_waiting_times_are_seconds() {
    let ticket = ticket(json!({
        "fields": {"3": {"value": "2025-01-31T00:00:00"}},
        "waiting_times": [{"start": 1_746_086_522, "end": 1_746_086_582, "length": 60, "ticket_status": "awaiting_agent"}]
    }));
    let ticket = ticket.await;
    let day = ticket.fields.get_id(3).unwrap().date().unwrap().day().unwrap();
    assert_eq!(day.to_string(), "2025-01-31");
    let waited = &ticket.waiting_times[0];
    assert_eq!((waited.end - waited.start, waited.length), (60, 60));
}

#[tokio::test]
async fn quirk_32_addresses_are_patterns_or_lack_their_beginning() {
    let pattern = "https://support.example.com/file.php/avatar/{{IMG_SIZE}}/default.jpg";
    let person = json!({"data": {
        "id": 4, "avatar": {"default_url_pattern": pattern, "url_pattern": null, "base_gravatar_url": null},
        "contact_data": [{"id": 1, "contact_type": "website", "comment": "", "url": "www.example.org"}]
    }});
    let person = answering(200, person.to_string()).people().get(4).send().await.unwrap().data;
    assert_eq!(person.avatar.default_url_pattern.as_deref(), Some(pattern));
    assert_eq!(person.contact_data.unwrap()[0].url.as_deref(), Some("www.example.org"));
}

#[test]
fn quirk_33_json_within_a_text_stays_a_text() {
    let message: TicketMessage = read(json!({"attributes": [
        {"name": "origin", "type": "json", "value": "{\"build\":7}", "date_created": "2025-05-01T08:02:02+0000"}
    ]}));
    assert_eq!(message.attributes[0].value, r#"{"build":7}"#);
    let inner: Value = serde_json::from_str(&message.attributes[0].value).unwrap();
    assert_eq!(inner["build"], 7);
}

#[test]
fn quirk_33_translations_are_a_list_here_and_a_map_there() {
    use deskpro_client::article_categories::ArticleCategory;
    let category: ArticleCategory =
        read(json!({"title_translations": [{"id": 1, "value": "Hilfe"}]}));
    assert_eq!(category.title_translations[0]["value"], "Hilfe");
    let field: CustomFieldDefinition = read(json!({
        "translations": {"2": {"language": 2, "title": "Etage", "description": ""}}
    }));
    let german = field.translations.get_id(2).unwrap();
    assert_eq!(
        (german.language.map(|id| id.get()), german.title.as_deref()),
        (Some(2), Some("Etage"))
    );
}

#[test]
fn quirk_34_numbers_of_options_are_texts() {
    let options =
        json!({"min_length": "1", "max_length": "", "multiple": false, "rows": 3, "regex": null});
    let field: CustomFieldDefinition = read(json!({ "options": options }));
    let kept: Map<Value> = field.options;
    assert_eq!(kept.len(), 5);
    for (name, value) in options.as_object().unwrap() {
        assert_eq!(kept.get(name), Some(value), "{name}");
    }
}

#[test]
fn quirk_35_the_default_of_a_field_is_anything() {
    for (sent, kept) in [
        (json!("a"), Some(json!("a"))),
        (json!(""), Some(json!(""))),
        (json!(31), Some(json!(31))),
        (json!([31]), Some(json!([31]))),
        (json!([]), Some(json!([]))),
        (Value::Null, None),
    ] {
        let field: CustomFieldDefinition = read(json!({"id": 7, "default_value": sent}));
        assert_eq!(field.default_value, kept);
    }
    assert_eq!(read::<CustomFieldDefinition>(json!({"id": 7})).default_value, None);
    assert_eq!(read::<CustomFieldValue>(json!({"value": false})).value, Some(json!(false)));
}
