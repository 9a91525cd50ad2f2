//! `learn`: from the reports of clients to an overlay.

use serde_json::json;

use crate::workbench::{THINGS, Workbench};

const DRIFT: &str = r#"{"drift": 1, "findings": [
    {"kind": "unknown_field", "operation": "things.get", "path": "data.size", "seen": ["integer"], "count": 3},
    {"kind": "unknown_field", "operation": "things.get", "path": "data.name", "seen": ["text"], "count": 1},
    {"kind": "unknown_field", "operation": "things.get", "path": "data.*", "seen": ["text"], "count": 1}],
    "left_out": 2}"#;

const OVERLAY: &str = "\
# What was seen of a helpdesk and is not described, as `cargo codegen learn` wrote it down.
# Types are guesses: look at each, and write what it means.
overlay: 1
title: What was seen and is not described
actions:
  - target: .
    update:
      sources:
        SEEN: Answers of a helpdesk.

  - target: resources.things.fields
    update:
      # Seen 3 times, in things.get at data.size: integer.
      size:
        type: integer
        access: read_only
        optional: true
        source: SEEN
        docs: Seen in `things.get`; not documented.

# Seen too, and without a place here:
# - the field data.* in things.get: its name looks like data, so it was not kept
# The report had no room for 2 more.
";

fn bench(test: &str, drift: &str) -> Workbench {
    let bench = Workbench::new(test);
    bench.write("api.yaml", THINGS);
    bench.write("drift.json", drift);
    bench
}

#[test]
fn the_overlay_goes_to_standard_output() {
    let run =
        bench("learn_stdout", DRIFT).run_plain(&["learn", "drift.json", "--spec", "api.yaml"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout, OVERLAY);
}

#[test]
fn the_overlay_goes_to_a_file_and_the_rest_is_told() {
    let bench = bench("learn_file", DRIFT);
    let arguments = ["learn", "drift.json", "--spec", "api.yaml", "--out", "seen.yaml"];
    let run = bench.run_plain(&arguments);
    let rest = "known by now: the field data.name in things.get\n\
                without a place: the field data.* in things.get: its name looks like data, so it was not kept\n\
                the report had no room for 2 more\n";
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout, format!("1 change in seen.yaml, to be looked at\n{rest}"));
    assert_eq!(bench.read("seen.yaml"), OVERLAY);
    assert_eq!(bench.run_plain(&arguments).stdout, format!("seen.yaml is up to date\n{rest}"));
}

#[test]
fn several_reports_are_one() {
    let bench = bench("learn_several", DRIFT);
    bench.write("more.json", DRIFT);
    let run = bench.run_plain(&["learn", "drift.json", "more.json", "--spec", "api.yaml"]);
    assert!(run.stdout.contains("# Seen 6 times, in things.get at data.size: integer.\n"));
}

#[test]
fn what_is_known_leads_to_no_file() {
    let drift = r#"{"drift": 1, "findings": [{"kind": "unknown_status", "operation": "things.get",
        "status": 404, "count": 1}]}"#;
    let bench = bench("learn_known", drift);
    let arguments = ["learn", "drift.json", "--spec", "api.yaml", "--out", "seen.yaml"];
    let run = bench.run_plain(&arguments);
    let expected = "nothing new was seen\nknown by now: the status 404 in things.get\n";
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), expected));
    assert!(!bench.has("seen.yaml"));
}

#[test]
fn as_json() {
    let bench = bench("learn_json", DRIFT);
    let arguments =
        ["learn", "drift.json", "--spec", "api.yaml", "--out", "seen.yaml", "--format", "json"];
    let report = bench.run_plain(&arguments).json();
    assert_eq!(report["changes"], json!(1));
    assert_eq!(report["known"], json!(["the field data.name in things.get"]));
    assert_eq!(report["left_out"], json!(2));
    assert_eq!(report["written"], json!([{ "path": "seen.yaml", "change": "new" }]));
}

#[test]
fn what_is_no_report_is_refused() {
    for (test, drift, fault) in [
        ("learn_no_json", "drift", "this is no JSON: expected value at line 1 column 1"),
        ("learn_other_json", "{}", "this is no report of a drift: `drift: 1` is missing"),
        (
            "learn_later",
            r#"{"drift": 2}"#,
            "this is a report of version 2, of which only 1 is known",
        ),
    ] {
        let run = bench(test, drift).run_plain(&["learn", "drift.json", "--spec", "api.yaml"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""), "{test}");
        assert!(run.stderr.contains(&format!("error[DP0001]: {fault}\n")), "{}", run.stderr);
        assert!(run.stderr.contains("drift.json"), "{}", run.stderr);
    }
    let bench = bench("learn_missing", DRIFT);
    let run = bench.run_plain(&["learn", "missing.json", "--spec", "api.yaml"]);
    assert_eq!(run.code, Some(4), "{}", run.stderr);
    assert!(run.stderr.starts_with("error[DP0001]: cannot read missing.json: "), "{}", run.stderr);
}
