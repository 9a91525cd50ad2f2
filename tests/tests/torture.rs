//! A description made to break generated code (`torture/`) checks, generates, and compiles as a
//! crate of its own without a warning of rustc, clippy or rustdoc, whichever features are on.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use deskpro_codegen::{Options, tree};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};

/// The crate's manifest, with the lints of the workspace.
const MANIFEST: &str = r#"
[workspace]

[package]
name = "torture"
version = "0.0.0"
edition = "2024"

[features]
FEATURES
[dependencies]
deskpro-runtime = { path = "RUNTIME", default-features = false }

[lints.rust]
missing_docs = "deny"
unreachable_pub = "deny"
unsafe_code = "forbid"
warnings = "deny"

[lints.clippy]
all = { level = "deny", priority = -1 }
semicolon_if_nothing_returned = "deny"

[lints.rustdoc]
all = { level = "deny", priority = -1 }
"#;

/// The crate's root, with tests about what can only be seen at work.
const ROOT: &str = include_str!("torture/lib.rs");

/// A folder for the crate; what is compiled there is kept from run to run.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("torture")
}

/// Writes the crate; what its client is made of.
fn write_crate() -> Api {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = Sources::read(&tests.join("tests/torture")).unwrap();
    let api =
        load(&sources).unwrap_or_else(|problems| panic!("{}", problems.terminal(&sources, false)));
    let options =
        Options { example_crate: Some("torture".to_owned()), features: true, ..Options::default() };
    let files = deskpro_codegen::generate(&api, &options);
    tree::write(&folder().join("src/generated"), &files).unwrap();

    let runtime = tests.join("../runtime").canonicalize().unwrap();
    let manifest = MANIFEST.replace("RUNTIME", &runtime.to_string_lossy().replace('\\', "/"));
    let features = features(&api).map(|feature| format!("{feature} = []\n"));
    let manifest = manifest.replace("FEATURES", &features.collect::<String>());
    fs::write(folder().join("Cargo.toml"), manifest).unwrap();
    fs::write(folder().join("src/lib.rs"), ROOT).unwrap();
    fs::copy(tests.join("../Cargo.lock"), folder().join("Cargo.lock")).unwrap();
    api
}

/// The features of the client.
fn features(api: &Api) -> impl Iterator<Item = String> {
    let families = api.families.iter().map(|family| family.name.replace('_', "-"));
    families.chain(["unverified".to_owned()])
}

/// Runs cargo in the crate and returns what it printed.
#[track_caller]
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--offline")
        .current_dir(folder())
        .env("CARGO_TARGET_DIR", OsStr::new("target"))
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTDOCFLAGS")
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let printed = text(&output.stdout) + &text(&output.stderr);
    assert!(output.status.success(), "cargo {}:\n{printed}", arguments.join(" "));
    printed
}

#[test]
fn the_crate_has_no_warning_and_its_examples_compile() {
    let api = write_crate();
    let operations: usize = api.resources.iter().map(|resource| resource.operations.len()).sum();
    assert!(operations > 60, "only {operations} operations");
    cargo(&["clippy", "--all-targets", "--quiet"]);
    for feature in features(&api) {
        cargo(&["clippy", "--all-targets", "--quiet", "--features", &feature]);
        cargo(&[
            "clippy",
            "--all-targets",
            "--quiet",
            "--features",
            &format!("unverified,{feature}"),
        ]);
    }
    cargo(&["clippy", "--all-targets", "--quiet", "--all-features"]);
    for features in [&["--features", "type"][..], &["--features", "two-words"], &["--all-features"]]
    {
        cargo(&[&["doc", "--no-deps", "--quiet"], features].concat());
    }
    // One example for every operation, and none that text of the description became.
    let tested = cargo(&["test", "--all-features"]);
    assert!(tested.contains("test result: ok. 3 passed; 0 failed"), "{tested}");
    assert!(
        tested.contains(&format!("test result: ok. {operations} passed; 0 failed")),
        "{tested}"
    );
}
