//! Quirks against which there is nothing but a word in the documentation, and names.

use std::fs;
use std::path::Path;

use deskpro_client::people::PersonId;
use deskpro_client::ticket_messages::MessageAttribute;
use deskpro_client::types::{AttachmentInput, MessageFormat, PhoneNumber};
use deskpro_client::{Client, runtime::from_json};
use deskpro_spec::{Sources, lint, load_document};
use deskpro_tests::{client, json_response};
use serde_json::{Value, json};

use crate::desk::{desk, lines, sent, ticket};

/// The words of a file of the client, comment marks and line ends left out.
fn words(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated-client/src").join(file);
    let text = fs::read_to_string(path).expect("a file of the client");
    let lines = text.lines().map(|line| line.trim().trim_start_matches(['/', '!']).trim());
    lines.collect::<Vec<_>>().join(" ")
}

/// A helpdesk that knows nobody by `primary_email`, and has all addresses taken.
fn crowded() -> (Client, deskpro_client::runtime::transport::MemoryTransport) {
    client(|request| {
        let is_query = request.headers().contains_key("x-deskpro-api-get-query-body");
        let dupe = json!({"code": "invalid_input", "errors": {"fields": {"emails": {"fields": {"emails_0":
            {"errors": [{"code": "dupe_email", "message": "In use."}]}}}}}});
        match is_query {
            true => json_response(200, r#"{"data": []}"#),
            false => json_response(400, dupe.to_string()),
        }
    })
}

#[tokio::test]
async fn quirk_25_who_is_not_found_may_be_there() {
    let (client, transport) = crowded();
    let people = client.people().list().primary_email("customer@example.com").query_in_body();
    assert!(people.send().await.unwrap().data.is_empty());
    let error = client.people().create("customer@example.com").send().await.unwrap_err();
    assert!(error.has_code("dupe_email"), "{error}");
    // The address stands in no URL.
    assert_eq!(lines(&transport), ["POST /api/v2/people", "PUT /api/v2/people"]);
}

#[tokio::test]
async fn quirk_25_a_person_may_have_no_address() {
    let (client, _) = desk(
        200,
        json!({"data": [{"id": 4, "primary_email": null}, {"id": 5, "primary_email": "a@example.com"}]}),
    );
    let people = client.people().list().send().await.unwrap().data;
    assert_eq!(people[0].primary_email, None);
    assert_eq!(people[1].primary_email.as_deref(), Some("a@example.com"));
    assert_eq!(people[0].id, PersonId::new(4));
}

#[test]
fn quirk_25_how_to_find_or_make_a_person_is_written_down() {
    let recipes = words("recipes.rs");
    assert!(recipes.contains("`primary_email` finds neither further addresses"), "{recipes}");
    assert!(recipes.contains(r#"has_code("dupe_email")"#), "{recipes}");
}

#[tokio::test]
async fn quirk_28_line_ends_are_written_as_html() {
    let docs = words("generated/ticket_messages.rs");
    assert!(docs.contains("Line ends of plain text are lost") && docs.contains("`<br>`"));
    let (client, transport) = desk(201, json!({}));
    let messages = client.tickets().messages(13);
    messages.create("One<br>Two").format(MessageFormat::Html).send().await.unwrap();
    assert_eq!(sent(&transport), json!({"message": "One<br>Two", "format": "html"}));
    // A text is sent as it is given: nobody guesses what is meant.
    messages.create("One\nTwo").send().await.unwrap();
    assert_eq!(sent(&transport), json!({"message": "One\nTwo"}));
}

#[tokio::test]
async fn quirk_29_what_is_attached_has_to_be_sent_again() {
    let docs = words("generated/ticket_messages.rs");
    assert!(
        docs.contains("`attachments` replaces the whole list: send again those that shall stay.")
    );
    let (client, transport) = client(|request| match request.method().as_str() {
        "GET" => json_response(
            200,
            r#"{"data": [{"id": 55, "blob": {"blob_auth": "OLD"}, "is_inline": true}]}"#,
        ),
        _ => json_response(204, ""),
    });
    let mut files = Vec::new();
    let mut attached = client.tickets().attachments(13).list_by_message(5014).items();
    while let Some(attachment) = attached.next().await {
        let attachment = attachment.unwrap();
        files.push(AttachmentInput::new(attachment.blob.blob_auth).is_inline(attachment.is_inline));
    }
    files.push(AttachmentInput::new("NEW"));
    client.tickets().messages(13).update(5014).attachments(files).send().await.unwrap();
    let expected =
        json!({"attachments": [{"blob_auth": "OLD", "is_inline": true}, {"blob_auth": "NEW"}]});
    assert_eq!(sent(&transport), expected);
    // And what is not named stays as it is.
    client.tickets().messages(13).update(5014).message("New").send().await.unwrap();
    assert_eq!(sent(&transport), json!({"message": "New"}));
}

#[test]
fn quirk_44_the_lint_finds_the_verbs_and_a_quirk_excuses_them() {
    let sources = Sources::builtin();
    let (document, mut api) = load_document(&sources).expect("a description without problems");
    let finds = |problems: deskpro_spec::Problems| {
        let codes = problems.iter().map(|problem| problem.code.to_string());
        codes.filter(|code| code == "DL0113").count()
    };
    assert_eq!(finds(lint(&document, &api)), 0);
    let quirk = api.quirks.iter_mut().find(|quirk| quirk.number == Some(44)).expect("the quirk");
    assert_eq!(quirk.name, "verb-table-contradicts-status-table");
    quirk.excuses.clear();
    assert_ne!(finds(lint(&document, &api)), 0);
}

#[tokio::test]
async fn quirk_49_names_that_rust_keeps_have_others() {
    assert_eq!(ticket(json!({"ref": "ABCD-1234-EFGH"})).await.reference, "ABCD-1234-EFGH");
    let read = |json: Value| json.to_string().into_bytes();
    let attribute: MessageAttribute = from_json(&read(json!({"type": "json"}))).unwrap();
    let number: PhoneNumber = from_json(&read(json!({"type": "phone"}))).unwrap();
    assert_eq!((attribute.kind.as_str(), number.kind.as_deref()), ("json", Some("phone")));
    // A path's parameter that is called `type`, and fields called as what every model has.
    let (client, transport) = desk(200, json!({"data": []}));
    client.labels("article").list().send().await.unwrap();
    assert_eq!(lines(&transport), ["GET /api/v2/article_labels"]);
    let ticket = ticket(json!({"auth": "A", "fields": {"7": {"value": 1}}, "extra": 1})).await;
    assert_eq!(
        (ticket.auth.expose().as_str(), ticket.fields.len(), ticket.extra.len()),
        ("A", 1, 0)
    );
}

#[test]
fn quirk_49_no_name_of_the_client_is_escaped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated-client/src/generated");
    for file in fs::read_dir(folder).expect("the client").flatten() {
        if file.path().is_file() {
            let text = fs::read_to_string(file.path()).expect("a text");
            assert!(!text.contains(" r#") && !text.contains(".r#"), "{:?}", file.path());
        }
    }
}
