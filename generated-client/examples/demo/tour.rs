//! The second half: the client against a helpdesk.

use std::error::Error as StdError;

use deskpro_client::tickets::{CreateTicketError, GetTicketError, TicketStatus};
use deskpro_client::{Clear, Client, Error};

type Outcome = Result<(), Box<dyn StdError>>;

/// Every verb, paging, ids, `follow_location` and an error.
pub(crate) async fn run(client: &Client) -> Outcome {
    create_and_get(client).await?;
    update(client).await?;
    lists(client).await?;
    delete_and_match(client).await?;
    validation(client).await
}

async fn create_and_get(client: &Client) -> Outcome {
    step("PUT creates", "client.people().create(..).send()");
    let created = client.people().create("person@example.com").name("A Person").send().await?;
    say(format!("201, Location: {}", created.location.as_deref().unwrap_or("none")));
    let person = created.id().ok_or("the helpdesk did not say who was created")?;

    step("GET reads", "client.people().get(id).send()");
    let found = client.people().get(person).send().await?;
    say(format!("{} <{}>", found.data.name, found.data.primary_email.unwrap_or_default()));

    step(
        "A message of a ticket, which lives within it",
        "client.tickets().messages(ticket).create(text)",
    );
    let ticket =
        client.tickets().create("Printer on fire", person).message("It burns").send().await?;
    let ticket = ticket.id().ok_or("the helpdesk did not say which ticket was created")?;
    let message = client.tickets().messages(ticket).create("Is it still burning?").send().await?;
    say(format!("ticket {ticket}, message at {}", message.location.unwrap_or_default()));
    Ok(())
}

async fn update(client: &Client) -> Outcome {
    step(
        "follow_location answers with the object itself",
        "client.tickets().create(..).follow_location()",
    );
    let ticket = client
        .tickets()
        .create("Paper jam", "person@example.com")
        .urgency(3)
        .follow_location()
        .send()
        .await?
        .data;
    say(format!("ticket {}: {} ({})", ticket.id, ticket.subject, ticket.status));

    step(
        "POST updates: set, cleared and left out are three things",
        ".status(Resolved).agent(Clear)",
    );
    client.tickets().update(ticket.id).status(TicketStatus::Resolved).agent(Clear).send().await?;
    let ticket = client.tickets().get(ticket.id).send().await?.data;
    say(format!("ticket {} is {}, agent: {:?}", ticket.id, ticket.status, ticket.agent));
    Ok(())
}

async fn lists(client: &Client) -> Outcome {
    for number in 1..=25 {
        let subject = format!("Question {number}");
        client.tickets().create(subject, "person@example.com").send().await?;
    }
    step("A page", "client.tickets().list().count(10).page(2).send()");
    let page = client.tickets().list().count(10).page(2).send().await?;
    say(format!(
        "{} tickets of {}, next: {}",
        page.data.len(),
        page.meta.total.unwrap_or_default(),
        page.links.next.as_deref().unwrap_or("none"),
    ));

    step("Only some", "client.tickets().list().ids([1, 2]).send()");
    let some = client.tickets().list().ids([1, 2]).send().await?;
    say(some.data.iter().map(|ticket| ticket.subject.as_str()).collect::<Vec<_>>().join(", "));

    step("All of them, page after page, as a stream", "client.tickets().list().count(10).items()");
    let mut all = client.tickets().list().count(10).items();
    let mut count = 0;
    while let Some(ticket) = all.next().await {
        ticket?;
        count += 1;
    }
    say(format!("{count} tickets"));
    Ok(())
}

async fn delete_and_match(client: &Client) -> Outcome {
    step(
        "DELETE removes, and every documented refusal has a name",
        "match client.tickets().get(1).send().await",
    );
    client.tickets().delete(1).send().await?;
    match client.tickets().get(1).send().await {
        Ok(ticket) => return Err(format!("ticket {} is still there", ticket.data.id).into()),
        Err(Error::Api(refusal)) => say(explain(&refusal)),
        Err(other) => return Err(other.into()),
    }
    Ok(())
}

/// No catch-all arm: a reason that the description learns stops this from compiling.
fn explain(refusal: &GetTicketError) -> String {
    let advice = match refusal {
        GetTicketError::NotFound(_) | GetTicketError::OtherNotFound(_) => "there is none",
        GetTicketError::Unauthorized(_) | GetTicketError::OtherUnauthorized(_) => "check the key",
        GetTicketError::AccessDenied(_)
        | GetTicketError::NoPermission(_)
        | GetTicketError::OtherForbidden(_) => "ask an administrator",
        GetTicketError::RateLimits(_) | GetTicketError::TooManyRequests(_) => "slow down",
        GetTicketError::Maintenance(_) => "try again later",
        GetTicketError::BadRequest(_)
        | GetTicketError::OtherBadRequest(_)
        | GetTicketError::MethodNotAllowed(_) => "this is a fault of the program",
    };
    format!("{refusal}\n    so: {advice}")
}

async fn validation(client: &Client) -> Outcome {
    step("What is wrong with the input, field by field", "refusal.errors()");
    match client.tickets().create("", "person@example.com").send().await {
        Err(Error::Api(CreateTicketError::InvalidInput(refusal))) => {
            for error in refusal.errors() {
                say(format!("{}: {} [{}]", error.path(), error.message(), error.code()));
            }
            Ok(())
        }
        Ok(_) => Err("an empty subject was taken".into()),
        Err(other) => Err(other.into()),
    }
}

fn step(what: &str, how: &str) {
    println!("\n{what}\n    {how}");
}

fn say(what: impl AsRef<str>) {
    println!("    -> {}", what.as_ref());
}
