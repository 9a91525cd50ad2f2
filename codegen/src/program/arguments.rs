//! What commands have in common on the command line: where things are.

use std::path::{Path, PathBuf};

use clap::builder::StyledStr;
use clap::parser::ValueSource::CommandLine;
use clap::{Arg, ArgAction, ArgMatches, Id, ValueHint};

/// Where the description is, and what is changed in it.
#[derive(Debug)]
pub(crate) struct Spec {
    pub(crate) path: PathBuf,
    /// Overlays beside those that it names.
    pub(crate) overlays: Vec<PathBuf>,
}

/// Where the description is, where the output goes, and what the output looks like.
#[derive(Debug)]
pub(crate) struct Places {
    pub(crate) spec: Spec,
    /// The folder of the description as output files name it, with `/`; empty when it is the one
    /// that the program runs in.
    pub(crate) spec_name: String,
    /// The first file of the description within that folder.
    pub(crate) spec_root: String,
    pub(crate) out: PathBuf,
    pub(crate) runtime: String,
    pub(crate) example_crate: Option<String>,
    /// Whether families and unverified operations become cargo features.
    pub(crate) features: bool,
    /// The command as output files name it.
    pub(crate) command: String,
    /// The command that writes just this client, for messages.
    pub(crate) mend: String,
    /// Whether this is the workspace's own description, with everything that is made of it.
    pub(crate) is_own: bool,
}

/// Where the description of this workspace is.
pub(crate) const SPEC: &str = "spec/deskpro";
const OUT: &str = "generated-client/src/generated";
const REFERENCE: &str = "docs/reference";

/// Where the description is and what is changed in it, for commands that only read it.
pub(crate) fn spec() -> [Arg; 2] {
    [
        path_argument("spec")
            .help(format!("The description, a folder or a file [default: {SPEC}]")),
        path_argument("overlay")
            .value_name("FILE")
            .action(ArgAction::Append)
            .help("An overlay, after those that the description names; more than once for more"),
    ]
}

/// Where the output goes.
pub(crate) fn out(help: impl Into<StyledStr>) -> Arg {
    path_argument("out").help(help)
}

fn path_argument(name: &'static str) -> Arg {
    Arg::new(name).long(name).value_name("PATH").value_hint(ValueHint::AnyPath)
}

/// Where things are, for commands that make something of the description.
pub(crate) fn places() -> [Arg; 6] {
    let [spec, overlay] = spec().map(|argument| argument.requires("out"));
    [
        spec,
        overlay,
        out(format!("Where the output goes [default: {OUT}; {REFERENCE} for docs]")),
        Arg::new("runtime")
            .long("runtime")
            .value_name("PATH")
            .default_value("deskpro_runtime")
            .help("The path of the runtime in the client"),
        Arg::new("example-crate")
            .long("example-crate")
            .value_name("NAME")
            .help("The crate that examples use; none leaves examples out"),
        features(),
    ]
}

/// The same, and how `generate` goes about it.
pub(crate) fn generate() -> impl Iterator<Item = Arg> {
    let fresh = Arg::new("fresh")
        .long("fresh")
        .action(ArgAction::SetTrue)
        .help("Makes all files anew, also those that are known to be as they were");
    places().into_iter().chain([fresh])
}

/// Whether families become features.
pub(crate) fn features() -> Arg {
    Arg::new("features")
        .long("features")
        .action(ArgAction::SetTrue)
        .help("Families and unverified operations become cargo features of the client's crate")
}

/// An argument of [`places`] before a command, where it would count for nothing.
pub(crate) fn misplaced(matches: &ArgMatches) -> Option<String> {
    matches.subcommand_name()?;
    let is_given = |name: &&Id| matches.value_source(name.as_str()) == Some(CommandLine);
    let argument = generate().find(|argument| is_given(&argument.get_id()))?;
    Some(format!("--{}", argument.get_id()))
}

/// A path that was given.
pub(crate) fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<String>(name).map(PathBuf::from)
}

/// Where the description is, and what is changed in it.
pub(crate) fn spec_place(matches: &ArgMatches) -> Spec {
    let path = path(matches, "spec").unwrap_or_else(|| workspace_root().join(SPEC));
    Spec { path, overlays: overlays(matches).map(PathBuf::from).collect() }
}

fn overlays(matches: &ArgMatches) -> impl Iterator<Item = &String> {
    matches.get_many("overlay").into_iter().flatten()
}

/// Reads the arguments that say where things are.
pub(crate) fn place(matches: &ArgMatches) -> Places {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let root = workspace_root();
    let is_own = text("spec").is_none() && text("out").is_none();
    let spec = spec_place(matches);
    let is_file = spec.path.is_file();
    let (spec_name, spec_root) = named(text("spec").as_deref().unwrap_or(SPEC), is_file);
    let out = text("out").map_or_else(|| root.join(OUT), PathBuf::from);
    let own_crate = is_own.then(|| "deskpro_client".to_owned());
    let command = if is_own { "cargo codegen" } else { "deskpro-codegen" };
    Places {
        spec_name,
        spec_root,
        spec,
        out,
        runtime: text("runtime").unwrap_or_default(),
        example_crate: text("example-crate").or(own_crate),
        features: is_own || matches.get_flag("features"),
        command: command.to_owned(),
        mend: mend(command, matches),
        is_own,
    }
}

/// The same where the reference is asked for instead of the client.
pub(crate) fn reference_place(matches: &ArgMatches) -> Places {
    let places = place(matches);
    let out = matches.get_one::<String>("out").map(PathBuf::from);
    let command = format!("{} docs", places.command);
    Places {
        out: out.unwrap_or_else(|| workspace_root().join(REFERENCE)),
        mend: mend(&command, matches),
        command,
        ..places
    }
}

/// The folder of a description and its first file.
fn named(spec: &str, is_file: bool) -> (String, String) {
    let spec = spec.replace('\\', "/");
    let spec = spec.trim_end_matches('/');
    match spec.rsplit_once('/') {
        _ if !is_file => (spec.to_owned(), "api.yaml".to_owned()),
        Some((folder, root)) => (folder.to_owned(), root.to_owned()),
        None => (String::new(), spec.to_owned()),
    }
}

/// The command with the arguments that were given and say what is written.
fn mend(command: &str, matches: &ArgMatches) -> String {
    let mut mend = command.to_owned();
    for name in ["spec", "out", "runtime", "example-crate"] {
        let is_given = matches.value_source(name) == Some(CommandLine);
        if let Some(value) = matches.get_one::<String>(name).filter(|_| is_given) {
            mend.push_str(&format!(" --{name} {}", quoted(value)));
        }
    }
    for overlay in overlays(matches) {
        mend.push_str(&format!(" --overlay {}", quoted(overlay)));
    }
    if matches.get_flag("features") {
        mend.push_str(" --features");
    }
    mend
}

/// A value as a shell takes it.
fn quoted(value: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-:=".contains(c);
    if !value.is_empty() && value.chars().all(is_plain) {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', "'\\''"))
    }
}

/// The nearest folder, from here upward, that holds the description at its usual place; so that
/// `cargo codegen` works from every folder of the workspace.
fn workspace_root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let holds_spec = |folder: &&Path| folder.join(SPEC).is_dir();
    let root = here.ancestors().find(holds_spec).unwrap_or(&here);
    // Messages read better with a short path, which is all there is when we stand at the root.
    if root == here { PathBuf::new() } else { root.to_owned() }
}
