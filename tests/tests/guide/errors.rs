//! What the page shows to come back for a mistake.

use deskpro_client::Error;
use deskpro_client::errors::{Refusal, ValidationCode};
use deskpro_client::tickets::CreateTicketError;
use deskpro_tests::answering;

use crate::page::{DETAILED_ERROR, ERROR};

async fn refused(body: &'static str) -> CreateTicketError {
    let error = answering(400, body).tickets().create("Printer on fire", 4).send().await;
    match error.unwrap_err() {
        Error::Api(refused) => refused,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn status_code_and_message() {
    let CreateTicketError::InvalidJsonBody(refusal) = refused(ERROR).await else { panic!() };
    assert_eq!((refusal.status(), refusal.body_status()), (400, Some(400)));
    assert_eq!(refusal.code(), "invalid_json_body");
    assert_eq!(refusal.message(), Some("Invalid JSON body"));
    assert_eq!(refusal.errors().count(), 0);
    assert_eq!(refusal.body(), ERROR);
    let expected = "tickets.create: PUT /tickets answered 400 invalid_json_body: Invalid JSON body";
    assert_eq!(refusal.to_string(), expected);
}

async fn detailed() -> Box<Refusal> {
    match refused(DETAILED_ERROR).await {
        CreateTicketError::InvalidInput(refusal) => refusal,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn every_detail_with_the_path_of_its_field() {
    let refusal = detailed().await;
    assert_eq!((refusal.status(), refusal.body_status()), (400, Some(400)));
    assert_eq!(refusal.code(), "invalid_input");
    assert_eq!(refusal.message(), Some("Request input is invalid."));
    let errors = refusal.errors();
    let errors: Vec<_> = errors
        .map(|it| {
            (it.path().to_owned(), it.code(), it.raw_code().to_owned(), it.message().to_owned())
        })
        .collect();
    let expected = [
        ("", ValidationCode::ExtraFields, "extra_fields", "Unexpected field names: name"),
        ("email", ValidationCode::Required, "required", "This value should not be blank."),
        ("date", ValidationCode::InvalidDate, "invalid_date", "This date is invalid"),
        (
            "date.day",
            ValidationCode::OutOfRange,
            "out_of_range",
            "Must be a number between 1 and 31",
        ),
        ("date.year", ValidationCode::Required, "required", "This value is required"),
    ];
    let expected = expected.map(|(path, code, raw, message)| {
        (path.to_owned(), code, raw.to_owned(), message.to_owned())
    });
    assert_eq!(errors, expected);
}

#[tokio::test]
async fn the_details_of_one_field() {
    let refusal = detailed().await;
    let messages = |path: &str| {
        let errors = refusal.field(path).map(|error| error.message().to_owned());
        errors.collect::<Vec<_>>()
    };
    assert_eq!(messages("date.day"), ["Must be a number between 1 and 31"]);
    assert_eq!(messages("date.year"), ["This value is required"]);
    assert_eq!(messages("date"), ["This date is invalid"]);
    assert_eq!(messages("email"), ["This value should not be blank."]);
    assert_eq!(messages(""), ["Unexpected field names: name"]);
    assert_eq!(messages("day"), [""; 0]);
    let day = refusal.field("date.day").next().unwrap();
    assert_eq!((day.path(), day.code()), ("date.day", ValidationCode::OutOfRange));
}

#[tokio::test]
async fn the_tree_as_it_stands() {
    let refusal = detailed().await;
    let tree = refusal.tree();
    assert_eq!(tree.errors.len(), 1);
    assert_eq!(tree.fields.keys().collect::<Vec<_>>(), ["email", "date"]);
    let date = tree.fields.get("date").unwrap();
    assert_eq!(date.errors[0].code, "invalid_date");
    assert_eq!(date.fields.keys().collect::<Vec<_>>(), ["day", "year"]);
    let day = date.fields.get("day").unwrap();
    assert_eq!((day.errors.len(), day.fields.len()), (1, 0));
    assert!(refusal.has_code("out_of_range") && refusal.has_code("invalid_input"));
    assert!(!refusal.has_code("dupe_ticket"));
    let expected = "tickets.create: PUT /tickets answered 400 invalid_input: Request input is invalid. \
                    (Unexpected field names: name [extra_fields], and 4 more)";
    assert_eq!(refusal.to_string(), expected);
}
