//! Types that several resources share.

use deskpro_runtime::{Encode, IntoSet, Set, Writer};

/// A message to be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMessage {
    copies: Option<Vec<String>>,
    reply_to: Option<Set<i64>>,
    text: String,
    urgent: Option<bool>,
}

impl NewMessage {
    /// With what must be given; the rest is not set.
    #[inline]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            copies: None,
            reply_to: None,
            urgent: None,
        }
    }

    /// Who else gets it.
    #[inline]
    #[must_use]
    pub fn copies(
        mut self,
        copies: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.copies = Some(copies.into_iter().map(Into::into).collect());
        self
    }

    /// What it answers; null for nothing.
    #[inline]
    #[must_use]
    pub fn reply_to(mut self, reply_to: impl IntoSet<i64>) -> Self {
        self.reply_to = Some(reply_to.into_set());
        self
    }

    /// Whether it is urgent.
    #[inline]
    #[must_use]
    pub fn urgent(mut self, urgent: bool) -> Self {
        self.urgent = Some(urgent);
        self
    }
}

impl Encode for NewMessage {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        json.object(
            &[
                ("copies", &self.copies),
                ("reply_to", &self.reply_to),
                ("text", &self.text),
                ("urgent", &self.urgent),
            ],
        );
    }
}

impl From<&str> for NewMessage {
    #[inline]
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for NewMessage {
    #[inline]
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
