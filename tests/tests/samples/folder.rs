//! The folder of samples, which is not part of this repository.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{envelopes, lookups, objects, refusals};

/// Samples of what helpdesks do not send: the documented answer to a batch, which was never seen.
const OTHERS: &[&str] = &["docs/batch.response.docs-variant.repaired.json"];

/// The folder, opened.
pub(crate) struct Samples(PathBuf);

impl Samples {
    /// The folder; `None`, and a word about it, where it is not there.
    pub(crate) fn open() -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/deskpro/samples");
        if folder.is_dir() {
            return Some(Self(folder));
        }
        println!("skipped: the samples are not there");
        None
    }

    /// The text of a sample.
    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The JSON of a sample.
    pub(crate) fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for folder in fs::read_dir(&self.0).expect("a folder").flatten() {
            let files = fs::read_dir(folder.path()).into_iter().flatten().flatten();
            let files = files.filter(|file| file.path().extension().is_some_and(|it| it == "json"));
            let folder = folder.file_name().to_string_lossy().into_owned();
            names.extend(files.map(|it| format!("{folder}/{}", it.file_name().to_string_lossy())));
        }
        names.sort();
        names
    }
}

#[test]
fn every_sample_is_decoded_or_something_else() {
    let Some(samples) = Samples::open() else { return };
    let decoded =
        [envelopes::NAMES, lookups::NAMES, objects::NAMES, refusals::NAMES, OTHERS].concat();
    let mut known: Vec<&str> = decoded;
    known.sort_unstable();
    assert_eq!(samples.names(), known);
}
