//! Uses the API.

use std::error::Error;

use client::Client;

fn main() -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let client = Client::new("http://127.0.0.1:8080");
    //@ each resource
    @plural(&client).await?;
    //@ end each resource
    Ok(())
}

//@ each resource
async fn @plural(client: &Client) -> Result<(), Box<dyn Error>> {
    let page = client.list_@plural().page(1_u64).send().await?;
    println!("{}", page.data.len());
    let got = client.get_@singular().id(13).send().await?;
    println!("{}", got.data.title);
    let made =
        client.create_@singular().body_map(|body| body.title("Printer on fire")).send().await?;
    println!("{}", made.data.title);
    //@ other operations
    client
        .update_@singular()
        .id(13)
        .body_map(|body| body.title("Printer on fire"))
        .send()
        .await?;
    client.delete_@singular().id(13).send().await?;
    //@ end other operations
    Ok(())
}
//@ end each resource
