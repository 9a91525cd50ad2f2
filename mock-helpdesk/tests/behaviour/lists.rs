//! Lists: pages, links, meta, ids, filters and order.

use crate::ask::{Answer, ask, library_desk, tell};
use deskpro_mock::{Dialect, Helpdesk};
use serde_json::{Value, json};

fn desk() -> Helpdesk {
    library_desk().seed("shelves", 2).seed("books", 25).seed("people", 3).build().unwrap()
}

fn ids(answer: &Answer) -> Vec<u64> {
    answer.each("id").iter().filter_map(serde_json::Value::as_u64).collect()
}

#[test]
fn a_page_has_ten_objects_links_and_flat_meta_as_the_guide_says() {
    let answer = ask(&desk(), "GET /lib/shelves/2/books?page=2");
    assert_eq!(answer.status, 200);
    assert_eq!(ids(&answer), (36..46).collect::<Vec<_>>());
    assert_eq!(
        answer.body["meta"],
        json!({ "total": 25, "page": 2, "per_page": 10, "total_pages": 3 })
    );
    assert_eq!(
        answer.body["links"],
        json!({
            "first": "/shelves/2/books",
            "prev": "/shelves/2/books",
            "self": "/shelves/2/books?page=2",
            "next": "/shelves/2/books?page=3",
            "last": "/shelves/2/books?page=3",
        })
    );
    assert!(answer.body.get("linked").is_none());
}

#[test]
fn the_live_dialect_has_nested_meta_and_linked() {
    let desk = library_desk().dialect(Dialect::Live).seed("shelves", 12).build().unwrap();
    let answer = ask(&desk, "GET /lib/shelves?page=2");
    assert_eq!(
        answer.body["meta"],
        json!({ "pagination": { "total": 12, "count": 2, "current_page": 2, "per_page": 10, "total_pages": 2 } })
    );
    assert_eq!(answer.body["linked"], json!({}));
    assert!(answer.body.get("links").is_none());
}

#[test]
fn the_ends_of_a_list_have_null_for_neighbours() {
    let desk = desk();
    let first = ask(&desk, "GET /lib/shelves/1/books");
    assert_eq!(first.body["links"]["prev"], json!(null));
    assert_eq!(first.body["links"]["self"], "/shelves/1/books");
    let last = ask(&desk, "GET /lib/shelves/1/books?page=3");
    assert_eq!(last.body["links"]["next"], json!(null));
    assert_eq!(ids(&last).len(), 5);
    let beyond = ask(&desk, "GET /lib/shelves/1/books?page=9");
    assert_eq!((beyond.status, ids(&beyond).len()), (200, 0));
    assert_eq!(beyond.body["links"]["prev"], "/shelves/1/books?page=3");
    let huge = ask(&desk, "GET /lib/shelves/1/books?page=9223372036854775807");
    assert_eq!((huge.status, ids(&huge).len()), (200, 0));
}

#[test]
fn an_empty_list_has_one_page() {
    let answer = ask(&library_desk().build().unwrap(), "GET /lib/people");
    assert_eq!(answer.data(), &json!([]));
    assert_eq!(
        answer.body["meta"],
        json!({ "total": 0, "page": 1, "per_page": 10, "total_pages": 1 })
    );
}

#[test]
fn links_keep_what_was_asked_for() {
    let answer = ask(&desk(), "GET /lib/shelves/1/books?page=1&count=5&labels=a%26b");
    assert_eq!(answer.body["links"]["self"], "/shelves/1/books?count=5&labels=a%26b");
    let answer = ask(&desk(), "GET /lib/shelves/1/books?count=5");
    assert_eq!(answer.body["links"]["last"], "/shelves/1/books?count=5&page=5");
    assert_eq!(answer.body["meta"]["per_page"], 5);
}

#[test]
fn ids_choose_those_that_are_there() {
    let desk = desk();
    let answer = ask(&desk, "GET /lib/shelves/1/books?ids=3,1,3,99,26");
    assert_eq!(ids(&answer), [1, 3], "26 stands on the other shelf");
    assert_eq!(answer.body["meta"]["total"], 2);
    assert_eq!(ids(&ask(&desk, "GET /lib/shelves?ids=")), [] as [u64; 0]);
    assert_eq!(ask(&desk, "GET /lib/shelves?ids=1,x").refusal(), (400, "bad_request"));
}

