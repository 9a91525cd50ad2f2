//! Mistakes in the arguments of an attribute, and in the item it stands on.

mod description;
mod item;
mod names;
mod written;

use super::Kind;

pub use description::*;
pub use item::*;
pub use names::*;
pub use written::*;

pub(super) const ALL: &[&Kind] = &[
    &MISSING_SUBJECT,
    &QUOTED_NAME,
    &SECOND_SUBJECT,
    &NOT_AN_ARGUMENT,
    &UNKNOWN_ARGUMENT,
    &REPEATED_ARGUMENT,
    &INAPPLICABLE_ARGUMENT,
    &MISSING_VALUE,
    &WRONG_VALUE,
    &REPEATED_VALUE,
    &RELATIVE_PATH,
    &UNKNOWN_POLICY,
    &UNKNOWN_RESOURCE,
    &UNKNOWN_OPERATION,
    &UNKNOWN_TYPE,
    &UNKNOWN_ITEM,
    &TAKEN_NAME,
    &FOREIGN_CLIENT,
    &EMPTY_SPEC,
    &ABSOLUTE_SPEC,
    &SPEC_OUTSIDE,
    &UNREADABLE_DESCRIPTION,
    &BROKEN_DESCRIPTION,
    &WRONG_ITEM,
    &GENERIC_ITEM,
    &REPEATED_ATTRIBUTE,
    &MODULE_IN_FILE,
];
