//! Crates of their own with a small description beside them, built as their users build them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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
pub const TEXT: &str = "  text: { type: string, required: true, docs: What it is for. }\n";

/// The rest of a small description, with an include.
pub const API: &str = "format: 1
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

/// How a manifest begins.
const PACKAGE: &str = r#"
[workspace]

[package]
name = "NAME"
version = "0.0.0"
edition = "2024"

"#;

/// A crate of its own with a description in its folder `desk`.
#[derive(Debug)]
pub struct OwnCrate {
    folder: PathBuf,
}

/// What cargo said of a build.
#[derive(Debug)]
pub struct Built {
    /// Whether nothing was wrong.
    pub is_ok: bool,
    /// What was printed for people.
    pub printed: String,
}

impl OwnCrate {
    /// An empty crate, with the versions of this workspace.
    ///
    /// In the dependencies, which end its manifest, `ROOT` stands for the folder of this workspace.
    ///
    /// # Panics
    ///
    /// When its folder cannot be written.
    pub fn new(name: &str, dependencies: &str) -> Self {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = tests.join("..").canonicalize().expect("the workspace");
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let folder = target.join("tmp/own_crates").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("a folder of ours");
        }
        let new = Self { folder };
        let shown = root.to_string_lossy().replace('\\', "/");
        let dependencies = dependencies.replace("ROOT", &shown);
        let manifest = format!("{}{dependencies}", PACKAGE.replace("NAME", name));
        new.write("Cargo.toml", &manifest);
        new.write("Cargo.lock", &fs::read_to_string(root.join("Cargo.lock")).expect("a lock file"));
        new.write("desk/api.yaml", API);
        new.write("desk/departments.yaml", &departments(TEXT));
        new
    }

    /// Writes one of its files.
    ///
    /// # Panics
    ///
    /// When it cannot be written.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
        fs::write(path, text).expect("a file to write to");
    }

    /// Where one of its files is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Builds it, in a target folder that all these crates share.
    ///
    /// # Panics
    ///
    /// When cargo cannot be run.
    pub fn build(&self) -> Built {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--offline"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.with_file_name("target"))
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .env_remove("DESKPRO_SPEC")
            .output()
            .expect("cargo");
        let printed = String::from_utf8_lossy(&output.stderr).into_owned();
        Built { is_ok: output.status.success(), printed }
    }
}

impl Built {
    /// Whether the crate itself was compiled, and nothing was wrong.
    ///
    /// # Panics
    ///
    /// When something was wrong; the message is what was printed.
    #[track_caller]
    pub fn compiled(&self, name: &str) -> bool {
        assert!(self.is_ok, "{}", self.printed);
        self.printed.contains(&format!("Compiling {name} "))
    }
}

/// The file `departments.yaml` with this end.
pub fn departments(text: &str) -> String {
    format!("{DEPARTMENTS}{text}")
}
