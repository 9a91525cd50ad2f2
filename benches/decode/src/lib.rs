//! Who decodes pages of tickets and refusals: the generated client, serde's derives by hand, progenitor's types.

mod generated;

use std::fs;

use clients::progenitor::sending::types;
use clients::{Failure, REFUSAL, Round, hand_written};
use deskpro_client::Drift;
use deskpro_client::runtime::Refused;
use serde::de::DeserializeOwned;

use crate::generated::{Asker, Reader};

/// Decodes the page in this file: the generated client, `observed` or not, serde's derives by hand with one
/// type for dates or another, or progenitor's types.
///
/// # Errors
///
/// When there is no such client or no such file, or it cannot be decoded.
pub fn page(client: &str, file: &str) -> Result<Round, Failure> {
    let body = fs::read(file)?;
    Ok(match client {
        "deskpro" => generated(Asker::new(body)?),
        "observed" => generated(Asker::observed(body, &Drift::new())?),
        "hand-written" => derived::<hand_written::Parsed<deskpro_client::DateTime>>(body),
        "hand-written-jiff" => derived::<jiff::Timestamp>(body),
        "hand-written-chrono" => derived::<chrono::DateTime<chrono::FixedOffset>>(body),
        "progenitor" => decoded(body, |page: &types::TicketsPage| {
            (page.data.len(), page.meta.pagination.count.try_into().ok())
        }),
        _ => return Err(format!("there is no `{client}`").into()),
    })
}

/// Decodes the refusal with the tree of errors: the generated client into the error of creating a ticket.
///
/// # Errors
///
/// When there is no such client, or it cannot be decoded.
pub fn refusal(client: &str) -> Result<Round, Failure> {
    let body = REFUSAL.as_bytes().to_vec();
    Ok(match client {
        "deskpro" => {
            let reader = Reader::new(body)?;
            Box::new(move || is_whole(reader.refused()?.refusal().tree().errors.len(), Some(1)))
        }
        "hand-written" => Box::new(move || {
            let refusal: hand_written::Refusal = serde_json::from_slice(&body)?;
            is_whole(refusal.errors.errors.len(), Some(1))
        }),
        "progenitor" => Box::new(move || {
            let refusal: types::Error = serde_json::from_slice(&body)?;
            is_whole(refusal.errors.map_or(0, |tree| tree.errors.len()), Some(1))
        }),
        _ => return Err(format!("there is no `{client}`").into()),
    })
}

fn generated(asker: Asker) -> Round {
    Box::new(move || {
        let page = asker.page()?;
        is_whole(page.data.len(), page.meta.count.and_then(|count| count.try_into().ok()))
    })
}

fn derived<D: DeserializeOwned + 'static>(body: Vec<u8>) -> Round {
    decoded(body, |page: &hand_written::Page<D>| {
        (page.data.len(), page.meta.pagination.count.try_into().ok())
    })
}

/// Decodes with serde_json, and looks at how many tickets there are and how many there should be.
fn decoded<P: DeserializeOwned + 'static>(
    body: Vec<u8>,
    counts: fn(&P) -> (usize, Option<usize>),
) -> Round {
    Box::new(move || {
        let (found, expected) = counts(&serde_json::from_slice(&body)?);
        is_whole(found, expected)
    })
}

fn is_whole(found: usize, expected: Option<usize>) -> Result<(), Failure> {
    match expected == Some(found) {
        true => Ok(()),
        false => Err(format!("{found} were read, not {expected:?}").into()),
    }
}

#[cfg(test)]
mod tests {
    use clients::page::{Place, Variant, page};
    use deskpro_client::tickets::CreateTicketError;

    use super::*;

    /// How many errors there are in the tree of the refusal.
    const ERRORS: usize = 9;

    const VARIANTS: [Variant; 5] =
        [Variant::Helpdesk, Variant::Slots, Variant::Shuffled, Variant::Unknown, Variant::Escaped];

    /// All have to do the same work, so what they read has to be the same.
    #[test]
    fn all_read_the_same_page() -> Result<(), Failure> {
        for variant in VARIANTS {
            let body = page(variant, Place { page: 1, per_page: 20, total: 100 }).into_bytes();
            let derived: hand_written::Page<jiff::Timestamp> = serde_json::from_slice(&body)?;
            let progenitor: types::TicketsPage = serde_json::from_slice(&body)?;
            let generated = Asker::new(body)?.page()?;
            assert_eq!((generated.data.len(), progenitor.data.len()), (20, 20));
            for ((ours, theirs), other) in
                generated.data.iter().zip(&derived.data).zip(&progenitor.data)
            {
                assert_eq!((ours.id.get(), &ours.subject), (theirs.id, &theirs.subject));
                assert_eq!((i64::try_from(theirs.id)?, &ours.subject), (other.id, &other.subject));
                assert_eq!(ours.date_status.timestamp(), Some(theirs.date_status));
                assert_eq!(theirs.date_status.as_second(), other.date_status.timestamp());
                assert_eq!(ours.total_to_first_reply_wh, theirs.total_to_first_reply_wh);
                let value = ours.fields.get("9").and_then(|field| field.value.as_ref());
                assert_eq!(value, theirs.fields.get("9").and_then(|field| field.value.as_ref()));
                assert_eq!(value, other.fields.get("9").and_then(|field| field.value.as_ref()));
                assert!(value.is_some());
            }
        }
        Ok(())
    }

    #[test]
    fn all_read_the_same_refusal() -> Result<(), Failure> {
        let derived: hand_written::Refusal = serde_json::from_str(REFUSAL)?;
        let progenitor: types::Error = serde_json::from_str(REFUSAL)?;
        let tree = progenitor.errors.ok_or("progenitor read no tree")?;
        assert_eq!(derived.code, progenitor.code);
        assert_eq!(count(&derived.errors), ERRORS);
        assert_eq!(counted(&tree), ERRORS);
        let refused = Reader::new(REFUSAL.into())?.refused()?;
        assert!(matches!(&refused, CreateTicketError::InvalidInput(_)), "{refused:?}");
        assert_eq!(refused.refusal().errors().count(), ERRORS);
        Ok(())
    }

    fn count(tree: &hand_written::ErrorTree) -> usize {
        tree.errors.len() + tree.fields.values().map(count).sum::<usize>()
    }

    fn counted(tree: &types::ErrorTree) -> usize {
        tree.errors.len() + tree.fields.values().map(counted).sum::<usize>()
    }
}
