//! Lists page after page.

mod cursor;
mod items;
mod pages;

pub use self::{items::Items, pages::Pages};
