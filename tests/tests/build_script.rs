//! A client that a build script makes: it is made again when a file of the description or an overlay
//! changed, and only then; a mistake in the description ends the build with its place.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use deskpro_tests::{API, OwnCrate, TEXT, departments};

const DEPENDENCIES: &str = r#"[dependencies]
deskpro-runtime = { path = "ROOT/runtime", default-features = false }

[build-dependencies]
deskpro-codegen = { path = "ROOT/codegen", default-features = false }
"#;

const BUILD: &str = r#"
fn main() -> Result<(), deskpro_codegen::build_script::Error> {
    deskpro_codegen::build_script::compile("desk")
}
"#;

/// Uses the field that some tests take away.
const USE: &str = r#"
include!(concat!(env!("OUT_DIR"), "/desk_client.rs"));

pub fn text(client: &desk::Client, department: desk::departments::Department) -> String {
    drop(client.departments().get(13));
    department.text
}
"#;

fn krate(name: &str, build: &str, root: &str) -> OwnCrate {
    let new = OwnCrate::new(name, DEPENDENCIES);
    new.write("build.rs", build);
    new.write("src/lib.rs", root);
    new
}

/// The generated files of a crate, each with the time at which it was written.
fn generated(krate: &OwnCrate, name: &str, module: &str) -> Vec<(PathBuf, SystemTime)> {
    let builds = krate.path("../target/debug/build");
    let builds = fs::read_dir(builds).expect("what build scripts made").filter_map(Result::ok);
    let own = builds.filter(|it| it.file_name().to_string_lossy().starts_with(name));
    let folders = own.map(|it| it.path().join("out").join(module)).filter(|it| it.is_dir());
    let files = folders.flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let written = |path: PathBuf| {
        let time = fs::metadata(&path).and_then(|it| it.modified()).expect("a time");
        (path, time)
    };
    let mut files: Vec<_> = files.filter_map(Result::ok).map(|it| written(it.path())).collect();
    files.sort();
    files
}

#[test]
fn the_client_follows_its_description() {
    let krate = krate("followed", BUILD, USE);
    assert!(krate.build().compiled("followed"), "the first build compiles");
    let first = generated(&krate, "followed", "desk");
    assert!(first.iter().any(|(path, _)| path.ends_with("desk/departments.rs")), "{first:?}");
    assert!(!krate.build().compiled("followed"), "nothing changed");

    // A file beside the description is none of it.
    krate.write("desk/notes.yaml", "none: of it\n");
    krate.write("README.md", "# Followed\n");
    assert!(!krate.build().compiled("followed"), "nothing of the description changed");

    // A comment changes a file, but nothing that is made of it.
    krate.write("desk/departments.yaml", &format!("# A comment.\n{}", departments(TEXT)));
    assert!(krate.build().compiled("followed"), "the build script ran");
    assert_eq!(generated(&krate, "followed", "desk"), first, "no file was written again");

    krate.write("desk/departments.yaml", &departments(""));
    let broken = krate.build();
    assert!(!broken.is_ok, "the field is gone:\n{}", broken.printed);
    assert!(broken.printed.contains("no field `text` on type"), "{}", broken.printed);
    krate.write("desk/departments.yaml", &departments(TEXT));
    assert!(krate.build().compiled("followed"), "the field is back");
}

const FIELD: &str = "overlay: 1
actions:
  - target: resources.departments.fields
    update: { floor: { type: string?, docs: Where it is. } }
";

/// Uses a field that only the overlay has.
const USE_FLOOR: &str = r#"
include!(concat!(env!("OUT_DIR"), "/desk_client.rs"));

pub fn floor(department: desk::departments::Department) -> Option<String> {
    department.floor
}
"#;

