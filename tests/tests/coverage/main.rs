//! The coverage of the API: each endpoint that is known from any public source is an operation of the
//! description or is left out for a reason, and the description has nothing beyond them.
//!
//! The list is `endpoints.txt`.

mod described;
mod endpoints;
mod table;

use std::collections::BTreeSet;

use described::{Described, described, without_names};
use endpoints::{Endpoint, Fate, endpoints};

/// The endpoints that are covered, each with the name of its operation.
fn covered() -> Vec<(Endpoint, &'static str)> {
    let covered = endpoints().into_iter().filter_map(|endpoint| match endpoint.fate {
        Fate::Operation(name) => Some((endpoint, name)),
        Fate::LeftOut(_) => None,
    });
    covered.collect()
}

#[test]
fn endpoints_are_operations_of_their_path_and_method() {
    let operations = described();
    let mut wrong = Vec::new();
    for (endpoint, name) in covered() {
        match operations.get(name) {
            None => wrong.push(format!("{endpoint}: there is no operation `{name}`")),
            Some(operation) if !operation.is_at(endpoint.method, endpoint.path) => {
                wrong.push(format!("{endpoint}: `{name}` is {operation}"));
            }
            Some(_) => (),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_inferred_is_unverified_and_nothing_else() {
    let operations = described();
    let mut wrong = Vec::new();
    for (endpoint, name) in covered() {
        let is_inferred = endpoint.evidence == "inferred-from-model";
        if operations.get(name).is_some_and(|it| it.is_unverified != is_inferred) {
            let should = if is_inferred { "be" } else { "not be" };
            wrong.push(format!("{endpoint}: `{name}` should {should} `unverified`"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_operation_is_invented_or_has_two_endpoints() {
    let mut left: BTreeSet<String> = described().into_keys().collect();
    let twice = covered().into_iter().filter(|(_, name)| !left.remove(*name));
    let twice: Vec<_> = twice.map(|(endpoint, name)| format!("{endpoint}: `{name}`")).collect();
    assert!(left.is_empty(), "no endpoint of the list is one of these: {left:?}");
    assert!(twice.is_empty(), "no operations, or those of endpoints above:\n{}", twice.join("\n"));
}

#[test]
fn what_is_left_out_is_not_described() {
    let operations = described();
    for endpoint in endpoints() {
        let Fate::LeftOut(why) = endpoint.fate else { continue };
        assert!(!why.is_empty(), "{endpoint}: say why it is left out");
        let found = operations.iter().find(|(_, it)| it.is_at(endpoint.method, endpoint.path));
        assert!(found.is_none(), "{endpoint}: it is described, as {:?}", found.map(|it| it.0));
    }
}

#[test]
fn the_list_has_what_the_table_has() {
    let Some(rows) = table::rows() else {
        println!("skipped: the table of endpoints is not there");
        return;
    };
    let listed = endpoints();
    let listed: Vec<_> =
        listed.iter().map(|it| [it.method, it.path, it.evidence].map(str::to_owned)).collect();
    let unlisted: Vec<_> = rows.iter().filter(|row| !listed.contains(row)).collect();
    assert!(unlisted.is_empty(), "only in the table: {unlisted:#?}");
    let unknown: Vec<_> = listed.iter().filter(|row| !rows.contains(row)).collect();
    assert!(unknown.is_empty(), "only in the list: {unknown:#?}");
    assert_eq!(listed.len(), rows.len(), "something is there twice");
}

#[test]
fn an_operation_is_where_it_is_described() {
    let operation = Described {
        method: deskpro_spec::api::Method::Put,
        path: without_names("/{context}_snippets/{id}"),
        is_negotiable: true,
        is_unverified: false,
    };
    assert!(operation.is_at("PUT", "/{type}_snippets/{snippet}"));
    assert!(operation.is_at("POST", "/{type}_snippets/{snippet}"));
    assert!(!operation.is_at("PATCH", "/{type}_snippets/{snippet}"));
    assert!(!operation.is_at("PUT", "/{type}_snippets"));
    let settled = Described { is_negotiable: false, ..operation };
    assert!(!settled.is_at("POST", "/{type}_snippets/{snippet}"));
}
