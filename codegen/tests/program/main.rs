//! The program as its users meet it: exit codes, what it says, and what it leaves on the disk.

mod check;
mod docs;
mod explain;
mod formats;
mod generate;
mod lint;
mod openapi;
mod problems;
mod workbench;
