//! Compiles crates.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use std::{env, fs, io};

use crate::cost::{self, Cost};

/// A crate that is compiled.
#[derive(Debug, Clone)]
pub struct Package {
    /// Where its `Cargo.toml` is.
    pub folder: PathBuf,
    /// Whether the compiler keeps what it found out for the next time. Without it, crates are
    /// compiled as a whole.
    pub incremental: bool,
}

impl Package {
    /// Compiles everything that it depends on, and it. `arguments` are those of cargo: `check`,
    /// `build --release`, `doc --no-deps`; `target` is cargo's target folder.
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn prepare(&self, arguments: &[&str], target: &Path) -> io::Result<Cost> {
        cost::measure(&mut self.cargo(arguments, target))
    }

    /// What it costs to compile it alone, after [`prepare`](Self::prepare).
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn compile(&self, arguments: &[&str], target: &Path) -> io::Result<Cost> {
        self.touch()?;
        cost::measure(&mut self.cargo(arguments, target))
    }

    /// How many instructions the compiler executes for it alone, after [`prepare`](Self::prepare).
    /// Profiles are left in a folder that is not there yet.
    ///
    /// # Errors
    ///
    /// When cargo or valgrind cannot be run, or cargo finds errors.
    pub fn instructions(
        &self,
        arguments: &[&str],
        target: &Path,
        profiles: &Path,
    ) -> io::Result<u64> {
        self.touch()?;
        // Cargo asks the compiler for its version too, which takes less.
        let mut cargo = self.cargo(arguments, target);
        cost::instructions_below(&mut cargo, "RUSTC_WORKSPACE_WRAPPER", profiles)
    }

    /// What it costs to compile it and another one that it depends on, after
    /// [`prepare`](Self::prepare).
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn compile_with(
        &self,
        dependency: &Self,
        arguments: &[&str],
        target: &Path,
    ) -> io::Result<Cost> {
        dependency.touch()?;
        self.compile(arguments, target)
    }

    /// How many crates are compiled into it besides its own, or into their macros. What has to be
    /// downloaded is downloaded by it.
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or does not find what it depends on.
    pub fn dependencies(&self) -> io::Result<usize> {
        let arguments = ["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
        let output = self.cargo(&arguments, &self.folder.join("target")).output()?;
        if !output.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&output.stderr)));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        // Name and version; what follows them is said only once of each.
        let crates: BTreeSet<Vec<&str>> =
            text.lines().map(|line| line.split_whitespace().take(2).collect()).collect();
        Ok(crates.len().saturating_sub(1))
    }

    /// Its name.
    ///
    /// # Errors
    ///
    /// When its manifest cannot be read, or has none.
    pub fn name(&self) -> io::Result<String> {
        let manifest = fs::read_to_string(self.folder.join("Cargo.toml"))?;
        let name = manifest.lines().find_map(|line| line.strip_prefix("name = "));
        let name = name.ok_or_else(|| io::Error::other("a manifest without a name"))?;
        Ok(name.trim_matches('"').to_owned())
    }

    /// Makes cargo think that it changed.
    fn touch(&self) -> io::Result<()> {
        let roots = ["src/lib.rs", "src/main.rs"].map(|file| self.folder.join(file));
        for root in roots.iter().filter(|root| root.exists()) {
            File::options().append(true).open(root)?.set_modified(SystemTime::now())?;
        }
        Ok(())
    }

    fn cargo(&self, arguments: &[&str], target: &Path) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .args(arguments)
            .arg("--quiet")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_INCREMENTAL", if self.incremental { "1" } else { "0" });
        cargo
    }
}
