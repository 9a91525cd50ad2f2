//! Answers without an envelope.

use crate::{
    Decode, DecodeFault, FromResponse, Invalid, Response, ResponseHead, envelope::Present,
};

/// An answer whose body is the value itself, without an object around it.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Bare, Error, Json, Request, Undocumented};
///
/// async fn ping(request: Request) -> Result<Json, Error<Box<Undocumented>>> {
///     let pong: Bare<Json> = request.send().await?;
///     Ok(pong.data)
/// }
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Bare<T> {
    /// The value.
    pub data: T,
    response: ResponseHead,
}

impl<T> Bare<T> {
    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl<T: Decode + Default> FromResponse for Bare<T> {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        let mut data = T::default();
        read(response, &mut data)?;
        Ok(Self { data, response: response.head().clone() })
    }
}

fn read(response: &Response, data: &mut dyn Decode) -> Result<(), DecodeFault> {
    let mut json = response.json()?;
    let read: Result<(), Invalid> = Present(data).decode(&mut json);
    read?;
    Ok(json.end()?)
}
