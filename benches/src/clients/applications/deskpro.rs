//! Uses the API.

use std::error::Error;

use client::Client;
use client::runtime::Auth;

fn main() -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let client = Client::builder("http://127.0.0.1:8080", Auth::key("2:ABC")).build()?;
    //@ each resource
    @plural(&client).await?;
    //@ end each resource
    Ok(())
}

//@ each resource
async fn @plural(client: &Client) -> Result<(), Box<dyn Error>> {
    let page = client.@plural().list().page(1).send().await?;
    println!("{}", page.data.len());
    let got = client.@plural().get(13).send().await?;
    println!("{}", got.data.title);
    let made = client.@plural().create("Printer on fire").send().await?;
    println!("{}", made.data.title);
    //@ other operations
    client.@plural().update(13).title("Printer on fire").send().await?;
    client.@plural().delete(13).send().await?;
    //@ end other operations
    Ok(())
}
//@ end each resource
