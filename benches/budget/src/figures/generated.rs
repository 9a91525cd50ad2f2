//! How much Rust an operation takes in the committed client: lines and bytes of all files, of each operation of the
//! description its share. Shares are rounded up.

use std::path::Path;
use std::{fs, io};

use crate::{Failure, place};

pub(super) fn measure() -> Result<Vec<(&'static str, u64)>, Failure> {
    let mut size = Size::default();
    size.add(&place::project("generated-client/src/generated"))?;
    let operations = operations()?;
    let share = |all: u64| all.div_ceil(operations);
    Ok(vec![("lines", share(size.lines)), ("bytes", share(size.bytes))])
}

/// How many operations there are, asked of what reads the description, by way of the document that names each once.
fn operations() -> Result<u64, Failure> {
    let mut openapi = place::cargo();
    openapi.args(["run", "--quiet", "--package", "deskpro-codegen", "--bin", "deskpro-codegen"]);
    let document = place::said(openapi.args(["--", "openapi"]))?;
    match document.matches("\"operationId\":").count() {
        0 => Err("the description has no operations".into()),
        count => Ok(count.try_into()?),
    }
}

#[derive(Default)]
struct Size {
    lines: u64,
    bytes: u64,
}

impl Size {
    fn add(&mut self, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.add(&path)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(path)?;
                self.lines += text.lines().count() as u64;
                self.bytes += text.len() as u64;
            }
        }
        Ok(())
    }
}
