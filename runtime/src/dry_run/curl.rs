//! A request as a line for a shell.

use std::fmt;

use http::{Method, header};

use super::{
    DryRun,
    content::{Content, Part, Value},
};
use crate::{mask::Mask, transport::RequestBody};

pub(super) struct Curl<'r> {
    pub(super) http: &'r http::Request<RequestBody>,
    /// None where secrets are to be shown.
    pub(super) mask: Option<&'r Mask>,
}

impl fmt::Display for Curl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { http, mask } = self;
        let content = Content::of(http, *mask);
        let url = http.uri().to_string();
        let url = mask.map_or(url.clone(), |mask| mask.url(&url));
        f.write_str("curl ")?;
        match (http.method(), &content) {
            (&Method::GET, Content::Nothing) => {}
            // With `-X HEAD` curl would wait for a body.
            (&Method::HEAD, Content::Nothing) => f.write_str("--head ")?,
            (method, _) => write!(f, "-X {method} ")?,
        }
        if url.contains(['[', ']', '{', '}']) {
            f.write_str("--globoff ")?;
        }
        write!(f, "'{}'", escaped(&url))?;
        let is_form = matches!(content, Content::Form(_));
        for (name, value) in DryRun::header_lines(http, *mask) {
            match (is_form, value.as_str()) {
                // curl makes a boundary of its own.
                (true, _) if name == header::CONTENT_TYPE.as_str() => {}
                // With a colon curl would leave the header out.
                (_, "") => write!(f, " -H '{name};'")?,
                _ => write!(f, " -H '{name}: {}'", escaped(&value))?,
            }
        }
        match content {
            Content::Nothing => Ok(()),
            Content::Text(text) => write!(f, " --data-raw '{}'", escaped(&text)),
            Content::Form(parts) => parts.iter().try_for_each(|part| add_part(part, f)),
            Content::Binary | Content::Elsewhere => f.write_str(" --data-binary @-"),
        }
    }
}

fn add_part(part: &Part, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Part { name, file_name, content_type, value } = part;
    if let Value::Text(text) = value {
        return write!(f, " --form-string '{}={}'", escaped(name), escaped(text));
    }
    let file_name = file_name.as_deref().unwrap_or("-");
    // Of a path curl sends the last part alone.
    let sent = match file_name.contains('/') {
        true => format!(";filename={}", in_curl(file_name)),
        false => String::new(),
    };
    let kind = content_type.as_deref().map(|kind| format!(";type={kind}")).unwrap_or_default();
    let value = format!("{name}=@{}{sent}{kind}", in_curl(file_name));
    write!(f, " -F '{}'", escaped(&value))
}

/// A text as it is written within single quotes, which nothing but a quote leaves.
fn escaped(text: &str) -> String {
    text.replace('\'', r"'\''")
}

/// A name as curl reads it within the value of a form, whatever signs are in it.
fn in_curl(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', r"\\").replace('"', "\\\""))
}
