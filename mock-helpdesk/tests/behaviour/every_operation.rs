//! Every operation of the description of the Deskpro API, in both dialects.

use crate::ask::{self, Answer, ask, send, tell};
use crate::deskpro::{description, full};
use crate::made_up::{Request, is_returned, with_type};
use deskpro_mock::{Dialect, Helpdesk};
use deskpro_spec::api::{Method, Operation, Payload, Resource, Segment, Shape, Success, Type};
use serde_json::{Value, json};

/// Does something with every operation, and collects what is wrong with it.
fn each(dialect: Dialect, look: impl Fn(&Request<'_>) -> Result<(), String>) {
    let mut wrong = Vec::new();
    let mut count = 0;
    let new = || full().dialect(dialect).build().unwrap();
    let mut desk = new();
    for resource in &description().resources {
        for operation in &resource.operations {
            count += 1;
            if let Err(why) = look(&Request { desk: &desk, resource, operation }) {
                wrong.push(format!("{}.{} {dialect:?}: {why}", resource.name, operation.name));
            }
            // What others have changed is none of the next one's concern.
            if operation.method != Method::Get {
                desk = new();
            }
        }
    }
    assert!(count > 40, "only {count} operations");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

fn expect(is: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if is { Ok(()) } else { Err(why()) }
}

/// Whether an answer is this documented success.
fn is_success(request: &Request<'_>, answer: &Answer, success: Success) -> bool {
    let operation = request.operation;
    let is_returned = |value: &Value| is_returned(request.desk.api(), &operation.returns, value);
    let is_nothing = operation.returns == Payload::Nothing
        || matches!(operation.method, Method::Head | Method::Options);
    match success.shape {
        _ if success.status != answer.status => false,
        Shape::Empty => answer.text.is_empty(),
        _ if is_nothing => answer.text.is_empty(),
        Shape::Bare => match operation.returns {
            Payload::Text | Payload::Bytes => !answer.text.is_empty(),
            _ => is_returned(&answer.body),
        },
        Shape::One | Shape::Created => {
            answer.body.get("data").is_some() && is_returned(answer.data())
        }
        Shape::Page => answer.data().as_array().is_some_and(|all| all.iter().all(is_returned)),
    }
}

fn succeeds(request: &Request<'_>) -> Result<(), String> {
    let operation = request.operation;
    let answer = request.perform("");
    let is_documented = operation.success.iter().any(|it| is_success(request, &answer, *it));
    expect(is_documented, || {
        format!("{} {}: {} {}", request.method(), request.path(), answer.status, answer.text)
    })?;
    expect(answer.location.is_some() == operation.location, || {
        format!("location {:?}", answer.location)
    })?;
    if operation.follow_location {
        // Some things cannot be made twice.
        let desk = full().dialect(request.desk.dialect()).build().unwrap();
        let answer = Request { desk: &desk, ..*request }.perform("follow_location=1");
        let is_one = answer.status == 200 && answer.data().is_object();
        expect(is_one, || format!("followed: {} {}", answer.status, answer.text))?;
    }
    Ok(())
}

#[test]
fn every_operation_is_answered_with_a_documented_success() {
    each(Dialect::Guide, succeeds);
    each(Dialect::Live, succeeds);
}

#[test]
fn a_helpdesk_to_which_everything_was_done_answers_on() {
    for (dialect, number) in [(Dialect::Guide, 0), (Dialect::Live, 7)] {
        let desk = full().dialect(dialect).seed_number(number).build().unwrap();
        // What is deleted first is not there for the others, which is refused.
        for _ in 0..2 {
            for resource in &description().resources {
                for operation in &resource.operations {
                    let answer = ask(&desk, &line(&desk, resource, operation));
                    assert!(answer.status < 500, "{}: {}", operation.name, answer.text);
                    let request = Request { desk: &desk, resource, operation };
                    let (content_type, body) = request.body();
                    let asked = ask::request(&line(&desk, resource, operation));
                    let asked = with_type(asked, content_type.as_deref().unwrap_or("text/plain"));
                    let answer = send(&desk, asked, &body);
                    assert!(answer.status < 500, "{}: {}", operation.name, answer.text);
                }
            }
        }
        for list in ["tickets", "people", "organizations", "blobs", "tickets/counts"] {
            assert_eq!(ask(&desk, &format!("GET /api/v2/{list}")).status, 200, "{list}");
        }
    }
}

/// Method and path of an operation on the second of everything, with the query that it must have.
fn line(desk: &Helpdesk, resource: &Resource, operation: &Operation) -> String {
    let path = operation.path.segments.iter().map(|segment| {
        let part = |part: &Segment| match part {
            Segment::Text(text) => text.clone(),
            Segment::Parameter(_) => "2".to_owned(),
        };
        segment.iter().map(part).collect::<String>()
    });
    let path: Vec<String> = path.collect();
    let request = Request { desk, resource, operation };
    let base = &desk.api().base_path;
    format!("{} {base}/{}?{}", request.method(), path.join("/"), request.query())
}

#[test]
fn every_operation_refuses_strangers_unknown_parameters_and_missing_objects() {
    each(Dialect::Guide, |request| {
        let (desk, path, method) = (request.desk, request.path(), request.method());
        let stranger = http::Request::builder().method(method).uri(&path);
        let is = |answer: &Answer, status: u16| {
            let is_head = request.operation.method == Method::Head;
            expect(answer.status == status && (is_head || answer.refusal().0 == status), || {
                format!("{status} expected: {} {}", answer.status, answer.text)
            })
        };
        is(&send(desk, stranger, ""), 401)?;
        is(&ask(desk, &format!("{method} {path}?never_heard_of=1")), 400)?;
        let parameters = &request.operation.path.parameters;
        if parameters.iter().any(|it| matches!(it.ty, Type::Id(_))) {
            let missing = format!("{}?{}", path.replace("/1", "/999999"), request.query());
            is(&ask(desk, &format!("{method} {missing}")), 404)?;
        }
        Ok(())
    });
}

#[test]
fn every_get_is_answered_to_a_head_without_a_body() {
    each(Dialect::Guide, |request| {
        if request.operation.method != Method::Get {
            return Ok(());
        }
        let line = format!("{}?{}", request.path(), request.query());
        let (get, head) = (request.perform(""), ask(request.desk, &format!("HEAD {line}")));
        let is_same = get.status == head.status && head.text.is_empty();
        expect(is_same, || format!("{} and {}: {}", get.status, head.status, head.text))
    });
}

#[test]
fn every_get_is_answered_in_a_batch_as_alone() {
    each(Dialect::Live, |request| {
        if request.operation.method != Method::Get {
            return Ok(());
        }
        let (alone, line) =
            (request.perform(""), format!("{}?{}", request.path(), request.query()));
        let requests = json!({ "requests": { "a": line } });
        let batch = tell(request.desk, "POST /api/v2/batch", &requests);
        let answer = &batch.body["responses"]["a"];
        let is_same = answer["headers"]["status-code"] == alone.status
            && (!alone.body.is_object() || answer["data"] == *alone.data());
        expect(is_same, || format!("{}: {answer}", alone.text))
    });
}

#[test]
fn every_get_that_takes_its_query_in_the_body_does() {
    let mut count = 0;
    let desk = full().build().unwrap();
    for resource in &description().resources {
        for operation in resource.operations.iter().filter(|it| it.query_in_body) {
            count += 1;
            let request = Request { desk: &desk, resource, operation };
            let header = description().query_in_body.as_deref().expect("its name");
            let post = ask::request(&format!("POST {}", request.path())).header(header, "1");
            let post = send(&desk, with_type(post, "application/json"), r#"{"page":1}"#);
            assert_eq!((post.status, post.data()), (200, request.perform("page=1").data()));
        }
    }
    assert!(count > 0, "no operation takes its query in the body");
}

#[test]
fn seeded_objects_have_every_field_that_is_read() {
    each(Dialect::Guide, has_every_field);
}

#[test]
fn objects_made_up_from_a_number_have_every_field_too() {
    let desk = full().seed_number(7).build().unwrap();
    for resource in &description().resources {
        for operation in &resource.operations {
            let request = Request { desk: &desk, resource, operation };
            if let Err(why) = has_every_field(&request) {
                panic!("{}.{}: {why}", resource.name, operation.name);
            }
        }
    }
}

fn has_every_field(request: &Request<'_>) -> Result<(), String> {
    if request.operation.name != "get" || !returns_itself(request) {
        return Ok(());
    }
    let answer = request.perform("");
    for field in request.resource.fields.iter().filter(|field| field.access.is_read()) {
        let value = answer.data().get(&field.name);
        let is_there = value.is_some_and(|value| field.nullable || !value.is_null());
        expect(is_there || field.ty == Type::Json, || format!("{}: {value:?}", field.name))?;
    }
    Ok(())
}

/// Whether an operation returns the resource that it belongs to.
fn returns_itself(request: &Request<'_>) -> bool {
    match request.operation.returns {
        Payload::Resource(id) => request.desk.api()[id].name == request.resource.name,
        _ => false,
    }
}
