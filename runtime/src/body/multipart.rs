//! The parts of a form to a body: one piece of memory, unless there is more to a file.

use crate::{
    Upload,
    transport::{Part, RequestBody},
};

/// A form as far as it was written.
pub(super) struct Multipart<'b> {
    boundary: &'b str,
    /// What comes before `bytes`.
    parts: Vec<Part>,
    bytes: Vec<u8>,
}

impl<'b> Multipart<'b> {
    /// Nothing yet, with room for these.
    pub(super) fn new<'u>(boundary: &'b str, files: impl Iterator<Item = &'u Upload>) -> Self {
        let in_memory = |upload: &Upload| upload.content.plain().map_or(0, bytes::Bytes::len);
        let length = files.map(|upload| in_memory(upload) + 256).sum();
        Self { boundary, parts: Vec::new(), bytes: Vec::with_capacity(length) }
    }

    pub(super) fn add(&mut self, head: &str, content: &Part) {
        if let Some(bytes) = content.plain() {
            return self.add_bytes(head, bytes);
        }
        self.begin(head);
        self.parts.push(Part::bytes(std::mem::take(&mut self.bytes).into()));
        self.parts.push(content.clone());
        self.bytes.extend_from_slice(b"\r\n");
    }

    pub(super) fn add_bytes(&mut self, head: &str, content: &[u8]) {
        self.begin(head);
        self.bytes.extend_from_slice(content);
        self.bytes.extend_from_slice(b"\r\n");
    }

    fn begin(&mut self, head: &str) {
        let boundary = self.boundary;
        self.bytes.extend_from_slice(format!("--{boundary}\r\n{head}\r\n\r\n").as_bytes());
    }

    /// The whole. Its last part is in memory: files have ended, one way or the other, before the end of
    /// the body is sent.
    pub(super) fn finish(mut self) -> RequestBody {
        self.bytes.extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        self.parts.push(Part::bytes(self.bytes.into()));
        RequestBody::of_parts(self.parts)
    }
}
