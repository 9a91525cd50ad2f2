//! A page of tickets and a refusal as one would write them by hand, with serde's derives, for serde_json.
//!
//! The fields and what they hold are those of the generated `Ticket`. Where that takes more than
//! one kind of value (a reference is an id or an object, an unknown status keeps its text), this
//! takes the one that helpdesks send, which is the cheaper one.

#![allow(missing_docs, reason = "fields are those of the helpdesk, which are described elsewhere")]

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::Deserialize;
use serde::de::{Deserializer, Visitor};
use serde_json::Value;

/// A page, with `D` for dates.
#[derive(Debug, Deserialize)]
pub struct Page<D> {
    pub data: Vec<Ticket<D>>,
    pub links: Option<Links>,
    pub meta: Meta,
    pub linked: Option<BTreeMap<String, Value>>,
}

#[derive(Debug, Deserialize)]
pub struct Links {
    pub next: Option<String>,
    pub prev: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Meta {
    pub pagination: Pagination,
}

#[derive(Debug, Deserialize)]
pub struct Pagination {
    pub total: u64,
    pub count: u64,
    pub per_page: u64,
    pub current_page: u64,
    pub total_pages: u64,
}

#[derive(Debug, Deserialize)]
pub struct Ticket<D> {
    pub id: u64,
    #[serde(rename = "ref")]
    pub reference: String,
    pub auth: String,
    pub parent: Option<u64>,
    pub language: Option<i64>,
    pub brand: Option<i64>,
    pub department: u64,
    pub category: Option<i64>,
    pub priority: Option<i64>,
    pub workflow: Option<i64>,
    pub product: Option<i64>,
    pub person: u64,
    pub person_id: Option<u64>,
    pub person_email: String,
    pub agent: Option<u64>,
    pub agent_team: Option<i64>,
    pub organization: Option<u64>,
    pub linked_chat: Option<i64>,
    pub sent_to_address: Vec<String>,
    pub email_account: Option<i64>,
    pub email_account_address: String,
    pub creation_system: CreationSystem,
    pub creation_system_option: String,
    pub ticket_hash: String,
    pub status: TicketStatus,
    pub ticket_status: Option<TicketStatus>,
    pub is_hold: bool,
    pub labels: Option<Vec<String>>,
    pub urgency: i64,
    pub feedback_rating: Option<i64>,
    pub date_feedback_rating: Option<D>,
    pub date_created: D,
    pub date_resolved: Option<D>,
    pub date_archived: Option<D>,
    pub date_first_agent_assign: Option<D>,
    pub date_first_agent_reply: Option<D>,
    pub date_last_agent_reply: Option<D>,
    pub date_last_user_reply: Option<D>,
    pub date_agent_waiting: Option<D>,
    pub date_user_waiting: Option<D>,
    pub date_status: D,
    pub total_user_waiting: i64,
    pub total_to_first_reply: i64,
    pub total_user_waiting_wh: Option<i64>,
    pub total_to_first_reply_wh: Option<i64>,
    pub locked_by_agent: Option<u64>,
    pub date_locked: Option<D>,
    pub date_on_hold: Option<D>,
    pub has_attachments: bool,
    pub subject: String,
    pub original_subject: String,
    pub properties: Option<Value>,
    pub problems: Option<Vec<i64>>,
    pub count_agent_replies: i64,
    pub count_user_replies: i64,
    pub worst_sla_status: Option<String>,
    pub waiting_times: Vec<WaitingTime>,
    pub ticket_slas: Vec<i64>,
    pub fields: BTreeMap<String, CustomFieldValue>,
    pub contextual_fields: BTreeMap<String, CustomFieldValue>,
    pub children: Option<Vec<u64>>,
    pub siblings: Option<Vec<u64>>,
    pub cc: Option<Vec<Value>>,
    pub star: Option<Value>,
    pub ticket_layout: Option<Value>,
    pub ticket_excerpt: Option<String>,
    pub ticket_agent_errors: Option<Value>,
    pub ticket_user_errors: Option<Value>,
    pub ticket_permissions: Option<Value>,
    pub access_code: Option<String>,
    pub followers: Option<Vec<Value>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketStatus {
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
pub enum CreationSystem {
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
pub struct WaitingTime {
    pub start: i64,
    pub end: i64,
    pub length: i64,
    pub ticket_status: TicketStatus,
}

#[derive(Debug, Deserialize)]
pub struct CustomFieldValue {
    pub aliases: Option<Vec<String>>,
    pub value: Option<Value>,
    pub detail: Option<BTreeMap<String, Value>>,
}

/// What a helpdesk says when it refuses.
#[derive(Debug, Deserialize)]
pub struct Refusal {
    pub status: u16,
    pub code: String,
    pub message: String,
    #[serde(default)]
    pub errors: ErrorTree,
}

/// What is wrong at one level of a request.
#[derive(Debug, Default, Deserialize)]
pub struct ErrorTree {
    #[serde(default)]
    pub errors: Vec<ErrorItem>,
    #[serde(default)]
    pub fields: BTreeMap<String, ErrorTree>,
}

#[derive(Debug, Deserialize)]
pub struct ErrorItem {
    pub code: String,
    pub message: String,
}

/// A date of any type that is parsed from text, without a copy of the text.
#[derive(Debug)]
pub struct Parsed<D>(pub D);

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
