//! What takes the answer to one request out of the results of a batch.

use std::{fmt, marker::PhantomData, sync::Arc};

use crate::{Call, FromResponse, Refused, Request, RequestLine};

/// A request that can be part of a [`Batch`](super::Batch): says what it is answered and refused
/// with. Implemented by [`Call`] and by all generated requests.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Envelope, IntoBatch, Json, Request, Undocumented};
///
/// /// A request with setters of its own.
/// struct GetLabel(Request);
///
/// impl IntoBatch for GetLabel {
///     type Answer = Envelope<Json>;
///     type Error = Box<Undocumented>;
///
///     fn into_request(self) -> Request {
///         self.0
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be part of a batch",
    label = "no request that says what it is answered and refused with",
    note = "make one of a plain `Request` with `Call::new`"
)]
pub trait IntoBatch {
    /// What it is answered with.
    type Answer: FromResponse;
    /// What it is refused with.
    type Error: Refused;

    /// The request itself.
    fn into_request(self) -> Request;
}

impl<A: FromResponse, E: Refused> IntoBatch for Call<A, E> {
    type Answer = A;
    type Error = E;

    fn into_request(self) -> Request {
        self.into_inner()
    }
}

/// A request that was added to a [`Batch`](super::Batch): takes its answer out of the
/// [`BatchResults`](super::BatchResults) of that batch, and of no other.
#[must_use = "only with this can the answer be taken"]
pub struct Queued<A, E> {
    batch: Arc<()>,
    place: usize,
    line: RequestLine,
    outcome: PhantomData<fn() -> (A, E)>,
}

impl<A, E> Queued<A, E> {
    pub(super) fn new(batch: Arc<()>, place: usize, line: RequestLine) -> Self {
        Self { batch, place, line, outcome: PhantomData }
    }

    /// The place in this batch; `None` where it was added to another one.
    pub(super) fn place_in(&self, batch: &Arc<()>) -> Option<usize> {
        Arc::ptr_eq(&self.batch, batch).then_some(self.place)
    }

    /// What errors call the request.
    pub(super) fn into_line(self) -> RequestLine {
        self.line
    }
}

impl<A, E> fmt::Debug for Queued<A, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Queued").field("request", &format_args!("{}", self.line)).finish()
    }
}
