//! The promises over the texts that fuzzing begins with, and over what it found.

use std::{fs, path::Path};

use crate::kept::raw;

#[test]
fn every_seed_is_a_request_that_is_answered() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds/raw"));
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let request = raw::parse(&fs::read(&path).unwrap());
        raw::check(&request.unwrap_or_else(|| panic!("{} is no request", path.display())));
        count += 1;
    }
    assert!(count >= 10, "only {count} seeds");
}
