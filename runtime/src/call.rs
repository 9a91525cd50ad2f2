//! A request with nothing left to set.

use std::{fmt, marker::PhantomData};

use crate::{
    Bare, DryRun, Envelope, Fields, FromResponse, Items, Page, Pages, Refused, Request,
    RequestError, ResponseFuture,
};

/// A request that is answered with an `A` or refused with an `E`.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Call, Decode, Envelope, Error, Fields, Refused};
///
/// /// Asks for a resource, but for no more of it than a `T` holds.
/// async fn part<M, T: Fields<M>, E: Refused>(
///     call: Call<Envelope<M>, E>,
/// ) -> Result<T, Error<E>> {
///     Ok(call.fields::<T>().send().await?.data)
/// }
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct Call<A, E> {
    request: Request,
    outcome: PhantomData<fn() -> (A, E)>,
}

impl<A, E> Call<A, E> {
    /// This request, answered and refused so.
    #[inline]
    pub fn new(request: Request) -> Self {
        Self { request, outcome: PhantomData }
    }

    /// What would be sent first, without sending anything: see [`DryRun`].
    ///
    /// # Errors
    ///
    /// When the request holds something that cannot be sent.
    pub fn dry_run(&self) -> Result<DryRun, RequestError> {
        self.request.dry_run()
    }

    /// The request alone.
    pub(crate) fn into_inner(self) -> Request {
        self.request
    }

    /// Changes the request by what has no method here: a header, a time-out, a parameter.
    #[inline]
    pub fn with(self, change: impl FnOnce(Request) -> Request) -> Self {
        Self::new(change(self.request))
    }
}

impl<A: FromResponse, E: Refused> Call<A, E> {
    /// Sends the request.
    ///
    /// Nothing happens before the future is polled.
    #[inline]
    pub fn send(self) -> ResponseFuture<A, E> {
        self.request.send()
    }
}

impl<M, E> Call<Envelope<M>, E> {
    /// Reads the answer into a struct of your own, which holds some of the fields.
    #[inline]
    pub fn fields<T: Fields<M>>(self) -> Call<Envelope<T>, E> {
        Call::new(self.request)
    }
}

impl<M, E> Call<Bare<M>, E> {
    /// Reads the answer into a struct of your own, which holds some of the fields.
    #[inline]
    pub fn fields<T: Fields<M>>(self) -> Call<Bare<T>, E> {
        Call::new(self.request)
    }
}

impl<M, E> Call<Page<M>, E> {
    /// Reads the items into structs of your own, which hold some of the fields.
    #[inline]
    pub fn fields<T: Fields<M>>(self) -> Call<Page<T>, E> {
        Call::new(self.request)
    }

    /// This page and all that follow, one by one, as a stream.
    #[inline]
    pub fn pages(self) -> Pages<M, E> {
        self.request.pages()
    }

    /// Everything on this page and all that follow, one by one, as a stream.
    #[inline]
    pub fn items(self) -> Items<M, E> {
        self.request.items()
    }
}

impl<A, E> Clone for Call<A, E> {
    fn clone(&self) -> Self {
        Self::new(self.request.clone())
    }
}

impl<A, E> fmt::Debug for Call<A, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.request).finish()
    }
}
