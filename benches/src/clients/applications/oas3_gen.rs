//! Uses the API.

use std::error::Error;

use client::{ApiResponse, DeskproLikeApiClient};

fn main() -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let client = DeskproLikeApiClient::with_base_url("http://127.0.0.1:8080")?;
    //@ each resource
    @plural(&client).await?;
    //@ end each resource
    Ok(())
}

//@ each resource
async fn @plural(client: &DeskproLikeApiClient) -> Result<(), Box<dyn Error>> {
    let query = client::List@PluralRequestQuery { page: Some(1), ..Default::default() };
    let page = client.list_@plural(client::List@PluralRequest { query }).await?;
    let ApiResponse::Ok(page) = page else { return Err("no page".into()) };
    println!("{}", page.data.len());
    let path = client::Get@PascalRequestPath { id: 13 };
    let got = client.get_@singular(client::Get@PascalRequest { path }).await?;
    let ApiResponse::Ok(got) = got else { return Err("not got".into()) };
    println!("{}", got.data.title);
    let title = "Printer on fire".to_owned();
    let body = client::@PascalInput { title, ..Default::default() };
    let made = client.create_@singular(client::Create@PascalRequest { body }).await?;
    let ApiResponse::Created(made) = made else { return Err("not made".into()) };
    println!("{}", made.data.title);
    //@ other operations
    let path = client::Update@PascalRequestPath { id: 13 };
    let title = "Printer on fire".to_owned();
    let body = client::@PascalInput { title, ..Default::default() };
    let updated = client.update_@singular(client::Update@PascalRequest { path, body }).await?;
    let ApiResponse::NoContent = updated else { return Err("not updated".into()) };
    let path = client::Delete@PascalRequestPath { id: 13 };
    let deleted = client.delete_@singular(client::Delete@PascalRequest { path }).await?;
    let ApiResponse::NoContent = deleted else { return Err("not deleted".into()) };
    //@ end other operations
    Ok(())
}
//@ end each resource
