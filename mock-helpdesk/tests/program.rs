//! The program, run as people run it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Output, Stdio};

/// A program that serves, until it is dropped.
struct Program {
    child: Child,
    output: BufReader<std::process::ChildStdout>,
    address: String,
}

/// Starts it on a free port, and reads how it greets.
fn start(arguments: &[&str]) -> (Program, String) {
    let mut child = command(arguments).stdout(Stdio::piped()).spawn().expect("the program");
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    let mut greeting = String::new();
    output.read_line(&mut greeting).expect("a line");
    let (_, after) = greeting.split_once("http://").unwrap_or_else(|| panic!("{greeting}"));
    let address = after.split('/').next().expect("an address").to_owned();
    (Program { child, output, address }, greeting)
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_deskpro-mock"));
    command.args(["--port", "0"]).args(arguments);
    command
}

fn fails(arguments: &[&str]) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = command(arguments).output().expect("the program");
    (status.code(), String::from_utf8_lossy(&stderr).into_owned())
}

impl Program {
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    }

    /// Asks, and returns all that is answered.
    fn ask(&self, line: &str, key: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        let request = format!(
            "{line} HTTP/1.1\r\nHost: a\r\nAuthorization: key {key}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("to be heard");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_greets_serves_and_shows_what_comes() {
    let (mut program, greeting) = start(&["--dialect", "live", "--count", "tickets=12"]);
    assert_eq!(
        greeting,
        format!("mock of deskpro (live dialect) at http://{}/api/v2\n", program.address)
    );
    assert_eq!(program.line(), format!("requests as they come: http://{}/__mock", program.address));
    assert_eq!(program.line(), "Authorization: key 1:MOCKHELPDESK");

    let ready = program.ask("GET /__mock/ready", "");
    assert!(
        ready.starts_with("HTTP/1.1 200 OK\r\n") && ready.contains(r#""ready":true"#),
        "{ready}"
    );
    let page = program.ask("GET /api/v2/tickets", "1:MOCKHELPDESK");
    assert!(page.contains(r#""total":12"#), "{page}");
    assert_eq!(program.line(), "200 GET /api/v2/tickets tickets.list");
    program.ask("GET /api/v2/tickets?%1B[2J=1", "1:MOCKHELPDESK");
    assert_eq!(
        program.line(),
        "400 GET /api/v2/tickets?%1B[2J=1 tickets.list bad_request: Unknown query parameter: \\u{1b}[2J"
    );
    let elsewhere = program.ask("GET /api/v2/people", "1:MOCKHELPDESK");
    assert!(elsewhere.contains(r#""total":5"#), "{elsewhere}");
}

#[test]
fn it_fails_as_it_is_told() {
    let folder = std::env::temp_dir().join(format!("deskpro-mock-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let script = folder.join("failures.yaml");
    std::fs::write(&script, "- { code: not_found, on: tickets.get }\n").expect("a file");
    let (mut program, _) = start(&[
        "--log",
        "json",
        "--fail",
        "status=429,retry_after=7,every=2,on=tickets.list",
        "--script",
        script.to_str().expect("a plain path"),
        "--read-only-key",
        "2:READ",
    ]);
    let status = |answer: String| answer.lines().next().map(str::to_owned).unwrap_or_default();
    assert_eq!(status(program.ask("GET /api/v2/tickets", "2:READ")), "HTTP/1.1 200 OK");
    let limited = program.ask("GET /api/v2/tickets", "2:READ");
    assert!(limited.contains("retry-after: 7\r\n"), "{limited}");
    assert_eq!(status(program.ask("GET /api/v2/tickets/1", "2:READ")), "HTTP/1.1 404 Not Found");
    let refused = status(program.ask("DELETE /api/v2/tickets/1", "2:READ"));
    assert_eq!(refused, "HTTP/1.1 403 Forbidden");
    let seen: Vec<(u64, bool)> = (0..4)
        .map(|_| {
            let line: serde_json::Value = serde_json::from_str(&program.line()).expect("JSON");
            (line["status"].as_u64().unwrap_or_default(), line["forced"] == true)
        })
        .collect();
    assert_eq!(seen, [(200, false), (429, true), (404, true), (403, false)]);
    std::fs::remove_dir_all(&folder).expect("to be gone");
}

#[test]
fn it_holds_what_a_file_says() {
    let folder = std::env::temp_dir().join(format!("deskpro-mock-data-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let data = folder.join("seed.yaml");
    let path = data.to_str().expect("a plain path");
    let yaml = "people: 2\ntickets:\n  - { id: 3432, subject: Printer on fire, person: 1 }\n";
    std::fs::write(&data, yaml).expect("a file");
    let (program, _) = start(&["--data", path, "--count", "organizations=1"]);
    let ticket = program.ask("GET /api/v2/tickets/3432", "1:MOCKHELPDESK");
    assert!(ticket.contains(r#""subject":"Printer on fire""#), "{ticket}");
    for (collection, total) in
        [("tickets", 1), ("people", 2), ("organizations", 1), ("articles", 0)]
    {
        let page = program.ask(&format!("GET /api/v2/{collection}?count=1"), "1:MOCKHELPDESK");
        assert!(page.contains(&format!(r#""total":{total}"#)), "{collection}: {page}");
    }
    std::fs::write(&data, "tickets:\n  - { subjct: Printer on fire }\n").expect("a file");
    let (exit, said) = fails(&["--data", path]);
    assert_eq!(exit, Some(1));
    assert!(said.contains("seed.yaml:2:") && said.contains("subject"), "{said}");
    std::fs::remove_dir_all(&folder).expect("to be gone");
}

#[test]
fn overlays_change_what_is_served() {
    let overlay =
        std::env::temp_dir().join(format!("deskpro-mock-overlay-{}.yaml", std::process::id()));
    let text = "overlay: 1\nactions:\n  - target: resources.departments.fields\n    \
                update: { floor: { type: integer, docs: Where it is., example: 7 } }\n";
    std::fs::write(&overlay, text).expect("an overlay");
    let path = overlay.to_string_lossy().into_owned();
    let arguments = ["--seed", "0", "--log", "none", "--overlay", path.as_str()];
    let (program, _) = start(&arguments);
    let answer = program.ask("GET /api/v2/ticket_departments/1", "1:MOCKHELPDESK");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("\"floor\":7"), "{answer}");

    std::fs::write(&overlay, text.replace("departments", "department")).expect("an overlay");
    let (exit, said) = fails(&arguments);
    assert_eq!(exit, Some(1), "{said}");
    assert!(said.contains("`resources` has no `department`"), "{said}");
    std::fs::remove_file(overlay).expect("the overlay");
    let (exit, said) = fails(&arguments);
    assert!(exit == Some(1) && said.contains("cannot read the overlay"), "{said}");
}

#[cfg(unix)]
#[test]
fn it_stops_when_it_is_asked_to() {
    for signal in ["-INT", "-TERM"] {
        let (mut program, _) = start(&["--log", "none"]);
        let asked = Command::new("kill").args([signal, &program.child.id().to_string()]).status();
        assert!(asked.expect("kill").success());
        assert_eq!(program.child.wait().expect("an end").code(), Some(0), "{signal}");
    }
}

#[test]
fn mistakes_are_said_with_their_place() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("an address").port().to_string();
    for (arguments, code, message) in [
        (&["--port", &port][..], 2, "cannot be used multiple times"),
        (&["--dialect", "old"], 2, "[possible values: guide, live]"),
        (&["--count", "tickts=3"], 1, "no resource `tickts`: did you mean `tickets`?"),
        (&["--fail", "reset,on=tickets.lst"], 1, "did you mean `tickets.list`?"),
        (&["--latency", "soon"], 1, "error: --latency soon: write a time such as 50ms"),
        (&["--spec", "no/such/folder"], 1, "no/such/folder"),
    ] {
        let (exit, said) = fails(arguments);
        assert_eq!(exit, Some(code), "{arguments:?}: {said}");
        assert!(said.contains(message), "{arguments:?}: {said}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_deskpro-mock")).args(["--port", &port]).output();
    let said = String::from_utf8_lossy(&output.expect("the program").stderr).into_owned();
    let message = format!("error: cannot listen on 127.0.0.1:{port}: ");
    assert!(
        said.starts_with(&message) && said.contains("choose another port with --port"),
        "{said}"
    );
}
