//! The built-in description.

use crate::ask::{Answer, ask, noon, tell};
use deskpro_mock::{Builder, Dialect, Helpdesk, MockHelpdesk};
use deskpro_spec::api::{Api, Operation, Path, Segment, Type};
use serde_json::{Value, json};

fn desk(dialect: Dialect) -> Helpdesk {
    let names = ["people", "organizations", "organization_members", "agents", "departments"];
    let tickets = ["tickets", "ticket_messages", "ticket_attachments"];
    let all = names.iter().chain(&tickets);
    let desk = all.fold(MockHelpdesk::builder(), |desk, name| desk.seed(*name, 12));
    desk.dialect(dialect).clock(noon).build().unwrap()
}

fn empty() -> Builder {
    MockHelpdesk::builder().clock(noon)
}

/// The path with 1 for every id and `x` for every text.
fn filled(api: &Api, path: &Path) -> String {
    let part = |part: &Segment| match part {
        Segment::Text(text) => text.clone(),
        Segment::Parameter(index) => match path.parameters[*index].ty {
            Type::String => "x".to_owned(),
            _ => "1".to_owned(),
        },
    };
    let segments = path.segments.iter();
    let segments = segments.map(|segment| segment.iter().map(part).collect::<String>());
    format!("{}/{}", api.base_path, segments.collect::<Vec<_>>().join("/"))
}

/// What has to be sent, made of the examples of the fields.
fn body(operation: &Operation) -> Value {
    let fields = operation.body.iter().flat_map(|body| &body.fields);
    let sent = fields.filter_map(|field| {
        let value = field.example.clone().or_else(|| field.required.then(|| json!("Text")))?;
        Some((field.name.clone(), value))
    });
    Value::Object(sent.filter(|(_, value)| !value.is_null()).collect())
}

/// The query parameters that have to be sent.
fn query(operation: &Operation) -> String {
    let required = operation.query.iter().filter(|parameter| parameter.required);
    required.map(|parameter| format!("{}=1&", parameter.name)).collect()
}

fn perform(desk: &Helpdesk, dialect: Dialect, operation: &Operation, more: &str) -> Answer {
    let live = operation.negotiable && dialect == Dialect::Live;
    let method = operation.method.other().filter(|_| live).unwrap_or(operation.method);
    let path = filled(desk.api(), &operation.path);
    let line = format!("{method} {path}?{}{more}", query(operation));
    if operation.body.is_some() { tell(desk, &line, &body(operation)) } else { ask(desk, &line) }
}

#[test]
fn every_operation_is_answered_with_a_documented_success() {
    for dialect in [Dialect::Guide, Dialect::Live] {
        let api = desk(dialect).api().clone();
        for resource in &api.resources {
            for operation in &resource.operations {
                let name = format!("{}.{} {dialect:?}", resource.name, operation.name);
                let answer = perform(&desk(dialect), dialect, operation, "");
                let documented = operation.success.iter().any(|it| it.status == answer.status);
                assert!(documented, "{name}: {} {}", answer.status, answer.text);
                assert_eq!(answer.location.is_some(), operation.location, "{name}");
                if operation.follow_location {
                    let answer = perform(&desk(dialect), dialect, operation, "follow_location=1");
                    assert_eq!((answer.status, answer.data().is_object()), (200, true), "{name}");
                }
            }
        }
    }
}

#[test]
fn every_operation_refuses_strangers_unknown_parameters_and_missing_objects() {
    let desk = desk(Dialect::Guide);
    for resource in &desk.api().resources {
        for operation in &resource.operations {
            let path = filled(desk.api(), &operation.path);
            let name = format!("{}.{}", resource.name, operation.name);
            let stranger = http::Request::builder().method(operation.method.as_str()).uri(&path);
            assert_eq!(
                crate::ask::send(&desk, stranger, "").refusal(),
                (401, "unauthorized"),
                "{name}"
            );
            let answer = ask(&desk, &format!("{} {path}?never_heard_of=1", operation.method));
            assert_eq!(answer.refusal(), (400, "bad_request"), "{name}");
            if path.contains("/1") {
                let missing = format!("{}?{}", path.replace("/1", "/999999"), query(operation));
                let answer = ask(&desk, &format!("{} {missing}", operation.method));
                assert_eq!(answer.refusal(), (404, "not_found"), "{name}");
            }
        }
    }
}

