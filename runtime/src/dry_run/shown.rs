//! A request as HTTP writes it, without its secrets.

use std::fmt;

use http::header;

use super::{
    DryRun,
    content::{Content, text},
};
use crate::{mask::Mask, multipart::Part, transport::RequestBody};

pub(super) struct Shown<'r> {
    pub(super) http: &'r http::Request<RequestBody>,
    pub(super) mask: &'r Mask,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { http, mask } = self;
        writeln!(f, "{} {}", http.method(), mask.url(&http.uri().to_string()))?;
        for (name, value) in DryRun::header_lines(http, Some(mask)) {
            writeln!(f, "{name}: {value}")?;
        }
        let length = http.body().len();
        match Content::of(http, Some(mask)) {
            Content::Nothing => Ok(()),
            Content::Text(text) => writeln!(f, "\n{text}"),
            Content::Form(parts) => {
                writeln!(f)?;
                parts.iter().try_for_each(|part| self.part(part, f))
            }
            Content::Binary => writeln!(f, "\n({length} bytes of {})", self.content_type()),
            Content::Elsewhere => {
                writeln!(
                    f,
                    "\n({length} bytes of {}, read when they are sent)",
                    self.content_type()
                )
            }
        }
    }
}

impl Shown<'_> {
    fn content_type(&self) -> String {
        let kind = self.http.headers().get(header::CONTENT_TYPE);
        kind.and_then(|kind| kind.to_str().ok()).unwrap_or("an unknown kind").to_owned()
    }

    fn part(&self, part: &Part<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Part { name, file_name, content_type, content } = part;
        // A name may hold the end of a line, and would look like another part then.
        write!(f, "{}: ", name.escape_debug())?;
        match (file_name, text(content)) {
            (None, Some(text)) => writeln!(f, "{}", self.mask.value(name, text)),
            (file_name, _) => {
                let kind = content_type.as_deref().unwrap_or("an unknown kind");
                let name = file_name.as_deref().map(|name| format!("{name:?}, "));
                writeln!(f, "({}{} bytes of {kind})", name.unwrap_or_default(), content.len())
            }
        }
    }
}
