//! The file of a cassette: read as a whole, written as a whole or not at all.

use std::{fs, path::Path};

use super::{error::CassetteError, tape::Tape};
use crate::whole_file;

pub(super) fn read(path: &Path) -> Result<Tape, CassetteError> {
    let text =
        fs::read(path).map_err(|error| CassetteError::Read { path: path.to_owned(), error })?;
    Tape::read(&text).map_err(|fault| CassetteError::Malformed { path: path.to_owned(), fault })
}

pub(super) fn write(path: &Path, tape: &Tape) -> Result<(), CassetteError> {
    whole_file::write(path, &tape.to_text())
        .map_err(|error| CassetteError::Write { path: path.to_owned(), error })
}
