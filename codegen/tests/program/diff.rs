//! `deskpro-codegen diff`: of files, folders and revisions, in every format.

use expect_test::expect;
use serde_json::json;

use crate::workbench::{THINGS, Workbench};

/// The small description and another, in which something is gone, something is new, and something may be
/// null.
fn two(test: &str) -> Workbench {
    let bench = Workbench::new(test);
    let changed = THINGS
        .replace(
            "      name: { type: string, docs: Its name. }\n",
            "      size: { type: integer?, docs: How large. }\n",
        )
        .replace("docs: An API.", "docs: The API.");
    bench.write("old.yaml", THINGS);
    bench.write("api.yaml", changed);
    bench
}

#[test]
fn changes_for_people() {
    let bench = two("diff_text");
    let run = bench.run_plain(&["diff", "old.yaml", "api.yaml", "--current", "1.4.2"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    expect![[r#"
        Major: crates that use this no longer compile

        `things.name` is no longer in answers [field-removed]
              wire breaking
            was at old.yaml:24:7
           used by `things.get`
                in `things`
              rust `things::Thing.name` is gone

        Minor: crates compile as before, and may use more

        `things.size` is new in answers [field-added]
              wire additive
             is at api.yaml:24:7
           used by `things.get`
                in `things`
              rust `things::Thing.size` is new

        Patch: crates compile as before

        `docs` differs: `An API.` became `The API.` [docs-changed]
              wire unseen
            was at old.yaml:4:7
             is at api.yaml:4:7

        3 changes: major for the crate, breaks callers of the API; the next version is 2.0.0
    "#]]
    .assert_eq(&run.stdout);
}

#[test]
fn formats_for_others() {
    let bench = two("diff_formats");
    let run = |format: &str| bench.run_plain(&["diff", "old.yaml", "api.yaml", "--format", format]);
    expect![[r#"
        old.yaml:24:7: major, breaking [field-removed]: `things.name` is no longer in answers
        api.yaml:24:7: minor, additive [field-added]: `things.size` is new in answers
        api.yaml:4:7: patch, unseen [docs-changed]: `docs` differs: `An API.` became `The API.`
        3 changes: major for the crate, breaks callers of the API
    "#]]
    .assert_eq(&run("short").stdout);
    expect![[r#"
        ::warning file=old.yaml,line=24,col=7,title=field-removed::`things.name` is no longer in answers (crate: major, wire: breaking)
        ::notice file=api.yaml,line=24,col=7,title=field-added::`things.size` is new in answers (crate: minor, wire: additive)
        ::notice::3 changes: major for the crate, breaks callers of the API
    "#]]
    .assert_eq(&run("github").stdout);
    let report = run("json").json();
    assert_eq!((&report["rust"], &report["wire"]), (&json!("major"), &json!("breaking")));
    let first = &report["changes"][0];
    assert_eq!(first["id"], "field-removed:things.name");
    assert_eq!(first["old"], json!({ "file": "old.yaml", "line": 24, "column": 7 }));
    assert_eq!(first["new"], json!(null));
    assert_eq!(first["operations"], json!(["things.get"]));
    assert_eq!(first["items"][0]["item"], "things::Thing.name");
    let log = run("sarif").json();
    let result = &log["runs"][0]["results"][1];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("field-added"), &json!("note")));
    let rule =
        &log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!(rule["id"], "field-added");
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 24);
}

#[test]
fn texts_for_pages() {
    let bench = two("diff_pages");
    let run = bench.run_plain(&["diff", "old.yaml", "api.yaml", "--markdown"]);
    expect![[r#"
        **3 changes: major for the crate, breaks callers of the API**

        ### Major: crates that use this no longer compile

        | What | On the wire | Where | Used by |
        |---|---|---|---|
        | `things.name` is no longer in answers | breaking | `old.yaml:24:7` | `things.get` |

        ### Minor: crates compile as before, and may use more

        | What | On the wire | Where | Used by |
        |---|---|---|---|
        | `things.size` is new in answers | additive | `api.yaml:24:7` | `things.get` |

        ### Patch: crates compile as before

        | What | On the wire | Where | Used by |
        |---|---|---|---|
        | `docs` differs: `An API.` became `The API.` | unseen | `api.yaml:4:7` |  |
    "#]]
    .assert_eq(&run.stdout);
    let run =
        bench.run_plain(&["diff", "old.yaml", "api.yaml", "--changelog", "--current", "0.3.1"]);
    expect![[r#"
        ## [0.4.0]

        ### Added

        - `things.size` is new in answers.

        ### Removed

        - `things.name` is no longer in answers (**breaking**, breaks callers of the API).
    "#]]
    .assert_eq(&run.stdout);
}

#[test]
fn what_is_grave_enough_fails() {
    let bench = two("diff_fail_on");
    for (class, code) in [("major", 1), ("minor", 1), ("patch", 1), ("breaking", 1)] {
        let run = bench.run_plain(&["diff", "old.yaml", "api.yaml", "--fail-on", class]);
        assert_eq!(run.code, Some(code), "{class}");
        assert_eq!(run.stderr, format!("error: there are changes that are {class} or graver\n"));
    }
    bench.write("api.yaml", THINGS.replace("An API.", "The API."));
    for (class, code) in
        [("major", 0), ("minor", 0), ("patch", 1), ("additive", 0), ("breaking", 0)]
    {
        let run = bench.run_plain(&["diff", "old.yaml", "api.yaml", "--fail-on", class]);
        assert_eq!(run.code, Some(code), "{class}");
    }
}

#[test]
fn nothing_changed() {
    let bench = two("diff_nothing");
    let run = bench.run_plain(&[
        "diff",
        "old.yaml",
        "old.yaml",
        "--fail-on",
        "patch",
        "--current",
        "1.0.0",
    ]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "nothing changed\n"));
}

#[test]
fn revisions_of_git() {
    let bench = Workbench::new("diff_git");
    let git = |arguments: &[&str]| {
        let run = bench.run_other("git", arguments);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
    };
    git(&["init", "--quiet", "--initial-branch", "main"]);
    let commit = |text: &str| {
        bench.write("spec/desk/api.yaml", text);
        git(&["add", "."]);
        let name = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.com"];
        git(&[&name[..], &["commit", "--quiet", "--message", "Change"]].concat());
    };
    // A resource in a file of its own, and a file that is no description, with a name that is hard to read.
    let (api, resources) = THINGS.split_once("resources:\n  - ").unwrap();
    let resource = resources.replace("\n    ", "\n");
    bench.write("spec/desk/things.yaml", &resource);
    bench.write("spec/desk/no description: \u{fc}.txt", "text");
    let api = format!("{api}include: [things.yaml]\n");
    commit(&api);
    bench.write("spec/desk/things.yaml", resource.replace("type: string", "type: integer"));
    commit(&api);
    let short = |arguments: &[&str]| {
        let run = bench.run_plain(
            &[&["diff", "--format", "short", "--spec", "spec/desk"], arguments].concat(),
        );
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        run.stdout
    };
    let retyped = "HEAD:spec/desk/things.yaml:9:3: major, breaking [field-retyped]: `things.name` has another \
                   type in answers: `string` became `integer`\n1 change: major for the crate, breaks \
                   callers of the API\n";
    assert_eq!(short(&["HEAD~1..HEAD"]), retyped);
    assert_eq!(short(&["HEAD~1.."]), retyped);
    assert_eq!(short(&["HEAD~1", "HEAD"]), retyped);
    assert_eq!(short(&["HEAD~1:spec/desk", "HEAD:spec/desk/api.yaml"]), retyped);
    assert_eq!(short(&["HEAD"]), "nothing changed\n");
    // What is there now counts, whether or not it is committed.
    bench.write("spec/desk/things.yaml", resource);
    assert!(
        short(&["HEAD"]).starts_with("spec/desk/things.yaml:9:3: major, breaking [field-retyped]")
    );
}

#[test]
fn sides_that_are_not_there() {
    let bench = two("diff_missing");
    let refused = |arguments: &[&str]| {
        let run = bench.run_plain(&[&["diff"], arguments].concat());
        assert_eq!(run.stdout, "");
        (run.code, run.stderr)
    };
    let (code, said) = refused(&["nosuch", "api.yaml"]);
    assert_eq!(
        (code, said.as_str()),
        (Some(2), "error: `nosuch` is neither a path nor a revision of git\n")
    );
    let (code, _) = refused(&["--upload-pack=x", "api.yaml"]);
    assert_eq!(code, Some(2));
    bench.write("broken.yaml", "format: 1\n");
    let (code, said) = refused(&["old.yaml", "broken.yaml"]);
    assert_eq!(code, Some(3));
    assert!(said.contains("broken.yaml:1:1") && said.ends_with("nothing was compared\n"), "{said}");
}

#[test]
fn kinds_of_change_are_explained() {
    let bench = Workbench::new("diff_explain");
    let run = bench.run_plain(&["explain", "field-removed"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout.starts_with("field-removed: answers no longer hold a field\n\n"),
        "{}",
        run.stdout
    );
}
