//! Which of `PUT` and `POST` creates, and how the client finds out.

use deskpro_client::Error;
use deskpro_client::VerbRule;
use deskpro_client::tickets::{CreateTicketError, UpdateTicketError};
use deskpro_mock::Dialect;

use crate::desk::Desk;

/// Creates two and updates two, and says which methods were answered with what.
async fn create_and_update(dialect: Dialect, rule: VerbRule) -> Vec<String> {
    let desk = Desk::with_rule(dialect, rule).await;
    for subject in ["One", "Two"] {
        desk.client.tickets().create(subject, 1).send().await.unwrap();
    }
    desk.client.people().create("new@example.com").send().await.unwrap();
    for subject in ["Three", "Four"] {
        desk.client.tickets().update(1).subject(subject).send().await.unwrap();
    }
    desk.client.organizations().update(1).name("Five").send().await.unwrap();
    let requests = desk.requests();
    requests.iter().map(|it| format!("{} {}", it.method, it.status)).collect()
}

#[tokio::test]
async fn the_guides_dialect_is_spoken_at_once() {
    let expected = ["PUT 201", "PUT 201", "PUT 201", "POST 204", "POST 204", "POST 204"];
    for rule in [VerbRule::Negotiate, VerbRule::AsDescribed] {
        assert_eq!(create_and_update(Dialect::Guide, rule).await, expected, "{rule:?}");
    }
}

#[tokio::test]
async fn the_live_dialect_costs_one_refusal_for_each_method() {
    let expected = [
        "PUT 405", "POST 201", "POST 201", "POST 201", //
        "POST 405", "PUT 204", "PUT 204", "PUT 204",
    ];
    assert_eq!(create_and_update(Dialect::Live, VerbRule::Negotiate).await, expected);
}

#[tokio::test]
async fn the_live_dialect_pinned_costs_nothing() {
    let expected = ["POST 201", "POST 201", "POST 201", "PUT 204", "PUT 204", "PUT 204"];
    assert_eq!(create_and_update(Dialect::Live, VerbRule::Swapped).await, expected);
}

#[tokio::test]
async fn the_wrong_pin_is_refused_once_and_for_all() {
    for (dialect, rule, created, updated) in [
        (Dialect::Live, VerbRule::AsDescribed, "PUT", "POST"),
        (Dialect::Guide, VerbRule::Swapped, "POST", "PUT"),
    ] {
        let desk = Desk::with_rule(dialect, rule).await;
        let error = desk.client.tickets().create("One", 1).send().await.unwrap_err();
        let Error::Api(CreateTicketError::MethodNotAllowed(refusal)) = error else {
            panic!("{error}")
        };
        assert_eq!(refusal.request().method().as_str(), created);
        assert!(refusal.headers().contains_key("allow"));
        let error = desk.client.tickets().update(1).send().await.unwrap_err();
        let Error::Api(UpdateTicketError::MethodNotAllowed(refusal)) = error else {
            panic!("{error}")
        };
        assert_eq!(refusal.request().method().as_str(), updated);
        assert_eq!(desk.requests().len(), 2);
    }
}

#[tokio::test]
async fn what_one_clone_of_a_client_learns_the_others_know() {
    let desk = Desk::start(Dialect::Live).await;
    let clone = desk.client.clone();
    clone.departments().create("Sales").send().await.unwrap();
    desk.client.departments().create("Stock").send().await.unwrap();
    let methods: Vec<String> = desk.requests().into_iter().map(|it| it.method).collect();
    assert_eq!(methods, ["PUT", "POST", "POST"]);
}

#[tokio::test]
async fn actions_keep_their_method_in_either_dialect() {
    for dialect in [Dialect::Guide, Dialect::Live] {
        let desk = Desk::start(dialect).await;
        desk.client.tickets().lock(1).send().await.unwrap();
        desk.client.people().add_permissions(1, true).send().await.unwrap();
        assert!(desk.requests().iter().all(|it| it.method == "PUT"), "{dialect:?}");
    }
}
