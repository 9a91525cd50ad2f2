//! Colours on a terminal only, or as somebody says.

use std::process::Command;

use crate::workbench::{Run, THINGS, Workbench};

const ESCAPE: char = '\u{1b}';

/// A command for everything that can be said: nothing wrong, something found, problems, no file.
const COMMANDS: &[&[&str]] = &[
    &["generate", "--spec", "api.yaml", "--out", "client"],
    &["generate", "--spec", "nowhere", "--out", "client"],
    &["check", "--spec", "api.yaml", "--out", "client"],
    &["check", "--spec", "api.yaml", "--out", "edited"],
    &["docs", "--spec", "api.yaml", "--out", "pages"],
    &["lint", "api.yaml"],
    &["lint", "wrong.yaml"],
    &["openapi", "--spec", "api.yaml"],
    &["openapi", "--spec", "wrong.yaml"],
    &["explain", "DP0302"],
    &["explain", "nothing"],
    &["explain", "--list"],
    &["schema"],
    &["completions", "zsh"],
    &["--help"],
    &["nonsense"],
];

fn bench(test: &str) -> Workbench {
    let bench = Workbench::generated(test);
    bench.write("wrong.yaml", THINGS.replace("type: string", "type: strnig"));
    bench.write("edited/things.rs", "edited\n");
    bench
}

/// What a command says when its description has a mistake.
fn refused(bench: &Workbench, color: &[&str], change: impl Fn(&mut Command)) -> Run {
    let run = bench.run_as(&[&["lint", "wrong.yaml"], color].concat(), change);
    assert_eq!(run.code, Some(3));
    run
}

#[test]
fn a_pipe_gets_none() {
    let bench = bench("colors_pipe");
    for command in COMMANDS {
        for format in ["text", "short", "github", "json", "sarif"] {
            let run = bench.run_plain(&[command, &["--format", format][..]].concat());
            assert!(!run.stdout.contains(ESCAPE), "{command:?} {format}: {}", run.stdout);
            assert!(!run.stderr.contains(ESCAPE), "{command:?} {format}: {}", run.stderr);
        }
    }
}

#[test]
fn always_is_in_a_pipe_too() {
    let bench = bench("colors_always");
    let run = refused(&bench, &["--color", "always"], |_| {});
    assert!(run.stderr.contains("\u{1b}["), "{}", run.stderr);
    let run =
        bench.run_plain(&["--color", "always", "check", "--spec", "api.yaml", "--out", "edited"]);
    assert!(run.stderr.contains("\u{1b}[31m-edited"), "{}", run.stderr);
}

#[test]
fn other_programs_never_get_any() {
    let bench = bench("colors_programs");
    for format in ["short", "github", "json", "sarif"] {
        let run = refused(&bench, &["--color", "always", "--format", format], |_| {});
        assert!(!run.stdout.contains(ESCAPE) && !run.stderr.contains(ESCAPE), "{format}");
    }
}

#[test]
fn the_environment_is_asked_unless_an_argument_says_it() {
    let bench = bench("colors_environment");
    let force = |command: &mut Command| {
        command.env("CLICOLOR_FORCE", "1");
    };
    let neither = |command: &mut Command| {
        command.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1");
    };
    assert!(refused(&bench, &[], force).stderr.contains(ESCAPE));
    assert!(!refused(&bench, &[], neither).stderr.contains(ESCAPE));
    assert!(!refused(&bench, &["--color", "never"], force).stderr.contains(ESCAPE));
    assert!(refused(&bench, &["--color", "always"], neither).stderr.contains(ESCAPE));
}
