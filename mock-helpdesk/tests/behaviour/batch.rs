//! Several requests at once.

use crate::ask::{Answer, ask, library_desk, request, send, tell};
use deskpro_mock::{Dialect, Failure, Helpdesk};
use serde_json::{Value, json};

fn desk() -> Helpdesk {
    library_desk().seed("people", 3).seed("covers", 1).build().unwrap()
}

fn batch(desk: &Helpdesk, requests: &Value) -> Answer {
    let answer = tell(desk, "POST /lib/batch", &json!({ "requests": requests }));
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer
}

#[test]
fn each_request_has_an_answer_of_its_own() {
    let desk = library_desk().seed("people", 3).dialect(Dialect::Live).build().unwrap();
    let answer = batch(
        &desk,
        &json!({
            "one": "/people/2",
            "page": { "url": "/lib/people?count=1", "method": "GET" },
            "made": { "url": "/shelves", "method": "post", "payload": { "name": "Sea" } },
            "gone": { "url": "/shelves/9", "method": "DELETE" },
        }),
    );
    let responses = &answer.body["responses"];
    assert_eq!(
        responses["one"],
        json!({
            "headers": {
                "status-code": 200,
                "content-type": "application/json",
                "cache-control": "no-cache",
            },
            "data": ask(&desk, "GET /lib/people/2").data(),
            "meta": [],
            "linked": [],
        })
    );
    assert_eq!(responses["page"]["data"][0]["id"], 1);
    assert_eq!(responses["page"]["meta"]["pagination"]["total"], 3);
    let headers = &responses["made"]["headers"];
    assert_eq!(
        (&headers["status-code"], &responses["made"]["data"]["id"]),
        (&json!(201), &json!(1))
    );
    assert_eq!(headers["location"], "http://desk.example.com/lib/shelves/1");
    let gone = &responses["gone"];
    assert_eq!(
        (&gone["headers"]["status-code"], &gone["code"]),
        (&json!(404), &json!("not_found"))
    );
    assert_eq!((&gone["status"], &gone["errors"]), (&json!(404), &json!(null)));
    assert_eq!(ask(&desk, "GET /lib/shelves/1").data()["name"], "Sea");
}

#[test]
fn addresses_begin_at_the_root_or_below_the_base_path_with_or_without_a_slash() {
    let desk = library_desk().seed("people", 3).dialect(Dialect::Live).build().unwrap();
    let answer = batch(&desk, &json!(["/lib/people/2", "/people/2", "people/2", "lib"]));
    let names: Vec<_> = answer.body["responses"].as_array().unwrap().iter().collect();
    let status = |place: usize| names[place]["headers"]["status-code"].clone();
    assert_eq!([status(0), status(1), status(2)], [json!(200), json!(200), json!(200)]);
    assert_eq!(names[0]["data"], names[2]["data"]);
    assert_eq!(status(3), json!(404));
}

#[test]
fn an_answer_without_a_body_has_headers_only() {
    let desk = desk();
    let update = json!({ "url": "/me", "method": "POST", "payload": { "mood": "better" } });
    let answer = batch(&desk, &json!({ "a": update }));
    let members: Vec<_> = answer.body["responses"]["a"].as_object().unwrap().keys().collect();
    assert_eq!(members, ["headers"]);
    assert_eq!(answer.body["responses"]["a"]["headers"]["status-code"], 204);
    assert_eq!(ask(&desk, "GET /lib/me").data()["mood"], "better");
}

#[test]
fn responses_are_a_list_where_requests_are() {
    let desk = desk();
    let status = |answer: &Answer, place: usize| {
        answer.body["responses"][place]["headers"]["status-code"].clone()
    };
    let list = batch(&desk, &json!(["/people/1", "/people/9"]));
    assert_eq!((status(&list, 0), status(&list, 1)), (json!(200), json!(404)));
    let numbered = batch(&desk, &json!({ "0": "/people/1", "1": "/people/2" }));
    assert_eq!(numbered.body["responses"][1]["data"]["id"], 2);
    assert!(batch(&desk, &json!({ "1": "/people/1" })).body["responses"].is_object());
    assert_eq!(batch(&desk, &json!({})).body["responses"], json!([]));
    assert_eq!(batch(&desk, &json!([])).body["responses"], json!([]));
}

#[test]
fn requests_are_carried_out_in_the_order_they_were_sent() {
    let desk = desk();
    let make =
        |name: &str| json!({ "url": "/shelves", "method": "PUT", "payload": { "name": name } });
    let body = format!(
        r#"{{"requests":{{"z":{},"r10":{},"r9":{}}}}}"#,
        make("first"),
        make("second"),
        make("third")
    );
    let request = request("POST /lib/batch").header("Content-Type", "application/json");
    assert_eq!(send(&desk, request, &body).status, 200);
    assert_eq!(ask(&desk, "GET /lib/shelves").each("name"), ["first", "second", "third"]);
}

