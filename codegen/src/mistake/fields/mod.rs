//! Mistakes in the fields of structs that are checked against a description.

mod attributes;
mod inputs;
mod names;
mod types;

pub use attributes::{
    CONTRADICTING_FIELD_ATTRIBUTES, FIELD_ATTRIBUTE_VALUE, REPEATED_FIELD_ATTRIBUTE,
    UNKNOWN_FIELD_ATTRIBUTE,
};
pub use inputs::{MISSING_FIELD, NO_BODY, NOT_SENT, PATH_IN_INPUT};
pub use names::{
    DUPLICATE_FIELD, NEVER_READ, NO_FIELDS, NOT_AN_OBJECT, UNKNOWN_FIELD, WHOLE_AND_PART,
};
pub use types::{
    FLATTEN_IN_GENERIC, NO_DEFAULT, NOT_OF_THE_SAME, REST_IS_NO_MAP, SECOND_REST, WRONG_TYPE,
};

use super::Kind;

pub(super) const ALL: &[&Kind] = &[
    &UNKNOWN_FIELD,
    &NEVER_READ,
    &DUPLICATE_FIELD,
    &WHOLE_AND_PART,
    &NOT_AN_OBJECT,
    &NO_FIELDS,
    &WRONG_TYPE,
    &NOT_OF_THE_SAME,
    &FLATTEN_IN_GENERIC,
    &REST_IS_NO_MAP,
    &SECOND_REST,
    &NO_DEFAULT,
    &UNKNOWN_FIELD_ATTRIBUTE,
    &REPEATED_FIELD_ATTRIBUTE,
    &CONTRADICTING_FIELD_ATTRIBUTES,
    &FIELD_ATTRIBUTE_VALUE,
    &NO_BODY,
    &MISSING_FIELD,
    &NOT_SENT,
    &PATH_IN_INPUT,
];
