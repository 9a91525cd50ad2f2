//! Other mock servers, with the same page in their files.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::Failure;

/// The versions that are measured against.
const PACKAGES: [&str; 2] = ["@stoplight/prism-cli@5", "wiremock@3"];

/// Prism and WireMock, installed below `target` and told to answer with this page.
pub(crate) fn commands(page: &[u8]) -> Result<Vec<(&'static str, Command)>, Failure> {
    let folder = deskpro_benches::place::folder("mock")?;
    let mut install = Command::new("npm");
    install.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&folder);
    if !install.args(PACKAGES).status()?.success() {
        return Err("npm cannot install Prism and WireMock".into());
    }
    let page: Value = serde_json::from_slice(page)?;
    Ok(vec![("Prism", prism(&folder, &page)?), ("WireMock", wiremock(&folder, &page)?)])
}

fn prism(folder: &Path, page: &Value) -> Result<Command, Failure> {
    let ok = json!({
        "description": "A page.",
        "content": { "application/json": { "schema": { "type": "object" }, "example": page } },
    });
    let parameter =
        |name: &str| json!({ "name": name, "in": "query", "schema": { "type": "integer" } });
    let get = json!({ "parameters": [parameter("count"), parameter("page")], "responses": { "200": ok } });
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Tickets", "version": "1" },
        "paths": { "/api/v2/tickets": { "get": get } },
    });
    let path = folder.join("openapi.json");
    fs::write(&path, document.to_string())?;
    let mut command = Command::new("node");
    command.arg(folder.join("node_modules/@stoplight/prism-cli/dist/index.js"));
    command.args(["mock", "--multiprocess", "false", "--verboseLevel", "silent"]).arg(path);
    Ok(command)
}

fn wiremock(folder: &Path, page: &Value) -> Result<Command, Failure> {
    let mappings = folder.join("wiremock/mappings");
    fs::create_dir_all(&mappings)?;
    let stub = json!({
        "request": { "method": "GET", "urlPath": "/api/v2/tickets" },
        "response": {
            "status": 200,
            "headers": { "Content-Type": "application/json" },
            "body": page.to_string(),
        },
    });
    fs::write(mappings.join("tickets.json"), stub.to_string())?;
    let built = fs::read_dir(folder.join("node_modules/wiremock/build"))?;
    let mut files = built.filter_map(|entry| Some(entry.ok()?.path()));
    let jar = files.find(|path| path.extension().is_some_and(|it| it == "jar"));
    let mut command = Command::new("java");
    command.arg("-jar").arg(jar.ok_or("the package of WireMock holds no jar")?);
    command.args(["--no-request-journal", "--root-dir"]).arg(folder.join("wiremock"));
    Ok(command)
}
