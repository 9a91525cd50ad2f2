//! Where programs put what they make.

use std::path::PathBuf;
use std::{env, fs, io};

/// A folder for what is made to be measured, beside the folder that this program was built into:
/// `target/measured/<name>`. It is created where it does not exist.
///
/// # Errors
///
/// When the folder cannot be created.
pub fn folder(name: &str) -> io::Result<PathBuf> {
    let program = env::current_exe()?;
    let target = program.ancestors().nth(2).unwrap_or(&program);
    let folder = target.join("measured").join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A program that was built together with this one.
///
/// # Errors
///
/// When it is not there, with the command that builds it.
pub fn program(name: &str) -> io::Result<PathBuf> {
    let path = env::current_exe()?.with_file_name(format!("{name}{}", env::consts::EXE_SUFFIX));
    if path.is_file() {
        return Ok(path);
    }
    let message = format!("{name} is not built; run `cargo build --release --workspace`");
    Err(io::Error::new(io::ErrorKind::NotFound, message))
}
