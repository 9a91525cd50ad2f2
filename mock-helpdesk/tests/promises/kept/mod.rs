//! Requests made of bytes, and what must be true of every answer.

pub(crate) mod batch;
pub(crate) mod body;
pub(crate) mod described;
pub(crate) mod desk;
pub(crate) mod dice;
pub(crate) mod fits;
pub(crate) mod form;
pub(crate) mod raw;
