//! The same report for terminals, for editors, for continuous integration and for programs.

use expect_test::expect;
use serde_json::json;

use crate::workbench::{Run, THINGS, Workbench};

/// Runs the program on a description with one mistake.
fn refused(format: &str) -> Run {
    let bench = Workbench::new(&format!("format_{format}"));
    bench.write("api.yaml", THINGS.replace("type: string", "type: strnig"));
    let run = bench.run(&["check", "--format", format]);
    assert_eq!(run.code, Some(3));
    run
}

#[test]
fn text() {
    let run = refused("text");
    assert_eq!(run.stdout, "");
    expect![[r#"
        error[DP0302]: unknown type `strnig`
          --> api.yaml:24:21
           |
        24 |       name: { type: strnig, docs: Its name. }
           |                     ^^^^^^ not a type
           |
           = help: expected a built-in type, a type of this resource, a shared one, or `resource.type`
        help: did you mean `string`?
           |
        24 -       name: { type: strnig, docs: Its name. }
        24 +       name: { type: string, docs: Its name. }
           |

        1 problem; nothing was compared
    "#]]
    .assert_eq(&run.stderr);
}

#[test]
fn short() {
    let run = refused("short");
    assert_eq!(run.stdout, "");
    assert_eq!(run.stderr, "api.yaml:24:21: error[DP0302]: unknown type `strnig`\n");
}

#[test]
fn github() {
    let run = refused("github");
    assert_eq!(run.stderr, "");
    expect![[r#"
        ::error file=api.yaml,line=24,col=21,endColumn=27,title=DP0302::unknown type `strnig`: not a type%0Aexpected a built-in type, a type of this resource, a shared one, or `resource.type`%0Adid you mean `string`?
    "#]]
    .assert_eq(&run.stdout);
}

#[test]
fn json() {
    expect![[r#"
        {
          "command": "check",
          "exit": 3,
          "outcome": "input",
          "problems": [
            {
              "code": "DP0302",
              "column": 21,
              "end": 613,
              "file": "api.yaml",
              "help": [
                "expected a built-in type, a type of this resource, a shared one, or `resource.type`"
              ],
              "label": "not a type",
              "line": 24,
              "message": "unknown type `strnig`",
              "name": "unknown_type",
              "related": [],
              "start": 607,
              "suggestion": "string"
            }
          ]
        }"#]]
    .assert_eq(&format!("{:#}", refused("json").json()));
}

#[test]
fn sarif() {
    let log = refused("sarif").json();
    let run = &log["runs"][0];
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(run["tool"]["driver"]["name"], "deskpro-codegen");
    assert_eq!(run["tool"]["driver"]["rules"][0]["name"], "UnknownType");
    let region = json!({ "startLine": 24, "startColumn": 21, "endLine": 24, "endColumn": 27 });
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place, &json!({ "artifactLocation": { "uri": "api.yaml" }, "region": region }));
    assert_eq!(
        result["fixes"][0]["artifactChanges"][0]["replacements"],
        json!([{ "deletedRegion": region, "insertedContent": { "text": "string" } }])
    );
}

#[test]
fn a_file_that_is_not_there_is_nowhere() {
    let bench = Workbench::new("format_nowhere");
    let run = |format| {
        let run = bench.run_plain(&["lint", "nowhere", "--format", format]);
        assert_eq!(run.code, Some(4));
        run
    };
    let message = "cannot read `nowhere`: ";
    assert!(run("short").stderr.starts_with(&format!("error[DP0001]: {message}")));
    assert!(run("github").stdout.starts_with(&format!("::error title=DP0001::{message}")));
    let report = run("json").json();
    assert_eq!((&report["exit"], &report["outcome"]), (&json!(4), &json!("files")));
    assert_eq!(report["problems"][0]["file"], json!(null));
    assert_eq!(report["problems"][0]["line"], json!(null));
    let log = run("sarif").json();
    assert_eq!(log["runs"][0]["results"], json!([]));
    let failed = &log["runs"][0]["invocations"][0];
    assert_eq!(failed["executionSuccessful"], false);
    assert_eq!(failed["toolExecutionNotifications"][0]["descriptor"]["id"], "DP0001");
}

#[test]
fn what_was_written_is_a_list() {
    let bench = Workbench::generated("format_written");
    bench.remove("client/errors.rs");
    bench.write("client/things.rs", "edited");
    let report = bench.run(&["generate", "--format", "json"]).json();
    assert_eq!(
        report["written"],
        json!([
            { "path": "client/things.rs", "change": "changed" },
            { "path": "client/errors.rs", "change": "new" },
        ])
    );
    assert_eq!((&report["folder"], &report["files"]), (&json!("client"), &json!(4)));

    let openapi = ["openapi", "--spec", "api.yaml", "--out", "api.json", "--format", "json"];
    let report = bench.run_plain(&openapi).json();
    assert_eq!(report["written"], json!([{ "path": "api.json", "change": "new" }]));
    let report = bench.run_plain(&openapi).json();
    assert_eq!(report["written"], json!([]));
}

/// A report beside it would be no document.
#[test]
fn a_document_is_the_same_in_every_format() {
    let bench = Workbench::generated("format_document");
    for command in [&["schema"][..], &["openapi", "--spec", "api.yaml"], &["completions", "fish"]] {
        let plain = bench.run_plain(command).stdout;
        for format in ["short", "github", "json", "sarif"] {
            let run = bench.run_plain(&[command, &["--format", format]].concat());
            assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
            assert_eq!(run.stdout, plain);
        }
    }
}

#[test]
fn an_unknown_format_is_refused() {
    let bench = Workbench::new("format_unknown");
    let run = bench.run(&["check", "--format", "xml"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("text, short, github, json, sarif"), "{}", run.stderr);
}
