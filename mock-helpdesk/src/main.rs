//! The program `deskpro-mock`; within this workspace, `cargo mock`.

mod program;

use std::process::ExitCode;

use program::{arguments, run};

fn main() -> ExitCode {
    let matches = arguments::command().get_matches();
    let outcome = arguments::read(&matches).and_then(|arguments| run(&arguments));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            anstream::eprintln!("error: {}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}
