//! `deskpro-codegen completions`: a script for each shell, with every command.

use crate::workbench::Workbench;

/// The commands that `--help` names.
fn commands(bench: &Workbench) -> Vec<String> {
    let help = bench.run_plain(&["--help"]).stdout;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    commands.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn every_shell_learns_every_command() {
    let bench = Workbench::new("completions");
    let commands = commands(&bench);
    for known in ["generate", "check", "docs", "explain", "learn", "lint", "openapi", "schema"] {
        assert!(commands.iter().any(|command| command == known), "{commands:?}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = bench.run_plain(&["completions", shell]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        for command in &commands {
            assert!(run.stdout.contains(command.as_str()), "{shell} does not know {command}");
        }
        assert!(run.stdout.contains("example-crate"), "{shell} does not know the options");
    }
}

/// Bash remembers how far a command line is, and looks up what may come next by that.
#[test]
fn bash_finds_what_comes_behind_each_command() {
    let script = Workbench::new("completions_bash").run_plain(&["completions", "bash"]).stdout;
    let states =
        script.lines().filter_map(|line| line.trim().strip_prefix("cmd=\"")?.strip_suffix('"'));
    let states: Vec<_> = states.filter(|state| !state.is_empty()).collect();
    assert!(states.len() > 8, "{states:?}");
    for state in states {
        let is_looked_up = script.lines().any(|line| line.trim() == format!("{state})"));
        assert!(is_looked_up, "nothing is completed in {state}");
    }
}

#[test]
fn other_shells_are_refused() {
    let run = Workbench::new("completions_other").run_plain(&["completions", "tcsh"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("bash, elvish, fish, powershell, zsh"), "{}", run.stderr);
}
