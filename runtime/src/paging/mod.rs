//! Lists page after page: as pages, as items, and what holds while they change.
//!
//! [`Reading`](reading::Reading) asks for pages and takes their answers in order; what an answer
//! means for the list is decided by a [`Cursor`](cursor::Cursor), which knows neither time nor types.

mod cursor;
mod items;
mod known;
mod marks;
mod pages;
mod progress;
mod reading;
mod unseen;

pub use self::{items::Items, pages::Pages, progress::Progress};
