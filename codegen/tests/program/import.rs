//! `deskpro-codegen import`: a description out of a document, and again after it was edited.

use crate::workbench::{Run, Workbench};

/// Where the only resource is.
const PETS: &str = "pets/resources/pets.yaml";

/// A small document; the second version has one more word.
fn document(docs: &str) -> String {
    format!(
        r#"{{
  "openapi": "3.1.0",
  "info": {{ "title": "Pets", "version": "1" }},
  "paths": {{
    "/pets": {{
      "get": {{ "summary": "Lists pets", "responses": {{ "204": {{ "description": "None" }} }} }},
      "post": {{ "description": "{docs}", "x-own": 1, "responses": {{ "204": {{ "description": "None" }} }} }}
    }}
  }}
}}
"#
    )
}

fn write(bench: &Workbench, docs: &str) {
    bench.write("pets.json", document(docs));
}

fn import(bench: &Workbench, more: &[&str]) -> Run {
    let arguments = [&["import", "pets.json", "--out", "pets"], more].concat();
    bench.run_plain(&arguments)
}

#[test]
fn a_description_is_written_with_a_summary() {
    let bench = Workbench::new("import-first");
    write(&bench, "Adds one.");
    let run = import(&bench, &[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let text = "     new pets/api.yaml\n     new pets/resources/pets.yaml\n2 operations, 1 resource, 0 types in pets, ";
    assert!(run.stdout.replace('\\', "/").starts_with(text), "{}", run.stdout);
    let problem = "       1 extension\n         /paths/~1pets/post/x-own: `x-own` is an extension; it is left out\n";
    assert!(run.stdout.contains(problem), "{}", run.stdout);
    let checked = bench.run_plain(&["lint", "--spec", "pets", "--format", "short"]);
    assert!(!checked.stderr.contains("error["), "{}", checked.stderr);
    assert_eq!(import(&bench, &["--strict"]).code, Some(1));
}

#[test]
fn what_was_edited_stays_when_the_document_changes() {
    let bench = Workbench::new("import-again");
    write(&bench, "Adds one.");
    assert_eq!(import(&bench, &[]).code, Some(0));
    let edited =
        bench.read(PETS).replace("docs: Lists pets.", "# By hand.\n    docs: Lists all of them.");
    bench.write(PETS, &edited);
    write(&bench, "Adds a pet.");
    let run = import(&bench, &[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(bench.read(PETS), edited.replace("Adds one.", "Adds a pet."));
    let before = bench.read("pets/.import/resources/pets.yaml");
    assert_eq!(
        before,
        edited
            .replace("Adds one.", "Adds a pet.")
            .replace("# By hand.\n    docs: Lists all of them.", "docs: Lists pets.")
    );
}

#[test]
fn a_conflict_keeps_what_was_edited_and_is_listed() {
    let bench = Workbench::new("import-conflict");
    write(&bench, "Adds one.");
    assert_eq!(import(&bench, &[]).code, Some(0));
    let edited = bench.read(PETS).replace("Adds one.", "Adds one of ours.");
    bench.write(PETS, &edited);
    write(&bench, "Adds a pet.");
    let run = import(&bench, &["--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(bench.read(PETS), edited);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["kinds"]["conflict"], 1);
    let what = json["not_described"][0]["what"].as_str().unwrap();
    assert_eq!(
        what,
        "`resources/pets.yaml` was edited to \n    docs: Adds one of ours.\n and would now be \n    docs: Adds a pet.\n"
    );
}

#[test]
fn nothing_is_written_where_the_edited_description_breaks() {
    let bench = Workbench::new("import-broken");
    write(&bench, "Adds one.");
    assert_eq!(import(&bench, &[]).code, Some(0));
    let broken = bench.read(PETS).replace("singular: pet\n", "singular: Pet\n");
    bench.write(PETS, &broken);
    write(&bench, "Adds a pet.");
    let run = import(&bench, &["--format", "short"]);
    assert_eq!(run.code, Some(3));
    assert!(run.stderr.contains("error[DP0308]"), "{}", run.stderr);
    assert_eq!(bench.read(PETS), broken);
    assert!(bench.read("pets/.import/resources/pets.yaml").contains("Adds one."));
}

#[test]
fn a_folder_of_something_else_is_refused() {
    let bench = Workbench::new("import-other");
    write(&bench, "Adds one.");
    bench.write("pets/notes.txt", "Mine.");
    let run = import(&bench, &[]);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.stderr,
        "error: pets holds something that was not imported\n  = help: name a folder that is empty, or one with an earlier import\n"
    );
    let run = bench.run_plain(&["import", "pets.json"]);
    assert_eq!(run.code, Some(2));
}
