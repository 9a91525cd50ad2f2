//! Asks for a ticket and for one that is not there, and is answered with what was recorded.

use std::error::Error;

use deskpro_client::tickets::GetTicketError;
use deskpro_client::transport::Cassette;
use deskpro_client::{Auth, Client};

/// Some fields of a ticket, checked against the description that comes with the attribute.
#[cfg(feature = "macros")]
#[deskpro_client::deskpro_resource(tickets)]
struct TicketRow {
    subject: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    // The default transport is compiled and can be built; it asks nobody.
    Client::builder("https://support.example.com", Auth::key("2:EXAMPLE")).build()?;

    let recorded = Cassette::replay("answers.json").open()?;
    let client = Client::builder("https://support.example.com", Auth::key("2:EXAMPLE"))
        .transport(recorded.clone())
        .build()?;
    #[cfg(feature = "macros")]
    let ticket = client.tickets().get(13).fields::<TicketRow>().send().wait()?;
    #[cfg(not(feature = "macros"))]
    let ticket = client.tickets().get(13).send().wait()?;
    println!("{}", ticket.data.subject);
    match client.tickets().get(14).send().wait() {
        Err(deskpro_client::Error::Api(GetTicketError::NotFound(refusal))) => println!("{refusal}"),
        other => return Err(format!("ticket 14 is there: {other:?}").into()),
    }
    recorded.assert_all_used()?;
    Ok(())
}
