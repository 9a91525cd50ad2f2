//! What a shell makes of the commands that pages show.

use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// What curl is told to send.
#[derive(Debug, Default)]
pub(crate) struct Command {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: Vec<String>,
    pub(crate) body: Option<String>,
    pub(crate) parts: Vec<String>,
}

impl Command {
    /// The body as JSON, where it is some.
    pub(crate) fn json(&self) -> Option<Value> {
        serde_json::from_str(self.body.as_deref()?).ok()
    }
}

/// How many scripts were written.
static SCRIPTS: AtomicUsize = AtomicUsize::new(0);

/// What curl gets when a shell runs these commands one after the other.
pub(crate) fn commands(texts: &[&str]) -> Vec<Command> {
    let curl = "set -eu\ncurl() { printf '%s\\0' \"$@\" --done; }\n";
    let script = format!("{curl}{}\n", texts.join("\n"));
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    // Tests run at the same time, each with a script of its own.
    let number = SCRIPTS.fetch_add(1, Ordering::Relaxed);
    let script_file = folder.join(format!("reference_{number}.sh"));
    std::fs::write(&script_file, script).unwrap();
    let mut shell = process::Command::new("sh");
    let output =
        shell.arg(&script_file).env("DESKPRO_KEY", "2:SECRET").env("EXAMPLE_KEY", "2:SECRET");
    let output = output.output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    let words = String::from_utf8(output.stdout).unwrap();
    let mut commands = Vec::new();
    let mut words = words.split_terminator('\0');
    while let Some(command) = command(&mut words) {
        commands.push(command);
    }
    commands
}

/// The next command of these words.
fn command<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<Command> {
    let mut command = Command { method: "GET".to_owned(), ..Command::default() };
    let mut next = words.next()?;
    while next != "--done" {
        let mut value = || words.next().expect("a value").to_owned();
        match next {
            "-X" => command.method = value(),
            "--head" => command.method = "HEAD".to_owned(),
            "-H" => command.headers.push(value()),
            "-d" | "--data-binary" => command.body = Some(value()),
            "-F" | "--form-string" => command.parts.push(value()),
            url => {
                assert!(command.url.is_empty(), "{url} behind {}", command.url);
                command.url = url.to_owned();
            }
        }
        next = words.next().expect("an end");
    }
    Some(command)
}
