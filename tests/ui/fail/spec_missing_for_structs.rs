//! A description that is not there: what uses the structs has no further errors.

use deskpro_client::{Client, deskpro_resource};

#[deskpro_resource(tickets, spec = "../nowhere")]
struct Row {
    no_such_field: String,
}

#[deskpro_resource(tickets.update, spec = "../nowhere")]
struct Changes {
    no_such_field: String,
}

async fn use_them(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let row = client.tickets().get(13).fields::<Row>().send().await?.data;
    let changes = Changes { no_such_field: row.no_such_field };
    client.tickets().update_from(13, &changes).send().await?;
    Ok(())
}

fn main() {
    let _ = use_them;
}
