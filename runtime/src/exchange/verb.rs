//! The other of `PUT` and `POST`, where the helpdesk does not take the described one.

use http::{HeaderMap, StatusCode, header};

use super::{Exchange, Location, Step};
use crate::{Method, Response, VerbRule, trace};

impl Exchange {
    /// Sends the other verb, where this answer says that the helpdesk may want it.
    pub(super) fn try_other_verb(&mut self, response: &Response) -> Option<Step> {
        if !self.may_take_other_verb(response) {
            return None;
        }
        self.method = self.method.swapped();
        trace::other_verb(self.operation, self.method);
        self.refused_verb = Some(response.clone());
        self.pace.start_over();
        Some(self.send())
    }

    /// Whether the helpdesk may want the other of `PUT` and `POST`: 405 means that nothing was
    /// done, and `Allow`, where it is there, has to name the other one.
    fn may_take_other_verb(&self, response: &Response) -> bool {
        self.operation.negotiable
            && self.client.settings().verbs == VerbRule::Negotiate
            && self.refused_verb.is_none()
            && self.location != Location::Asked
            && response.status() == StatusCode::METHOD_NOT_ALLOWED
            && self.method != self.method.swapped()
            && self.can_send_again()
            && allows(response.headers(), self.method.swapped())
    }

    /// The answer that counts after the other verb was tried, if it was.
    pub(super) fn settle_verb(&mut self, response: Response) -> Response {
        match self.refused_verb.take() {
            Some(first) if response.status() == StatusCode::METHOD_NOT_ALLOWED => first,
            Some(_) if response.is_success() => {
                self.client.settings().verb_memory.worked(self.operation, self.method);
                response
            }
            _ => response,
        }
    }
}

/// Whether `Allow` names a method, or is not there to say anything.
fn allows(headers: &HeaderMap, method: Method) -> bool {
    let mut values = headers.get_all(header::ALLOW).iter().peekable();
    values.peek().is_none()
        || values
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|name| name.trim().eq_ignore_ascii_case(method.as_str()))
}
