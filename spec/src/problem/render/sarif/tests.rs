//! A log written out, and the addresses of files.

use serde_json::json;

use super::Tool;
use super::location::artifact;
use crate::Sources;
use crate::problem::codes::{made_files, reading, shape};
use crate::problem::{Place, Problem, Problems};

const TOOL: Tool<'_> = Tool { name: "example", version: "1.2.3" };

#[test]
fn a_problem_with_all_that_there_is() {
    let sources = Sources::from_files([("the desk.yaml", "a: 1\né: colr\n")]);
    let problem = Problem::new(shape::UNKNOWN_KEY, Place::of_range(sources.text(0), 0, 9..13), "x")
        .label("not known")
        .related(Place::of_range(sources.text(0), 0, 0..1), "like this")
        .help("known: color")
        .suggest(Some("color"));
    let log = Problems::from(problem).sarif(&sources, TOOL);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "example");
    assert_eq!(run["tool"]["driver"]["semanticVersion"], "1.2.3");
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "DP0201");
    assert_eq!(run["tool"]["driver"]["rules"][0]["name"], "UnknownKey");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let desk = json!({ "uri": "the%20desk.yaml" });
    let region = json!({ "startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 8 });
    assert_eq!(
        run["results"],
        json!([{
            "ruleId": "DP0201",
            "ruleIndex": 0,
            "level": "error",
            "message": { "text": "x: not known\nknown: color\ndid you mean `color`?" },
            "locations": [{ "physicalLocation": { "artifactLocation": desk, "region": region } }],
            "relatedLocations": [{
                "id": 1,
                "message": { "text": "like this" },
                "physicalLocation": {
                    "artifactLocation": desk,
                    "region": { "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2 },
                },
            }],
            "fixes": [{
                "description": { "text": "Write `color` instead." },
                "artifactChanges": [{
                    "artifactLocation": desk,
                    "replacements": [{
                        "deletedRegion": region,
                        "insertedContent": { "text": "color" },
                    }],
                }],
            }],
        }])
    );
}

#[test]
fn a_whole_file_has_no_region_and_no_fix() {
    let sources = Sources::of_texts([("src/a.rs", "")]);
    let problem = Problem::new(made_files::MISSING_FILE, Place::file(0), "gone").suggest(Some("b"));
    let log = Problems::from(problem).sarif(&sources, TOOL);
    let result = &log["runs"][0]["results"][0];
    let place = json!({ "physicalLocation": { "artifactLocation": { "uri": "src/a.rs" } } });
    assert_eq!(result["locations"], json!([place]));
    assert!(result.get("fixes").is_none());
}

#[test]
fn what_is_nowhere_is_a_failure_of_the_run() {
    let problem = Problem::new(reading::UNREADABLE_FILE, Place::default(), "cannot read `x`");
    let log = Problems::from(problem).sarif(&Sources::default(), TOOL);
    let run = &log["runs"][0];
    assert_eq!(run["results"], json!([]));
    assert_eq!(run["tool"]["driver"]["notifications"][0]["id"], "DP0001");
    assert_eq!(
        run["invocations"],
        json!([{
            "executionSuccessful": false,
            "toolExecutionNotifications": [{
                "descriptor": { "id": "DP0001", "index": 0 },
                "level": "error",
                "message": { "text": "cannot read `x`" },
            }],
        }])
    );
}

#[test]
fn names_of_files_are_addresses() {
    let addresses = [
        ("api.yaml", "api.yaml"),
        ("./a/b.yaml", "a/b.yaml"),
        ("a b/100%.yaml", "a%20b/100%25.yaml"),
        ("é:x.yaml", "%C3%A9%3Ax.yaml"),
        ("/srv/api.yaml", "file:///srv/api.yaml"),
        (r"C:\desk\api.yaml", "file:///C%3A/desk/api.yaml"),
    ];
    for (name, address) in addresses {
        assert_eq!(artifact(name), json!({ "uri": address }), "{name}");
    }
}
