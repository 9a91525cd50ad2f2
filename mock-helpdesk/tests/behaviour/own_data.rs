//! Data of one's own.

use std::fs;
use std::path::Path;

use crate::ask::{ask, library_desk, tell};
use crate::deskpro::empty;
use deskpro_mock::{Builder, Helpdesk};
use serde_json::{Value, json};

const SHELVES: &str = "
people:
  - { id: 4, name: Herman, primary_email: herman@example.com }
  - name: Jo
shelves:
  count: 2
  objects:
    - name: Sea
      books:
        - { title: Moby Dick, author: 4, bought: 2025-05-01 10:00:00+02:00, leaves: [{ text: Ishmael }] }
        - { id: 70, title: Typee, labels: [whale], status: old, fields: { 7: { value: 1 } } }
    - { id: 9, name: Sky }
books:
  - { shelf: 1, title: Omoo }
me: { mood: bored }
switches: [{ name: light, is_on: true }]
";

fn desk() -> Helpdesk {
    library_desk().data(SHELVES).build().unwrap_or_else(|err| panic!("{err}"))
}

fn problems(yaml: &str) -> String {
    library_desk().data(yaml).build().unwrap_err().to_string()
}

fn data(desk: &Helpdesk, path: &str) -> Value {
    let answer = ask(desk, &format!("GET /lib/{path}"));
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    answer.data().clone()
}

#[test]
fn given_objects_are_there_and_the_rest_of_them_is_made_up() {
    let desk = desk();
    let shelves = ask(&desk, "GET /lib/shelves");
    assert_eq!(shelves.each("id"), [1, 2, 3, 9]);
    assert_eq!(shelves.each("name"), ["Shelf 1", "Shelf 2", "Sea", "Sky"]);
    let books = ask(&desk, "GET /lib/shelves/3/books");
    assert_eq!(books.each("id"), [1, 70]);
    assert_eq!(
        (books.each("shelf"), books.each("author")),
        (vec![json!(3); 2], vec![json!(4), json!(1)])
    );
    let book = &books.data()[0];
    assert_eq!(book["bought"], "2025-05-01T08:00:00+0000");
    assert_eq!((&book["leaves"], &book["leaves_count"]), (&json!([1]), &json!(1)));
    assert_eq!(data(&desk, "shelves/3/books/1/leaves")[0]["text"], "Ishmael");
    assert_eq!(books.data()[1]["fields"], json!({ "7": { "value": 1 } }));
    assert_eq!(ask(&desk, "GET /lib/shelves/1/books").each("title"), ["Omoo"]);
    assert_eq!(data(&desk, "me")["mood"], "bored");
    assert_eq!(data(&desk, "people/5")["name"], "Jo");
    assert_eq!(data(&desk, "switches")[0], json!({ "name": "light", "is_on": true }));
    let made = tell(&desk, "PUT /lib/shelves", &json!({ "name": "New" }));
    assert_eq!(made.data()["id"], 10, "ids go on after the greatest");
}

#[test]
fn who_has_no_id_gets_one_that_nobody_else_has() {
    let desk = library_desk().data("people: [{ name: A }, { id: 1, name: B }, { name: C }]");
    let people = ask(&desk.build().unwrap(), "GET /lib/people");
    assert_eq!(people.each("name"), ["B", "A", "C"]);
    assert_eq!(people.each("id"), [1, 2, 3]);
}

#[test]
fn given_objects_take_the_place_of_seeded_ones() {
    let desk = library_desk().seed("people", 3).data("people: [{ id: 2, name: Jo }]");
    let people = ask(&desk.build().unwrap(), "GET /lib/people");
    assert_eq!(people.each("id"), [1, 2, 3]);
    assert_eq!(people.each("name"), ["Somebody", "Jo", "Somebody 3"]);
    assert_eq!(people.each("primary_email")[1], "somebody2@example.com");
}

