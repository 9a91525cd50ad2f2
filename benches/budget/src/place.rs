//! Where everything lies, and the programs that are built together with this one.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, io};

use crate::Failure;

/// This package.
const PACKAGE: &str = env!("CARGO_MANIFEST_DIR");

/// The file with the numbers.
pub fn budget() -> PathBuf {
    Path::new(PACKAGE).join("budget.toml")
}

/// A file or folder of the project.
pub fn project(path: &str) -> PathBuf {
    // Without `..`, so that messages can be read.
    let root = Path::new(PACKAGE).ancestors().nth(2).unwrap_or(Path::new(PACKAGE));
    root.join(path)
}

/// The folder that cargo builds into.
///
/// # Errors
///
/// When the operating system does not say where this program is.
pub fn target() -> io::Result<PathBuf> {
    let program = env::current_exe()?;
    Ok(program.ancestors().nth(2).unwrap_or(&program).to_owned())
}

/// A program of this package, optimized.
///
/// # Errors
///
/// When the operating system does not say where this program is.
pub fn program(name: &str) -> io::Result<PathBuf> {
    Ok(target()?.join("release").join(format!("{name}{}", env::consts::EXE_SUFFIX)))
}

/// Builds the programs that are measured; `cargo run` builds no more than the one that it runs.
///
/// # Errors
///
/// When they do not compile; with what the compiler says.
pub fn build_programs() -> Result<(), Failure> {
    let mut build = cargo();
    build.args(["build", "--quiet", "--release", "--bins", "--manifest-path"]);
    build.arg(Path::new(PACKAGE).join("Cargo.toml")).arg("--target-dir").arg(target()?);
    said(&mut build).map(drop)
}

/// Cargo, in the project.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(project(""));
    cargo
}

/// What a program prints.
///
/// # Errors
///
/// When it cannot be run or does not succeed; with what it says.
pub fn said(command: &mut Command) -> Result<String, Failure> {
    let program = Path::new(command.get_program()).display().to_string();
    let named = |error: String| format!("{program}: {}", error.trim());
    let Output { status, stdout, stderr } = match command.output() {
        Ok(output) => output,
        Err(error) => return Err(named(error.to_string()).into()),
    };
    if !status.success() {
        return Err(named(format!("{status}\n{}", String::from_utf8_lossy(&stderr))).into());
    }
    Ok(String::from_utf8(stdout)?)
}
