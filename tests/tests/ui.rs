//! What compiles and what does not, and what the compiler then says. After a wanted change:
//! `TRYBUILD=overwrite cargo test --package deskpro-tests --test ui`, then read the difference.

#[test]
fn code_of_users() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/fail/*.rs");
}
