//! The first half: from YAML to Rust.

use std::error::Error;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;

use deskpro_codegen::{Options, tree};
use deskpro_spec::{Sources, load};

/// Checks the description, makes the client, and puts it where it belongs.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_owned);
    println!("From spec/deskpro");
    let start = Instant::now();
    let sources = Sources::read(&root.join("spec/deskpro"))
        .map_err(|problems| problems.terminal(&Sources::default(), is_terminal()))?;
    let api = load(&sources).map_err(|problems| problems.terminal(&sources, is_terminal()))?;
    let operations: usize = api.resources.iter().map(|resource| resource.operations.len()).sum();
    let fields: usize = api.resources.iter().map(|resource| resource.fields.len()).sum();
    println!("    read and checked {} files in {}", sources.len(), elapsed(start));
    println!(
        "    {} resources, {operations} operations, {fields} fields, {} quirks of the documentation",
        api.resources.len(),
        api.quirks.len(),
    );

    let start = Instant::now();
    let options = Options {
        example_crate: Some("deskpro_client".to_owned()),
        spec: "spec/deskpro".to_owned(),
        command: "cargo codegen".to_owned(),
        features: true,
        ..Options::default()
    };
    let files = deskpro_codegen::generate(&api, &options);
    println!(
        "    made {} files, {} lines of Rust, in {}",
        files.len(),
        files.lines(),
        elapsed(start)
    );
    let written = tree::write(&root.join("generated-client/src/generated"), &files)?;
    if written.is_empty() {
        println!("    which are just what is in generated-client/src/generated");
    } else {
        println!("    and wrote what had changed; run this again to tour the new client");
    }
    Ok(())
}

fn elapsed(start: Instant) -> String {
    format!("{:.1} ms", start.elapsed().as_secs_f64() * 1000.0)
}

/// Whether what goes wrong is shown to somebody who sees colours.
fn is_terminal() -> bool {
    std::io::stderr().is_terminal()
}
