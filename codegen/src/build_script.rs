//! The build-time door: a client that is made by the build script of the crate that uses it.
//!
//! In `build.rs`:
//!
//! ```no_run
//! fn main() -> Result<(), deskpro_codegen::build_script::Error> {
//!     deskpro_codegen::build_script::compile("spec/desk.yaml")
//! }
//! ```
//!
//! and where the client is to be, with the name that the description gives to its API:
//!
//! ```ignore
//! include!(concat!(env!("OUT_DIR"), "/desk_client.rs"));
//!
//! let client = desk::Client::builder("https://support.example.com", auth).build()?;
//! ```
//!
//! The crate depends on `deskpro-runtime`, and on this crate, without default features, to build. The
//! description is read again when one of its files or overlays changed, and only then; files are written to
//! `OUT_DIR` only, and only where something changed. Nothing else is run, and nothing is fetched.

use std::path::{Path, PathBuf};
use std::{env, fmt, fs, io};

use deskpro_spec::{Problems, Sources, load};

use crate::{EnumPolicy, Options, generate_again, tree};

/// Makes a client of a description: a file, or a folder with an `api.yaml`.
///
/// # Errors
///
/// Something is wrong with the description, or it is not there; or the files cannot be written.
pub fn compile(spec: impl AsRef<Path>) -> Result<(), Error> {
    Compiler::new().compile(spec)
}

/// A compiler whose settings are not those of [`compile`].
///
/// ```no_run
/// use deskpro_codegen::build_script::Compiler;
///
/// # fn main() -> Result<(), deskpro_codegen::build_script::Error> {
/// Compiler::new()
///     .runtime("deskpro_client::runtime")
///     .module("helpdesk")
///     .compile("spec/desk.yaml")?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Compiler {
    overlays: Vec<PathBuf>,
    runtime: String,
    module: Option<String>,
    out_dir: Option<PathBuf>,
    enums: EnumPolicy,
    features: bool,
}

impl Default for Compiler {
    fn default() -> Self {
        Self::new()
    }
}

impl Compiler {
    /// The settings of [`compile`].
    pub fn new() -> Self {
        let Options { runtime, enums, features, .. } = Options::default();
        Self { overlays: Vec::new(), runtime, module: None, out_dir: None, enums, features }
    }

    /// Changes the description by an overlay, after those that it names itself and those that were
    /// given before. Relative paths start at the crate's root.
    ///
    /// ```no_run
    /// use deskpro_codegen::build_script::Compiler;
    ///
    /// # fn main() -> Result<(), deskpro_codegen::build_script::Error> {
    /// Compiler::new().overlay("overlays/custom_fields.yaml").compile("spec/desk.yaml")
    /// # }
    /// ```
    #[must_use]
    pub fn overlay(mut self, file: impl Into<PathBuf>) -> Self {
        self.overlays.push(file.into());
        self
    }

    /// The path of the runtime as the crate sees it. Without it, `deskpro_runtime`.
    #[must_use]
    pub fn runtime(mut self, path: impl Into<String>) -> Self {
        self.runtime = path.into();
        self
    }

    /// The name of the module that holds the client. Without it, the name that the description gives
    /// to its API.
    #[must_use]
    pub fn module(mut self, name: impl Into<String>) -> Self {
        self.module = Some(name.into());
        self
    }

    /// Where the files go. Without it, `OUT_DIR`, which cargo sets.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// What enums do with values that the description does not know. Without it they keep them.
    #[must_use]
    pub fn enums(mut self, policy: EnumPolicy) -> Self {
        self.enums = policy;
        self
    }

    /// Whether families, and operations that were never seen at work, become features of the crate,
    /// which has to declare them. Without it, all is there.
    #[must_use]
    pub fn features(mut self, features: bool) -> Self {
        self.features = features;
        self
    }

    /// Makes a client of a description: a file, or a folder with an `api.yaml`. Relative paths start
    /// at the crate's root.
    ///
    /// # Errors
    ///
    /// Something is wrong with the description, or it is not there; the module cannot be called so; or
    /// the files cannot be written.
    pub fn compile(self, spec: impl AsRef<Path>) -> Result<(), Error> {
        let spec = spec.as_ref();
        let sources = Sources::read_with_overlays(spec, &self.overlays)
            .map_err(|problems| Error::of(&problems, &Sources::default()))?;
        // A build script that failed runs again anyway, so that what is missing needs no watching.
        for path in sources.paths() {
            println!("cargo::rerun-if-changed={}", path.display());
        }
        let api = load(&sources).map_err(|problems| Error::of(&problems, &sources))?;
        let module = self.module.clone().unwrap_or_else(|| api.name.clone());
        if !is_module_name(&module) {
            let help = "give it another with `Compiler::module`";
            return Err(Error(format!("`{module}` cannot be the name of a module; {help}")));
        }
        let out_dir = self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        let out_dir = out_dir.ok_or_else(|| {
            Error("OUT_DIR is not set: this is for build scripts, which cargo runs".to_owned())
        })?;
        let folder = out_dir.join(&module);
        let known = out_dir.join(format!("{module}.record"));
        let mut record = tree::Record::read(&known);
        let files = generate_again(&api, &self.options(spec, &sources), &folder, &mut record);
        tree::write(&folder, &files).map_err(|error| Error::writing(&folder, &error))?;
        record.write(&known).map_err(|error| Error::writing(&known, &error))?;
        let door = out_dir.join(format!("{module}_client.rs"));
        let text = format!("pub mod {module};\n");
        write_changed(&door, &text).map_err(|error| Error::writing(&door, &error))
    }

    fn options(&self, spec: &Path, sources: &Sources) -> Options {
        let folder = if spec.is_dir() { Some(spec) } else { spec.parent() };
        let folder = folder.map(|it| it.to_string_lossy().replace('\\', "/")).unwrap_or_default();
        Options {
            runtime: self.runtime.clone(),
            spec: folder,
            root: sources.relative(0).to_owned(),
            command: "cargo build".to_owned(),
            features: self.features,
            enums: self.enums,
            ..Options::default()
        }
    }
}

/// Whether a module may be called so: a word that Rust does not use itself.
fn is_module_name(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok() && name != "_"
}

fn write_changed(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|before| before == text) {
        return Ok(());
    }
    fs::write(path, text)
}

/// Why there is no client.
///
/// `Debug` shows the same text as `Display`, so that a build script whose `main` returns this error
/// shows every mistake with its place.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(String);

impl Error {
    fn of(problems: &Problems, sources: &Sources) -> Self {
        let noun = if problems.len() == 1 { "problem" } else { "problems" };
        let text = problems.terminal(sources, false);
        Self(format!("\n{text}\n{} {noun}; no client was made", problems.len()))
    }

    fn writing(path: &Path, error: &io::Error) -> Self {
        Self(format!("cannot write to {}: {error}", path.display()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
