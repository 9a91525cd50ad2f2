//! The custom ticket fields of one helpdesk as typed fields.

include!(concat!(env!("OUT_DIR"), "/workshop_client.rs"));
