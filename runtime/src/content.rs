//! Answers that are files.

use std::fmt;

use bytes::Bytes;

use crate::{DecodeFault, FromResponse, Response, ResponseHead, file_name::file_name};

/// An answer whose body is a file, of whatever kind, and in memory.
///
/// How much of it is read is limited by [`body_limit`](crate::ClientBuilder::body_limit). For files that
/// may be larger, or are to be saved, there is [`ResponseFuture::stream`](crate::ResponseFuture::stream).
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Content, Error, Request, Undocumented};
///
/// async fn download(request: Request) -> Result<(String, usize), Error<Box<Undocumented>>> {
///     let content: Content = request.send().await?;
///     Ok((content.file_name().unwrap_or_else(|| "download".to_owned()), content.bytes.len()))
/// }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Content {
    /// What is in the file.
    pub bytes: Bytes,
    response: ResponseHead,
}

impl Content {
    /// What kind of file it is, where the helpdesk says so: `image/png`.
    pub fn content_type(&self) -> Option<&str> {
        self.response.header("content-type")
    }

    /// The name of the file, where the helpdesk gives one: that of `Content-Disposition`, of which
    /// `filename*` counts more than `filename` (RFC 6266).
    ///
    /// It is a name and no path: only what comes after the last slash or backslash counts, control
    /// characters are dropped, and `.` and `..` are no names.
    pub fn file_name(&self) -> Option<String> {
        file_name(&self.response)
    }

    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl FromResponse for Content {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        Ok(Self { bytes: response.whole_body()?.clone(), response: response.head().clone() })
    }
}

/// Shows the length, not what is in the file.
impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Content")
            .field("bytes", &format_args!("{} bytes", self.bytes.len()))
            .field("response", &self.response)
            .finish()
    }
}
