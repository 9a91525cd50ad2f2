//! The program `deskpro-codegen`; within this workspace, `cargo codegen`.

mod program;

use std::process::ExitCode;

fn main() -> ExitCode {
    program::run(&program::command().get_matches())
}
