//! Exit codes as `--help` has them, command lines that are wrong, and readers that go away.

use std::io;

use crate::workbench::Workbench;

#[test]
fn help_says_what_the_codes_mean() {
    let help = Workbench::new("exits_help").run_plain(&["--help"]).stdout;
    let expected = "\
Exit codes:
  0  done, and nothing was found
  1  something was found: files that are not up to date, findings, changes that matter
  2  the command line is wrong
  3  the description, or whatever else was read, has problems
  4  a file or folder cannot be read or written
";
    assert!(help.ends_with(expected), "{help}");
}

#[test]
fn wrong_command_lines() {
    let bench = Workbench::new("exits_wrong");
    let wrong: &[(&[&str], &str)] = &[
        (&["nonsense"], "unrecognized subcommand 'nonsense'"),
        (&["chekc"], "similar subcommands exist: 'schema', 'check'"),
        (&["explain"], "<CODE>"),
        (&["explain", "--list", "DP0302"], "cannot be used with"),
        (&["schema", "--spec", "api.yaml"], "unexpected argument '--spec'"),
        // What is made of one description must not be written over what is made of another.
        (&["--spec", "api.yaml"], "--out <PATH>"),
        (&["check", "--spec", "api.yaml"], "--out <PATH>"),
        (&["--spec", "x", "lint"], "`--spec` stands before the command; write `lint --spec ...`"),
        (&["--features", "check"], "write `check --features ...`"),
    ];
    for (arguments, message) in wrong {
        let run = bench.run_plain(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.stderr.contains(message), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn who_reads_no_further_has_what_they_want() {
    let bench = Workbench::new("exits_pipe");
    for arguments in [&["schema"][..], &["explain", "--list"], &["completions", "bash"]] {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let run = bench.run_as(arguments, |command| {
            command.stdout(writer.try_clone().unwrap());
        });
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

/// As on a full disk.
#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_is_an_error() {
    let bench = Workbench::new("exits_full");
    let run = bench.run_as(&["schema"], |command| {
        command.stdout(std::fs::File::options().write(true).open("/dev/full").unwrap());
    });
    assert_eq!(run.code, Some(4));
    assert!(run.stderr.starts_with("error: cannot write to standard output: "), "{}", run.stderr);
}
