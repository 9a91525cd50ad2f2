//! The body of a request: members of a JSON object, files, or something whole.

use bytes::Bytes;
use http::HeaderValue;

use super::Request;
use crate::{
    Encode, IntoSet, RequestFault, Upload,
    body::{Body, JSON},
    to_json,
};

impl Request {
    /// Sets a member of the JSON body, replacing an earlier one of the same name.
    ///
    /// A value that is [absent](Encode::is_absent) takes the member out.
    pub fn field(mut self, name: &str, value: &dyn Encode) -> Self {
        self.0.body.set_field(name, value);
        self
    }

    /// Sets a member of the JSON body to what becomes a `T`, as [`field`](Self::field) does.
    #[inline]
    pub fn field_into<T: Encode>(self, name: &str, value: impl Into<T>) -> Self {
        self.field(name, &value.into())
    }

    /// Sets a nullable member of the JSON body to a `T`, or clears it.
    #[inline]
    pub fn field_set<T: Encode>(self, name: &str, value: impl IntoSet<T>) -> Self {
        self.field(name, &value.into_set())
    }

    /// Sets a member of the JSON body to a list of what become `T`s.
    #[inline]
    pub fn field_list<T: Encode>(
        self,
        name: &str,
        values: impl IntoIterator<Item = impl Into<T>>,
    ) -> Self {
        let values: Vec<T> = values.into_iter().map(Into::into).collect();
        self.field(name, &values)
    }

    /// Sets the whole body to this value, in place of its members.
    pub fn body_json(self, value: &dyn Encode) -> Self {
        self.body(JSON, to_json(value))
    }

    /// Sets the whole body.
    pub fn body(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        match HeaderValue::try_from(content_type) {
            Ok(content_type) => self.0.body = Body::Whole { content_type, bytes: body.into() },
            Err(_) => self.0.set_fault(content_type_fault()),
        }
        self
    }

    /// Adds a file, replacing an earlier one of the same name. The body is `multipart/form-data` then:
    /// its [`field`](Self::field)s become text parts, texts as they are and all else as JSON.
    ///
    /// See [`Upload`] for files that are not in memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Request, Upload};
    ///
    /// fn with_photo(request: Request, photo: Vec<u8>) -> Request {
    ///     request.file("file", Upload::new("photo.png", photo).content_type("image/png"))
    /// }
    /// ```
    pub fn file(mut self, name: &str, upload: impl Into<Upload>) -> Self {
        let upload = upload.into();
        if upload.file_name.is_empty() {
            self.0.set_fault(RequestFault::FileName { name: name.into() });
        }
        if HeaderValue::try_from(&upload.content_type).is_err() {
            self.0.set_fault(content_type_fault());
        }
        self.0.body.set_file(name, upload);
        self
    }
}

fn content_type_fault() -> RequestFault {
    RequestFault::Header {
        name: "content-type".into(),
        fault: "its value holds control characters",
    }
}
