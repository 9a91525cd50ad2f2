//! JSON text to values and back, leniently where the API is known to be loose.
//!
//! A type says in [`Decode`] which member goes into which field and in [`Encode`] how it is
//! written; one [`JsonReader`] and one [`Writer`] do the rest for all types, so that neither is
//! compiled once per type.

mod decode;
mod encode;
mod extra;
mod fault;
mod free;
mod index;
mod invalid;
mod kind;
mod member;
mod notes;
mod number;
mod object;
mod orders;
mod reader;
mod scalar;
mod skip;
mod string;
mod token;
mod walk;
mod writer;

pub(crate) use self::token::string_length;
pub use self::{
    decode::{Decode, from_json, from_json_keeping},
    encode::{Encode, to_json},
    extra::Extra,
    free::Json,
    invalid::Invalid,
    kind::Kind,
    reader::JsonReader,
    writer::Writer,
};