#[test]
fn parameters_that_name_a_field_are_filters() {
    let desk = desk();
    let total = |query: &str| {
        let answer = ask(&desk, &format!("GET /lib/shelves/1/books?{query}"));
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.body["meta"]["total"].as_u64().unwrap()
    };
    assert_eq!(total("title=Moby+Dick"), 1);
    assert_eq!(total("title=Moby%20Dick%207"), 1);
    assert_eq!(total("status=new"), 13);
    assert_eq!(total("not_status=new"), 12);
    assert_eq!(total("status=never_heard_of"), 0);
    assert_eq!(total("author=1"), 9);
    assert_eq!(total("author=1,2"), 17);
    assert_eq!(total("is_lent=0"), 25);
    assert_eq!(total("is_lent=true"), 0);
    assert_eq!(total("status=new&author=1"), 5);
}

#[test]
fn lists_hold_what_is_asked_for_when_one_item_is_it() {
    let desk = desk();
    let body = json!({ "title": "A", "labels": ["sea", "whale"] });
    assert_eq!(tell(&desk, "PUT /lib/shelves/1/books", &body).status, 201);
    assert_eq!(ids(&ask(&desk, "GET /lib/shelves/1/books?labels=whale")), [51]);
}

#[test]
fn lists_are_ordered_by_any_field_in_either_direction() {
    let desk = desk();
    let down = ask(&desk, "GET /lib/shelves/1/books?order_by=id&order_dir=desc&count=3");
    assert_eq!(ids(&down), [25, 24, 23]);
    let up = ask(&desk, "GET /lib/shelves/1/books?order_by=title&count=3");
    assert_eq!(up.each("title"), ["Moby Dick", "Moby Dick 10", "Moby Dick 11"]);
    assert_eq!(ids(&ask(&desk, "GET /lib/shelves/1/books?order_by=nothing&count=2")), [1, 2]);
}

#[test]
fn what_an_operation_does_not_take_is_refused() {
    let desk = desk();
    for query in [
        "limit=5",
        "count=51",
        "count=0",
        "page=0",
        "page=-1",
        "page=x",
        "page=1.5",
        "page=",
        "author=x",
        "is_lent=maybe",
        "follow_location=1",
        "title=%ff",
        "=1",
    ] {
        let answer = ask(&desk, &format!("GET /lib/shelves/1/books?{query}"));
        assert_eq!(answer.refusal(), (400, "bad_request"), "{query}");
    }
    let answer = ask(&desk, "GET /lib/shelves?limit=5");
    assert_eq!(answer.body["message"], "Unknown query parameter: limit");
}

#[test]
fn lists_without_pages_come_whole() {
    let desk =
        library_desk().seed("shelves", 1).seed("books", 1).seed("leaves", 60).build().unwrap();
    let answer = ask(&desk, "GET /lib/shelves/1/books/1/leaves");
    assert_eq!(ids(&answer).len(), 60);
    assert_eq!(answer.body["meta"], json!({}));
    let paged = ask(&desk, "GET /lib/shelves/1/books/1/leaves?page=1");
    assert_eq!(paged.refusal(), (400, "bad_request"));
}

#[test]
fn a_million_seeded_objects_cost_nothing() {
    let desk = library_desk().seed("people", 1_000_000).build().unwrap();
    let answer = ask(&desk, "GET /lib/people?page=100000");
    assert_eq!(ids(&answer).last(), Some(&1_000_000));
    assert_eq!(answer.body["meta"]["total"], 1_000_000);
    assert_eq!(ask(&desk, "GET /lib/people/1000001").status, 404);
}

#[test]
fn pages_go_on_from_what_was_seeded_to_what_was_made() {
    let desk = library_desk().seed("shelves", 5).build().unwrap();
    for name in ["Sea", "Sky"] {
        tell(&desk, "PUT /lib/shelves", &json!({ "name": name }));
    }
    let pages = |count: usize| -> Vec<Vec<Value>> {
        let page = |number| format!("GET /lib/shelves?count={count}&page={number}");
        (1..=4).map(|number| ask(&desk, &page(number)).each("id")).collect()
    };
    let expected = [vec![1, 2, 3], vec![4, 5, 6], vec![7], vec![]];
    assert_eq!(json!(pages(3)), json!(expected));
    ask(&desk, "DELETE /lib/shelves/2");
    let expected = [vec![1, 3, 4], vec![5, 6, 7], vec![], vec![]];
    assert_eq!(json!(pages(3)), json!(expected));
}
