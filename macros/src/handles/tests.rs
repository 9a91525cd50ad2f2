//! Whatever the attribute stands on, it is still there afterwards, and nothing panics.

use proc_macro2::TokenStream;

use super::expand;

fn expanded(arguments: &str, item: &str) -> String {
    let tokens = |text: &str| -> TokenStream { text.parse().unwrap() };
    expand(tokens(arguments), tokens(item)).to_string()
}

const IGNORED: &str = "me.get, ignore(bad_request, unauthorized, forbidden, not_found, \
                       method_not_allowed, maintenance, too_many_requests)";

#[test]
fn what_handles_all_is_kept_without_an_error() {
    let made =
        expanded(IGNORED, "pub async unsafe extern \"C\" fn f<T>(self: Box<T>) { g!{ $ x } }");
    assert!(made.starts_with("pub async unsafe extern \"C\" fn f < T >"), "{made}");
    assert!(!made.contains("compile_error"), "{made}");
}

#[test]
fn every_kind_of_pattern_counts() {
    for body in [
        "match e { NotFound(_) => {}, _ => {} }",
        "match e { a::b::NotFound { .. } | Other => {}, _ => {} }",
        "if let Some(&(NotFound(ref e), 3)) = e {}",
        "if true && let Err(Error::Api(NotFound(e))) = e {}",
        "while let NotFound(_) = e {}",
        "let NotFound(_) = e else { return };",
        "let f = |e| matches!(e, x::NotFound(_) if true);",
        "assert!(matches!(e, NotFound(_)), \"{}\", 3);",
        "println!(\"{}\", match e { NotFound(_) => 1, _ => 2 });",
        "join! { if let NotFound(_) = e {} }",
        "for NotFound(e) in all {}",
    ] {
        let made = expanded(&IGNORED.replace("not_found, ", ""), &format!("fn f() {{ {body} }}"));
        assert!(!made.contains("compile_error"), "{body}: {made}");
    }
}

#[test]
fn expressions_and_catch_all_arms_do_not_count() {
    for body in [
        "NotFound(3)",
        "match e { _ => NotFound }",
        "match e { rest => drop(rest) }",
        "matches!(NotFound(3), _)",
        "let not_found = 3;",
    ] {
        let made = expanded(&IGNORED.replace("not_found, ", ""), &format!("fn f() {{ {body} }}"));
        assert!(made.contains("does not handle `NotFound`"), "{body}: {made}");
    }
}

#[test]
fn hostile_uses_are_kept_with_an_error() {
    for (arguments, item) in [
        ("", "fn f() {}"),
        (",", "fn f() {}"),
        ("me", "fn f() {}"),
        ("me.", "fn f() {}"),
        ("me.get.more", "fn f() {}"),
        ("\"me.get\"", "fn f() {}"),
        ("me.get, ignore", "fn f() {}"),
        ("me.get, ignore(,)", "fn f() {}"),
        ("me.get, ignore(\"\\u{0}\")", "fn f() {}"),
        ("me.get, spec = 3", "fn f() {}"),
        ("me.get, spec = \"\"", "fn f() {}"),
        ("me.get", "fn f();"),
        ("me.get", "impl f {}"),
        ("me.get", "enum f { A }"),
        ("me.get", ""),
    ] {
        let made = expanded(arguments, item);
        assert!(made.contains("compile_error"), "{item}: {made}");
        assert!(item.is_empty() || made.contains(" f"), "{item}: {made}");
    }
}
