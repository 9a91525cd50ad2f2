//! What is committed is what the description gives.

use std::path::{Path, PathBuf};

use deskpro_codegen::{Options, tree};
use deskpro_spec::{Sources, load};

/// The folder of the workspace.
fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What `cargo codegen` generates with.
fn options() -> Options {
    Options {
        example_crate: Some("deskpro_client".to_owned()),
        spec: "spec/deskpro".to_owned(),
        command: "cargo codegen".to_owned(),
        ..Options::default()
    }
}

#[test]
fn the_generated_client_is_fresh() {
    let sources = Sources::read(&workspace().join("spec/deskpro")).unwrap();
    let api =
        load(&sources).unwrap_or_else(|problems| panic!("{}", problems.terminal(&sources, false)));
    let files = deskpro_codegen::generate(&api, &options());
    assert!(files.len() >= api.resources.len() + 4, "only {} files", files.len());
    let difference =
        tree::compare(&workspace().join("generated-client/src/generated"), &files).unwrap();
    let changed: Vec<_> = difference.changed.iter().map(|(path, _)| path).collect();
    assert!(
        difference.is_empty(),
        "generated-client/src/generated is not what spec/deskpro gives.\n\
         missing: {:?}\nchanged: {changed:?}\nnothing generates: {:?}\n\
         To mend it: cargo codegen",
        difference.missing,
        difference.orphans,
    );
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
    let sources = Sources::builtin();
    let api = load(&sources).unwrap();
    let files = deskpro_codegen::generate(&api, &options());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("freshness");
    let _ = std::fs::remove_dir_all(&folder);
    let written = tree::write(&folder, &files).unwrap();
    assert_eq!(written.missing.len(), files.len());
    for (path, text) in files.iter() {
        let committed = workspace().join("generated-client/src/generated").join(path);
        assert_eq!(std::fs::read_to_string(folder.join(path)).unwrap(), text);
        let committed = std::fs::read_to_string(committed).unwrap_or_default();
        assert!(committed == text, "{path} is not fresh. To mend it: cargo codegen");
    }
    assert!(tree::compare(&folder, &files).unwrap().is_empty());
}
