//! Extending a description without a fork: one description on top of another, and overlays that
//! change what is there.
//!
//! All of it happens to the trees of the files, before their shape is looked at. Every value keeps
//! its place, so that whatever is wrong afterwards is shown in the file that it came from.

mod action;
mod apply;
mod assemble;
mod expectation;
mod merge;
mod rejected;
mod target;
mod walk;
mod work;
mod written;

pub(crate) use assemble::{Assembled, assemble};
pub use target::{Step, Target, TargetError};
pub use written::{Change, Overlay, OverlayAction};
