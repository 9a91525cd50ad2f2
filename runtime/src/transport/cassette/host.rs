//! The helpdesk's own host in the place of the one that a cassette has for it.

use std::borrow::Cow;

/// Which host stands for which; none where hosts are recorded as they are.
#[derive(Debug, Default)]
pub(super) struct OwnHost(Option<(String, String)>);

impl OwnHost {
    /// Puts `own` where `recorded` is.
    pub(super) fn new(recorded: &str, own: &str) -> Self {
        Self(
            Some((recorded.to_owned(), own.to_owned()))
                .filter(|(recorded, _)| !recorded.is_empty()),
        )
    }

    /// The text as the helpdesk sent it. A host is written alike in JSON and anywhere else.
    pub(super) fn put_back<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match &self.0 {
            Some((recorded, own)) => text.replace(recorded.as_str(), own).into(),
            None => text.into(),
        }
    }
}
