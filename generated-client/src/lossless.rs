//! What is kept of what a helpdesk sends, and in which ways it may be written differently.
//!
//! A value that was decoded can be encoded again, with [`to_json`](crate::runtime::to_json) or with
//! serde, and says what the helpdesk said. Members that this crate does not know are passed over
//! unless they are asked for, with
//! [`ClientBuilder::keep_unknown`](crate::ClientBuilder::keep_unknown) or
//! [`Request::keep_unknown`](crate::Request::keep_unknown); serde always keeps them. They are in the
//! [`extra`](crate::Extra) of the object that held them, at every depth.
//!
//! ```
//! use deskpro_client::runtime::{from_json_keeping, to_json};
//! use deskpro_client::types::Avatar;
//!
//! let sent = br#"{"url_pattern": "/{{IMG_SIZE}}.png", "shape": {"round": true}}"#;
//! let avatar: Avatar = from_json_keeping(sent)?;
//! assert_eq!(avatar.extra.get("shape").unwrap()["round"], true);
//! assert_eq!(to_json(&avatar), r#"{"url_pattern":"/{{IMG_SIZE}}.png","shape":{"round":true}}"#);
//! # Ok::<_, deskpro_client::Invalid>(())
//! ```
//!
//! # Leniencies
//!
//! Helpdesks say the same in several ways, and all of them are read. What is written then is the first of
//! these ways, so the JSON may differ from that which was sent in this:
//!
//! - null may be left out, or become what is empty: 0, false, "", [] or {}
//! - a member that was not sent may be there with what is empty
//! - [], {} and an object of which nothing was sent are all empty
//! - "", [] and {} may stand for null
//! - "" may stand for an empty list
//! - 0 and 1 are false and true, also as texts
//! - an object may stand for the list of its values
//! - a list may stand for the map of its places
//! - a number or a boolean may become the text that it is written as
//! - digits may become the number that they spell
//! - an object may become its id, where only ids were seen
//! - a number may be written in another way, as 3 for 3.0
//! - the members of an object may be in another order
//!
//! Where objects were seen in the place of ids, a [`Ref`](crate::Ref) keeps all of them. Dates, texts, enumerated values and addresses are kept as they are spelled, whatever they are.
//!
//! # What is lost
//!
//! - A number that neither 64 bits nor a double can hold exactly becomes the nearest double where any JSON
//!   is taken. Beyond the range of a double it is an error there, and in `extra` it is dropped.
//! - Of members with the same name in one object the last one counts; the others are gone.
//! - White space, and how a text is escaped: `\/` becomes `/`.
