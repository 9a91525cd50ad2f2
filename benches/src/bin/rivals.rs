//! Makes all clients of the scaled API, and an application of each kind above each, and sees that
//! everything compiles.
//!
//! `rivals [resources, 10 by default] [client...]`

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use deskpro_benches::clients::{Client, Generated, Package, Uses};
use deskpro_benches::place;
use deskpro_benches::scale::{self, Edit};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let resources: usize = arguments.next().map_or(Ok(10), |resources| resources.parse())?;
    let names: Vec<String> = arguments.collect();
    if let Some(name) = names.iter().find(|name| Client::ALL.iter().all(|it| it.name() != **name)) {
        return Err(format!("there is no client `{name}`").into());
    }
    let folder = place::folder("rivals")?;
    let (document, description) = (folder.join("openapi.json"), folder.join("description"));
    fs::write(&document, scale::openapi_text(resources, Edit::None))?;
    scale::description(&scale::openapi(resources, Edit::None)?)?.write(&description)?;
    println!("{resources} resources, {} operations", resources * 5);
    let is_wanted =
        |client: &Client| names.is_empty() || names.iter().any(|it| it == client.name());
    let mut faults = 0;
    for client in Client::ALL.into_iter().filter(is_wanted) {
        let shown = show(client, &document, &description, &folder.join(client.name()));
        if let Err(error) = shown {
            println!("{:<22} {error}", client.name());
            faults += 1;
        }
    }
    if faults == 0 { Ok(()) } else { Err(format!("{faults} clients do not work").into()) }
}

/// Makes one client and its applications anew, and says what came of it.
fn show(
    client: Client,
    document: &Path,
    description: &Path,
    folder: &Path,
) -> Result<(), Box<dyn Error>> {
    let package = Package { folder: folder.join("client"), incremental: false };
    if package.folder.exists() {
        fs::remove_dir_all(&package.folder)?;
    }
    let Generated { cost, lines, bytes } =
        client.generate(document, description, &package.folder)?;
    let cost = cost.map_or("by hand".to_owned(), |cost| {
        let (cpu, peak) = (cost.cpu.as_secs_f64(), cost.peak / 1_000_000);
        format!("in {cpu:.2} s of CPU, {peak} MB at most")
    });
    println!("{:<22} {}", client.name(), client.version()?);
    println!("{:<22} {lines} lines, {bytes} bytes, {cost}", "");
    let target = folder.join("target");
    package.prepare(&["check"], &target)?;
    let check = package.compile(&["check"], &target)?.cpu.as_secs_f64();
    println!("{:<22} compiles: {check:.2} s of CPU to check", "");
    for (name, uses) in [("three", Uses::Three), ("all", Uses::All)] {
        let application = Package { folder: folder.join(name), incremental: false };
        client.application(document, &package.folder, uses, &application.folder)?;
        let dependencies = application.dependencies()?;
        application.prepare(&["check"], &target)?;
        let check = application.compile_with(&package, &["check"], &target)?.cpu.as_secs_f64();
        println!(
            "{:<22} an application with {name} of its operations: {check:.2} s with the client, \
             {dependencies} dependencies",
            ""
        );
    }
    Ok(())
}
