//! What has an id.

use super::id::Id;

/// A thing of the helpdesk that has an id and that others refer to by it.
pub trait Resource {
    /// The name under which these are found in the `linked` part of a response; empty where they are
    /// never there.
    const LINKED_AS: &'static str = "";

    /// The id of this one.
    fn id(&self) -> Id<Self>
    where
        Self: Sized;
}
