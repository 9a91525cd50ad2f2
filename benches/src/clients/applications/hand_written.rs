//! Uses the API.

use std::error::Error;

use client::Client;

fn main() -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let client = Client::new("http://127.0.0.1:8080", "2:ABC".parse()?);
    //@ each resource
    @plural(&client).await?;
    //@ end each resource
    Ok(())
}

//@ each resource
async fn @plural(client: &Client) -> Result<(), Box<dyn Error>> {
    let query = client::@PascalQuery { page: Some(1), ..Default::default() };
    let page = client.list_@plural(&query).await?;
    println!("{}", page.data.len());
    let got = client.get_@singular(13).await?;
    println!("{}", got.data.title);
    let title = "Printer on fire".to_owned();
    let input = client::@PascalInput { title, ..Default::default() };
    let made = client.create_@singular(&input).await?;
    println!("{}", made.data.title);
    //@ other operations
    client.update_@singular(13, &input).await?;
    client.delete_@singular(13).await?;
    //@ end other operations
    Ok(())
}
//@ end each resource
