//! Which of `PUT` and `POST` creates, and which updates.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Method, Operation};

/// How a client treats operations whose method is not the same on all helpdesks.
///
/// The guide says in one place that `PUT` creates and `POST` updates, in another the reverse, and
/// live helpdesks follow the second (GUIDE, HMRC). Set with
/// [`ClientBuilder::verbs`](crate::ClientBuilder::verbs).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VerbRule {
    /// Starts with the description's method. When that is answered 405, which means that nothing
    /// was done, the other one is sent once; the client remembers which of the two worked.
    #[default]
    Negotiate,
    /// Always the description's method.
    AsDescribed,
    /// `PUT` where the description says `POST`, and the other way round.
    Swapped,
}

/// What a client has learnt about the helpdesk's verbs, for each described method.
#[derive(Debug, Default)]
pub(crate) struct VerbMemory {
    put_is_post: AtomicBool,
    post_is_put: AtomicBool,
}

impl VerbMemory {
    /// The method to try first.
    pub(crate) fn method(&self, rule: VerbRule, operation: &Operation) -> Method {
        let swapped = operation.negotiable
            && match rule {
                VerbRule::AsDescribed => false,
                VerbRule::Swapped => true,
                VerbRule::Negotiate => {
                    self.of(operation.method).is_some_and(|swapped| swapped.load(Ordering::Relaxed))
                }
            };
        if swapped { operation.method.swapped() } else { operation.method }
    }

    /// Notes that this method worked for the operation.
    pub(crate) fn worked(&self, operation: &Operation, method: Method) {
        if let Some(swapped) = self.of(operation.method) {
            swapped.store(method != operation.method, Ordering::Relaxed);
        }
    }

    fn of(&self, described: Method) -> Option<&AtomicBool> {
        match described {
            Method::Put => Some(&self.put_is_post),
            Method::Post => Some(&self.post_is_put),
            Method::Get | Method::Delete | Method::Patch | Method::Head | Method::Options => None,
        }
    }
}
