//! How to do what takes more than one call, or more care than it seems.
//!
//! # Find a person, or make one
//!
//! `primary_email` finds neither further addresses of a person nor people who were deleted, but a create
//! with such an address is refused all the same, with `dupe_email` (PDB, HMRC). So a refused create does
//! not mean that asking once more will help. With `query_in_body` the address stays out of URLs, and thereby out of logs.
//!
//! ```no_run
//! use deskpro_client::Client;
//! use deskpro_client::people::PersonId;
//!
//! #[derive(Debug)]
//! enum Found {
//!     /// A person with this address, found or made.
//!     Person(PersonId),
//!     /// Somebody has the address as a further one, or was deleted: an agent has to look.
//!     Taken,
//! }
//!
//! async fn find_or_create(
//!     client: &Client,
//!     address: &str,
//! ) -> Result<Found, Box<dyn std::error::Error>> {
//!     let people = client.people().list().primary_email(address).query_in_body().send().await?;
//!     if let Some(person) = people.data.first() {
//!         return Ok(Found::Person(person.id));
//!     }
//!     match client.people().create(address).send().await {
//!         Ok(created) => match created.id() {
//!             Some(id) => Ok(Found::Person(id)),
//!             None => Err("the helpdesk does not say whom it made".into()),
//!         },
//!         Err(error) if error.has_code("dupe_email") => Ok(Found::Taken),
//!         Err(error) => Err(error.into()),
//!     }
//! }
//! ```
//!
//! # Make a ticket that may be there already
//!
//! A ticket with the same content as one just made is refused. The refusal is `invalid_input`; the code
//! that tells, `dupe_ticket`, stands at the root of its error tree (HMRC, FK), where
//! [`has_code`](crate::Error::has_code) finds it.
//!
//! ```no_run
//! use deskpro_client::tickets::{CreateTicketError, TicketId};
//! use deskpro_client::{Client, Error};
//!
//! /// The new ticket; `None` where the helpdesk has it already.
//! async fn create_once(
//!     client: &Client,
//!     subject: &str,
//!     person: &str,
//! ) -> Result<Option<TicketId>, Error<CreateTicketError>> {
//!     match client.tickets().create(subject, person).send().await {
//!         Ok(created) => Ok(created.id()),
//!         Err(error) if error.has_code("dupe_ticket") => Ok(None),
//!         Err(error) => Err(error),
//!     }
//! }
//! ```
//!
//! # Attach another file to a message
//!
//! An update of a message replaces the list of its files. So those that it has are sent again, each by
//! the secret of its file (HMRC).
//!
//! ```no_run
//! use deskpro_client::Client;
//! use deskpro_client::ticket_messages::TicketMessageId;
//! use deskpro_client::tickets::TicketId;
//! use deskpro_client::types::AttachmentInput;
//!
//! async fn attach(
//!     client: &Client,
//!     ticket: TicketId,
//!     message: TicketMessageId,
//!     new: AttachmentInput,
//! ) -> Result<(), Box<dyn std::error::Error>> {
//!     let mut files = Vec::new();
//!     let mut attached = client.tickets().attachments(ticket).list_by_message(message).items();
//!     while let Some(attachment) = attached.next().await {
//!         let attachment = attachment?;
//!         let file = AttachmentInput::new(attachment.blob.blob_auth);
//!         files.push(file.is_inline(attachment.is_inline));
//!     }
//!     files.push(new);
//!     client.tickets().messages(ticket).update(message).attachments(files).send().await?;
//!     Ok(())
//! }
//! ```
//!
//! # Keep the lines of a message
//!
//! Line ends are lost unless they are written as `<br>` in a message whose format is HTML (HMRC, PDB, ITK);
//! texts are sent as they are given. What is not meant as HTML has to be escaped then.
//!
//! ```no_run
//! # async fn example(client: deskpro_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use deskpro_client::types::MessageFormat;
//!
//! let text = "It burns.\nA < B";
//! let html = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
//! let html = html.replace("\r\n", "\n").replace('\n', "<br>");
//! client.tickets().messages(13).create(html).format(MessageFormat::Html).send().await?;
//! # Ok(()) }
//! ```
