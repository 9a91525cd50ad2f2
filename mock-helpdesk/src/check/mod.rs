//! What is wrong with a body that is right in itself: it refers to what is not there, or repeats
//! what is.
//!
//! A helpdesk may be set up with tickets only, whose persons are not there either. So a reference is
//! checked only where the helpdesk has ever held objects of the kind that it names: whoever seeds
//! people, or makes one, has references to people checked from then on.

mod duplicates;
mod references;

use deskpro_spec::api::{Api, Meaning, Operation};

use crate::Object;
use crate::refuse::Refusal;
use crate::store::Store;
use crate::subject::Subject;

pub(crate) use duplicates::Recent;

/// The most objects that one request makes of what is written within others: as many as PHP takes
/// inputs.
const OBJECTS: usize = 1_000;

/// Whether what is sent can be done to what is held.
pub(crate) fn check(
    api: &Api,
    store: &Store,
    operation: &Operation,
    subject: &Subject,
    sent: &Object,
) -> Result<(), Refusal> {
    let Some(body) = &operation.body else {
        return Ok(());
    };
    let mut looked = references::look(api, store, &body.fields, sent);
    if looked.objects > OBJECTS {
        let message = format!("A request holds at most {OBJECTS} objects within others");
        return Err(Refusal::bad_request(api, message));
    }
    let invalid = &mut looked.invalid;
    match api[operation.verb].meaning {
        Meaning::Create => {
            duplicates::content(api, store, subject, sent, invalid);
            duplicates::email(api, store, subject.resource, None, sent, invalid);
        }
        Meaning::Update => {
            duplicates::email(api, store, subject.resource, subject.item, sent, invalid);
        }
        Meaning::List | Meaning::Get | Meaning::Delete | Meaning::Action => {}
    }
    if invalid.is_empty() { Ok(()) } else { Err(Refusal::invalid_input(api, invalid)) }
}
