//! A client of a description as a crate, and a crate of somebody who uses it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use deskpro_codegen::diff::Side;
use deskpro_codegen::{Options, generate};

/// The crate of the client, which ends with its features.
const CLIENT: &str = r#"[package]
name = "desk"
version = "1.0.0"
edition = "2024"

[dependencies]
deskpro-runtime = { path = "ROOT/runtime", default-features = false }

[features]
unverified = []
"#;

const CALLER: &str = r#"[package]
name = "caller"
version = "1.0.0"
edition = "2024"

[dependencies]
desk = { path = "../desk", features = ["unverified", "extra"] }
deskpro-runtime = { path = "ROOT/runtime", default-features = false }
"#;

/// A folder with the client `desk`, and maybe with `caller`.
pub(crate) struct Crates {
    folder: PathBuf,
    root: String,
}

impl Crates {
    /// With somebody who uses the client.
    pub(crate) fn with_caller(name: &str) -> Self {
        let crates = Self::new(name, r#"["desk", "caller"]"#);
        crates.write("caller/Cargo.toml", &CALLER.replace("ROOT", &crates.root));
        crates.write("caller/src/lib.rs", include_str!("caller.rs"));
        crates
    }

    /// The client alone.
    pub(crate) fn alone(name: &str) -> Self {
        Self::new(name, r#"["desk"]"#)
    }

    fn new(name: &str, members: &str) -> Self {
        let codegen = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = codegen.join("..").canonicalize().expect("the workspace");
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let folder = target.join("tmp/evolution").join(name);
        let shown = root.to_string_lossy().replace('\\', "/");
        let crates = Self { folder, root: shown };
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members}\n");
        crates.write("Cargo.toml", &manifest);
        let lock = fs::read_to_string(root.join("Cargo.lock")).expect("a lock file");
        crates.write("Cargo.lock", &lock);
        crates
    }

    /// Makes the client of one side.
    pub(crate) fn client(&self, side: &Side, options: &Options) {
        let files = generate(&side.api, options);
        let generated = self.folder.join("desk/src/generated");
        if generated.exists() {
            fs::remove_dir_all(&generated).expect("a folder of ours");
        }
        for (path, text) in files.iter() {
            self.write(&format!("desk/src/generated/{path}"), text);
        }
        self.write("desk/src/lib.rs", "//! A client.\n\nmod generated;\n\npub use generated::*;\n");
        self.write("desk/Cargo.toml", &self.manifest(side));
    }

    fn manifest(&self, side: &Side) -> String {
        let mut manifest = CLIENT.replace("ROOT", &self.root);
        let families = &side.api.families;
        let names: Vec<_> = families.iter().map(|it| it.name.replace('_', "-")).collect();
        for name in &names {
            manifest.push_str(&format!("{name} = []\n"));
        }
        let default = names.iter().zip(families).filter(|(_, family)| family.is_default);
        let default: Vec<_> = default.map(|(name, _)| name).collect();
        manifest.push_str(&format!("default = {default:?}\n"));
        manifest
    }

    /// Whether both compile.
    pub(crate) fn check(&self) -> Result<(), String> {
        succeeded(&self.cargo(&["check", "--package", "caller"], &[]))
    }

    /// The public items of the client as rustdoc writes them for programs.
    pub(crate) fn documentation(&self) -> String {
        let flags = "-Z unstable-options --output-format json";
        let variables = [("RUSTC_BOOTSTRAP", "1"), ("RUSTDOCFLAGS", flags)];
        let arguments = ["doc", "--package", "desk", "--no-deps", "--all-features"];
        succeeded(&self.cargo(&arguments, &variables)).expect("documentation");
        fs::read_to_string(self.path("target/doc/desk.json")).expect("documentation")
    }

    /// Writes a file, where it is not there as it is.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        if fs::read_to_string(&path).is_ok_and(|before| before == text) {
            return;
        }
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
        fs::write(path, text).expect("a file to write to");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn cargo(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--offline", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.path("target"))
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .envs(variables.iter().copied())
            .output()
            .expect("cargo")
    }
}

fn succeeded(output: &Output) -> Result<(), String> {
    match output.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
    }
}
