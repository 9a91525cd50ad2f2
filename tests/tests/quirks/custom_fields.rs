//! Choices, whose values are ids.

use deskpro_client::{CustomFieldError, CustomFields, Error, Refused};
use deskpro_tests::answering;
use serde_json::json;

use crate::desk::{desk, sent, ticket};

#[tokio::test]
async fn quirk_31_a_choice_is_an_id_and_its_title_is_in_the_detail() {
    let detail = json!({"31": {"id": 31, "title": "Ground floor"}, "32": {"id": 32, "title": "First floor"}});
    for (value, ids, titles) in [
        (json!(31), vec![31], vec!["Ground floor"]),
        (json!("32"), vec![32], vec!["First floor"]),
        (json!([32, 31]), vec![32, 31], vec!["First floor", "Ground floor"]),
        (json!([]), vec![], vec![]),
        (json!(null), vec![], vec![]),
    ] {
        let ticket = ticket(json!({"fields": {"7": {"value": value, "detail": detail}}})).await;
        let field = ticket.fields.get_id(7).unwrap();
        assert_eq!((field.choices(), field.choice_titles()), (ids, titles), "{value}");
    }
}

#[tokio::test]
async fn quirk_31_choices_are_set_by_their_ids() {
    let (client, transport) = desk(201, json!({}));
    let fields = || CustomFields::new().choose(7, [31]).set(8, "text");
    client.tickets().create("Fire", 4).fields(fields()).send().await.unwrap();
    assert_eq!(sent(&transport)["fields"], json!({"7": [31], "8": "text"}));
    client.tickets().update(13).fields(fields().clear(8)).send().await.unwrap();
    assert_eq!(sent(&transport)["fields"], json!({"7": [31], "8": null}));
}

#[tokio::test]
async fn quirk_31_errors_call_the_custom_field_7_fields_7() {
    let leaf = |code: &str| json!({"errors": [{"code": code, "message": "No."}]});
    let body = json!({"code": "invalid_input", "errors": {"fields": {
        "subject": leaf("required"),
        "fields_9": leaf("required"),
        "fields": {"fields": {"fields_7": leaf("bad_choice"), "fields_12": {"fields": {"day": leaf("required")}}}},
    }}});
    let client = answering(400, body.to_string());
    let error = client.tickets().create("", 4).send().await.unwrap_err();
    let Error::Api(error) = error else { panic!("{error}") };
    let about: Vec<_> =
        error.refusal().errors().map(|it| (it.path().to_owned(), it.custom_field())).collect();
    let expected = [
        ("fields.fields_12.day", Some(12)),
        ("fields.fields_7", Some(7)),
        ("fields_9", None),
        ("subject", None),
    ];
    assert_eq!(about, expected.map(|(path, field)| (path.to_owned(), field)));
}
