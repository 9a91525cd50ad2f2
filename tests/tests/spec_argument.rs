//! A description that an attribute names is part of what is compiled: when it changes, the attribute
//! is expanded again, and only then.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MANIFEST: &str = r#"
[workspace]

[package]
name = "NAME"
version = "0.0.0"
edition = "2024"

[dependencies]
deskpro-client = { path = "CLIENT", default-features = false, features = ["macros", "ticket-lookups"] }
"#;

/// A resource that the client has too, but for its second field.
const DEPARTMENTS: &str = "resource: departments
singular: department
path: /departments
docs: A part of the helpdesk.
operations:
  get: { docs: Returns one department. }
fields:
  id: { type: id, access: read_only, docs: The id of the department. }
";

/// That field.
const TEXT: &str = "  text: { type: string, required: true, docs: What it is for. }\n";

/// The rest of a small description, with an include.
const API: &str = "format: 1
name: desk
title: Desk API
docs: The API of a small helpdesk.
base_path: /api
methods: { get: GET }
verbs:
  get:
    meaning: get
    on: item
    success: { 200: one }
    repeat: safe
    errors: reading
    docs: Returns one of a collection.
statuses:
  200: { name: ok, docs: It was done. }
  404: { name: not_found, docs: There is no such thing. }
error_codes:
  no_such_thing: { status: 404, docs: There is no such thing. }
error_sets:
  reading: [no_such_thing]
envelope:
  data: data
  meta: meta
  pages:
    flat: { total: total, page: page, per_page: per_page, total_pages: total_pages }
include: [departments.yaml]
";

/// A crate of its own with a description beside it.
struct Crate {
    folder: PathBuf,
}

/// What cargo said of a build.
struct Built {
    is_ok: bool,
    printed: String,
}

impl Crate {
    /// A crate with this attribute on a struct that holds `text`.
    fn new(name: &str, attribute: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("spec_argument").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        let new = Self { folder };
        let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
        let client = tests.join("../generated-client").canonicalize().unwrap();
        let client = client.to_string_lossy().replace('\\', "/");
        new.write("Cargo.toml", &MANIFEST.replace("NAME", name).replace("CLIENT", &client));
        let lock = fs::read_to_string(tests.join("../Cargo.lock")).unwrap();
        new.write("Cargo.lock", &lock);
        let root = format!("{attribute}\npub struct Row {{\n    pub text: String,\n}}\n");
        new.write("src/lib.rs", &format!("use deskpro_client::deskpro_resource;\n\n{root}"));
        new.write("desk/api.yaml", API);
        new.write("desk/departments.yaml", &departments(TEXT));
        new
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Builds it, in a target folder that all these crates share.
    fn build(&self) -> Built {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--offline"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.with_file_name("target"))
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .env_remove("DESKPRO_SPEC")
            .output()
            .unwrap();
        let printed = String::from_utf8_lossy(&output.stderr).into_owned();
        Built { is_ok: output.status.success(), printed }
    }
}

impl Built {
    /// Whether the crate itself was compiled, and nothing was wrong.
    #[track_caller]
    fn compiled(&self, name: &str) -> bool {
        assert!(self.is_ok, "{}", self.printed);
        self.printed.contains(&format!("Compiling {name} "))
    }
}

/// Without the family the client does not have the resource, which is said at its name.
#[test]
fn a_client_without_the_family_is_told_at_the_resource() {
    let krate = Crate::new("familyless", "#[deskpro_resource(departments)]");
    let manifest = fs::read_to_string(krate.folder.join("Cargo.toml")).unwrap();
    krate.write("Cargo.toml", &manifest.replace(", \"ticket-lookups\"", ""));
    let root = "use deskpro_client::deskpro_resource;\n\n#[deskpro_resource(departments)]\n\
                pub struct Row {\n    pub title: String,\n}\n";
    krate.write("src/lib.rs", root);
    let built = krate.build();
    let expected = "cannot find `departments` in `deskpro_client`\n --> src/lib.rs:3:20\n";
    assert!(!built.is_ok && built.printed.contains(expected), "{}", built.printed);
    assert_eq!(built.printed.matches("error[").count(), 1, "{}", built.printed);
}

fn departments(text: &str) -> String {
    format!("{DEPARTMENTS}{text}")
}

/// Builds, edits, and builds again.
#[track_caller]
fn is_watched(krate: &Crate, name: &str, place: &str) {
    assert!(krate.build().compiled(name), "the first build compiles");
    assert!(!krate.build().compiled(name), "nothing changed");

    krate.write("desk/departments.yaml", &departments(""));
    let broken = krate.build();
    assert!(!broken.is_ok, "the field is gone:\n{}", broken.printed);
    assert!(broken.printed.contains("has no field `text` [unknown_field]"), "{}", broken.printed);
    assert!(broken.printed.contains(place), "{}", broken.printed);

    krate.write("desk/departments.yaml", &departments(TEXT));
    assert!(krate.build().compiled(name), "the field is back");
    assert!(!krate.build().compiled(name), "nothing changed");
}

#[test]
fn an_edit_of_the_named_description_is_seen() {
    let krate = Crate::new("named", r#"#[deskpro_resource(departments, spec = "../desk")]"#);
    is_watched(&krate, "named", "desk/departments.yaml:1:11");
}

#[test]
fn an_edit_of_the_description_of_the_workspace_is_seen() {
    let krate = Crate::new("configured", "#[deskpro_resource(departments)]");
    let config = "[env]\nDESKPRO_SPEC = { value = \"desk\", relative = true }\n";
    krate.write(".cargo/config.toml", config);
    is_watched(&krate, "configured", "desk/departments.yaml:1:11");

    // Another description is one, too.
    krate.write("other/api.yaml", API);
    krate.write("other/departments.yaml", &departments(""));
    krate.write(".cargo/config.toml", &config.replace("desk", "other"));
    let other = krate.build();
    assert!(!other.is_ok && other.printed.contains("[unknown_field]"), "{}", other.printed);
    assert!(other.printed.contains("other/departments.yaml:1:11"), "{}", other.printed);
}
