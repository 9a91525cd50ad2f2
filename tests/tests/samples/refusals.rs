//! Samples of whole responses that say no.

use deskpro_client::errors::ValidationCode;
use deskpro_client::tickets::CreateTicketError;
use deskpro_client::{Error, Refused};
use deskpro_tests::answering;

use crate::folder::Samples;

/// The samples that are decoded here.
pub(crate) const NAMES: &[&str] = &[
    "docs/error.invalid_input.gitbook.json",
    "docs/error.invalid_input.json",
    "docs/error.invalid_json_body.json",
    "oldsdk/batch.response.json",
    "oldsdk/error.rate_limits.403.json",
    "oldsdk/error.unauthorized.401.json",
    "php-client/error.500.no-code.json",
    "php-client/error.child-field.json",
    "php-client/error.field.json",
    "php-client/error.root.json",
];

async fn refuse(status: u16, body: String) -> Error<CreateTicketError> {
    answering(status, body).tickets().create("No", 1).send().await.unwrap_err()
}

/// Every leaf as `path [code] message`.
fn leaves(error: &CreateTicketError) -> Vec<String> {
    let leaves = error.refusal().errors();
    leaves.map(|it| format!("{} [{}] {}", it.path(), it.code(), it.message())).collect()
}

#[tokio::test]
async fn input_that_is_not_valid() {
    let Some(samples) = Samples::open() else { return };
    let choice = "[bad_choice] One or more of the given values is invalid.";
    let whole = [
        " [extra_fields] Unexpected field names: name",
        "email [required] This value should not be blank.",
        "date [invalid_date] This date is invalid",
        "date.day [out_of_range] Must be a number between 1 and 31",
        "date.year [required] This value is required",
    ];
    for (name, expected) in [
        ("docs/error.invalid_input.json", whole.map(str::to_owned).to_vec()),
        ("php-client/error.child-field.json", vec![format!("parent_field.child_field {choice}")]),
        ("php-client/error.field.json", vec![format!("department {choice}")]),
        ("php-client/error.root.json", vec![format!(" {choice}")]),
    ] {
        let Error::Api(error) = refuse(400, samples.text(name)).await else { panic!("{name}") };
        assert!(matches!(error, CreateTicketError::InvalidInput(_)), "{name}: {error}");
        assert_eq!(leaves(&error), expected, "{name}");
        assert_eq!(error.refusal().body_status(), Some(400));
    }
}

#[tokio::test]
async fn other_refusals() {
    let Some(samples) = Samples::open() else { return };
    type Check = fn(&CreateTicketError) -> bool;
    let is_invalid_json: Check = |it| matches!(it, CreateTicketError::InvalidJsonBody(_));
    let is_limit: Check = |it| matches!(it, CreateTicketError::RateLimits(_));
    let is_unauthorized: Check = |it| matches!(it, CreateTicketError::Unauthorized(_));
    for (name, status, is_expected, message) in [
        ("docs/error.invalid_input.gitbook.json", 400, is_invalid_json, "Invalid JSON body"),
        ("docs/error.invalid_json_body.json", 400, is_invalid_json, "Invalid JSON body"),
        (
            "oldsdk/error.rate_limits.403.json",
            403,
            is_limit,
            "Your limit for api calls is exhausted.",
        ),
        (
            "oldsdk/error.unauthorized.401.json",
            401,
            is_unauthorized,
            "You must be authenticated to make this request.",
        ),
    ] {
        let error = refuse(status, samples.text(name)).await;
        assert_eq!(error.is_rate_limited(), status == 403, "{name}");
        let Error::Api(error) = error else { panic!("{name}: {error}") };
        assert!(is_expected(&error), "{name}: {error:?}");
        assert_eq!(error.refusal().message(), Some(message), "{name}");
        assert_eq!(error.refusal().body_status(), Some(status), "{name}");
    }
}

#[tokio::test]
async fn a_failure_without_a_code() {
    let Some(samples) = Samples::open() else { return };
    let error = refuse(500, samples.text("php-client/error.500.no-code.json")).await;
    let Error::Undocumented(refusal) = error else { panic!("{error}") };
    assert_eq!((refusal.status(), refusal.body_status()), (500, Some(500)));
    assert_eq!((refusal.raw_code(), refusal.message()), (None, Some("error")));
}

#[tokio::test]
async fn a_leaf_that_is_an_object_instead_of_a_list() {
    let Some(samples) = Samples::open() else { return };
    let body = samples.json("oldsdk/batch.response.json")["responses"][2].to_string();
    let Error::Api(error) = refuse(400, body).await else { panic!() };
    let leaf = error.refusal().field("person").next().expect("a leaf");
    assert_eq!(leaf.code(), ValidationCode::BadChoice);
    assert_eq!(leaf.message(), "One or more of the given values is invalid.");
}
