//! The same mistake for terminals, for editors, for continuous integration and for programs.

use expect_test::{Expect, expect};

use crate::workbench::{Run, THINGS, Workbench};

/// Runs the program on a description with one mistake.
fn refused(format: &str) -> Run {
    let bench = Workbench::new(&format!("format_{format}"));
    bench.write("api.yaml", THINGS.replace("type: string", "type: strnig"));
    let run = bench.run(&["check", "--format", format]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    run
}

fn assert_shown(format: &str, expected: Expect) {
    expected.assert_eq(&refused(format).stderr);
}

#[test]
fn text() {
    assert_shown(
        "text",
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

        1 problem; nothing was written
    "#]],
    );
}

#[test]
fn short() {
    assert_shown(
        "short",
        expect![[r#"
        api.yaml:24:21: error[DP0302]: unknown type `strnig`
    "#]],
    );
}

#[test]
fn github() {
    assert_shown(
        "github",
        expect![[r#"
        ::error file=api.yaml,line=24,col=21,endColumn=27,title=DP0302::unknown type `strnig`: not a type%0Aexpected a built-in type, a type of this resource, a shared one, or `resource.type`%0Adid you mean `string`?
    "#]],
    );
}

#[test]
fn json() {
    let run = refused("json");
    let problems: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
    expect![[r#"
        [
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
        ]"#]]
    .assert_eq(&format!("{problems:#}"));
}

#[test]
fn an_unknown_format_is_refused() {
    let bench = Workbench::new("format_unknown");
    let run = bench.run(&["check", "--format", "xml"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("text, short, github, json"), "{}", run.stderr);
}
