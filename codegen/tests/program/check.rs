//! `deskpro-codegen check` when the client is not what the description says.

use expect_test::expect;

use crate::workbench::Workbench;

#[test]
fn what_was_just_generated_is_up_to_date() {
    let bench = Workbench::generated("up_to_date");
    let run = bench.run(&["check"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(run.stdout, "4 files are up to date in client\n");
}

#[test]
fn an_edited_file_is_shown_as_a_diff() {
    let bench = Workbench::generated("edited");
    let edited = bench.read("client/things.rs").replace("pub name: String,", "pub name: u8,");
    bench.write("client/things.rs", edited);
    let run = bench.run(&["check"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    expect![[r#"
        --- things.rs (committed)
        +++ things.rs (generated)
        @@ -19,7 +19,7 @@
             /// The id.
             pub id: ThingId,
             /// Its name.
        -    pub name: u8,
        +    pub name: String,
         }

         impl Decode for Thing {

        error: client does not match api.yaml
          = help: run `deskpro-codegen --spec api.yaml --out client`
    "#]]
    .assert_eq(&run.stderr.replace("\n \n", "\n\n"));
}

#[test]
fn missing_files_and_orphans_are_named() {
    let bench = Workbench::generated("missing_and_orphan");
    bench.remove("client/errors.rs");
    bench.create_folder("client/old");
    bench.write("client/old/tickets.rs", "//! Once generated.\n");
    let run = bench.run(&["check"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    expect![[r#"
        missing: errors.rs
        nothing generates: old/tickets.rs

        error: client does not match api.yaml
          = help: run `deskpro-codegen --spec api.yaml --out client`
    "#]]
    .assert_eq(&run.stderr);
}

#[test]
fn a_client_that_was_never_generated_is_missing() {
    let bench = Workbench::generated("never_generated");
    let run = bench.run_plain(&["check", "--spec", "api.yaml", "--out", "nowhere"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.starts_with("missing: client.rs\nmissing: errors.rs\n"), "{}", run.stderr);
}

#[test]
fn checking_writes_nothing() {
    let bench = Workbench::generated("writes_nothing");
    bench.remove("client/errors.rs");
    bench.write("client/things.rs", "edited");
    bench.write("client/orphan.rs", "orphan");
    let before = bench.client();
    assert_eq!(bench.run(&["check"]).code, Some(1));
    assert_eq!(bench.client(), before);
}

#[test]
fn the_mending_command_mends() {
    let bench = Workbench::generated("mending");
    bench.remove("client/errors.rs");
    bench.write("client/things.rs", "edited");
    bench.write("client/orphan.rs", "orphan");
    let arguments = ["--runtime", "other::runtime", "--example-crate", "example"];
    let run = bench.run(&[&["check"], &arguments[..]].concat());
    let command = "deskpro-codegen --spec api.yaml --out client \
                   --runtime other::runtime --example-crate example";
    assert!(run.stderr.ends_with(&format!("  = help: run `{command}`\n")), "{}", run.stderr);

    let mend: Vec<_> = command.split(' ').skip(1).collect();
    assert_eq!(bench.run_plain(&mend).code, Some(0));
    assert_eq!(bench.run(&[&["check"], &arguments[..]].concat()).code, Some(0));
    assert!(bench.read("client/things.rs").contains("use other::runtime::"));
}

#[test]
fn a_path_with_a_space_is_quoted_for_the_shell() {
    let bench = Workbench::generated("space");
    let run = bench.run_plain(&["check", "--spec", "api.yaml", "--out", "my client's"]);
    let command = r"deskpro-codegen --spec api.yaml --out 'my client'\''s'";
    assert!(run.stderr.ends_with(&format!("  = help: run `{command}`\n")), "{}", run.stderr);
}
