//! Descriptions that are meant to do harm: they get problems, and soon.

use deskpro_spec::problem::Code;
use deskpro_spec::{Sources, load};

/// The codes of the first problems, in the order of the text.
fn codes(text: impl Into<Vec<u8>>) -> Vec<u16> {
    let sources = Sources::from_files([("api.yaml", text)]);
    let problems = load(&sources).unwrap_err();
    let rendered = problems.terminal(&sources, false);
    assert!(rendered.len() < 1_000_000, "{} bytes are too much to read", rendered.len());
    problems.iter().take(20).map(|problem| problem.code.0).collect()
}

/// A description in which an example holds what may do harm.
fn with_example(example: &str) -> String {
    format!(
        "format: 1\nname: example\ntitle: Example\ndocs: An API.\nbase_path: /api\n\
         envelope: {{ data: data, meta: meta }}\n\
         types:\n  harm:\n    docs: It does harm.\n    fields:\n      harm:\n        type: json\n        \
         docs: It does harm.\n        example:\n{example}\n"
    )
}

#[test]
fn nothing_at_all() {
    assert_eq!(codes(""), [212]);
    assert_eq!(codes("# a comment\n"), [212]);
    assert_eq!(codes("\u{FEFF}"), [212]);
    assert_eq!(codes("---\n...\n"), [212]);
}

#[test]
fn not_text() {
    assert_eq!(codes(vec![0xFF; 1_000_000]), [2]);
    assert_eq!(codes(vec![0; 1_000_000]), [3; 10]);
    assert_eq!(codes("a: \u{9B}31m\n"), [3]);
}

#[test]
fn billions_of_values() {
    let mut example = "          - &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let items = vec![format!("*a{}", level - 1); 10].join(", ");
        example.push_str(&format!("          - &a{level} [{items}]\n"));
    }
    let codes = codes(with_example(&example));
    assert!(codes.iter().all(|&code| code == 108), "{codes:?}");
}

#[test]
fn billions_of_merged_keys() {
    let mut example = "          - &a0 { k: v }\n".to_owned();
    for level in 1..60 {
        let last = level - 1;
        example.push_str(&format!(
            "          - &a{level} {{ k{level}: [*a{last}, *a{last}], <<: [*a{last}, *a{last}] }}\n"
        ));
    }
    assert!(codes(with_example(&example)).contains(&108));
}

#[test]
fn deep_brackets() {
    assert_eq!(codes("[".repeat(4_000_000)), [109]);
    assert_eq!(codes(with_example(&format!("          {}", "- ".repeat(10_000)))), [109]);
}

#[test]
fn many_items() {
    let items = "1,".repeat(300_000);
    assert_eq!(codes(format!("include: [{items}]\n"))[..2], [203, 203]);
    let entries: String = (0..100_000).map(|number| format!("k{number}: {{}}\n")).collect();
    assert!(codes(entries).contains(&201));
}

#[test]
fn long_words() {
    let word = "a".repeat(1_000_000);
    assert!(codes(format!("{word}: 1\n")).iter().all(|code| [101, 201, 202].contains(code)));
    assert!(codes(format!("? {word}\n: 1\n")).contains(&201));
    assert!(codes(format!("format: 1\nname: {word}\n")).contains(&202));
    assert!(codes(format!("format: {}\n", "9".repeat(1_000_000))).contains(&203));
    assert!(
        codes(with_example(&format!("          - .inf\n          - \"{word}\"\n"))).contains(&210)
    );
}

#[test]
fn descriptions_upon_descriptions() {
    // Each has many keys that the next has too, and a list that goes on.
    let headers: String = (0..50).map(|number| format!("  X-{number}: A text.\n")).collect();
    let layer = |number: usize| {
        let text =
            format!("extends: {}.yaml\nheaders:\n{headers}include: [a{number}]\n", number + 1);
        (format!("{number}.yaml"), text)
    };
    let sources = Sources::from_files((0..1_200).map(layer));
    assert_eq!(sources.len(), 1_000);
    let problems = load(&sources).unwrap_err();
    let codes: Vec<u16> = problems.iter().map(|problem| problem.code.0).collect();
    assert!(codes.contains(&5) && codes.contains(&8), "{codes:?}");
}

#[test]
fn overlays_of_everything() {
    let actions = "  - { target: \"*.*.*.*.*\", update: &a { a: [1, 2, 3, 4, 5, 6, 7, 8, 9] } }\n\
                   \x20 - { target: \"*.*.*\", update: { b: [*a, *a, *a], c: { d: *a } } }\n";
    let repeated = actions.replace("&a", "").replace("*a", "[1, 2]").repeat(5_000);
    let sources = |actions: &str| {
        let text = format!("overlay: 1\nactions:\n{actions}");
        Sources::builtin().with_overlay_text("all.yaml", text).unwrap()
    };
    assert!(load(&sources(actions)).is_err());
    let problems = load(&sources(&repeated)).unwrap_err();
    assert!(problems.iter().any(|problem| problem.code == Code(906)));
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let sources = Sources::from_files([("api.yaml", "\"a\\e[31mb\\r\\n\": 1\nc: \"\\a\"\n")]);
    let problems = load(&sources).unwrap_err();
    assert!(problems.iter().any(|problem| problem.code == Code(201)));
    for text in
        [problems.terminal(&sources, false), problems.short(&sources), problems.github(&sources)]
    {
        assert!(!text.contains(['\u{1B}', '\r', '\u{7}']), "{text:?}");
    }
}
