//! What this project is for, in one run: checks the description, makes the client, starts a mock
//! helpdesk on this machine, and takes the client through everything that it can do.
//!
//! `cargo demo`

mod demo {
    pub(crate) mod generate;
    pub(crate) mod tour;
}

use std::error::Error;
use std::process::ExitCode;

use deskpro_client::{Auth, Client};
use deskpro_mock::MockHelpdesk;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    println!("A typed Rust client of the Deskpro helpdesk API, made from one YAML description.");
    println!(
        "First the client is made, then it talks to a helpdesk that lives on this machine only.\n"
    );
    demo::generate::run()?;

    println!("\nA mock helpdesk, made from the same description");
    let helpdesk = MockHelpdesk::start().await?;
    println!("    listens on {}", helpdesk.url());

    let client = Client::builder(helpdesk.url(), Auth::key(MockHelpdesk::KEY)).build()?;
    demo::tour::run(&client).await?;
    helpdesk.shutdown().await;
    println!("\nThe code of this tour: generated-client/examples/demo/tour.rs");
    Ok(())
}