#[test]
fn requests_of_a_batch_are_checked_and_fail_as_others_do() {
    let desk = desk();
    desk.fail_next(Failure::status(429).with_retry_after(3).on("people.get"));
    let answer = batch(
        &desk,
        &json!({
            "limited": "/people/1",
            "invalid": { "url": "/shelves", "method": "PUT", "payload": { "nme": "Sea" } },
            "method": { "url": "/people/1", "method": "DELETE" },
            "query": "/people?never_heard_of=1",
            "outside": "/nowhere",
            "no_address": "people/1 2",
            "script": "/covers/1-AB.js",
            "bytes": "/covers/1-AB/file",
            "bare": "/covers/1-AB",
            "nested": { "url": "/batch", "method": "POST", "payload": { "requests": ["/me"] } },
        }),
    );
    let of = |key: &str| &answer.body["responses"][key];
    let status = |key: &str| of(key)["headers"]["status-code"].clone();
    assert_eq!(
        (status("limited"), &of("limited")["headers"]["retry-after"]),
        (json!(429), &json!("3"))
    );
    assert_eq!(of("invalid")["errors"]["fields"]["name"]["errors"][0]["code"], "required");
    assert_eq!((status("method"), &of("method")["headers"]["allow"]), (json!(405), &json!("GET")));
    assert_eq!((status("query"), status("outside")), (json!(400), json!(404)));
    assert_eq!(of("no_address")["code"], "bad_request");
    assert_eq!(
        (status("script"), &of("script")["data"]),
        (json!(200), &json!("\"use strict\";\n"))
    );
    assert_eq!((status("bytes"), of("bytes").get("data")), (json!(200), None));
    assert_eq!((status("bare"), &of("bare")["code"]), (json!(200), &json!("1-AB")));
    assert_eq!((status("nested"), &of("nested")["code"]), (json!(400), &json!("bad_request")));
}

#[test]
fn a_batch_may_fail_as_a_whole() {
    let desk = desk();
    let requests = json!({ "requests": { "a": "/people/1" } });
    let stranger = http::Request::builder().method("POST").uri("/lib/batch");
    assert_eq!(send(&desk, stranger, &requests.to_string()).refusal(), (401, "unauthorized"));
    desk.fail_next(Failure::code("too_fast").on("batch"));
    assert_eq!(tell(&desk, "POST /lib/batch", &requests).refusal(), (429, "too_fast"));
    assert_eq!(tell(&desk, "POST /lib/batch?a=1", &requests).refusal(), (400, "bad_request"));
    let other = ask(&desk, "GET /lib/batch");
    assert_eq!((other.status, other.allow.as_deref()), (405, Some("POST")));
    let many = vec!["/me"; 201];
    let answer = tell(&desk, "POST /lib/batch", &json!({ "requests": many }));
    assert_eq!(answer.refusal(), (400, "bad_request"));
    assert_eq!(desk.requests()[1].operation.as_deref(), Some("batch"));
}

#[test]
fn what_is_no_batch_is_told_in_a_tree() {
    let desk = desk();
    let send = |body: Value| tell(&desk, "POST /lib/batch", &body);
    assert_eq!(send(json!([])).refusal(), (400, "invalid_json_body"));
    assert_eq!(send(json!({})).error_at(&["requests"]), "required");
    assert_eq!(send(json!({ "requests": 1 })).error_at(&["requests"]), "bad_choice");
    assert_eq!(send(json!({ "requests": [], "a": 1 })).error_at(&[]), "extra_fields");
    let requests = json!({
        "a": 1,
        "b": {},
        "c": { "url": 1 },
        "d": { "url": "/me", "method": "FETCH" },
        "e": { "url": "/me", "body": {} },
    });
    let answer = send(json!({ "requests": requests }));
    for (path, code) in [
        (&["requests_a"][..], "bad_choice"),
        (&["requests_b", "url"], "required"),
        (&["requests_c", "url"], "bad_choice"),
        (&["requests_d", "method"], "bad_choice"),
        (&["requests_e"], "extra_fields"),
    ] {
        let path: Vec<&str> = ["requests"].iter().chain(path).copied().collect();
        assert_eq!(answer.error_at(&path), code, "{path:?}");
    }
}

#[test]
fn a_pinned_version_holds_for_all_requests() {
    let desk = desk();
    let requests = json!({ "requests": { "a": "/people/1", "b": "/lib/20161122/people/2" } });
    let answer = tell(&desk, "POST /lib/20170401/batch", &requests);
    for key in ["a", "b"] {
        assert_eq!(answer.body["responses"][key]["headers"]["status-code"], 200, "{key}");
    }
}
