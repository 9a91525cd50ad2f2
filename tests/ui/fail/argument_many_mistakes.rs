//! All mistakes of one use are reported at once.

use deskpro_client::deskpro_resource;

#[deskpro_resource(
    "people",
    tickets,
    verb(list),
    spec = 13,
    verbs(list, 13, get, list),
    rename(Ticket),
    vis(private),
    derive,
    enums = strict,
    client = self::client,
    enums = open,
    ,
    type = avatar,
)]
pub enum Ticket {}

fn main() {}
