//! `--overlay`: changes of the description that every command sees.

use expect_test::expect;

use crate::workbench::{THINGS, Workbench};

const SIZE: &str = "\
overlay: 1
actions:
  - target: resources.things.fields
    update: { size: { type: integer, docs: How large it is. } }
";

/// A folder with the small description and an overlay beside it.
fn bench(test: &str) -> Workbench {
    let bench = Workbench::new(test);
    bench.write("api.yaml", THINGS);
    bench.write("size.yaml", SIZE);
    bench
}

#[test]
fn the_client_has_what_the_overlay_adds() {
    let bench = bench("overlay_client");
    let run = bench.run(&["generate", "--overlay", "size.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(bench.read("client/things.rs").contains("pub size: i64,"));
    assert_eq!(bench.run(&["check", "--overlay", "size.yaml"]).code, Some(0));

    // Without it, the client is not what the description says.
    let run = bench.run(&["check"]);
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert!(run.stderr.contains("-    pub size: i64,"), "{}", run.stderr);
    let run = bench.run(&["generate"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);

    // The command that mends it has the overlay too.
    let run = bench.run(&["check", "--overlay", "size.yaml"]);
    let mend = "deskpro-codegen --spec api.yaml --out client --overlay size.yaml";
    assert!(run.stderr.contains(mend), "{}", run.stderr);
}

#[test]
fn overlays_apply_in_the_order_in_which_they_are_given() {
    let bench = bench("overlay_order");
    bench.write(
        "none.yaml",
        SIZE.replace(
            "update: { size: { type: integer, docs: How large it is. } }",
            "expect: { size: { type: integer } }\n    update: { size: { type: string } }",
        ),
    );
    let run = bench.run(&["--overlay", "size.yaml", "--overlay", "none.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(bench.read("client/things.rs").contains("pub size: String,"));
    let run = bench.run(&["--overlay", "none.yaml", "--overlay", "size.yaml", "--format", "short"]);
    assert_ne!(run.code, Some(0));
    expect![[r#"
        none.yaml:4:15: error[DP0905]: `resources.things.fields` is not as this overlay expects
    "#]]
    .assert_eq(&run.stderr);
}

#[test]
fn other_commands_see_it_too() {
    let bench = bench("overlay_commands");
    let run = bench.run_plain(&["openapi", "--spec", "api.yaml", "--overlay", "size.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("How large it is."));
    let run = bench.run(&["docs", "--overlay", "size.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(bench.read("client/resources/things.md").contains("How large it is."));
    let run = bench.run_plain(&[
        "diff",
        "api.yaml",
        "--spec",
        "api.yaml",
        "--overlay",
        "size.yaml",
        "--format",
        "short",
    ]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("size"), "{}", run.stdout);
    let run = bench.run_plain(&["lint", "api.yaml", "--overlay", "missing.yaml"]);
    assert!(run.stderr.contains("cannot read the overlay `missing.yaml`"), "{}", run.stderr);
}

#[test]
fn the_client_of_this_workspace_is_of_its_own_description() {
    let run = bench("overlay_own").run_plain(&["generate", "--overlay", "size.yaml"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("--out <PATH>"), "{}", run.stderr);
}
