//! `openapi`: to standard output or a file, which is written only where it changes.

use crate::workbench::{THINGS, Workbench};

fn bench(test: &str) -> Workbench {
    let bench = Workbench::new(test);
    bench.write("api.yaml", THINGS);
    bench
}

#[test]
fn the_document_goes_to_standard_output() {
    let run = bench("openapi_stdout").run_plain(&["openapi", "--spec", "api.yaml"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.starts_with("{\n  \"components\": {"), "{}", run.stdout);
    assert!(run.stdout.contains("\n  \"openapi\": \"3.1.0\","), "{}", run.stdout);
    assert!(run.stdout.ends_with("\n}\n"));
}

#[test]
fn the_document_goes_to_a_file() {
    let bench = bench("openapi_file");
    let arguments = ["openapi", "--spec", "api.yaml", "--version", "3.0", "--out", "api.json"];
    let run = bench.run_plain(&arguments);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.ends_with(" lines in api.json\n"), "{}", run.stdout);
    assert!(bench.read("api.json").contains("\n  \"openapi\": \"3.0.3\","));
    assert_eq!(bench.run_plain(&arguments).stdout, "api.json is up to date\n");
}

#[test]
fn a_file_whose_name_says_so_is_yaml() {
    let bench = bench("openapi_yaml");
    for name in ["api.yaml", "api.yml"] {
        let out = format!("out/{name}");
        bench.create_folder("out");
        let run = bench.run_plain(&["openapi", "--spec", "api.yaml", "--out", &out]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        assert!(bench.read(&out).starts_with("components:\n  "));
        assert!(bench.read(&out).contains("\nopenapi: \"3.1.0\"\npaths:\n  /things/{id}:\n"));
    }
    let run = bench.run_plain(&["openapi", "--spec", "api.yaml", "--yaml"]);
    assert_eq!((run.code, run.stdout), (Some(0), bench.read("out/api.yaml")));
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let bench = bench("openapi_nowhere");
    let run = bench.run_plain(&["openapi", "--spec", "api.yaml", "--out", "nowhere/api.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(4), ""));
    assert!(
        run.stderr.starts_with("error[DG0005]: cannot write to nowhere/api.json: "),
        "{}",
        run.stderr
    );
}

#[test]
fn other_versions_and_dialects_are_refused() {
    let bench = bench("openapi_other");
    for wrong in [["--version", "2.0"], ["--dialect", "old"]] {
        let run = bench.run_plain(&[&["openapi", "--spec", "api.yaml"], &wrong[..]].concat());
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert!(run.stderr.contains("possible values"), "{}", run.stderr);
    }
}

#[test]
fn nothing_is_written_of_a_description_with_problems() {
    let bench = bench("openapi_problems");
    bench.write("api.yaml", THINGS.replace("docs: Its name.", "dosc: Its name."));
    let run = bench.run_plain(&["openapi", "--spec", "api.yaml", "--out", "api.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""));
    assert!(run.stderr.contains("nothing was written"), "{}", run.stderr);
}
