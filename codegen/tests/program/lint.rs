//! `deskpro-codegen lint`: what is likely to be a mistake, in every format.

use expect_test::expect;
use serde_json::json;

use crate::workbench::{THINGS, Workbench};

/// The small description with a list of things, of which only the first page can be read.
fn with_finding() -> String {
    let list = "  list: { meaning: list, on: collection, success: { 200: page }, repeat: safe, \
                errors: reading, docs: Lists. }\n";
    THINGS
        .replace("methods: { get: GET }", "methods: { get: GET, list: GET }")
        .replace("verbs:\n", &format!("verbs:\n{list}"))
        .replace("    operations:\n", "    operations:\n      list: { docs: Lists things. }\n")
        .replace("meta: meta }", "meta: meta, pages: { flat: { total: total, page: page, per_page: per_page, total_pages: total_pages } } }")
        .replace("docs: Its name.", "docs: What to call it.")
}

/// The same, where a quirk says why.
fn excused() -> String {
    let quirk = "quirks:\n  one-page:\n    says: [There are never many things.]\n    \
                 decision: There is one page.\n    excuses: [DL0112 things.list]\n";
    format!("{}{quirk}", with_finding())
}

#[test]
fn a_finding_is_shown_and_fails() {
    let bench = Workbench::new("lint_finding");
    bench.write("api.yaml", with_finding());
    let run = bench.run_plain(&["lint", "api.yaml"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    expect![[r#"
        warning[DL0112]: `things.list` takes no parameter that chooses the page
          --> api.yaml:22:7
           |
        22 |       list: { docs: Lists things. }
           |       ^^^^ only the first page can be read
           |
           = help: such parameters are called page, offset, cursor, after, before, start
           = help: to excuse it, under a quirk: `excuses: ["DL0112 things.list"]`

        1 finding
    "#]]
    .assert_eq(&run.stderr);
}

#[test]
fn formats_for_others() {
    let bench = Workbench::new("lint_formats");
    bench.write("api.yaml", with_finding());
    let run = bench.run_plain(&["lint", "--spec", "api.yaml", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    expect![[r#"
        api.yaml:22:7: warning[DL0112]: `things.list` takes no parameter that chooses the page
    "#]]
    .assert_eq(&run.stderr);
    let run = bench.run_plain(&["lint", "api.yaml", "--format", "github"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    expect![[r#"
        ::warning file=api.yaml,line=22,col=7,endColumn=11,title=DL0112::`things.list` takes no parameter that chooses the page: only the first page can be read%0Asuch parameters are called page, offset, cursor, after, before, start%0Ato excuse it, under a quirk: `excuses: ["DL0112 things.list"]`
    "#]].assert_eq(&run.stdout);
    let report = bench.run_plain(&["lint", "api.yaml", "--format", "json"]).json();
    assert_eq!((&report["exit"], &report["outcome"]), (&json!(1), &json!("found")));
    assert_eq!(report["problems"][0]["code"], "DL0112");
    assert_eq!(report["problems"][0]["name"], "list_without_paging");
    let log = bench.run_plain(&["lint", "api.yaml", "--format", "sarif"]).json();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "DL0112");
    assert_eq!(log["runs"][0]["results"][0]["level"], "warning");
}

#[test]
fn what_is_excused_does_not_fail() {
    let bench = Workbench::new("lint_excused");
    bench.write("api.yaml", excused());
    let run = bench.run_plain(&["lint", "api.yaml"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout, "no findings in api.yaml\n");
    let run = bench.run_plain(&["lint", "api.yaml", "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let nothing = json!({
        "command": "lint", "description": "api.yaml", "exit": 0, "outcome": "done", "problems": [],
    });
    assert_eq!(run.json(), nothing);
    let log = bench.run_plain(&["lint", "api.yaml", "--format", "sarif"]).json();
    assert_eq!(log["runs"][0]["results"], json!([]));
}

#[test]
fn an_excuse_that_is_no_longer_needed_fails() {
    let bench = Workbench::new("lint_unused_excuse");
    bench.write(
        "api.yaml",
        excused().replace("repeat: safe, errors", "query: [page], repeat: safe, errors").replace(
            "error_sets:",
            "parameters: { page: { type: integer, docs: \"Which one, from 1.\" } }\nerror_sets:",
        ),
    );
    let run = bench.run_plain(&["lint", "api.yaml", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("warning[DL0118]: `DL0112 things.list` excuses nothing"),
        "{}",
        run.stderr
    );
}

#[test]
fn problems_come_first() {
    let bench = Workbench::new("lint_problems");
    bench.write("api.yaml", with_finding().replace("type: string", "type: strnig"));
    let run = bench.run_plain(&["lint", "api.yaml", "--format", "short"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""));
    assert!(run.stderr.contains("error[DP0302]"), "{}", run.stderr);
    assert!(!run.stderr.contains("DL"), "{}", run.stderr);
}

#[test]
fn a_description_is_named_once() {
    let bench = Workbench::new("lint_named_twice");
    bench.write("api.yaml", THINGS);
    let run = bench.run_plain(&["lint", "api.yaml", "--spec", "api.yaml"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
}

#[test]
fn a_finding_is_explained() {
    let bench = Workbench::new("lint_explain");
    for code in ["DL0112", "dl0112"] {
        let run = bench.run_plain(&["explain", code]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        assert!(run.stdout.starts_with("DL0112 list_without_paging: "), "{}", run.stdout);
    }
}
