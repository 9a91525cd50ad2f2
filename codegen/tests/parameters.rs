//! Which operations have their request in common with others.

use deskpro_codegen::Options;
use deskpro_spec::{Sources, load};

const HEAD: &str = "\
format: 1
name: example
title: Example API
docs: The API of an example.
base_path: /api
envelope: { data: data, meta: meta }
statuses:
  200: { name: ok, docs: Done. }
  404: { name: not_found, docs: There is no such thing. }
error_sets: { reading: [404] }
methods: { find: GET }
verbs:
  find:
    { meaning: list, on: collection, success: { 200: page }, repeat: safe, errors: reading, docs: Finds. }
types:
  order: { docs: An order., values: { up: Up. } }
resources:
";

/// What the requests of operations that take these parameters are, where each is of a resource of its
/// own: `struct`, or the name of what they have in common.
fn requests(queries: &[&str]) -> Vec<String> {
    let mut yaml = HEAD.to_owned();
    for (number, query) in queries.iter().enumerate() {
        yaml += &format!(
            "  - resource: things{number}\n    singular: thing{number}\n    path: /things{number}\n    \
             docs: Things.\n    operations:\n      find: {{ query: {{ {query} }}, docs: Finds. }}\n    \
             fields: {{ id: {{ type: id, access: read_only, docs: The id. }} }}\n"
        );
    }
    let sources = Sources::from_files([("api.yaml", yaml)]);
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    let files = deskpro_codegen::generate(&api, &Options::default());
    let request = |number| {
        let text = files.get(&format!("things{number}.rs")).unwrap();
        let name = format!("Thing{number}Find");
        match text.split_once(&format!("pub type {name} = ")) {
            Some((_, target)) => target.split('<').next().unwrap().trim().to_owned(),
            None if text.contains(&format!("pub struct {name}(Request);")) => "struct".to_owned(),
            None => panic!("no request in\n{text}"),
        }
    };
    (0..queries.len()).map(request).collect()
}

const PAGE: &str = "page: { type: integer, docs: Which page. }";

/// What three operations that take this have.
#[track_caller]
fn assert_three(query: &str, expected: &str) {
    assert_eq!(requests(&[query; 3]), [expected; 3], "{query}");
}

#[test]
fn three_have_it_in_common_and_two_do_not() {
    assert_three(PAGE, "CallWithPage");
    assert_eq!(requests(&[PAGE; 2]), ["struct"; 2]);
    assert_three("", "Call");
}

#[test]
fn values_have_no_type_of_a_resource_but_ids_of_what_is_listed() {
    assert_three(
        "a: { type: string, docs: A. }, b: { type: list(number), docs: B. }",
        "CallWithAB",
    );
    assert_three("is_new: { type: boolean, docs: A. }", "CallWithIsNew");
    assert_three("order: { type: order, docs: The order. }", "struct");
    assert_three("since: { type: datetime, docs: Since when. }", "struct");
    assert_three("of: { type: id(things0), docs: Of which. }", "struct");
    let own = |number| format!("ids: {{ type: list(id(things{number})), docs: Only these. }}");
    let own = [own(0), own(1), own(2)];
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    assert_eq!(requests(&own), ["CallWithIds"; 3]);
}

#[test]
fn all_that_is_seen_of_a_parameter_is_the_same() {
    let others = [
        "page: { type: integer, docs: Another one. }",
        "page: { type: integer, minimum: 1, docs: Which page. }",
        "page: { type: string, docs: Which page. }",
        "page: { type: list(integer), docs: Which page. }",
        "page: { type: integer, rust: number, docs: Which page. }",
        "page: { type: integer, deprecated: Do not., docs: Which page. }",
    ];
    for other in others {
        assert_eq!(requests(&[PAGE, PAGE, other]), ["struct"; 3], "{other}");
        let most = requests(&[PAGE, other, PAGE, PAGE]);
        assert_eq!(most, ["CallWithPage", "struct", "CallWithPage", "CallWithPage"], "{other}");
    }
}

#[test]
fn a_name_is_that_of_what_most_have() {
    let other = "page: { type: integer, docs: Another one. }";
    let found = requests(&[PAGE, PAGE, PAGE, other, other, other, other]);
    assert_eq!(found[..3], ["struct"; 3]);
    assert_eq!(found[3..], ["CallWithPage"; 4]);
}

#[test]
fn what_must_be_given_is_an_argument_as_ever() {
    let found = requests(&[
        "page: { type: integer, docs: Which page. }, of: { type: order, required: true, docs: Of. }",
        PAGE,
        PAGE,
    ]);
    assert_eq!(found, ["CallWithPage"; 3]);
}

#[test]
fn more_than_six_have_no_name() {
    let take = |count| {
        let names = ["a", "b", "c", "d", "e", "f", "g"];
        let parameters =
            names.iter().take(count).map(|name| format!("{name}: {{ type: integer, docs: It. }}"));
        parameters.collect::<Vec<_>>().join(", ")
    };
    assert_three(&take(6), "CallWithABCDEF");
    assert_three(&take(7), "struct");
}

#[test]
fn what_is_named_like_a_method_is_no_problem() {
    assert_three("fields: { type: string, docs: Which fields. }", "struct");
    assert_three("at: { type: boolean, rust: add, docs: Named like an operator. }", "CallWithAdd");
}