#[test]
fn seeded_objects_have_every_field_that_is_read() {
    let desk = desk(Dialect::Guide);
    for resource in &desk.api().resources {
        let Some(get) = resource.operations.iter().find(|operation| operation.name == "get") else {
            continue;
        };
        let answer = perform(&desk, Dialect::Guide, get, "");
        for field in resource.fields.iter().filter(|field| field.access.is_read()) {
            let value = answer.data().get(&field.name);
            let name = format!("{}.{}", resource.name, field.name);
            assert!(
                value.is_some_and(|value| field.nullable || !value.is_null()),
                "{name}: {value:?}"
            );
        }
    }
}

#[test]
fn a_ticket_is_made_with_its_person_and_first_message() {
    let desk = empty().build().unwrap();
    let body = json!({
        "subject": "Printer on fire",
        "person": { "name": "Sample Customer", "email": "customer@example.com" },
        "message": { "message": "It burns.", "format": "html" },
        "fields": { "7": "Ground floor" },
    });
    let made = tell(&desk, "PUT /api/v2/tickets", &body);
    assert_eq!(made.status, 201, "{}", made.text);
    let ticket = made.data();
    assert_eq!((&ticket["id"], &ticket["person"]), (&json!(1), &json!(1)));
    assert_eq!(ticket["date_created"], "2025-05-01T12:00:00+0000");
    assert_eq!(ticket["fields"]["7"]["value"], "Ground floor");

    let person = ask(&desk, "GET /api/v2/people/1");
    assert_eq!(person.data()["primary_email"], "customer@example.com");
    let messages = ask(&desk, "GET /api/v2/tickets/1/messages");
    assert_eq!(messages.each("message"), ["It burns."]);
    assert_eq!(
        (messages.each("ticket"), messages.each("person")),
        (vec![json!(1)], vec![json!(1)])
    );

    let by_email = json!({ "subject": "Again", "person": "customer@example.com" });
    assert_eq!(tell(&desk, "PUT /api/v2/tickets", &by_email).data()["person"], 1);
    let found = ask(&desk, "GET /api/v2/people?primary_email=customer@example.com");
    assert_eq!(found.each("id"), [1]);
}

#[test]
fn attachments_of_a_message_are_listed_by_ticket_and_by_message() {
    let desk = empty().seed("tickets", 1).seed("ticket_messages", 1).build().unwrap();
    let file = json!({ "blob_auth": "8RK2MJ5WQ0ZC3T7B", "is_inline": true });
    let body = json!({ "message": "See the file.", "attachments": [file] });
    let made = tell(&desk, "PUT /api/v2/tickets/1/messages", &body);
    assert_eq!(made.data()["attachments"], json!([1]), "{}", made.text);
    for path in ["tickets/1/attachments", "tickets/1/messages/2/attachments"] {
        let files = ask(&desk, &format!("GET /api/v2/{path}"));
        assert_eq!(files.each("message"), [2], "{path}");
        assert_eq!(files.each("is_inline"), [true], "{path}");
    }
    assert_eq!(ask(&desk, "GET /api/v2/tickets/1/messages/1/attachments").data(), &json!([]));
    assert_eq!(ask(&desk, "GET /api/v2/tickets/1/messages/3/attachments").status, 404);
}

#[test]
fn the_guides_request_for_three_tickets_is_answered() {
    let desk = empty().seed("tickets", 1000).build().unwrap();
    let answer = ask(&desk, "GET /api/v2/tickets?ids=123,456,789");
    assert_eq!(answer.each("id"), [123, 456, 789]);
    assert_eq!(ask(&desk, "GET /api/v2/tickets?limit=5").refusal(), (400, "bad_request"));
    assert_eq!(ask(&desk, "GET /api/v2/tickets?count=201").refusal(), (400, "bad_request"));
    assert_eq!(ask(&desk, "GET /api/v2/tickets?count=200").each("id").len(), 200);
}

#[test]
fn live_helpdesks_escape_slashes() {
    let desk = desk(Dialect::Live);
    let answer = ask(&desk, "GET /api/v2/people/1");
    assert!(answer.text.contains("https:\\/\\/"), "{}", answer.text);
    assert!(!answer.text.contains("://"), "{}", answer.text);
}
