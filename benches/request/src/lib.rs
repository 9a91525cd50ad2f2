//! Who builds requests: the generated client, reqwest by hand, progenitor's builder; each from its first call
//! to the request that would be sent.

mod generated;
mod hand_written;
mod progenitor;

use clients::{Failure, Round};

use crate::generated::Generated;
use crate::hand_written::HandWritten;
use crate::progenitor::Progenitor;

const HELPDESK: &str = "https://support.example.com";
const KEY: &str = "2:YWK2PGCS8CNW62SR8TBTBKWMY";
const USER_AGENT: &str = "example/1.0";

/// What is built: tickets asked for by their ids, a new ticket, five fields of a ticket.
pub const CASES: [&str; 3] = ["list", "create", "update"];

/// Builds a request.
///
/// # Errors
///
/// When there is no such client or case, or nothing is built.
pub fn building(client: &str, case: &str) -> Result<Round, Failure> {
    Ok(match client {
        "deskpro" => {
            let (client, build) = (Generated::new()?, Generated::case(case)?);
            Box::new(move || is_built(build(&client)))
        }
        "hand-written" => {
            let (client, build) = (HandWritten::new()?, HandWritten::case(case)?);
            Box::new(move || is_built(Some(build(&client)?)))
        }
        "progenitor" => {
            let (client, build) = (Progenitor::new()?, Progenitor::case(case)?);
            Box::new(move || is_built(build(&client)))
        }
        _ => return Err(format!("there is no `{client}`").into()),
    })
}

fn is_built<T>(request: Option<T>) -> Result<(), Failure> {
    request.map(drop).ok_or_else(|| "nothing was built".into())
}

fn no_case<T>(case: &str) -> Result<T, Failure> {
    Err(format!("there is no `{case}`").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODIES: [(&str, &str, &str, &str); 3] = [
        ("list", "GET", "/api/v2/tickets?count=50&ids=1,2", ""),
        ("create", "PUT", "/api/v2/tickets", r#"{"subject":"Printer on fire","person":4}"#),
        (
            "update",
            "POST",
            "/api/v2/tickets/13",
            r#"{"subject":"Printer","status":"resolved","agent":2,"department":3,"urgency":5}"#,
        ),
    ];

    /// All have to build the same, or their costs could not be compared.
    #[test]
    fn all_build_the_same() -> Result<(), Failure> {
        let (by_hand, theirs) = (HandWritten::new()?, Progenitor::new()?);
        let ours = Generated::new()?;
        for (case, method, path, body) in BODIES {
            let expected = (method.to_owned(), format!("{HELPDESK}{path}"), body.to_owned());
            let request = Generated::case(case)?(&ours).ok_or("nothing was sent")?.http;
            let sent = request.body().as_bytes().cloned().unwrap_or_default();
            let sent = String::from_utf8(sent.to_vec())?;
            let found = (request.method().to_string(), request.uri().to_string(), sent);
            assert_eq!(found, expected);
            let by_hand = HandWritten::case(case)?(&by_hand)?;
            assert_eq!(parts(&by_hand)?, expected);
            assert_eq!(request.headers(), by_hand.headers());
            let theirs = Progenitor::case(case)?(&theirs).ok_or("nothing was made")?;
            let (method, url, body) = parts(&theirs)?;
            assert_eq!((&method, &url), (&expected.0, &expected.1));
            // Its members are sorted by name, which means the same too.
            assert_eq!(members(&body)?, members(&expected.2)?);
        }
        Ok(())
    }

    fn members(body: &str) -> serde_json::Result<serde_json::Value> {
        serde_json::from_str(if body.is_empty() { "null" } else { body })
    }

    fn parts(request: &reqwest::Request) -> Result<(String, String, String), Failure> {
        let body = request.body().and_then(reqwest::Body::as_bytes).unwrap_or_default();
        // A comma may be encoded, as reqwest does; it means the same.
        let url = request.url().as_str().replace("%2C", ",");
        Ok((request.method().to_string(), url, String::from_utf8(body.to_vec())?))
    }
}
