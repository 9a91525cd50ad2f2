//! A page of tickets as one would write it by hand, with serde's derives, for serde_json.
//!
//! The fields and what they hold are those of the generated `Ticket`. Where that takes more than
//! one kind of value (a reference is an id or an object, an unknown status keeps its text), this
//! takes the one that helpdesks send, which is the cheaper one.

#![expect(dead_code, reason = "what is decoded is measured, most of it is never read")]

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::Deserialize;
use serde::de::{Deserializer, Visitor};
use serde_json::Value;

/// A page, with `D` for dates.
#[derive(Debug, Deserialize)]
pub(crate) struct Page<D> {
    pub(crate) data: Vec<Ticket<D>>,
    pub(crate) links: Option<Links>,
    pub(crate) meta: Meta,
    pub(crate) linked: Option<BTreeMap<String, Value>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Links {
    pub(crate) next: Option<String>,
    pub(crate) prev: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Meta {
    pub(crate) pagination: Pagination,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Pagination {
    pub(crate) total: u64,
    pub(crate) count: u64,
    pub(crate) per_page: u64,
    pub(crate) current_page: u64,
    pub(crate) total_pages: u64,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Ticket<D> {
    pub(crate) id: u64,
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    pub(crate) auth: String,
    pub(crate) parent: Option<u64>,
    pub(crate) language: Option<i64>,
    pub(crate) brand: Option<i64>,
    pub(crate) department: u64,
    pub(crate) category: Option<i64>,
    pub(crate) priority: Option<i64>,
    pub(crate) workflow: Option<i64>,
    pub(crate) product: Option<i64>,
    pub(crate) person: u64,
    pub(crate) person_id: Option<u64>,
    pub(crate) person_email: String,
    pub(crate) agent: Option<u64>,
    pub(crate) agent_team: Option<i64>,
    pub(crate) organization: Option<u64>,
    pub(crate) linked_chat: Option<i64>,
    pub(crate) sent_to_address: Vec<String>,
    pub(crate) email_account: Option<i64>,
    pub(crate) email_account_address: String,
    pub(crate) creation_system: CreationSystem,
    pub(crate) creation_system_option: String,
    pub(crate) ticket_hash: String,
    pub(crate) status: TicketStatus,
    pub(crate) ticket_status: Option<TicketStatus>,
    pub(crate) is_hold: bool,
    pub(crate) labels: Option<Vec<String>>,
    pub(crate) urgency: i64,
    pub(crate) feedback_rating: Option<i64>,
    pub(crate) date_feedback_rating: Option<D>,
    pub(crate) date_created: D,
    pub(crate) date_resolved: Option<D>,
    pub(crate) date_archived: Option<D>,
    pub(crate) date_first_agent_assign: Option<D>,
    pub(crate) date_first_agent_reply: Option<D>,
    pub(crate) date_last_agent_reply: Option<D>,
    pub(crate) date_last_user_reply: Option<D>,
    pub(crate) date_agent_waiting: Option<D>,
    pub(crate) date_user_waiting: Option<D>,
    pub(crate) date_status: D,
    pub(crate) total_user_waiting: i64,
    pub(crate) total_to_first_reply: i64,
    pub(crate) total_user_waiting_wh: Option<i64>,
    pub(crate) total_to_first_reply_wh: Option<i64>,
    pub(crate) locked_by_agent: Option<u64>,
    pub(crate) date_locked: Option<D>,
    pub(crate) date_on_hold: Option<D>,
    pub(crate) has_attachments: bool,
    pub(crate) subject: String,
    pub(crate) original_subject: String,
    pub(crate) properties: Option<Value>,
    pub(crate) problems: Option<Vec<i64>>,
    pub(crate) count_agent_replies: i64,
    pub(crate) count_user_replies: i64,
    pub(crate) worst_sla_status: Option<String>,
    pub(crate) waiting_times: Vec<WaitingTime>,
    pub(crate) ticket_slas: Vec<i64>,
    pub(crate) fields: BTreeMap<String, CustomFieldValue>,
    pub(crate) contextual_fields: BTreeMap<String, CustomFieldValue>,
    pub(crate) children: Option<Vec<u64>>,
    pub(crate) siblings: Option<Vec<u64>>,
    pub(crate) cc: Option<Vec<Value>>,
    pub(crate) star: Option<Value>,
    pub(crate) ticket_layout: Option<Value>,
    pub(crate) ticket_excerpt: Option<String>,
    pub(crate) ticket_agent_errors: Option<Value>,
    pub(crate) ticket_user_errors: Option<Value>,
    pub(crate) ticket_permissions: Option<Value>,
    pub(crate) access_code: Option<String>,
    pub(crate) followers: Option<Vec<Value>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TicketStatus {
    Archived,
    AwaitingAgent,
    AwaitingUser,
    Closed,
    Hidden,
    Pending,
    Resolved,
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Deserialize)]
pub(crate) enum CreationSystem {
    #[serde(rename = "web")]
    Web,
    #[serde(rename = "web.agent.portal")]
    WebAgentPortal,
    #[serde(rename = "web.api")]
    WebApi,
    #[serde(rename = "web.person")]
    WebPerson,
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Deserialize)]
pub(crate) struct WaitingTime {
    pub(crate) start: i64,
    pub(crate) end: i64,
    pub(crate) length: i64,
    pub(crate) ticket_status: TicketStatus,
}

#[derive(Debug, Deserialize)]
pub(crate) struct CustomFieldValue {
    pub(crate) aliases: Option<Vec<String>>,
    pub(crate) value: Option<Value>,
    pub(crate) detail: Option<BTreeMap<String, Value>>,
}

/// A date of any type that is parsed from text, without a copy of the text.
#[derive(Debug)]
pub(crate) struct Parsed<D>(pub(crate) D);

impl<'de, D: FromStr<Err: fmt::Display>> Deserialize<'de> for Parsed<D> {
    fn deserialize<T: Deserializer<'de>>(from: T) -> Result<Self, T::Error> {
        from.deserialize_str(ParsedVisitor(PhantomData)).map(Self)
    }
}

struct ParsedVisitor<D>(PhantomData<D>);

impl<D: FromStr<Err: fmt::Display>> Visitor<'_> for ParsedVisitor<D> {
    type Value = D;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date and a time")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<D, E> {
        text.parse().map_err(E::custom)
    }
}
