//! Text of a description never becomes code: `cargo fuzz run -s none text` in `codegen/`.
//!
//! The bytes are cut into texts, one for every place of a description that takes one. Whatever they
//! are, all but documentation and literals must be what harmless texts give.

#![no_main]

#[path = "../../tests/text/description.rs"]
mod description;
#[path = "../../tests/text/skeleton.rs"]
mod skeleton;

use std::sync::LazyLock;

use deskpro_codegen::Options;
use deskpro_spec::{Sources, load};
use libfuzzer_sys::fuzz_target;

use description::{CODES, TEXTS, description};
use skeleton::{Idents, skeleton};

/// What harmless texts give.
static EXPECTED: LazyLock<Vec<(String, String)>> = LazyLock::new(|| skeletons(&harmless(TEXTS)));

fuzz_target!(|bytes: &[u8]| {
    let mut texts: Vec<_> = bytes
        .split(|byte| *byte == 0xFF)
        .take(TEXTS)
        .map(|text| String::from_utf8_lossy(text).into_owned())
        .collect();
    texts.resize(TEXTS, "text".to_owned());
    assert_eq!(skeletons(&texts), *EXPECTED);
});

/// Every file that a description gives, without its texts.
fn skeletons(texts: &[String]) -> Vec<(String, String)> {
    let sources = Sources::from_files(description(texts, &harmless(CODES)));
    let api = load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)));
    let files = deskpro_codegen::generate(&api, &Options::default());
    files.iter().map(|(path, text)| (path.to_owned(), skeleton(text, Idents::Kept))).collect()
}

fn harmless(places: usize) -> Vec<String> {
    (0..places).map(|place| format!("harmless{place}")).collect()
}
