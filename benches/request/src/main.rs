//! Counts the allocations that it takes to build a request, against one that is written by hand with
//! reqwest.
//!
//! `request`

mod generated;
mod hand_written;

use std::error::Error;
use std::hint::black_box;

use deskpro_benches::budget::Budget;

use crate::generated::Generated;
use crate::hand_written::HandWritten;

const HELPDESK: &str = "https://support.example.com";
const KEY: &str = "2:YWK2PGCS8CNW62SR8TBTBKWMY";
const USER_AGENT: &str = "example/1.0";

/// How many allocations more than by hand are enough: one for the future that sends, and one for
/// the request until then.
const MORE: u64 = 2;

fn main() -> Result<(), Box<dyn Error>> {
    let (generated, by_hand) = (Generated::new()?, HandWritten::new()?);
    let list = (count(|| generated.list()), count(|| by_hand.list(50, &[1, 2])));
    let create = (count(|| generated.create()), count(|| by_hand.create("Printer on fire", 4)));
    let mut budgets = Vec::new();
    for (name, (ours, theirs)) in [("request.list", list), ("request.create", create)] {
        println!("{name:<14} {ours:>3} allocations, by hand {theirs}");
        let (measured, limit) = (ours as f64, (theirs + MORE) as f64);
        budgets.push(Budget { name, unit: "allocations", measured, limit });
    }
    budgets.iter().for_each(|budget| println!("{budget}"));
    Ok(())
}

/// The allocations of the second time: what is set up once does not count. Memory that is moved to
/// grow counts each time.
fn count<T>(mut build: impl FnMut() -> T) -> u64 {
    black_box(build());
    allocation_counter::measure(|| drop(black_box(build()))).count_total
}

#[cfg(test)]
mod tests {
    use deskpro_client::transport::TransportRequest;

    use super::*;

    /// Both have to build the same, or their costs could not be compared.
    #[test]
    fn both_build_the_same() -> Result<(), Box<dyn Error>> {
        let (generated, by_hand) = (Generated::new()?, HandWritten::new()?);
        let list = generated.list().ok_or("nothing was sent")?;
        assert_eq!(list.http.uri(), "https://support.example.com/api/v2/tickets?count=50&ids=1,2");
        assert_same(list, by_hand.list(50, &[1, 2])?);
        let create = generated.create().ok_or("nothing was sent")?;
        let body = create.http.body().as_bytes().cloned().unwrap_or_default();
        assert_eq!(body, r#"{"subject":"Printer on fire","person":4}"#);
        assert_same(create, by_hand.create("Printer on fire", 4)?);
        Ok(())
    }

    fn assert_same(ours: TransportRequest, theirs: reqwest::Request) {
        let ours = ours.http;
        assert_eq!(ours.method(), theirs.method());
        // A comma may be encoded, as reqwest does; it means the same.
        assert_eq!(ours.uri().to_string(), theirs.url().as_str().replace("%2C", ","));
        assert_eq!(ours.headers(), theirs.headers());
        let body = theirs.body().and_then(reqwest::Body::as_bytes);
        assert_eq!(ours.body().as_bytes().map(AsRef::as_ref), Some(body.unwrap_or_default()));
    }
}
