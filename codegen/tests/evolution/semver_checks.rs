//! What cargo-semver-checks says of the clients of before and after.

use std::fmt::Write;
use std::process::Command;

use deskpro_codegen::diff::Side;

use super::corpus::{Edit, corpus};
use super::crates::Crates;

#[test]
fn cargo_semver_checks_agrees() {
    if std::env::var_os("DESKPRO_EVOLUTION").is_none() {
        println!("skipped: tests/evolution.sh runs this");
        return;
    }
    let crates = Crates::alone("semver_checks");
    let mut wrong = String::new();
    let (mut agreed, mut named) = (0, 0);
    let mut is_base = false;
    for edit in corpus() {
        let (old, new) = edit.sides();
        // Most edits begin with the same client, whose documentation takes as long as that of the other.
        if !(is_base && edit.is_of_base()) {
            document(&crates, &old, &edit, "old.json");
        }
        is_base = edit.is_of_base();
        document(&crates, &new, &edit, "new.json");
        let (is_major, said) = is_major(&crates);
        let is_expected = match (edit.is_major(), is_major) {
            (true, false) => edit.unseen.is_some(),
            (false, true) => edit.stricter.is_some(),
            _ => edit.unseen.is_none() && edit.stricter.is_none(),
        };
        match is_expected {
            true if edit.unseen.is_some() || edit.stricter.is_some() => named += 1,
            true => agreed += 1,
            false => {
                let verdict = if is_major { "major" } else { "not major" };
                let _ = writeln!(
                    wrong,
                    "{}\n  {:?}\n  it says {verdict}\n{said}",
                    edit.title(),
                    edit.is
                );
            }
        }
    }
    println!("{agreed} edits agreed, {named} named limitations");
    assert!(wrong.is_empty(), "{wrong}");
}

fn document(crates: &Crates, side: &Side, edit: &Edit, name: &str) {
    crates.client(side, &edit.options());
    crates.write(name, &crates.documentation());
}

/// Whether a minor version is not enough, with what was said.
fn is_major(crates: &Crates) -> (bool, String) {
    let path = |name: &str| crates.path(name).to_string_lossy().into_owned();
    let output = Command::new("cargo-semver-checks")
        .args(["semver-checks", "check-release", "--release-type", "minor"])
        .args(["--baseline-rustdoc", &path("old.json"), "--current-rustdoc", &path("new.json")])
        .env("CARGO_TERM_COLOR", "never")
        .output()
        .expect("cargo-semver-checks, which tests/evolution.sh installs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    let is_checked = error.contains("Checked") || error.contains("Summary");
    assert!(is_checked, "{said}\n{error}");
    (!output.status.success(), said)
}
