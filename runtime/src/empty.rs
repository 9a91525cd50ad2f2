//! Answers of which nothing but the success counts.

use crate::{DecodeFault, FromResponse, JsonReader, Response, ResponseHead};

/// The answer to a delete: it is gone.
///
/// Documented is 204, recorded is 200 (HMRC); the body may be empty or any JSON.
#[derive(Debug, Clone)]
pub struct Deleted {
    response: ResponseHead,
}

/// The answer to an action that returns nothing. The body may be empty or any JSON.
#[derive(Debug, Clone)]
pub struct Empty {
    response: ResponseHead,
}

impl Deleted {
    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl Empty {
    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl FromResponse for Deleted {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        check(response).map(|()| Self { response: response.head().clone() })
    }
}

impl FromResponse for Empty {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        check(response).map(|()| Self { response: response.head().clone() })
    }
}

/// Refuses what is not JSON: the page of a proxy or of a login, sent with 200, is no success.
fn check(response: &Response) -> Result<(), DecodeFault> {
    let mut json = JsonReader::new(response.whole_body()?);
    if json.end().is_err() {
        json.skip()?;
        json.end()?;
    }
    Ok(())
}
