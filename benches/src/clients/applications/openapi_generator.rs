//! Uses the API.

use std::error::Error;

use client::apis::configuration::Configuration;
use client::{apis, models};

fn main() -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let client = Configuration { base_path: "http://127.0.0.1:8080".to_owned(), ..Default::default() };
    //@ each resource
    @plural(&client).await?;
    //@ end each resource
    Ok(())
}

//@ each resource
async fn @plural(client: &Configuration) -> Result<(), Box<dyn Error>> {
    use apis::@joined_plural_api as api;
    let page = api::list_@joined_plural(client, @arguments).await?;
    println!("{}", page.data.len());
    let got = api::get_@joined_singular(client, 13).await?;
    println!("{}", got.data.title);
    let input = models::@PascalInput::new("Printer on fire".to_owned());
    let made = api::create_@joined_singular(client, input).await?;
    println!("{}", made.data.title);
    //@ other operations
    let input = models::@PascalInput::new("Printer on fire".to_owned());
    api::update_@joined_singular(client, 13, input).await?;
    api::delete_@joined_singular(client, 13).await?;
    //@ end other operations
    Ok(())
}
//@ end each resource
