//! A request as HTTP writes it, without its secrets.

use std::fmt;

use http::header;

use super::{
    DryRun,
    content::{Content, Part, Value},
};
use crate::{mask::Mask, transport::RequestBody};

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
                parts.iter().try_for_each(|part| show_part(part, f))
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
}

fn show_part(part: &Part, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Part { name, file_name, content_type, value } = part;
    // A name may hold the end of a line, and would look like another part then.
    write!(f, "{}: ", name.escape_debug())?;
    let (length, when) = match value {
        Value::Text(text) => return writeln!(f, "{text}"),
        Value::Bytes(length) => (length, ""),
        Value::Elsewhere(length) => (length, ", read when they are sent"),
    };
    f.write_str("(")?;
    if let Some(file_name) = file_name {
        write!(f, "{file_name:?}, ")?;
    }
    let kind = content_type.as_deref().unwrap_or("an unknown kind");
    writeln!(f, "{length} bytes of {kind}{when})")
}
