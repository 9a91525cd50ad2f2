//! Data to begin with.

use crate::ask::{ask, library_desk};
use serde_json::json;

#[test]
fn seeds_are_made_of_examples_and_types_and_always_the_same() {
    let desk = library_desk().seed("people", 2).build().unwrap();
    assert_eq!(
        ask(&desk, "GET /lib/people").data(),
        &json!([
            {
                "id": 1,
                "name": "Somebody",
                "primary_email": "somebody@example.com",
                "date_created": "2024-01-31T23:00:00+0000",
            },
            {
                "id": 2,
                "name": "Somebody 2",
                "primary_email": "somebody2@example.com",
                "date_created": "2024-02-01T00:00:00+0000",
            },
        ])
    );
}

#[test]
fn seeds_refer_to_each_other() {
    let desk =
        library_desk().seed("people", 2).seed("shelves", 2).seed("books", 3).seed("leaves", 2);
    let desk = desk.build().unwrap();
    let book = ask(&desk, "GET /lib/shelves/2/books/5");
    let book = book.data();
    assert_eq!((&book["shelf"], &book["author"]), (&json!(2), &json!(1)));
    assert_eq!(book["leaves"], json!([9, 10]));
    assert_eq!(book["status"], "new");
    assert_eq!(ask(&desk, "GET /lib/shelves").each("name"), ["Shelf 1", "Shelf 2"]);
}

#[test]
fn children_of_nothing_are_none() {
    let desk = library_desk().seed("books", 5).build().unwrap();
    assert_eq!(ask(&desk, "GET /lib/people/1/books").status, 404);
    let desk = library_desk().seed("books", 5).seed("people", 1).build().unwrap();
    assert_eq!(ask(&desk, "GET /lib/people/1/books").data(), &json!([]));
}

#[test]
fn counts_may_be_as_great_as_they_like() {
    let desk = library_desk().seed("shelves", u64::MAX).seed("books", u64::MAX).build().unwrap();
    let answer = ask(&desk, "GET /lib/shelves/1/books?count=1");
    assert_eq!(answer.each("id"), [1]);
    assert_eq!(ask(&desk, "GET /lib/shelves/18446744073709551615").status, 200);
}

#[test]
fn what_is_no_resource_is_not_seeded() {
    let err = library_desk().seed("boks", 1).build().unwrap_err();
    assert_eq!(err.to_string(), "the description has no resource `boks`");
}
