//! What each stage may do: `quote!` in emit only, disks in three places, no order by chance.

use crate::rust_files::{RustFile, rust_files, words};

/// The files whose code holds one of these words, or a literal that does.
fn files_with(files: &[RustFile], wanted: &[&str]) -> Vec<String> {
    let holds =
        |file: &&RustFile| words(file.code()).iter().any(|word| wanted.contains(&word.as_str()));
    files.iter().filter(holds).map(|file| file.path.clone()).collect()
}

#[test]
fn planning_prints_nothing() {
    let plan = rust_files(&["codegen/src/plan"]);
    assert_eq!(files_with(&plan, &["quote", "quote_spanned", "ToTokens", "parse_quote"]), [""; 0]);
    // The words are found where they are.
    let emit = rust_files(&["codegen/src/emit"]);
    assert!(files_with(&emit, &["quote"]).len() > 8);
}

#[test]
fn emitting_names_nothing() {
    let emit = rust_files(&["codegen/src/emit"]);
    let naming =
        ["heck", "format_ident", "ToSnakeCase", "ToUpperCamelCase", "Scope", "deskpro_spec"];
    assert_eq!(files_with(&emit, &naming), [""; 0]);
}

#[test]
fn the_reference_is_planned_before_it_is_written() {
    let plan = rust_files(&["codegen/src/reference/plan"]);
    assert_eq!(files_with(&plan, &["markdown", "Files"]), [""; 0]);
    let written = rust_files(&["codegen/src/reference/markdown"]);
    assert_eq!(files_with(&written, &["deskpro_spec", "Api", "Plan"]), [""; 0]);
    // Nobody prints Rust here: types of the client become words, and examples are those of its plan.
    let all = rust_files(&["codegen/src/reference"]);
    assert_eq!(
        files_with(&all, &["prettyplease", "syn", "quote_spanned", "format_ident"]),
        [""; 0]
    );
}

#[test]
fn linting_looks_at_what_was_checked() {
    let lint = rust_files(&["spec/src/lint"]);
    assert_eq!(files_with(&lint, &["check", "Sources", "yaml"]), [""; 0]);
}

#[test]
fn only_format_formats() {
    let files = rust_files(&["spec/src", "codegen/src", "macros/src"]);
    assert_eq!(files_with(&files, &["prettyplease"]), ["codegen/src/format.rs"]);
}

#[test]
fn only_sources_tree_and_the_program_touch_the_disk() {
    let files = rust_files(&["spec/src", "codegen/src", "macros/src"]);
    let disk = ["fs", "OpenOptions", "read_dir", "current_dir", "env", "process", "Command"];
    let found = files_with(&files, &disk);
    let may = |path: &String| {
        let places = [
            "spec/src/sources/",
            "codegen/src/tree/",
            "codegen/src/build_script.rs",
            "codegen/src/program/",
            "codegen/src/main.rs",
            // Finds the description that an attribute names.
            "macros/src/description/",
        ];
        places.iter().any(|place| path.starts_with(place))
    };
    let others: Vec<_> = found.iter().filter(|path| !may(path)).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(found.contains(&"spec/src/sources/disk.rs".to_owned()));
    assert!(found.contains(&"codegen/src/tree/mod.rs".to_owned()));
}

#[test]
fn nothing_is_in_hash_order_between_parse_and_print() {
    // Reading looks anchors, keys and files up by hash, and walks none of these tables.
    let files = rust_files(&[
        "spec/src/document",
        "spec/src/check",
        "spec/src/lint",
        "spec/src/api",
        "spec/src/problem",
        "codegen/src",
        "macros/src",
    ]);
    let by_hash = ["HashMap", "HashSet", "RandomState", "DefaultHasher"];
    assert_eq!(files_with(&files, &by_hash), [""; 0]);
}

#[test]
fn what_depends_on_the_clock_or_on_chance_is_not_generated() {
    let files = rust_files(&[
        "spec/src",
        "codegen/src/plan",
        "codegen/src/emit",
        "codegen/src/reference",
        "macros/src",
    ]);
    let found = files_with(&files, &["SystemTime", "Instant", "thread", "rand"]);
    // Compares when files were changed, to read them again.
    assert_eq!(found, ["macros/src/description/cache.rs"]);
}
