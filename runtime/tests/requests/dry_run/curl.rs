//! The line for a shell, as a shell reads it.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command, sync::LazyLock};

use bytes::Bytes;
use deskpro_runtime::{Auth, Client, ClientBuilder, Method, Operation, Request, Upload};

use crate::helpdesk::{API, create, delete, get, helpdesk, list, response};

/// A folder with nothing but a curl that writes its arguments down.
static FOLDER: LazyLock<&'static Path> = LazyLock::new(|| {
    let folder = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/curl"));
    fs::create_dir_all(folder).unwrap();
    let curl = folder.join("curl");
    fs::write(&curl, "#!/bin/sh\nprintf '%s\\0' \"$@\"\n").unwrap();
    fs::set_permissions(curl, fs::Permissions::from_mode(0o755)).unwrap();
    folder
});

/// The arguments that curl gets.
fn arguments(line: &str) -> Vec<String> {
    let shell = Command::new("/bin/sh").arg("-c").arg(line).env("PATH", *FOLDER).output().unwrap();
    assert!(shell.status.success() && shell.stderr.is_empty(), "{line}: {shell:?}");
    let text = String::from_utf8(shell.stdout).unwrap();
    text.split_terminator('\0').map(str::to_owned).collect()
}

fn client(url: &str) -> Client {
    let (_, transport) = helpdesk(|_| response(200, ""));
    let builder: ClientBuilder<Client> = ClientBuilder::new(url, Auth::key("2:SECRET"), &API);
    builder.user_agent("it's `a` $TEST \\").allow_plain_http().transport(transport).build().unwrap()
}

/// The arguments without those that all requests have.
fn special(request: &Request) -> Vec<String> {
    let mut arguments = arguments(&request.dry_run().unwrap().curl());
    for header in
        ["accept: application/json", "authorization: ***", "user-agent: it's `a` $TEST \\"]
    {
        let place = arguments.iter().position(|argument| argument == header).expect(header);
        assert_eq!(arguments.remove(place - 1), "-H");
        arguments.remove(place - 1);
    }
    arguments
}

const TICKETS: &str = "https://support.example.com/api/v2/tickets";

#[test]
fn a_get_is_the_address_and_its_headers() {
    let client = client("https://support.example.com");
    assert_eq!(
        special(&list(&client).query("search", &"it's $HOME")),
        [format!("{TICKETS}?search=it%27s%20%24HOME")]
    );
    assert_eq!(special(&get(&client, 13)), [format!("{TICKETS}/13")]);
    assert_eq!(special(&delete(&client, 13)), ["-X", "DELETE", &format!("{TICKETS}/13")]);
}

#[test]
fn texts_arrive_as_they_are_whatever_is_in_them() {
    let client = client("https://support.example.com");
    for body in ["{}", "it's", "'", "''", "$(touch x) `y` \"z\" \\ !a #b\n\tc\u{e9}&;|<>*?~", "@a"]
    {
        let request = create(&client).body("text/plain", body);
        assert_eq!(
            special(&request),
            ["-X", "PUT", TICKETS, "-H", "content-type: text/plain", "--data-raw", body]
        );
    }
    let json = create(&client).field("subject", &"It's \"on\" fire").header("x-empty", "");
    assert_eq!(
        special(&json)[3..],
        [
            "-H",
            "content-type: application/json",
            "-H",
            "x-empty: ***",
            "--data-raw",
            r#"{"subject":"It's \"on\" fire"}"#,
        ]
    );
    assert!(
        arguments(&json.dry_run().unwrap().curl_with_secrets()).contains(&"x-empty;".to_owned())
    );
}

#[test]
fn the_parts_of_a_form_are_given_one_by_one() {
    let client = client("https://support.example.com");
    let photo = Upload::new("it's; \"a\".png", &b"\xFF"[..]).content_type("image/png");
    let form = create(&client).field("title", &"@it's;type=x").file("file", photo);
    assert_eq!(
        special(&form),
        [
            "-X",
            "PUT",
            TICKETS,
            "--form-string",
            "subject=Printer",
            "--form-string",
            "title=@it's;type=x",
            "-F",
            r#"file=@"it's; \"a\".png";type=image/png"#,
        ]
    );
    let path = create(&client).file("file", Upload::new("a/b.txt", "x"));
    assert_eq!(
        special(&path).pop().unwrap(),
        r#"file=@"a/b.txt";filename="a/b.txt";type=application/octet-stream"#
    );
}

#[test]
fn what_is_no_text_is_read_from_elsewhere() {
    let client = client("https://support.example.com");
    let image = create(&client).body("image/png", Bytes::from_static(b"\xFF\x1b"));
    assert_eq!(special(&image)[3..], ["-H", "content-type: image/png", "--data-binary", "@-"]);
}

#[test]
fn curl_is_kept_from_its_own_ideas() {
    static HEAD: Operation = Operation {
        name: "tickets.head",
        method: Method::Head,
        path: "/tickets",
        negotiable: false,
        repeatable: true,
        success: &[200],
    };
    let client = client("http://[::1]:8080");
    let head = Request::new(&client, &HEAD, &[]);
    assert_eq!(special(&head), ["--head", "--globoff", "http://[::1]:8080/api/v2/tickets"]);
}
