//! Requests that several operations have in common.

use deskpro_runtime::{
    Call, Fields, FromResponse, Id, Items, Page, Pages, Refused, Request, ResponseFuture,
};

/// A request that may be given `page` and `ids`.
///
/// It is answered with an `A`, or refused with an `E`. Operations have a name of their own for it.
#[must_use = "a request does nothing until it is sent"]
pub struct CallWithPageIds<A, E>(Call<A, E>);

impl<A, E> From<Call<A, E>> for CallWithPageIds<A, E> {
    #[inline]
    fn from(call: Call<A, E>) -> Self {
        Self(call)
    }
}

impl<A, E> CallWithPageIds<A, E> {
    /// Which page.
    ///
    /// At least 1.
    #[inline]
    pub fn page(self, page: i64) -> Self {
        self.with(|request| request.query("page", &page))
    }

    /// Changes the request by what has no method here: a header, a time-out, a parameter.
    #[inline]
    pub fn with(self, change: impl FnOnce(Request) -> Request) -> Self {
        Self(self.0.with(change))
    }
}

impl<A: FromResponse, E: Refused> CallWithPageIds<A, E> {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> ResponseFuture<A, E> {
        self.0.send()
    }
}

impl<M, E> CallWithPageIds<Page<M>, E> {
    /// Only these.
    #[inline]
    pub fn ids(self, ids: impl IntoIterator<Item = impl Into<Id<M>>>) -> Self {
        self.with(|request| request.query_list_into::<Id<M>>("ids", ids))
    }

    /// Reads the answer into structs of your own, which hold some of the fields.
    #[inline]
    pub fn fields<T: Fields<M>>(self) -> Call<Page<T>, E> {
        self.0.fields()
    }

    /// This page and all that follow, one by one, as a stream.
    #[inline]
    pub fn pages(self) -> Pages<M, E> {
        self.0.pages()
    }

    /// Everything on this page and all that follow, one by one, as a stream.
    #[inline]
    pub fn items(self) -> Items<M, E> {
        self.0.items()
    }
}

impl<A, E> Clone for CallWithPageIds<A, E> {
    #[inline]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<A, E> std::fmt::Debug for CallWithPageIds<A, E> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("CallWithPageIds").field(&self.0).finish()
    }
}
