//! The program as its users meet it: exit codes, what it says, and what it leaves on the disk.

mod check;
mod colors;
mod completions;
mod diff;
mod docs;
mod exits;
mod explain;
mod formats;
mod generate;
mod import;
mod learn;
mod lint;
mod openapi;
mod overlay;
mod problems;
mod workbench;
