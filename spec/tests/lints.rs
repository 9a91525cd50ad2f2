//! Every finding of the lint, with descriptions that have it and descriptions that must not.
//!
//! `lints/found/NNNN_name.yaml` has exactly one finding, of the code NNNN, and
//! `lints/found/NNNN_name.txt` is what people see of it. `lints/clean/NNNN_name.yaml` comes close to
//! that finding and has none.
//!
//! `UPDATE_EXPECT=1 cargo test --package deskpro-spec --test lints` writes the texts and the page of
//! all findings, `LINTS.md`, anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deskpro_spec::problem::{Code, Explanation, lints};
use deskpro_spec::{Problems, Sources, lint, load_document};

const FOLDER: &str = "tests/lints";

const MEND: &str = "UPDATE_EXPECT=1 cargo test --package deskpro-spec --test lints";

const START: &str = "# Findings and what they mean

What `cargo codegen lint` finds in descriptions that are well-formed: things that are likely to be
mistakes. `deskpro-codegen explain DL0101` prints the same as this page. A quirk of the description can
excuse a finding; FORMAT.md says how. This page is made from the explanations in
`spec/src/problem/codes/lint.rs`.
";

#[test]
fn each_fixture_has_its_finding_and_no_other() {
    let mut wrong = Vec::new();
    for (name, sources) in fixtures("found") {
        let findings = findings(&name, &sources);
        let codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
        if codes != [code_of(&name)] {
            wrong.push(format!("{name} has these findings:\n{}", findings.short(&sources)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_fixture_reads_as_written() {
    let mut wrong = Vec::new();
    for (name, sources) in fixtures("found") {
        let path = format!("{FOLDER}/found/{name}.txt");
        let rendered = findings(&name, &sources).terminal(&sources, false);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, rendered).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if rendered != expected {
            wrong.push(format!("{path} says\n{expected}\nbut it is\n{rendered}"));
        }
    }
    assert!(wrong.is_empty(), "{}\nTo mend it: {MEND}", wrong.join("\n"));
}

#[test]
fn what_is_clean_has_no_finding() {
    for (name, sources) in fixtures("clean") {
        let findings = findings(&name, &sources);
        assert!(findings.is_empty(), "{name}:\n{}", findings.terminal(&sources, false));
    }
}

#[test]
fn each_code_has_fixtures_of_both_kinds() {
    for folder in ["found", "clean"] {
        let tried: BTreeSet<Code> =
            fixtures(folder).iter().map(|(name, _)| code_of(name)).collect();
        let codes = lints().map(|explanation| explanation.code);
        let missing: Vec<String> =
            codes.filter(|code| !tried.contains(code)).map(|code| code.to_string()).collect();
        assert!(missing.is_empty(), "without a fixture in {folder}: {}", missing.join(", "));
    }
}

#[test]
fn each_text_has_a_fixture() {
    let names: BTreeSet<String> = fixtures("found").into_iter().map(|(name, _)| name).collect();
    for name in file_names("found") {
        if let Some(name) = name.strip_suffix(".txt") {
            assert!(names.contains(name), "{FOLDER}/found/{name}.txt belongs to no fixture");
        }
    }
}

#[test]
fn the_page_is_fresh() {
    let page = format!("{START}{}", lints().map(section).collect::<String>());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write("LINTS.md", &page).unwrap();
    }
    let committed = fs::read_to_string("LINTS.md").unwrap_or_default();
    assert!(committed == page, "spec/LINTS.md is not fresh. To mend it: {MEND}");
}

#[test]
fn the_built_in_description_has_no_finding_that_nothing_excuses() {
    let sources = Sources::builtin();
    let findings = findings("spec/deskpro", &sources);
    assert!(findings.is_empty(), "{}", findings.terminal(&sources, false));
}

#[test]
fn names_of_a_hostile_description_excuse_nothing_by_accident() {
    // An excuse is split at spaces, so a name with spaces must not be two names.
    let base = fs::read_to_string(format!("{FOLDER}/clean/0104_base.yaml")).unwrap();
    let text = base.replace(
        "validation_codes: {",
        "validation_codes: { odd one: { docs: Odd., source: MANUAL },",
    ) + "quirks: { odd: { says: [Odd.], decision: None., source: MANUAL, excuses: [\"DL0104 validation_codes.odd one\"] } }\n";
    let sources = Sources::from_files([("api.yaml", text)]);
    let codes: Vec<String> =
        findings("odd", &sources).iter().map(|finding| finding.code.to_string()).collect();
    assert_eq!(codes, ["DL0104", "DL0118"]);
}

fn section(explanation: &Explanation) -> String {
    let Explanation { code, title, text, wrong, right, .. } = explanation;
    format!(
        "\n## {code} {}\n\n{title}. {text}\n\nFound:\n\n```yaml\n{wrong}```\n\nNot found:\n\n```yaml\n{right}```\n",
        explanation.name()
    )
}

fn findings(name: &str, sources: &Sources) -> Problems {
    match load_document(sources) {
        Ok((document, api)) => lint(&document, &api),
        Err(problems) => panic!("{name} has problems:\n{}", problems.terminal(sources, false)),
    }
}

/// Every fixture of a folder with its name, by name.
fn fixtures(folder: &str) -> Vec<(String, Sources)> {
    let mut fixtures = Vec::new();
    for file in file_names(folder) {
        if let Some(name) = file.strip_suffix(".yaml") {
            let sources = Sources::read(&Path::new(FOLDER).join(folder).join(&file)).unwrap();
            fixtures.push((name.to_owned(), sources));
        }
    }
    fixtures.sort_by(|(a, _), (b, _)| a.cmp(b));
    assert!(fixtures.len() > 20, "only {} fixtures were found", fixtures.len());
    fixtures
}

fn file_names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(Path::new(FOLDER).join(folder)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The code that the name of a fixture begins with.
fn code_of(name: &str) -> Code {
    let (digits, _) = name.split_once('_').unwrap_or((name, ""));
    assert_eq!(digits.len(), 4, "the name of fixture `{name}` does not begin with its code");
    format!("DL{digits}").parse().unwrap()
}
