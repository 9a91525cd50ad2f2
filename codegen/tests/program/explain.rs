//! `deskpro-codegen explain` and `deskpro-codegen schema`.

use crate::workbench::Workbench;

#[test]
fn a_code_is_explained() {
    let bench = Workbench::new("explain");
    let run = bench.run_plain(&["explain", "DP0302"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.starts_with("DP0302 "), "{}", run.stdout);
    assert!(run.stdout.contains("\nWrong:\n\n    "), "{}", run.stdout);
    assert!(run.stdout.contains("\nRight:\n\n    "), "{}", run.stdout);
}

#[test]
fn a_mistake_with_an_attribute_is_explained() {
    let bench = Workbench::new("explain_mistake");
    let run = bench.run_plain(&["explain", "unknown_field"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.starts_with("unknown_field: "), "{}", run.stdout);
    assert!(run.stdout.contains("```rust"), "{}", run.stdout);
}

#[test]
fn an_unknown_code_lists_the_known_ones() {
    let bench = Workbench::new("explain_unknown");
    for code in ["DP9999", "nonsense", ""] {
        let run = bench.run_plain(&["explain", code]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
        assert!(run.stderr.contains(&format!("there is no problem `{code}`")), "{}", run.stderr);
        assert!(run.stderr.contains("\n  DP0302 "), "{}", run.stderr);
        assert!(run.stderr.contains("\n  unknown_field: "), "{}", run.stderr);
    }
}

#[test]
fn the_schema_is_the_committed_one() {
    let run = Workbench::new("schema").run_plain(&["schema"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout, include_str!("../../../spec/schema.json"));
}
