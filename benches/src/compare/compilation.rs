//! What it costs to compile the clients, and applications above them.

use std::error::Error;
use std::fs;
use std::path::Path;

use super::{Measured, Subject, Turns, clear, target};
use crate::clients::{Client, Package, Uses};
use crate::measurement::Measurement;
use crate::place;
use crate::scale::Edit;

/// How a crate alone is compiled.
const MANNERS: [(&str, &[&str]); 4] = [
    ("check", &["check"]),
    ("debug", &["build"]),
    ("release", &["build", "--release"]),
    ("doc", &["doc", "--no-deps"]),
];

/// Compiles the crate alone, in all manners or in those that are named.
///
/// # Errors
///
/// When the client cannot be generated or does not compile.
pub fn alone(subject: &Subject, client: Client, manners: &[&str], turns: Turns) -> Measured {
    let package = generated(subject, client)?;
    // What both depend on is compiled with a crate that costs little.
    let small = generated(&Subject::new(1)?, client)?;
    let target = target(client)?;
    let mut figures = Vec::new();
    for (name, arguments) in MANNERS.into_iter().filter(|(name, _)| manners.contains(name)) {
        small.prepare(arguments, &target)?;
        let costs = turns.take(|_| {
            // rustdoc reads the index of all that was documented before, of other sizes too.
            clear(&target.join("doc"))?;
            Ok(package.compile(arguments, &target)?)
        })?;
        let name = format!("compile.{name}");
        figures.push(subject.figure(&name, client, "s").samples(costs.cpu()));
        figures.push(subject.figure(&format!("{name}.peak"), client, "MB").samples(costs.peak()));
    }
    if manners.contains(&"release") {
        let size = library_size(&package, &target.join("release"))?;
        figures.push(subject.figure("compile.size", client, "MB").samples([size]));
    }
    Ok(figures)
}

/// Counts the instructions of the compiler for the crate alone.
///
/// # Errors
///
/// When the client cannot be generated or does not compile, or where there is no valgrind.
pub fn instructions(subject: &Subject, client: Client) -> Measured {
    let package = generated(subject, client)?;
    let small = generated(&Subject::new(1)?, client)?;
    let target = target(client)?;
    let profiles = place::folder("profiles")?.join(format!("compile.{}", client.name()));
    let mut figures = Vec::new();
    for (name, arguments) in
        MANNERS.into_iter().filter(|(name, _)| ["check", "release"].contains(name))
    {
        small.prepare(arguments, &target)?;
        clear(&profiles)?;
        let count = package.instructions(arguments, &target, &profiles)?;
        let figure = subject.figure("compile.instructions", client, "instructions");
        figures.push(figure.case(name).samples([count as f64]));
    }
    Ok(figures)
}

/// Checks the crate again and again, each time after one endpoint changed, as those who work on it
/// do: with what the compiler keeps from one time to the next.
///
/// # Errors
///
/// When the client cannot be generated or does not compile.
pub fn changed(subject: &Subject, client: Client, turns: Turns) -> Measured {
    let package = Package { folder: subject.folder(client).join("changed"), incremental: true };
    let target = target(client)?;
    let generate = |edit| {
        client.generate(&subject.document(edit), &subject.description(edit), &package.folder)
    };
    generate(Edit::None)?;
    package.prepare(&["check"], &target)?;
    let edits = [Edit::Endpoint, Edit::None];
    let costs = turns.take(|turn| {
        generate(edits[turn % 2])?;
        Ok(package.compile(&["check"], &target)?)
    })?;
    Ok(vec![subject.figure("compile.changed", client, "s").samples(costs.cpu())])
}

/// Compiles applications together with the client: one that uses three operations, and one that uses
/// all.
///
/// # Errors
///
/// When a client or application cannot be made, or does not compile.
pub fn applications(subject: &Subject, client: Client, turns: Turns) -> Measured {
    let package = generated(subject, client)?;
    let target = target(client)?;
    let mut figures = Vec::new();
    for (uses, name) in [(Uses::Three, "three"), (Uses::All, "all")] {
        let application = application(subject, client, &package, uses, name)?;
        for (manner, arguments) in
            MANNERS.into_iter().filter(|(name, _)| name.len() > 3 && *name != "check")
        {
            application.prepare(arguments, &target)?;
            let costs =
                turns.take(|_| Ok(application.compile_with(&package, arguments, &target)?))?;
            let figure = subject.figure(&format!("application.{manner}"), client, "s");
            figures.push(figure.case(name).samples(costs.cpu()));
        }
    }
    Ok(figures)
}

/// Builds an application where nothing was built before, and counts what it depends on.
///
/// # Errors
///
/// When a client or application cannot be made, or does not compile.
pub fn cold(subject: &Subject, client: Client, turns: Turns) -> Measured {
    let package = generated(subject, client)?;
    let application = application(subject, client, &package, Uses::Three, "three")?;
    let crates = application.dependencies()?;
    let target = subject.folder(client).join("cold");
    let costs = turns.take(|_| {
        clear(&target)?;
        Ok(application.prepare(&["build"], &target)?)
    })?;
    clear(&target)?;
    let figure =
        |name, unit| Measurement::new(name, client.name(), unit).resources(subject.resources);
    Ok(vec![
        figure("cold.dependencies", "crates").samples([crates as f64]),
        figure("cold.build", "s").samples(costs.cpu()),
    ])
}

/// The client, generated from nothing.
fn generated(subject: &Subject, client: Client) -> Result<Package, Box<dyn Error>> {
    let package = Package { folder: subject.folder(client).join("client"), incremental: false };
    clear(&package.folder)?;
    let (document, description) = (subject.document(Edit::None), subject.description(Edit::None));
    client.generate(&document, &description, &package.folder)?;
    Ok(package)
}

fn application(
    subject: &Subject,
    client: Client,
    package: &Package,
    uses: Uses,
    name: &str,
) -> Result<Package, Box<dyn Error>> {
    let folder = subject.folder(client).join(name);
    client.application(&subject.document(Edit::None), &package.folder, uses, &folder)?;
    Ok(Package { folder, incremental: false })
}

/// How large the compiled library is, in MB.
fn library_size(package: &Package, built: &Path) -> Result<f64, Box<dyn Error>> {
    let name = package.name()?.replace('-', "_");
    let library = built.join(format!("lib{name}.rlib"));
    Ok(fs::metadata(library)?.len() as f64 / 1e6)
}
