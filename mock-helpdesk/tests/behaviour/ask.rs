//! Asking a helpdesk without sockets.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use deskpro_mock::{Builder, Helpdesk, MockHelpdesk};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};
use http::{Request, Response, request};
use serde_json::Value;

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) allow: Option<String>,
    pub(crate) body: Value,
    pub(crate) text: String,
}

impl Answer {
    /// The data of the envelope.
    pub(crate) fn data(&self) -> &Value {
        &self.body["data"]
    }

    /// One field of every listed object.
    pub(crate) fn each(&self, field: &str) -> Vec<Value> {
        let items = self.data().as_array().unwrap_or_else(|| panic!("no list: {}", self.text));
        items.iter().map(|item| item[field].clone()).collect()
    }

    /// Status and code of a refusal.
    pub(crate) fn refusal(&self) -> (u16, &str) {
        assert_eq!(self.body["status"], self.status, "{}", self.text);
        (self.status, self.body["code"].as_str().unwrap_or_default())
    }

    /// The code of the first detailed error at this path of names.
    pub(crate) fn error_at(&self, path: &[&str]) -> &str {
        let root = &self.body["errors"];
        let node = path.iter().fold(root, |node, name| &node["fields"][name]);
        node["errors"][0]["code"].as_str().unwrap_or_default()
    }
}

/// The description in `library.yaml`.
pub(crate) fn library() -> Api {
    let sources = Sources::from_files([("api.yaml", include_str!("library.yaml"))]);
    load(&sources).unwrap_or_else(|problems| panic!("{}", problems.short(&sources)))
}

/// A helpdesk of `library.yaml`, whose clock stands still.
pub(crate) fn library_desk() -> Builder {
    MockHelpdesk::builder().api(library()).clock(noon)
}

/// 2025-05-01T12:00:00Z
pub(crate) fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_746_100_800)
}

/// What [`noon`] is in the API's format.
pub(crate) const NOON: &str = "2025-05-01T12:00:00+0000";

/// A request with the default key: `GET /lib/books?page=2`.
pub(crate) fn request(line: &str) -> request::Builder {
    let (method, path) = line.split_once(' ').expect("method and path");
    Request::builder()
        .method(method)
        .uri(path)
        .header("Host", "desk.example.com")
        .header("Authorization", format!("key {}", MockHelpdesk::KEY))
}

/// Asks without a body.
pub(crate) fn ask(helpdesk: &Helpdesk, line: &str) -> Answer {
    send(helpdesk, request(line), "")
}

/// Asks with a JSON body.
pub(crate) fn tell(helpdesk: &Helpdesk, line: &str, body: &Value) -> Answer {
    send(helpdesk, request(line).header("Content-Type", "application/json"), &body.to_string())
}

/// Sends any request.
pub(crate) fn send(helpdesk: &Helpdesk, request: request::Builder, body: &str) -> Answer {
    let request = request.body(Bytes::copy_from_slice(body.as_bytes())).expect("a request");
    answer(helpdesk.answer(request))
}

fn answer(response: Response<Bytes>) -> Answer {
    let header = |name: &str| {
        let value = response.headers().get(name).and_then(|value| value.to_str().ok());
        value.map(str::to_owned)
    };
    let text = String::from_utf8_lossy(response.body()).into_owned();
    Answer {
        status: response.status().as_u16(),
        location: header("Location"),
        allow: header("Allow"),
        body: serde_json::from_str(&text).unwrap_or_default(),
        text,
    }
}
