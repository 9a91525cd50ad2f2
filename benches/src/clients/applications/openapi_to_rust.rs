//! Uses the API.

use std::error::Error;

use client::HttpClient;

fn main() -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let client = HttpClient::new().with_base_url("http://127.0.0.1:8080");
    //@ each resource
    @plural(&client).await?;
    //@ end each resource
    Ok(())
}

//@ each resource
async fn @plural(client: &HttpClient) -> Result<(), Box<dyn Error>> {
    let page = client.list_@plural(@arguments).await?;
    println!("{}", page.data.len());
    let got = client.get_@singular(13).await?;
    println!("{}", got.data.title);
    let input = client::@PascalInput::new("Printer on fire".to_owned());
    let made = client.create_@singular(input).await?;
    println!("{}", made.data.title);
    //@ other operations
    let input = client::@PascalInput::new("Printer on fire".to_owned());
    client.update_@singular(13, input).await?;
    client.delete_@singular(13).await?;
    //@ end other operations
    Ok(())
}
//@ end each resource
