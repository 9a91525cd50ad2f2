//! Every reason for a refusal has a name, so a `match` needs no catch-all arm.

#![deny(warnings)]

use deskpro_client::tickets::{GetTicketError, UpdateTicketError};
use deskpro_client::{Client, Error};

pub fn what_to_do(error: GetTicketError) -> &'static str {
    match error {
        GetTicketError::BadRequest(_) | GetTicketError::OtherBadRequest(_) => "mend the program",
        GetTicketError::Unauthorized(_) | GetTicketError::OtherUnauthorized(_) => "log in",
        GetTicketError::AccessDenied(_) => "ask for another key",
        GetTicketError::NoPermission(_) => "ask somebody who may",
        GetTicketError::RateLimits(_) | GetTicketError::TooManyRequests(_) => "wait",
        GetTicketError::OtherForbidden(_) => "give up",
        GetTicketError::NotFound(_) | GetTicketError::OtherNotFound(_) => "look elsewhere",
        GetTicketError::MethodNotAllowed(_) => "use another verb",
        GetTicketError::Maintenance(_) => "wait for long",
    }
}

pub async fn wrong_field(client: &Client) -> Option<String> {
    match client.tickets().update(13).subject("").send().await {
        Ok(_) => None,
        Err(Error::Api(UpdateTicketError::InvalidInput(refusal))) => {
            Some(refusal.field("subject").next()?.message().to_owned())
        }
        Err(other) => Some(other.to_string()),
    }
}

fn main() {}
