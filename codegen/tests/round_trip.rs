//! What is exported as OpenAPI and imported again is the same description.

#[path = "text/description.rs"]
mod description;
#[path = "text/hostile.rs"]
mod hostile;

use deskpro_codegen::{Files, OpenApiDialect, OpenApiOptions, OpenApiVersion, import, openapi};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};
use proptest::prelude::*;

use description::{CODES, TEXTS, description};
use hostile::hostile;

/// The files of a description, the first one first.
fn sources(files: &Files) -> Sources {
    let first = files.iter().filter(|(path, _)| *path == "api.yaml");
    Sources::from_files(first.chain(files.iter().filter(|(path, _)| *path != "api.yaml")))
}

/// Compares two descriptions line by line, so that a failure shows what differs and not all of both.
fn assert_same(one: &Api, other: &Api) {
    let text = |api: &Api| format!("{:#?}", api.clone().without_places());
    let (one, other) = (text(one), text(other));
    for (at, (left, right)) in one.lines().zip(other.lines()).enumerate() {
        if left != right {
            let around = |text: &str| {
                let lines: Vec<_> = text.lines().skip(at.saturating_sub(40)).take(60).collect();
                lines.join("\n")
            };
            panic!("line {at} differs\n{}\n\n== and ==\n{}", around(&one), around(&other));
        }
    }
    assert_eq!(one.lines().count(), other.lines().count());
}

fn round_trip(api: &Api) {
    let forms = [
        (OpenApiVersion::V3_0, OpenApiDialect::Guide),
        (OpenApiVersion::V3_1, OpenApiDialect::Live),
    ];
    for (version, dialect) in forms {
        let options = OpenApiOptions { version, dialect };
        let imported = import(openapi(api, options).as_bytes(), None).unwrap();
        assert_eq!(imported.problems, []);
        let sources = sources(&imported.files);
        assert_same(api, &load(&sources).unwrap());
    }
}

#[test]
fn the_deskpro_api() {
    round_trip(&load(&Sources::builtin()).unwrap());
}

#[test]
fn a_small_description_with_one_of_everything() {
    let text = include_str!("golden/openapi/api.yaml");
    round_trip(&load(&Sources::from_files([("api.yaml", text)])).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_may_stand_in_a_description(
        texts in proptest::collection::vec(hostile(), TEXTS),
        codes in proptest::collection::vec("[a-z]{1,6}", CODES),
    ) {
        let sources = Sources::from_files(description(&texts, &codes));
        round_trip(&load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources))));
    }
}
