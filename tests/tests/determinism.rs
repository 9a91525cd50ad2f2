//! The same description gives the same bytes, whatever the order of the keys in its mappings, the
//! order of the files it includes, and the run.

use std::fs;
use std::path::Path;

use deskpro_codegen::{Files, Options};
use deskpro_spec::{Sources, load};
use serde_yaml::{Mapping, Value};

/// Numbers that look random and are the same in each run.
struct Shuffler(u64);

impl Shuffler {
    fn below(&mut self, limit: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((bits ^ (bits >> 31)) % limit as u64).unwrap()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// The same value with the keys of all mappings, and the files under `include`, in another
    /// order.
    fn value(&mut self, value: Value) -> Value {
        match value {
            Value::Mapping(mapping) => {
                let mut entries: Vec<_> = mapping.into_iter().collect();
                self.shuffle(&mut entries);
                let entries = entries.into_iter().map(|(key, mut value)| {
                    if let (Some("include"), Value::Sequence(files)) = (key.as_str(), &mut value) {
                        self.shuffle(files);
                    }
                    (key, self.value(value))
                });
                Value::Mapping(entries.collect::<Mapping>())
            }
            Value::Sequence(items) => {
                Value::Sequence(items.into_iter().map(|item| self.value(item)).collect())
            }
            other => other,
        }
    }

    fn text(&mut self, yaml: &str) -> String {
        let value = serde_yaml::from_str(yaml).unwrap();
        serde_yaml::to_string(&self.value(value)).unwrap()
    }
}

/// The files of a description, each with its path from the first.
fn description(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let sources = Sources::read(&folder).unwrap();
    (0..u32::try_from(sources.len()).unwrap())
        .map(|file| (sources.relative(file).to_owned(), sources.text(file).to_owned()))
        .collect()
}

fn generated(files: Vec<(String, String)>) -> Files {
    let sources = Sources::from_files(files);
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    let options = Options { example_crate: Some("example".to_owned()), ..Options::default() };
    deskpro_codegen::generate(&api, &options)
}

#[track_caller]
fn assert_shuffled_is_same(folder: &str, seeds: std::ops::Range<u64>) {
    let description = description(folder);
    let expected = generated(description.clone());
    for seed in seeds {
        let mut shuffler = Shuffler(seed);
        let shuffled: Vec<_> =
            description.iter().map(|(path, text)| (path.clone(), shuffler.text(text))).collect();
        assert_ne!(shuffled, description);
        let found = generated(shuffled);
        assert_eq!(found.len(), expected.len());
        for (path, text) in expected.iter() {
            assert!(found.get(path) == Some(text), "{path} differs with seed {seed}");
        }
    }
}

#[test]
fn shuffled_keys_of_the_built_in_description_give_the_same_bytes() {
    assert_shuffled_is_same("../spec/deskpro", 1..5);
}

#[test]
fn shuffled_keys_of_odd_names_give_the_same_bytes() {
    assert_shuffled_is_same("tests/torture", 5..9);
}

#[test]
fn two_runs_give_the_same_bytes() {
    let description = description("../spec/deskpro");
    assert_eq!(generated(description.clone()), generated(description));
}

/// Were all orders the same, the tests above would prove less than they seem to.
#[test]
fn seeds_give_different_orders() {
    let text = "b: 1\na: 2\nc: 3\nd: 4\n";
    let orders: std::collections::BTreeSet<_> =
        (1..9).map(|seed| Shuffler(seed).text(text)).collect();
    assert!(orders.len() > 4, "{orders:?}");
}

#[test]
fn descriptions_from_a_disk_and_from_memory_give_the_same_bytes() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("determinism");
    let _ = fs::remove_dir_all(&folder);
    for (path, text) in description("../spec/deskpro") {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let sources = Sources::read(&folder).unwrap();
    let options = Options { example_crate: Some("example".to_owned()), ..Options::default() };
    let files = deskpro_codegen::generate(&load(&sources).unwrap(), &options);
    assert_eq!(files, generated(description("../spec/deskpro")));
}
