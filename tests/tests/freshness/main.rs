//! What is committed is what the description gives: the client, the reference, and the features of
//! the client's manifest.

mod features;

use std::fs;
use std::path::{Path, PathBuf};

use deskpro_codegen::{Files, Options, tree};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};

const CLIENT: &str = "generated-client/src/generated";
const REFERENCE: &str = "docs/reference";

/// The folder of the workspace.
fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What `cargo codegen` generates with.
fn options(command: &str) -> Options {
    Options {
        example_crate: Some("deskpro_client".to_owned()),
        spec: "spec/deskpro".to_owned(),
        command: command.to_owned(),
        features: true,
        ..Options::default()
    }
}

/// The description on the disk.
fn description() -> Api {
    let sources = Sources::read(&workspace().join("spec/deskpro")).unwrap();
    load(&sources).unwrap_or_else(|problems| panic!("{}", problems.terminal(&sources, false)))
}

fn client(api: &Api) -> Files {
    deskpro_codegen::generate(api, &options("cargo codegen"))
}

fn reference(api: &Api) -> Files {
    deskpro_codegen::reference(api, &options("cargo codegen docs"))
}

#[track_caller]
fn assert_fresh(folder: &str, files: &Files, mend: &str) {
    let difference = tree::compare(&workspace().join(folder), files).unwrap();
    let changed: Vec<_> = difference.changed.iter().map(|(path, _)| path).collect();
    assert!(
        difference.is_empty(),
        "{folder} is not what spec/deskpro gives.\n\
         missing: {:?}\nchanged: {changed:?}\nnothing generates: {:?}\n\
         To mend it: {mend}",
        difference.missing,
        difference.orphans,
    );
}

#[test]
fn the_generated_client_is_fresh() {
    let api = description();
    let files = client(&api);
    assert!(files.len() >= api.resources.len() + 4, "only {} files", files.len());
    assert_fresh(CLIENT, &files, "cargo codegen");
}

#[test]
fn the_reference_is_fresh() {
    let api = description();
    let files = reference(&api);
    assert!(files.len() > api.resources.len(), "only {} files", files.len());
    assert_fresh(REFERENCE, &files, "cargo codegen docs");
}

#[test]
fn the_description_that_the_crates_carry_is_the_one_on_the_disk() {
    let disk = Sources::read(&workspace().join("spec/deskpro")).unwrap();
    let builtin = Sources::builtin();
    let texts = |sources: &Sources| -> Vec<(String, String)> {
        let files = 0..u32::try_from(sources.len()).unwrap();
        files
            .map(|file| (sources.relative(file).to_owned(), sources.text(file).to_owned()))
            .collect()
    };
    assert_eq!(texts(&disk), texts(&builtin));
}

#[test]
fn generating_into_an_empty_folder_gives_the_committed_files() {
    let api = load(&Sources::builtin()).unwrap();
    let made = [(CLIENT, client(&api)), (REFERENCE, reference(&api))];
    for (name, files) in made {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("freshness").join(name);
        let _ = fs::remove_dir_all(&folder);
        let written = tree::write(&folder, &files).unwrap();
        assert_eq!(written.missing.len(), files.len());
        for (path, text) in files.iter() {
            let committed = workspace().join(name).join(path);
            assert_eq!(fs::read_to_string(folder.join(path)).unwrap(), text);
            let committed = fs::read_to_string(committed).unwrap_or_default();
            assert!(committed == text, "{name}/{path} is not fresh");
        }
        assert!(tree::compare(&folder, &files).unwrap().is_empty());
    }
}
