//! Every problem that a description can have, each with a fixture.
//!
//! `problems/NNNN_name.yaml`, or a folder `problems/NNNN_name/` with `api.yaml`, has exactly one
//! problem, of the code NNNN; `problems/NNNN_name.txt` is what people see of it. Descriptions that
//! are too large to keep are made in `problems/made.rs`.
//!
//! `UPDATE_EXPECT=1 cargo test --package deskpro-spec --test problems` writes the texts anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deskpro_spec::problem::{Code, all};
use deskpro_spec::{Problems, Sources, load};

#[path = "problems/made.rs"]
mod made;

const FOLDER: &str = "tests/problems";

const MEND: &str = "UPDATE_EXPECT=1 cargo test --package deskpro-spec --test problems";

#[test]
fn each_fixture_has_its_problem_and_no_other() {
    let mut wrong = Vec::new();
    for (name, sources) in fixtures() {
        let problems = match load(&sources) {
            Ok(_) => Problems::new(),
            Err(problems) => problems,
        };
        let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
        if codes != [code_of(&name)] {
            wrong.push(format!("{name} has these problems:\n{}", problems.short(&sources)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_fixture_reads_as_written() {
    let mut wrong = Vec::new();
    for (name, sources) in fixtures() {
        let Err(problems) = load(&sources) else { continue };
        let path = format!("{FOLDER}/{name}.txt");
        let rendered = problems.terminal(&sources, false);
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
fn each_code_has_a_fixture() {
    let tried: BTreeSet<Code> = fixtures().iter().map(|(name, _)| code_of(name)).collect();
    let missing: Vec<String> = all()
        .filter(|explanation| !tried.contains(&explanation.code))
        .map(|explanation| format!("{} {}", explanation.code, explanation.name()))
        .collect();
    assert!(missing.is_empty(), "codes without a fixture in {FOLDER}: {}", missing.join(", "));
}

#[test]
fn each_text_has_a_fixture() {
    let names: BTreeSet<String> = fixtures().into_iter().map(|(name, _)| name).collect();
    for name in file_names() {
        if let Some(name) = name.strip_suffix(".txt") {
            assert!(names.contains(name), "{FOLDER}/{name}.txt belongs to no fixture");
        }
    }
}

/// Every fixture with its name, by name.
fn fixtures() -> Vec<(String, Sources)> {
    let mut fixtures: Vec<(String, Sources)> =
        made::all().into_iter().map(|(name, sources)| (name.to_owned(), sources)).collect();
    for file in file_names() {
        let path = Path::new(FOLDER).join(&file);
        let name = file.strip_suffix(".yaml").map_or_else(|| file.clone(), str::to_owned);
        if path.is_dir() || file.ends_with(".yaml") {
            fixtures.push((name, Sources::read(&path).unwrap()));
        }
    }
    fixtures.sort_by(|(a, _), (b, _)| a.cmp(b));
    assert!(fixtures.len() > 40, "only {} fixtures were found", fixtures.len());
    fixtures
}

fn file_names() -> Vec<String> {
    let entries = fs::read_dir(FOLDER).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The code that the name of a fixture begins with.
fn code_of(name: &str) -> Code {
    let (digits, _) = name.split_once('_').unwrap_or((name, ""));
    assert_eq!(digits.len(), 4, "the name of fixture `{name}` does not begin with its code");
    digits.parse().unwrap()
}