#[test]
fn each_mistake_has_its_line_and_column_and_what_was_expected() {
    let yaml = "
peple: 3
people:
  - { id: 0, nmae: Jo }
  - name: [1]
shelves: { cuont: 3 }
books:
  - { shelf: 1, bought: soon, author: Jo, is_lent: 1, size: { widht: 1 } }
  - title: Where?
me: x
";
    assert_eq!(
        problems(yaml),
        "data.yaml:2:1: unknown resource `peple`; did you mean `people`?\n\
         data.yaml:4:11: expected an id, a whole number from 1 on\n\
         data.yaml:4:14: unknown field `nmae` of `people`; did you mean `name`?\n\
         data.yaml:5:11: expected text\n\
         data.yaml:6:12: unknown key `cuont`; did you mean `count`?\n\
         data.yaml:8:25: expected a date with time, such as 2025-05-01T08:02:02+0000\n\
         data.yaml:8:39: expected an id, a whole number from 1 on\n\
         data.yaml:8:52: expected true or false\n\
         data.yaml:8:63: unknown field `widht` of `size`; did you mean `width`?\n\
         data.yaml:9:5: a book lives within a shelf: expected `shelf`, its id\n\
         data.yaml:10:5: expected a number, a list of objects, or a mapping with `count` and `objects`"
    );
    assert_eq!(problems("[1]"), "data.yaml:1:1: expected a mapping from names of resources");
    let broken = problems("people: [\n");
    assert_eq!(broken, "data.yaml:1:9: error[DP0103]: `[` is never closed");
    let endless = problems("people: [{ id: .inf }]");
    assert_eq!(endless, "data.yaml:1:16: error[DP0210]: JSON cannot hold `.inf`");
    let many = format!("shelves:\n{}", "  - 1\n".repeat(30));
    assert!(problems(&many).ends_with("data.yaml:21:5: expected an object\nand 10 more"));
}

#[test]
fn what_is_referred_to_must_be_there() {
    let yaml =
        "shelves: 1\npeople: 2\nbooks:\n- { shelf: 7, title: A }\n- { shelf: 1, author: 3 }\n";
    assert_eq!(
        problems(yaml),
        "data.yaml:4:3: there is no shelf 7\ndata.yaml:5:23: there is no person 3"
    );
    let twice = "people:\n- { id: 4, name: Jo }\n- { id: 4, name: Mo }\n";
    assert_eq!(problems(twice), "data.yaml:3:3: there are two of person 4");
    let nobody = "shelves: 1\nbooks: [{ shelf: 1, author: 3 }]\n";
    assert!(library_desk().data(nobody).build().is_ok(), "no people are held at all");
}

#[test]
fn a_file_is_read_when_the_helpdesk_is_built() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("people.yaml");
    fs::write(&path, "people: [{ name: Jo }]\n").unwrap();
    let desk = library_desk().data_file(&path).build().unwrap();
    assert_eq!(data(&desk, "people")[0]["name"], "Jo");
    fs::write(&path, "people: [{ nme: Jo }]\n").unwrap();
    let err = library_desk().data_file(&path).build().unwrap_err().to_string();
    let expected = "people.yaml:1:12: unknown field `nme` of `people`; did you mean `name`?";
    assert!(err.ends_with(expected), "{err}");
    fs::remove_file(&path).unwrap();
    let err = library_desk().data_file(&path).build().unwrap_err().to_string();
    assert!(err.contains("people.yaml: "), "{err}");
}

#[test]
fn data_that_break_off_anywhere_are_read_or_refused() {
    let mut refused = 0;
    for (end, _) in SHELVES.char_indices().step_by(3) {
        if let Err(err) = library_desk().data(&SHELVES[..end]).build() {
            assert!(err.to_string().starts_with("data.yaml:"), "{end}: {err}");
            refused += 1;
        }
    }
    assert!(refused > 20, "only {refused}");
    let greatest = "people: [{ id: 9223372036854775807, name: A }, { name: B }]";
    let people = ask(&library_desk().data(greatest).build().unwrap(), "GET /lib/people");
    assert_eq!(people.each("name"), ["A", "B"]);
}

#[test]
fn a_deskpro_helpdesk_is_told_in_a_few_lines() {
    let yaml = "
people:
  - { id: 4, first_name: Jo, last_name: Doe, primary_email: jo@example.com }
tickets:
  - id: 3432
    subject: Printer on fire
    person: 4
    messages: [{ message: It burns., person: 4 }, { message: Still., person: 4 }]
";
    let desk: Builder = empty().data(yaml);
    let desk = desk.build().unwrap_or_else(|err| panic!("{err}"));
    let person = ask(&desk, "GET /api/v2/people/4");
    assert_eq!(person.data()["display_contact"], "Jo Doe <jo@example.com>");
    assert_eq!(person.data()["emails"], json!(["jo@example.com"]));
    assert_eq!(person.data()["tickets_count"], 1);
    let ticket = ask(&desk, "GET /api/v2/tickets/3432");
    assert_eq!(ticket.data()["original_subject"], "Printer on fire");
    let messages = ask(&desk, "GET /api/v2/tickets/3432/messages");
    assert_eq!(messages.each("message"), ["It burns.", "Still."]);
}
