//! `deskpro-codegen explain` and `deskpro-codegen schema`.

use serde_json::json;

use crate::workbench::Workbench;

#[test]
fn a_code_is_explained() {
    let bench = Workbench::new("explain");
    // As it is, as its name, as people copy it.
    for code in ["DP0302", "dp0302", "unknown_type", "error[DP0302]", "error[DP0302]: unknown"] {
        let run = bench.run_plain(&["explain", code]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        assert!(run.stdout.starts_with("DP0302 unknown_type: "), "{}", run.stdout);
        assert!(run.stdout.contains("\nWrong:\n\n    "), "{}", run.stdout);
        assert!(run.stdout.contains("\nRight:\n\n    "), "{}", run.stdout);
    }
}

#[test]
fn files_that_are_not_up_to_date_are_explained() {
    let run = Workbench::new("explain_files").run_plain(&["explain", "DG0001"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.starts_with("DG0001 stale_file: a generated file is"), "{}", run.stdout);
}

#[test]
fn a_mistake_with_an_attribute_is_explained() {
    let bench = Workbench::new("explain_mistake");
    let run = bench.run_plain(&["explain", "unknown_field"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.contains("unknown_field: "), "{}", run.stdout);
    assert!(run.stdout.contains("```rust"), "{}", run.stdout);
}

#[test]
fn an_unknown_code_says_what_is_close() {
    let bench = Workbench::new("explain_unknown");
    let close =
        [("unknwn_type", "unknown_type"), ("DL0199", "DL0109"), ("staleFile", "stale_file")];
    for (code, meant) in close {
        let run = bench.run_plain(&["explain", code]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        let expected = format!(
            "error: there is nothing called `{code}`\n  = help: did you mean `{meant}`?\n  \
             = help: `deskpro-codegen explain --list` shows all codes and names\n"
        );
        assert_eq!(run.stderr, expected);
    }
    let run = bench.run_plain(&["explain", "something else"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.stderr.lines().count(), 2, "{}", run.stderr);
}

#[test]
fn the_list_has_a_line_for_each() {
    let bench = Workbench::new("explain_list");
    let run = bench.run_plain(&["explain", "--list"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let starts = ["DP0001 unreadable_file: ", "DL0101 ", "DG0003 orphan_file: ", "unknown_field: "];
    for start in starts {
        assert!(run.stdout.lines().any(|line| line.starts_with(start)), "{start}\n{}", run.stdout);
    }
    let report = bench.run_plain(&["explain", "--list", "--format", "json"]).json();
    let explanations = report["explanations"].as_array().unwrap();
    assert_eq!(explanations.len(), run.stdout.lines().count());
}

#[test]
fn other_programs_get_all_of_an_explanation() {
    let report =
        Workbench::new("explain_json").run_plain(&["explain", "DG0003", "--format", "json"]).json();
    let explanation = &report["explanations"][0];
    assert_eq!(explanation["code"], "DG0003");
    assert_eq!(explanation["name"], "orphan_file");
    assert_eq!(explanation["title"], "nothing makes a file any more");
    assert_eq!(explanation["right"], "src/generated/mod.rs\nsrc/my_additions.rs\n");
    assert_eq!(report["exit"], json!(0));
}

#[test]
fn the_schema_is_the_committed_one() {
    let run = Workbench::new("schema").run_plain(&["schema"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout, include_str!("../../../spec/schema.json"));
}
