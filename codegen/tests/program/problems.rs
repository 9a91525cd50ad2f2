//! Descriptions with mistakes, unreadable ones and hostile ones: the program says what is wrong,
//! fails, and leaves the last good client as it was.

use crate::workbench::{THINGS, Workbench};

/// Asserts that `generate` and `check` refuse a description, saying all of `words`, and leave the
/// client alone.
fn assert_refused(test: &str, description: impl AsRef<[u8]>, words: &[&str]) {
    let bench = Workbench::generated(test);
    let before = bench.client();
    assert_eq!(before.len(), 4);
    bench.write("api.yaml", description);
    for command in ["generate", "check"] {
        let run = bench.run(&[command]);
        assert_eq!(run.code, Some(3), "{}", run.stderr);
        assert_eq!(run.stdout, "");
        for word in words {
            assert!(run.stderr.contains(word), "no {word:?} in:\n{}", run.stderr);
        }
        assert_eq!(bench.client(), before);
    }
}

#[test]
fn every_mistake_is_told_at_once() {
    let wrong =
        THINGS.replace("type: string", "type: strnig").replace("repeat: safe", "repeat: save");
    let words = ["strnig", "save", "api.yaml:14:65", "api.yaml:24:21", "2 problems; nothing was "];
    assert_refused("mistakes", wrong, &words);
}

#[test]
fn text_that_is_no_yaml() {
    assert_refused("no_yaml", "format: 1\n\tname: x\n", &["error[DP0102]", "nothing was "]);
}

#[test]
fn nothing_at_all() {
    assert_refused("nothing", "", &["error[DP", "nothing was "]);
}

#[test]
fn bytes_that_are_not_utf8() {
    let bytes = [THINGS.as_bytes(), b"# \xFF\n"].concat();
    assert_refused("not_utf8", bytes, &["error[DP0002]", "byte FF is not UTF-8", "api.yaml:25:3"]);
}

#[test]
fn zeros() {
    assert_refused(
        "zeros",
        [0; 4096],
        &["error[DP0003]", "control character U+0000", "nothing was "],
    );
}

#[test]
fn an_alias_bomb() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let before = format!("*a{}", level - 1);
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", [before.as_str(); 10].join(", ")));
    }
    assert_refused("alias_bomb", bomb, &["error[DP", "alias"]);
}

#[test]
fn ten_thousand_levels_of_lists() {
    let deep = format!("{THINGS}quirks: {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    assert_refused("deep_lists", deep, &["error[DP", "deep"]);
}

#[test]
fn ten_thousand_levels_of_mappings() {
    let deep = format!("{THINGS}quirks: {}1{}\n", "{ a: ".repeat(10_000), "}".repeat(10_000));
    assert_refused("deep_mappings", deep, &["error[DP", "deep"]);
}

#[test]
fn an_include_that_leads_out() {
    let wrong = format!("{THINGS}include: [../secret.yaml, /etc/passwd, missing.yaml]\n");
    let words = ["../secret.yaml", "/etc/passwd", "missing.yaml", "3 problems; nothing was "];
    assert_refused("include", wrong, &words);
}

#[test]
fn a_description_that_is_not_there() {
    let bench = Workbench::generated("not_there");
    let before = bench.client();
    for command in ["generate", "check"] {
        let run = bench.run_plain(&[command, "--spec", "nowhere", "--out", "client"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(4), ""));
        assert!(run.stderr.contains("nowhere"), "{}", run.stderr);
        assert_eq!(bench.client(), before);
    }
}

#[test]
fn a_folder_without_a_description() {
    let bench = Workbench::generated("empty_folder");
    let before = bench.client();
    bench.create_folder("empty");
    let run = bench.run_plain(&["--spec", "empty", "--out", "client"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(4), ""));
    assert!(run.stderr.contains("cannot read `empty/api.yaml`"), "{}", run.stderr);
    assert!(!run.stderr.contains("did you mean"), "{}", run.stderr);
    assert_eq!(bench.client(), before);

    bench.write("empty/desk.yaml", "");
    for spec in ["empty", "empty/dsk.yaml"] {
        let run = bench.run_plain(&["--spec", spec, "--out", "client"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(4), ""));
        assert!(run.stderr.contains("did you mean `empty/desk.yaml`?"), "{}", run.stderr);
    }
    bench.write("empty/other.yml", "");
    let run = bench.run_plain(&["--spec", "empty", "--out", "client"]);
    assert!(!run.stderr.contains("did you mean"), "{}", run.stderr);
}

#[test]
fn who_names_no_description_learns_how() {
    let run = Workbench::new("unnamed").run_as(&["check"], |command| {
        // Not within this workspace, whose description would be found.
        command.current_dir(std::env::temp_dir());
    });
    assert_eq!((run.code, run.stdout.as_str()), (Some(4), ""));
    assert!(run.stderr.contains("cannot read `spec/deskpro`"), "{}", run.stderr);
    assert!(run.stderr.contains("`--spec PATH` says where it is"), "{}", run.stderr);
}
