//! The generated client against the mock helpdesk, over HTTP, as the guide says and as live helpdesks
//! do: every operation as its documentation shows, and those of the resources that matter most with
//! all that they take.

mod agents;
mod departments;
mod desk;
mod every_operation;
mod files;
mod me;
mod organization_members;
mod organizations;
mod people;
mod ticket_attachments;
mod ticket_messages;
mod tickets;
mod verbs;

use std::collections::BTreeSet;

use deskpro_mock::Dialect;
use deskpro_tests::{description, operations};

use desk::Desk;

/// For each of these operations a test in each dialect, and the names of all of them.
macro_rules! operations {
    ($($resource:ident: $($operation:ident)*;)*) => {
        operations! { @in guide Guide: $($resource: $($operation)*;)* }
        operations! { @in live Live: $($resource: $($operation)*;)* }

        const CALLED: &[&str] =
            &[$($(concat!(stringify!($resource), ".", stringify!($operation))),*),*];
    };
    (@in $module:ident $dialect:ident: $($resource:ident: $($operation:ident)*;)*) => {
        mod $module {
            $(mod $resource {
                $(#[tokio::test]
                async fn $operation() {
                    let name = concat!(stringify!($resource), ".", stringify!($operation));
                    let dialect = deskpro_mock::Dialect::$dialect;
                    crate::check(name, dialect, crate::$resource::$operation).await;
                })*
            })*
        }
    };
}

operations! {
    tickets: list get create update delete lock unlock;
    ticket_messages: list get create update delete;
    ticket_attachments: list list_by_message;
    people: list get create update delete add_permissions tickets;
    organizations: list get create update delete tickets;
    organization_members: list create delete;
    agents: list get delete assigned_to_chat online remove_permissions;
    departments: list get create update delete agents;
    me: get profile;
}

#[test]
fn each_of_these_is_an_operation() {
    let api = description();
    let described: BTreeSet<String> = operations(&api).into_iter().map(|(name, _)| name).collect();
    let unknown: Vec<_> = CALLED.iter().filter(|name| !described.contains(**name)).collect();
    assert_eq!(unknown, [&""; 0]);
}

/// Goes through what an operation does, then looks at what went over the wire.
async fn check(name: &str, dialect: Dialect, steps: impl AsyncFn(&Desk)) {
    let desk = Desk::start(dialect).await;
    steps(&desk).await;
    let requests = desk.requests();
    let is_called = |status: u16| {
        let mut requests = requests.iter();
        requests.any(|it| it.operation.as_deref() == Some(name) && it.status == status)
    };
    assert!((200..300).any(is_called), "{name} was not called: {requests:?}");
    for request in &requests {
        assert_eq!(request.header("accept"), Some("application/json"), "{request:?}");
        assert_eq!(request.header("authorization"), Some("key ***"), "{request:?}");
        let is_writing = matches!(request.method.as_str(), "PUT" | "POST");
        let content_type = is_writing.then_some("application/json");
        assert_eq!(request.header("content-type"), content_type, "{request:?}");
        assert_eq!(request.json().is_some(), is_writing, "{request:?}");
    }
}
