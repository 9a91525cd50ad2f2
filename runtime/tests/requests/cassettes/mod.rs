//! Answers that are recorded and replayed.

mod files;
mod hosts;
mod matching;
mod replaying;
mod secrets;
mod shelf;
