//! The parts of a request, behind a type that does not name theirs.
//!
//! Of every function that takes or returns a request the compiler works out what dropping it
//! drops. All fields of all parts would be gone through each time, in the hundreds of functions of
//! a generated client; a trait object ends that at once.

use std::ops::{Deref, DerefMut};

use super::Parts;

/// The parts of a request, somewhere else in memory.
pub(super) struct Held(Box<dyn Holder + Send + Sync>);

/// What holds parts: themselves alone.
trait Holder {
    fn parts(&self) -> &Parts;
    fn parts_mut(&mut self) -> &mut Parts;
    fn into_parts(self: Box<Self>) -> Parts;
}

impl Holder for Parts {
    fn parts(&self) -> &Parts {
        self
    }

    fn parts_mut(&mut self) -> &mut Parts {
        self
    }

    fn into_parts(self: Box<Self>) -> Parts {
        *self
    }
}

impl Held {
    pub(super) fn new(parts: Parts) -> Self {
        Self(Box::new(parts))
    }

    pub(super) fn into_parts(self) -> Parts {
        self.0.into_parts()
    }
}

impl Deref for Held {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0.parts()
    }
}

impl DerefMut for Held {
    fn deref_mut(&mut self) -> &mut Parts {
        self.0.parts_mut()
    }
}

impl Clone for Held {
    fn clone(&self) -> Self {
        Self::new((**self).clone())
    }
}
