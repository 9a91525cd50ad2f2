//! Answers that are text and no JSON.

use crate::{DecodeFault, FromResponse, Invalid, Response, ResponseHead};

/// An answer whose body is text: CSV, a script.
///
/// The text is UTF-8; a byte order mark at its start is dropped.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Error, Request, Text, Undocumented};
///
/// async fn rows(request: Request) -> Result<usize, Error<Box<Undocumented>>> {
///     let csv: Text = request.send().await?;
///     Ok(csv.text.lines().count())
/// }
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Text {
    /// The text.
    pub text: String,
    response: ResponseHead,
}

impl Text {
    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl FromResponse for Text {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        let text = std::str::from_utf8(response.whole_body()?).map_err(|error| {
            Invalid::new("text in UTF-8", "a byte that is not UTF-8", error.valid_up_to())
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        Ok(Self { text, response: response.head().clone() })
    }
}
