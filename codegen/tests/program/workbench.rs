//! A folder with a description and room for a client, and the program run within it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::SystemTime;
use std::{fs, str};

/// A description that is as small as can be and still has a resource.
pub(crate) const THINGS: &str = "\
format: 1
name: example
title: Example API
docs: An API.
base_path: /api
envelope: { data: data, meta: meta }
methods: { get: GET }
statuses:
  200: { name: ok, docs: Done. }
  404: { name: not_found, docs: There is no such thing. }
error_sets:
  reading: [404]
verbs:
  get: { meaning: get, on: item, success: { 200: one }, repeat: safe, errors: reading, docs: Gets one. }
resources:
  - resource: things
    singular: thing
    path: /things
    docs: Things.
    operations:
      get: { docs: Returns one thing. }
    fields:
      id: { type: id, access: read_only, docs: The id. }
      name: { type: string, docs: Its name. }
";

/// A folder with a description, `api.yaml`, and the client that is made of it, `client`.
pub(crate) struct Workbench {
    folder: PathBuf,
}

/// What a run of the program came to.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Standard output as JSON, where nothing stands beside it.
    pub(crate) fn json(&self) -> serde_json::Value {
        assert_eq!(self.stderr, "");
        serde_json::from_str(&self.stdout).unwrap()
    }
}

/// Every file of a folder: its bytes, and when it was written.
pub(crate) type Snapshot = BTreeMap<PathBuf, (Vec<u8>, SystemTime)>;

impl Workbench {
    /// An empty folder for the test of this name.
    pub(crate) fn new(test: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program").join(test);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    /// A folder in which a client was generated from [`THINGS`].
    pub(crate) fn generated(test: &str) -> Self {
        let bench = Self::new(test);
        bench.write("api.yaml", THINGS);
        let run = bench.run(&["generate"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        bench
    }

    /// Writes a file of the folder, and the folders that it is in.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Reads a file of the folder.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap()
    }

    /// The names of the files in a folder of the folder.
    pub(crate) fn names(&self, path: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join(path)).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// Whether there is such a file.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.folder.join(path).exists()
    }

    /// Removes a file of the folder.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.folder.join(path)).unwrap();
    }

    /// Makes a folder within the folder.
    pub(crate) fn create_folder(&self, path: &str) {
        fs::create_dir_all(self.folder.join(path)).unwrap();
    }

    /// Everything in the client's folder.
    pub(crate) fn client(&self) -> Snapshot {
        let mut snapshot = Snapshot::new();
        let mut open = vec![self.folder.join("client")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let written = fs::metadata(&path).unwrap().modified().unwrap();
                    snapshot.insert(path.clone(), (fs::read(&path).unwrap(), written));
                }
            }
        }
        snapshot
    }

    /// Runs a command of the program on the folder's description and client.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let places = ["--spec", "api.yaml", "--out", "client"];
        self.run_plain(&[arguments, &places].concat())
    }

    /// Runs the program with just these arguments.
    pub(crate) fn run_plain(&self, arguments: &[&str]) -> Run {
        self.run_as(arguments, |_| {})
    }

    /// Runs the program with just these arguments, as `change` says: with variables of the
    /// environment, or with its output elsewhere.
    pub(crate) fn run_as(&self, arguments: &[&str], change: impl Fn(&mut Command)) -> Run {
        let mut command = self.command(env!("CARGO_BIN_EXE_deskpro-codegen"), arguments);
        change(&mut command);
        outcome(command)
    }

    /// Runs another program in the folder.
    pub(crate) fn run_other(&self, program: &str, arguments: &[&str]) -> Run {
        outcome(self.command(program, arguments))
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.folder);
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CARGO_TARGET_DIR"] {
            command.env_remove(variable);
        }
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

fn outcome(mut command: Command) -> Run {
    let output = command.spawn().and_then(Child::wait_with_output).unwrap();
    let text = |bytes: &[u8]| str::from_utf8(bytes).unwrap().to_owned();
    Run { code: output.status.code(), stdout: text(&output.stdout), stderr: text(&output.stderr) }
}
