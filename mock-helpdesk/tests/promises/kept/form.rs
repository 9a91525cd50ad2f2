//! Forms, more or less.

use bytes::Bytes;
use deskpro_mock::Dialect;
use http::{Request, header};

use super::desk::{ask, desk};
use super::dice::Dice;

/// A form with parts of these and other names, with its content type.
pub(crate) fn form(names: &[&str], dice: &mut Dice<'_>) -> (String, Vec<u8>) {
    let boundary = if dice.one_in(8) { dice.text() } else { "end-of-part".to_owned() };
    let mut form = Vec::new();
    for _ in 0..=dice.byte() % 4 {
        let name = match names {
            [] => dice.text(),
            names if dice.one_in(4) => names.concat(),
            names => (*dice.pick(names)).to_owned(),
        };
        form.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        form.extend_from_slice(b"Content-Disposition: form-data");
        if !dice.one_in(12) {
            form.extend_from_slice(format!("; name=\"{name}\"").as_bytes());
        }
        if !dice.one_in(4) {
            form.extend_from_slice(format!("; filename=\"{}\"", dice.text()).as_bytes());
        }
        if dice.one_in(3) {
            form.extend_from_slice(format!("\r\nContent-Type: {}", dice.text()).as_bytes());
        }
        form.extend_from_slice(b"\r\n\r\n");
        form.extend_from_slice(&dice.bytes());
        form.extend_from_slice(b"\r\n");
    }
    if !dice.one_in(8) {
        form.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    }
    (format!("multipart/form-data; boundary={boundary}"), form)
}

/// Uploads forms made of these bytes, then looks at what is there.
pub(crate) fn check(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let desk = desk(Dialect::Live);
    while !dice.is_over() {
        let path = *dice.pick(&["/api/v2/blobs/temp", "/api/v2/blobs"]);
        let (content_type, body) = form(&["file"], &mut dice);
        let request = Request::post(path).header(header::CONTENT_TYPE, content_type);
        if let Ok(request) = request.body(Bytes::from(body)) {
            ask(&desk, request);
        }
    }
    let list = Request::get("/api/v2/blobs?count=200").body(Bytes::new());
    assert_eq!(ask(&desk, list.expect("a request")).status(), 200);
}
