//! Descriptions that are well-formed and mean to exhaust the checker. All of these are refused or
//! taken in seconds, without deep recursion.

use std::fmt::Write;

use deskpro_spec::problem::Code;
use deskpro_spec::{Sources, load};

const HEAD: &str = "\
format: 1
name: example
title: Example API
docs: An API.
base_path: /api
envelope: { data: data, meta: meta }
statuses:
  200: { name: ok, docs: Done. }
  404: { name: not_found, docs: There is no such thing. }
";

/// The codes of the problems of a description, each once.
fn codes(text: String) -> Vec<Code> {
    let Err(problems) = load(&Sources::from_files([("api.yaml", text)])) else { return Vec::new() };
    let mut codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn a_long_chain_of_types_is_fine() {
    let mut text = format!("{HEAD}types:\n  t20000: {{ docs: T., values: {{ a: A. }} }}\n");
    for number in 0..20_000 {
        let next = number + 1;
        let field = format!("{{ type: t{next}, docs: The next. }}");
        writeln!(text, "  t{number}: {{ docs: T., fields: {{ next: {field} }} }}").unwrap();
    }
    assert!(codes(text).is_empty());
}

#[test]
fn a_long_circle_of_types_is_told_once() {
    let mut text = format!("{HEAD}types:\n");
    for number in 0..20_000 {
        let next = (number + 1) % 20_000;
        let field = format!("{{ type: t{next}, docs: The next. }}");
        writeln!(text, "  t{number}: {{ docs: T., fields: {{ next: {field} }} }}").unwrap();
    }
    assert_eq!(codes(text), [Code(403)]);
}

#[test]
fn a_long_chain_of_error_sets_is_fine() {
    let mut text = format!("{HEAD}error_sets:\n  s20000: [404]\n");
    for number in 0..20_000 {
        writeln!(text, "  s{number}: [s{}]", number + 1).unwrap();
    }
    assert!(codes(text).is_empty());
}

#[test]
fn error_sets_that_all_hold_each_other_are_told() {
    let all: Vec<_> = (0..300).map(|number| format!("s{number}")).collect();
    let mut text = format!("{HEAD}error_sets:\n");
    for name in &all {
        writeln!(text, "  {name}: [{}]", all.join(", ")).unwrap();
    }
    assert_eq!(codes(text), [Code(604)]);
}

#[test]
fn error_sets_that_grow_are_stopped() {
    let mut text = format!("{HEAD}error_codes:\n");
    for number in 0..2_000 {
        writeln!(text, "  code{number}: {{ status: 404, docs: A code. }}").unwrap();
    }
    text.push_str("error_sets:\n  s0: [code0]\n");
    for number in 1..2_000 {
        writeln!(text, "  s{number}: [s{}, code{number}]", number - 1).unwrap();
    }
    assert_eq!(codes(text), [Code(317)]);
}

#[test]
fn a_chain_of_shared_ids_ends() {
    let mut text = format!("{HEAD}resources:\n");
    for number in 0..3_000 {
        let next = (number + 1) % 3_000;
        let id = format!("{{ type: id(r{next}s), access: read_only, docs: The id. }}");
        writeln!(
            text,
            "  - {{ resource: r{number}s, singular: r{number}, path: /r{number}, docs: R., fields: {{ id: {id} }} }}"
        )
        .unwrap();
    }
    assert_eq!(codes(text), [Code(402)]);
}

#[test]
fn many_unknown_names_among_many_known_ones_are_told() {
    let mut text = format!("{HEAD}types:\n");
    for number in 0..20_000 {
        let field = format!("{{ type: missing{number}, docs: The next. }}");
        writeln!(text, "  t{number}: {{ docs: T., fields: {{ next: {field} }} }}").unwrap();
    }
    assert_eq!(codes(text), [Code(302)]);
}

#[test]
fn a_path_of_very_many_parameters_is_refused() {
    let path = "/{a}".repeat(100_000);
    let resource = format!("{{ resource: rs, singular: r, path: \"{path}\", docs: R. }}");
    assert_eq!(codes(format!("{HEAD}resources:\n  - {resource}\n")), [Code(501)]);
}
