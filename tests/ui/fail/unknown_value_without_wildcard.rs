//! The values of a field are open: a helpdesk may have others, so that a `match` needs an arm for
//! them.

use deskpro_client::tickets::TicketStatus;

fn is_open(status: TicketStatus) -> bool {
    match status {
        TicketStatus::AwaitingAgent | TicketStatus::AwaitingUser => true,
        TicketStatus::Unknown(_) => false,
    }
}

fn main() {}
