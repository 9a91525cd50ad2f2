//! Text of a description never becomes code: whatever stands in it, the files are Rust, and all but
//! documentation and literals is what harmless text gives.

mod text {
    pub(crate) mod description;
    pub(crate) mod hostile;
    pub(crate) mod skeleton;
}

use deskpro_codegen::Options;
use deskpro_spec::{Sources, load};
use proptest::prelude::*;

use text::description::{CODES, TEXTS, description};
use text::hostile::hostile;
use text::skeleton::{Idents, skeleton};

/// The files of a description without their texts, by path.
type Skeletons = Vec<(String, String)>;

/// Every file that a description gives, without its texts; the problems when it is refused.
fn skeletons(texts: &[String], codes: &[String], idents: Idents) -> Result<Skeletons, String> {
    let sources = Sources::from_files(description(texts, codes));
    let api = load(&sources).map_err(|problems| problems.short(&sources))?;
    let options = Options { example_crate: Some("example".to_owned()), ..Options::default() };
    let files = deskpro_codegen::generate(&api, &options);
    Ok(files.iter().map(|(path, text)| (path.to_owned(), skeleton(text, idents))).collect())
}

/// What harmless texts give.
fn expected(idents: Idents) -> Skeletons {
    skeletons(&harmless(TEXTS), &harmless(CODES), idents).expect("a description")
}

/// Harmless text for every place.
fn harmless(places: usize) -> Vec<String> {
    (0..places).map(|place| format!("harmless{place}")).collect()
}

/// The first place where two outputs differ.
fn difference(found: &Skeletons, expected: &Skeletons) -> Option<String> {
    assert_eq!(found.len(), expected.len());
    let (found, expected) =
        found.iter().zip(expected).find(|(found, expected)| found != expected)?;
    let same = found.1.bytes().zip(expected.1.bytes()).take_while(|(a, b)| a == b).count();
    let near =
        |text: &str| text.chars().skip(same.saturating_sub(60)).take(160).collect::<String>();
    Some(format!("{}:\n{}\ninstead of\n{}", found.0, near(&found.1), near(&expected.1)))
}

/// Every case generates a whole client, so there are few of them; the fuzz target tries more.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 48,
        max_shrink_iters: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Documentation, titles, notes, examples; and keys, values and parameters that have a name for
/// Rust beside them.
#[test]
fn text_stays_text() {
    let expected = expected(Idents::Kept);
    proptest!(config(), |(texts in prop::collection::vec(hostile(), TEXTS))| {
        let found = skeletons(&texts, &harmless(CODES), Idents::Kept);
        let found = found.map_err(TestCaseError::fail)?;
        prop_assert_eq!(difference(&found, &expected), None);
    });
}

/// Codes, of which names are made. Not every text can be one; what is taken gives the same items,
/// whatever they are called.
#[test]
fn codes_stay_codes() {
    let expected = expected(Idents::Blank);
    proptest!(config(), |(codes in prop::collection::vec(hostile(), CODES))| {
        let ascii = |code: &String| format!("a{}", code.replace(|c: char| !c.is_ascii(), ""));
        let codes: Vec<_> = codes.iter().map(ascii).collect();
        if let Ok(found) = skeletons(&harmless(TEXTS), &codes, Idents::Blank) {
            prop_assert_eq!(difference(&found, &expected), None);
        }
    });
}

/// The properties above would hold if every description were refused.
#[test]
fn harmless_text_and_odd_codes_are_taken() {
    assert!(skeletons(&harmless(TEXTS), &harmless(CODES), Idents::Kept).is_ok());
    let codes = ["a\n```\ncompile_error!()\"#".to_owned(), "a\0*/ \\".to_owned()];
    assert!(skeletons(&harmless(TEXTS), &codes, Idents::Kept).is_ok());
}
