//! Where the tests keep their cassettes, and who uses them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use deskpro_runtime::{
    Client,
    transport::{Cassette, CassetteTransport, MemoryTransport},
};

use crate::helpdesk::builder;

/// The file of a test's cassette, which is not there yet.
pub(super) fn shelf(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cassettes").join(name);
    if let Err(error) = fs::remove_file(&path) {
        assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{error}");
    }
    path
}

pub(super) fn recorder(path: &Path, transport: &MemoryTransport) -> CassetteTransport {
    Cassette::record(path, transport.clone()).open().unwrap()
}

pub(super) fn player(path: &Path) -> CassetteTransport {
    Cassette::replay(path).open().unwrap()
}

/// A client of a cassette that sends nothing again.
pub(super) fn client(cassette: &CassetteTransport) -> Client {
    builder().without_retries().transport(cassette.clone()).build().unwrap()
}

pub(super) fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}