/// Builds with an overlay, edits it, and builds again.
#[track_caller]
fn follows_overlay(krate: &OwnCrate, name: &str, overlay: &str) {
    krate.write(overlay, FIELD);
    assert!(krate.build().compiled(name), "the first build compiles");
    assert!(!krate.build().compiled(name), "nothing changed");
    krate.write(overlay, &FIELD.replace("floor:", "floors:"));
    let broken = krate.build();
    assert!(broken.printed.contains("no field `floor` on type"), "{}", broken.printed);
    krate.write(overlay, &FIELD.replace("departments", "department"));
    let refused = krate.build();
    for part in [
        "`resources` has no `department`",
        &format!("--> {overlay}:3:23"),
        "did you mean `departments`?",
    ] {
        assert!(refused.printed.contains(part), "{part} is not in\n{}", refused.printed);
    }
    krate.write(overlay, FIELD);
    assert!(krate.build().compiled(name), "the field is back");
}

#[test]
fn the_client_follows_an_overlay_of_its_description() {
    let krate = krate("overlaid", BUILD, USE_FLOOR);
    krate.write("desk/api.yaml", &format!("{API}overlays: [overlays/floors.yaml]\n"));
    follows_overlay(&krate, "overlaid", "desk/overlays/floors.yaml");
}

#[test]
fn the_client_follows_an_overlay_that_is_given_to_the_compiler() {
    let build = BUILD
        .replace("compile(\"desk\")", "Compiler::new().overlay(\"floors.yaml\").compile(\"desk\")");
    let krate = krate("overlaid_from_outside", &build, USE_FLOOR);
    follows_overlay(&krate, "overlaid_from_outside", "floors.yaml");
}

#[test]
fn the_client_follows_what_its_description_extends() {
    let krate = krate("extending", &BUILD.replace("\"desk\"", "\"ours.yaml\""), USE);
    krate.write("ours.yaml", "extends: desk\ntitle: Our desk\n");
    assert!(krate.build().compiled("extending"), "the first build compiles");
    assert!(!krate.build().compiled("extending"), "nothing changed");
    krate.write("desk/departments.yaml", &departments(""));
    let broken = krate.build();
    assert!(broken.printed.contains("no field `text` on type"), "{}", broken.printed);
    krate.write(
        "ours.yaml",
        &format!("extends: desk\nresources:\n  - resource: departments\n    fields:\n    {TEXT}"),
    );
    assert!(krate.build().compiled("extending"), "the field is back");
}

#[test]
fn a_mistake_ends_the_build_with_its_place() {
    let krate = krate("mistaken", BUILD, USE);
    krate.write("desk/departments.yaml", &departments(&TEXT.replace("string", "strng")));
    let broken = krate.build();
    assert!(!broken.is_ok, "{}", broken.printed);
    for part in [
        "error[DP0302]: unknown type `strng`",
        "--> desk/departments.yaml:9:17",
        "help: did you mean `string`?",
        "1 problem; no client was made",
    ] {
        assert!(broken.printed.contains(part), "{part} is not in\n{}", broken.printed);
    }
    fs::remove_file(krate.path("desk/departments.yaml")).expect("a file");
    let missing = krate.build();
    assert!(
        missing.printed.contains("included file `departments.yaml` does not exist"),
        "{}",
        missing.printed
    );
    krate.write("desk/departments.yaml", &departments(TEXT));
    assert!(krate.build().compiled("mistaken"), "a file that was missing is seen when it comes");
}

#[test]
fn module_and_runtime_may_be_called_otherwise() {
    let build = r#"
use deskpro_codegen::{EnumPolicy, build_script::{Compiler, Error}};

fn main() -> Result<(), Error> {
    Compiler::new().module("helpdesk").runtime("crate::rt").enums(EnumPolicy::Closed).compile("desk/api.yaml")
}
"#;
    let root = r#"
pub use deskpro_runtime as rt;

include!(concat!(env!("OUT_DIR"), "/helpdesk_client.rs"));

pub fn path(department: helpdesk::departments::Department) -> String {
    department.text
}
"#;
    let named = krate("named_otherwise", build, root);
    assert!(named.build().compiled("named_otherwise"));
    named.write("build.rs", &build.replace("helpdesk", "mod"));
    let refused = named.build();
    assert!(
        refused.printed.contains("`mod` cannot be the name of a module"),
        "{}",
        refused.printed
    );
    named.write("build.rs", &build.replace("desk/api.yaml", "dsk"));
    let missing = named.build();
    assert!(!missing.is_ok && missing.printed.contains("dsk"), "{}", missing.printed);
}
