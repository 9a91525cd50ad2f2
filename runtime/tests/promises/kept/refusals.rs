//! A refusal says what its body says, and no more.

use deskpro_runtime::{ErrorTree, Refusal};

use super::answer::Answer;

/// How many errors are compared with all others.
const COMPARED: usize = 20;

/// Checks all that can be asked of a refusal.
pub(crate) fn check<V>(refusal: &Refusal<V>, answer: &Answer) {
    assert!(!answer.status.is_success());
    assert_eq!(refusal.status(), answer.status.as_u16());
    assert_eq!(refusal.body(), answer.read());
    assert_eq!(refusal.headers(), &answer.headers);
    assert_eq!(refusal.body_was_cut(), !answer.is_whole());
    assert_eq!(refusal.code(), refusal.raw_code().unwrap_or_default());
    let texts = [refusal.raw_code(), refusal.message()];
    for text in texts.into_iter().flatten() {
        // An escape of six bytes is never more than three in UTF-8.
        assert!(text.len() <= refusal.body().len());
    }
    assert!(refusal.raw_code().is_none_or(|code| refusal.has_code(code)));
    assert_eq!(refusal.is_maintenance(), refusal.status() == 423);
    assert!(refusal.is_rate_limited() || refusal.status() != 429);
    check_errors(refusal);
    check_same(&Refusal::<String>::new(refusal.response().clone()), refusal);
}

fn check_errors<V>(refusal: &Refusal<V>) {
    assert_eq!(refusal.errors().count(), leaves(refusal.tree()));
    for error in refusal.errors().take(COMPARED) {
        let path = error.path().to_owned();
        let mut same = refusal.field(&path);
        assert!(same.any(|it| it.raw_code() == error.raw_code()));
        assert!(refusal.field(&path).all(|it| it.path() == path));
        assert!(refusal.has_code(error.raw_code()));
        if error.entry_of("fields").is_some() {
            assert!(path.contains("fields.fields_"), "{path}");
        }
    }
}

/// A body that is read twice says the same twice.
fn check_same<V, W>(one: &Refusal<V>, other: &Refusal<W>) {
    assert_eq!(
        (one.body_status(), one.raw_code(), one.message(), one.tree()),
        (other.body_status(), other.raw_code(), other.message(), other.tree())
    );
    assert_eq!(one.to_string(), other.to_string());
}

/// How many things are wrong.
fn leaves(tree: &ErrorTree) -> usize {
    tree.errors.len() + tree.fields.values().map(leaves).sum::<usize>()
}

/// Checks that a tree of errors is read as it was written.
pub(crate) fn check_written(tree: &ErrorTree) {
    let written = format!(r#"{{"code":"invalid_input","errors":{}}}"#, written(tree));
    let refused = Answer::json(400, written).ask::<deskpro_runtime::Empty>(&super::answer::GET);
    let Err(deskpro_runtime::Error::Api(refusal)) = refused else { panic!("{refused:?}") };
    assert_eq!(refusal.tree(), tree);
}

/// A tree as helpdesks write it.
fn written(tree: &ErrorTree) -> String {
    let text = |text: &str| deskpro_runtime::to_json(&text);
    let errors = tree.errors.iter().map(|error| {
        format!(r#"{{"code":{},"message":{}}}"#, text(&error.code), text(&error.message))
    });
    let fields = tree.fields.iter().map(|(name, tree)| format!("{}:{}", text(name), written(tree)));
    let (errors, fields): (Vec<_>, Vec<_>) = (errors.collect(), fields.collect());
    format!(r#"{{"errors":[{}],"fields":{{{}}}}}"#, errors.join(","), fields.join(","))
}
