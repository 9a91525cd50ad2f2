//! Streams of pages and items over lists that change, never end, fail, or are read ahead.

mod ahead;
mod cancelled;
mod changes;
mod desk;
mod gate;
mod guard;
mod identity;
mod progress;
mod property;
mod retreat;
mod waiting;
