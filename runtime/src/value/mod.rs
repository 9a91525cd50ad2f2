//! The types that the fields of generated models are made of.

mod date;
mod date_time;
mod id;
mod map;
mod reference;
mod resource;
mod sensitive;
mod set;

pub use self::{
    date::Date,
    date_time::DateTime,
    id::Id,
    map::Map,
    reference::Ref,
    resource::Resource,
    sensitive::Sensitive,
    set::{Clear, IntoSet, Set},
};
