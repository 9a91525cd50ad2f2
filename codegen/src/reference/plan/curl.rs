//! Requests as commands with curl, for a shell.

use deskpro_spec::api::{Api, Method};

use super::json;
use super::request::{SampleBody, SampleRequest, encoded};

/// The helpdesk that examples ask.
pub(super) const HOST: &str = "https://support.example.com";

/// The variable of the shell that holds the key: `$DESKPRO_KEY`.
pub(super) fn key_variable(api: &Api) -> String {
    let name = api.name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_');
    format!("${}_KEY", name.collect::<String>().to_uppercase())
}

/// The command that sends a request.
pub(super) fn command(api: &Api, request: &SampleRequest) -> String {
    let mut words = vec![format!("curl{}{}", method(request.method), quoted(&url(api, request)))];
    words.extend(authentication(api));
    for header in &api.headers {
        words.push(format!("-H {}", quoted(&format!("{}: {}", header.name, header.value))));
    }
    words.extend(request.body.iter().flat_map(body));
    words.join(" \\\n  ")
}

fn method(method: Method) -> String {
    match method {
        Method::Get => " ".to_owned(),
        // With `-X HEAD`, curl would wait for a body.
        Method::Head => " --head ".to_owned(),
        other => format!(" -X {other} "),
    }
}

fn url(api: &Api, request: &SampleRequest) -> String {
    let base = api.base_path.split('/').map(encoded).collect::<Vec<_>>().join("/");
    let pairs = request.query.iter();
    let pairs: Vec<_> =
        pairs.map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    let mark = if pairs.is_empty() { "" } else { "?" };
    format!("{HOST}{base}{}{mark}{}", request.path, pairs.join("&"))
}

/// The first way to say who is asking, with the key as a variable that the shell fills in.
fn authentication(api: &Api) -> Option<String> {
    let scheme = api.auth.first()?;
    let mut text = String::new();
    for c in format!("{}: {}", scheme.header, scheme.prefix).chars() {
        if matches!(c, '\\' | '"' | '$' | '`') {
            text.push('\\');
        }
        text.push(if c.is_control() { ' ' } else { c });
    }
    Some(format!("-H \"{text}{}\"", key_variable(api)))
}

fn body(body: &SampleBody) -> Vec<String> {
    match body {
        SampleBody::Json(value) => vec![
            format!("-H {}", quoted("Content-Type: application/json")),
            // `-d` takes what begins with `@` for the name of a file, but no JSON begins so.
            format!("-d {}", quoted(&json::pretty(value))),
        ],
        SampleBody::Form(files, fields) => {
            let files = files.iter().map(|name| format!("-F {}", quoted(&format!("{name}=@file"))));
            // Other than `-F`, this takes no `@`, `<` or `;` for a sign.
            let fields = fields.iter().map(|(name, value)| {
                format!("--form-string {}", quoted(&format!("{name}={value}")))
            });
            files.chain(fields).collect()
        }
        SampleBody::Raw(media_type) => vec![
            format!("-H {}", quoted(&format!("Content-Type: {media_type}"))),
            format!("--data-binary {}", quoted("@file")),
        ],
    }
}

/// Text as a shell takes it as one word, whatever it holds.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\0', "").replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use deskpro_spec::api::Method;
    use deskpro_spec::{Sources, load};
    use serde_json::{Value, json};

    use super::{command, quoted};
    use crate::reference::plan::request::{SampleBody, SampleRequest};

    /// What a shell makes of a command: the words that `curl` gets.
    fn words(command: &str) -> Vec<String> {
        let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{command}");
        let mut shell = Command::new("sh");
        let output = shell.args(["-c", &script]).env("DESKPRO_KEY", "2:$SECRET").output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{command}: {output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        text.trim_end_matches('\0').split('\0').map(str::to_owned).collect()
    }

    fn request(body: Option<SampleBody>) -> SampleRequest {
        SampleRequest {
            method: Method::Put,
            path: "/tickets".to_owned(),
            query: vec![("q".to_owned(), "a b&c='[1-2]'".to_owned())],
            body,
        }
    }

    #[test]
    fn a_shell_hands_on_what_is_meant() {
        let api = load(&Sources::builtin()).unwrap();
        let body = json!({ "a": "it's \"$HOME\" `id` \\ !x\n", "b": "x".repeat(60) });
        let words = words(&command(&api, &request(Some(SampleBody::Json(body.clone())))));
        let (sent, before) = words.split_last().unwrap();
        assert_eq!(
            before,
            [
                "-X",
                "PUT",
                "https://support.example.com/api/v2/tickets?q=a%20b%26c%3D%27%5B1-2%5D%27",
                "-H",
                "Authorization: key 2:$SECRET",
                "-H",
                "Accept: application/json",
                "-H",
                "Content-Type: application/json",
                "-d",
            ]
        );
        assert_eq!(serde_json::from_str::<Value>(sent).unwrap(), body);
    }

    #[test]
    fn forms_and_files() {
        let api = load(&Sources::builtin()).unwrap();
        let fields = vec![("note".to_owned(), "@it's;type=x".to_owned())];
        let form = SampleBody::Form(vec!["file".to_owned()], fields);
        let words_of = |body| words(&command(&api, &request(Some(body))));
        let form = words_of(form);
        assert_eq!(
            form[form.len() - 4..],
            ["-F", "file=@file", "--form-string", "note=@it's;type=x"]
        );
        let raw = words_of(SampleBody::Raw("application/zip".to_owned()));
        let expected = ["-H", "Content-Type: application/zip", "--data-binary", "@file"];
        assert_eq!(raw[raw.len() - 4..], expected);
    }

    #[test]
    fn anything_is_one_word() {
        for text in ["", "'", "''", "a'b'c", "$(id)", "`id`", "\\", "a\nb", "!", "~", "é"] {
            assert_eq!(words(&format!("curl {}", quoted(text))), [text]);
        }
    }
}
