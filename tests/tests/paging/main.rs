//! Streams of pages and items: they stop where the list ends, and never go on for ever.

mod changes;
mod ends;
mod failures;
mod lists;
mod script;
