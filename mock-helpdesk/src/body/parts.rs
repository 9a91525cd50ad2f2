//! The parts of a form, `multipart/form-data`, read from memory.

use std::convert::Infallible;
use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_util::stream;
use multer::Multipart;

/// The most parts that are read: as many as PHP takes inputs.
const PARTS: usize = 1_000;

/// A part of a form.
#[derive(Debug, PartialEq)]
pub(super) struct Part {
    pub(super) name: String,
    /// The name of the file; `None` when the part is no file.
    pub(super) file_name: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) bytes: Bytes,
}

/// The parts in order; the error says why there are none.
pub(super) fn read(content_type: &str, body: &Bytes) -> Result<Vec<Part>, String> {
    let Ok(boundary) = multer::parse_boundary(content_type) else {
        return Err("The content type must be multipart/form-data with a boundary".to_owned());
    };
    let stream = stream::once(ready(Ok::<_, Infallible>(body.clone())));
    let parts = now(parts(Multipart::new(stream, boundary)));
    parts.unwrap_or_else(|| Err("The form ends too early".to_owned()))
}

async fn parts(mut form: Multipart<'_>) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    while let Some(part) = form.next_field().await.map_err(|err| err.to_string())? {
        if parts.len() >= PARTS {
            return Err(format!("The form has more than {PARTS} parts"));
        }
        let Some(name) = part.name().map(str::to_owned) else {
            return Err("A part of the form has no name".to_owned());
        };
        parts.push(Part {
            name,
            file_name: part.file_name().map(str::to_owned),
            content_type: part.content_type().map(|media| media.essence_str().to_owned()),
            bytes: part.bytes().await.map_err(|err| err.to_string())?,
        });
    }
    Ok(parts)
}

/// The result of what waits for nothing, since all of it is in memory.
fn now<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=XX";

    fn parts(body: &str) -> Result<Vec<Part>, String> {
        read(TYPE, &Bytes::copy_from_slice(body.as_bytes()))
    }

    #[test]
    fn texts_and_files_are_told_apart_by_the_file_name() {
        let body = "--XX\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA\r\n\
            --XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\
            Content-Type: image/png\r\n\r\n--X\r\n--XY\r\n--XX--\r\n";
        let title = Part {
            name: "title".to_owned(),
            file_name: None,
            content_type: None,
            bytes: Bytes::from_static(b"A"),
        };
        let file = Part {
            name: "file".to_owned(),
            file_name: Some("a.png".to_owned()),
            content_type: Some("image/png".to_owned()),
            bytes: Bytes::from_static(b"--X\r\n--XY"),
        };
        assert_eq!(parts(body), Ok(vec![title, file]));
    }

    #[test]
    fn what_is_no_form_is_said_to_be_none() {
        for body in [
            "",
            "text",
            "--XX",
            "--XX\r\n",
            "--XX--extra--XX",
            "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
            "--XX\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--XX--",
            "--XX\r\n\u{0}: \u{0}\r\n\r\n\r\n--XX--",
        ] {
            let parts = parts(body);
            assert!(parts.as_ref().is_err() || parts == Ok(vec![]), "{body:?}: {parts:?}");
        }
        assert!(read("multipart/form-data", &Bytes::new()).is_err());
        assert!(read("text/plain; boundary=XX", &Bytes::new()).is_err());
    }

    #[test]
    fn the_number_of_parts_is_limited() {
        let part = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
        let form = |count: usize| parts(&format!("{}--XX--", part.repeat(count)));
        assert_eq!(form(PARTS).unwrap().len(), PARTS);
        assert!(form(PARTS + 1).is_err());
    }
}
