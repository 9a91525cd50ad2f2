//! What is measured of the client while it runs: rounds of asking for something, as often as one likes.

mod building;
mod decoding;

use crate::Failure;
use crate::page::{Place, Variant, page, single};

use building::Builder;
use decoding::{Asker, Reader};

/// One round, as often as one likes.
pub type Round = Box<dyn FnMut() -> Result<(), Failure>>;

/// What is decoded and what is built, by the keys of `budget.toml`.
pub const CASES: [&str; 7] =
    ["page", "shuffled_page", "ticket", "refusal", "list", "create", "update"];

/// A refusal with a tree of errors, as the guide shows it.
const REFUSAL: &str = include_str!("../../../clients/src/refusal.json");

/// How many tickets a page has.
const TICKETS: usize = 100;

/// How many errors the tree of the refusal has.
const ERRORS: usize = 9;

/// A round of this case.
///
/// # Errors
///
/// When there is no such case, or the client cannot be set up.
pub fn round(case: &str) -> Result<Round, Failure> {
    Ok(match case {
        "page" => paging(Variant::Helpdesk)?,
        "shuffled_page" => paging(Variant::Shuffled)?,
        "ticket" => {
            let asker = Asker::new(single())?;
            Box::new(move || whole(asker.ticket()?.id.get(), 13))
        }
        "refusal" => {
            let reader = Reader::new(REFUSAL.to_owned())?;
            Box::new(move || whole(reader.errors()?, ERRORS))
        }
        "list" => building(Builder::list)?,
        "create" => building(Builder::create)?,
        "update" => building(Builder::update)?,
        _ => return Err(format!("there is no case `{case}`").into()),
    })
}

fn paging(variant: Variant) -> Result<Round, Failure> {
    let asker = Asker::new(page(variant, Place { page: 1, per_page: TICKETS, total: 1000 }))?;
    Ok(Box::new(move || whole(asker.page()?.data.len(), TICKETS)))
}

fn building(build: fn(&Builder) -> Option<http::Uri>) -> Result<Round, Failure> {
    let builder = Builder::new()?;
    Ok(Box::new(move || whole(build(&builder).is_some(), true)))
}

/// Nothing is cheaper than to do nothing.
fn whole<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), Failure> {
    match found == expected {
        true => Ok(()),
        false => Err(format!("{found:?} where {expected:?} was expected").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_does_what_it_should_each_time() -> Result<(), Failure> {
        for case in CASES {
            let mut round = round(case)?;
            round().and_then(|()| round()).map_err(|failure| format!("{case}: {failure}"))?;
        }
        assert!(round("pages").is_err());
        Ok(())
    }
}
