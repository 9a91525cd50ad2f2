//! `deskpro-codegen completions bash`: what a shell needs to complete the command line.

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::{Shell, generate};

use super::report::{Outcome, Report};

const WHERE_TO: &str = "\
Where it goes:
  bash        deskpro-codegen completions bash > ~/.local/share/bash-completion/completions/deskpro-codegen
  zsh         deskpro-codegen completions zsh > FOLDER/_deskpro-codegen, a folder of $fpath
  fish        deskpro-codegen completions fish > ~/.config/fish/completions/deskpro-codegen.fish
  elvish      deskpro-codegen completions elvish >> ~/.config/elvish/rc.elv
  powershell  deskpro-codegen completions powershell >> $PROFILE";

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("completions")
        .about("Prints a script with which a shell completes the command line")
        .arg(
            Arg::new("shell")
                .required(true)
                .value_name("SHELL")
                .value_parser(value_parser!(Shell))
                .help("The shell"),
        )
        .after_help(WHERE_TO)
}

/// Prints the script.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>("shell") {
        generate(*shell, &mut super::command(), "deskpro-codegen", &mut script);
    }
    Ok(Report::document(String::from_utf8_lossy(&script)))
}
