//! A reason for a refusal without an arm.

use deskpro_client::tickets::GetTicketError;

fn what_to_do(error: GetTicketError) -> &'static str {
    match error {
        GetTicketError::BadRequest(_) | GetTicketError::OtherBadRequest(_) => "mend the program",
        GetTicketError::Unauthorized(_) | GetTicketError::OtherUnauthorized(_) => "log in",
        GetTicketError::AccessDenied(_) => "ask for another key",
        GetTicketError::NoPermission(_) => "ask somebody who may",
        GetTicketError::TooManyRequests(_) => "wait",
        GetTicketError::OtherForbidden(_) => "give up",
        GetTicketError::NotFound(_) | GetTicketError::OtherNotFound(_) => "look elsewhere",
        GetTicketError::MethodNotAllowed(_) => "use another verb",
        GetTicketError::Maintenance(_) => "wait for long",
    }
}

fn main() {}
