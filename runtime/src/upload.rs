//! Files to be sent.

use std::fmt;

use bytes::Bytes;

/// A file to be sent: its name, what kind of file it is, and its content.
///
/// Made of a name and the content too, wherever one is taken: `("cat.png", bytes)`.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::Upload;
///
/// let upload = Upload::new("notes.txt", "It burns").content_type("text/plain");
/// assert_eq!(format!("{upload:?}"), r#"Upload("notes.txt", 8 bytes)"#);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Upload {
    pub(crate) file_name: String,
    pub(crate) content_type: String,
    pub(crate) bytes: Bytes,
}

impl Upload {
    /// A file with this name and content, of a kind that is not known.
    pub fn new(file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self {
            file_name: file_name.into(),
            content_type: "application/octet-stream".to_owned(),
            bytes: bytes.into(),
        }
    }

    /// Says what kind of file it is: `image/png`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }
}

impl<N: Into<String>, B: Into<Bytes>> From<(N, B)> for Upload {
    fn from((file_name, bytes): (N, B)) -> Self {
        Self::new(file_name, bytes)
    }
}

/// Shows name and length, not what is in it.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = format_args!("{} bytes", self.bytes.len());
        f.debug_tuple("Upload").field(&self.file_name).field(&length).finish()
    }
}
