//! The folder of samples, which is not part of this repository.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{envelopes, objects, refusals};

/// The samples that hold something else than what is described so far.
const OTHERS: &[&str] = &[
    "docs/api_tokens.create.json",
    "docs/batch.response.docs-variant.repaired.json",
    "docs/discover.json",
    "docs/user_sources.list.json",
    "oldsdk/articles.counts.grouped.response.json",
    "oldsdk/articles.counts.response.json",
    "oldsdk/batch.request.json",
    "php-client/article.create.request.json",
    "php-client/articles.list.response.json",
    "php-client/batch.request.json",
    "php-client/batch.response.json",
    "portal-components/categories.json",
    "portal-components/priorities.json",
    "portal-components/products.json",
    "portal-components/ticketLayout.json",
    "portal-components/ticketLayoutRaw.json",
    "zapier/triggers.get_stars.json",
    "zapier/triggers.get_ticket_categories.json",
    "zapier/triggers.get_ticket_filters.json",
    "zapier/triggers.get_ticket_priorities.json",
    "zapier/triggers.get_ticket_products.json",
    "zapier/triggers.get_ticket_statuses.json",
    "zapier/triggers.get_ticket_workflows.json",
];

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
    let decoded = [envelopes::NAMES, objects::NAMES, refusals::NAMES, OTHERS].concat();
    let mut known: Vec<&str> = decoded;
    known.sort_unstable();
    assert_eq!(samples.names(), known);
}
