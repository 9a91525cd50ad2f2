//! What is there already: the same content once more, or an e-mail address of somebody else.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};

use deskpro_spec::api::{Api, ResourceId};
use serde_json::Value;

use crate::invalid::Invalid;
use crate::store::Store;
use crate::subject::Subject;
use crate::{Object, email};

/// How many objects count as just made.
const RECENT: usize = 100;

/// Somebody else has the address.
const DUPE_EMAIL: &str = "dupe_email";
/// Precedes the name of what may not be made twice: `dupe_ticket`.
const DUPE: &str = "dupe_";

/// What was just made, by its content.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recent {
    made: VecDeque<(ResourceId, u64, u64)>,
}

impl Recent {
    /// Remembers that this was sent to make an object.
    pub(crate) fn push(&mut self, subject: &Subject, id: u64, sent: &Object) {
        self.made.truncate(RECENT - 1);
        self.made.push_front((subject.resource, digest(subject, sent), id));
    }

    /// The objects that were just made of the same.
    fn same(&self, subject: &Subject, sent: &Object) -> impl Iterator<Item = u64> {
        let digest = digest(subject, sent);
        let same = self.made.iter();
        let same = same.filter(move |made| made.0 == subject.resource && made.1 == digest);
        same.map(|(_, _, id)| *id)
    }
}

/// Adds that the same was just made, where the description has a code for that: `dupe_ticket`.
pub(super) fn content(
    api: &Api,
    store: &Store,
    subject: &Subject,
    sent: &Object,
    invalid: &mut Invalid,
) {
    let resource = subject.resource;
    let code = format!("{DUPE}{}", api[resource].singular);
    let Some(known) = api.validation_codes.iter().find(|known| known.code == code) else {
        return;
    };
    if store.recent().same(subject, sent).any(|id| store.contains(resource, id)) {
        let message = known.message.as_deref().unwrap_or(known.docs.trim());
        invalid.push(&code, message);
    }
}

/// Adds that an address is somebody else's, where the description has a code for that. It stands at
/// `emails.emails_0` (HMRC).
pub(super) fn email(
    api: &Api,
    store: &Store,
    resource: ResourceId,
    own: Option<u64>,
    sent: &Object,
    invalid: &mut Invalid,
) {
    let Some(known) = api.validation_codes.iter().find(|known| known.code == DUPE_EMAIL) else {
        return;
    };
    let mut emails = Invalid::default();
    for (place, address) in email::written(&api[resource], sent).into_iter().enumerate() {
        let holder = email::holder(api, store, resource, address, own);
        if holder.is_some() {
            let mut one = Invalid::default();
            one.push(DUPE_EMAIL, &quoting(known.message.as_deref(), address));
            emails.push_field(format!("{}_{place}", email::ALL), one);
        }
    }
    invalid.push_field(email::ALL, emails);
}

/// The described message, which quotes an address, with this one.
fn quoting(message: Option<&str>, address: &str) -> String {
    let mut parts = message.unwrap_or_default().split('"');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(before), Some(_), Some(after)) => format!("{before}\"{address}\"{after}"),
        _ => format!("{address} is in use already"),
    }
}

fn digest(subject: &Subject, sent: &Object) -> u64 {
    let mut hasher = DefaultHasher::new();
    subject.parent.hash(&mut hasher);
    Value::Object(sent.clone()).to_string().hash(&mut hasher);
    hasher.finish()
}
