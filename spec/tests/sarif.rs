//! Logs in SARIF keep to what the standard, SARIF 2.1.0, demands of the parts that are used: of
//! every problem that there is a fixture for, and of every finding.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deskpro_spec::problem::Tool;
use deskpro_spec::{Problems, Sources, lint, load, load_document};
use serde_json::Value;

const TOOL: Tool<'_> = Tool { name: "example", version: "1.2.3" };

/// The run of a log.
struct Run(Value);

impl Run {
    fn of(problems: &Problems, sources: &Sources) -> Self {
        let log = problems.sarif(sources, TOOL);
        assert_eq!(log["version"], "2.1.0");
        let [run] = log["runs"].as_array().unwrap().as_slice() else { panic!("{log:#}") };
        Self(run.clone())
    }

    fn list(&self, pointer: &str) -> &[Value] {
        self.0.pointer(pointer).and_then(Value::as_array).unwrap()
    }

    /// 3.52: each reference leads to the rule of that name (3.27.5, 3.27.6), and every rule stands
    /// once and is named and explained (3.49).
    fn assert_rules(&self) {
        let rules = self.list("/tool/driver/rules");
        let ids: BTreeSet<_> = rules.iter().map(|rule| text(rule, "/id")).collect();
        assert_eq!(ids.len(), rules.len());
        for rule in rules {
            let name = text(rule, "/name");
            assert!(name.chars().all(char::is_alphanumeric), "{name} is not in PascalCase");
            assert!(name.starts_with(char::is_uppercase), "{name} is not in PascalCase");
            for sentence in ["/shortDescription/text", "/fullDescription/text"] {
                assert!(text(rule, sentence).ends_with('.'), "{rule:#}");
            }
            text(rule, "/help/text");
        }
        for result in self.list("/results") {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(result["ruleId"], rules[index]["id"]);
            assert!(["error", "warning"].contains(&text(result, "/level")), "{result:#}");
            text(result, "/message/text");
        }
    }

    /// 3.28, 3.29, 3.30: a region begins at line and column 1 at the earliest, and ends behind its
    /// beginning; related places have numbers of their own (3.28.2).
    fn assert_places(&self, sources: &Sources) {
        for result in self.list("/results") {
            let [location] = result["locations"].as_array().unwrap().as_slice() else {
                panic!("{result:#}")
            };
            assert_place(&location["physicalLocation"], sources);
            let related = result["relatedLocations"].as_array().into_iter().flatten();
            for (number, location) in (1..).zip(related) {
                assert_eq!(location["id"], number);
                text(location, "/message/text");
                assert_place(&location["physicalLocation"], sources);
            }
        }
    }

    /// 3.55, 3.56, 3.57: a fix says what it does, and replaces something in a file that is there.
    fn assert_fixes(&self, sources: &Sources) -> usize {
        let fixes = self.list("/results").iter().flat_map(|it| it["fixes"].as_array());
        let fixes: Vec<_> = fixes.flatten().collect();
        for fix in &fixes {
            text(fix, "/description/text");
            let [change] = fix["artifactChanges"].as_array().unwrap().as_slice() else {
                panic!("{fix:#}")
            };
            let [replacement] = change["replacements"].as_array().unwrap().as_slice() else {
                panic!("{change:#}")
            };
            text(replacement, "/insertedContent/text");
            let region = &replacement["deletedRegion"];
            assert_ne!(region["startColumn"], region["endColumn"], "{fix:#}");
            assert_region(region, text(change, "/artifactLocation/uri"), sources);
        }
        fixes.len()
    }
}

#[test]
fn every_problem_and_every_finding() {
    let mut fixes = 0;
    let mut seen = BTreeSet::new();
    for path in fixtures() {
        let Ok(sources) = Sources::read(&path) else { panic!("cannot read {}", path.display()) };
        let problems = match load_document(&sources) {
            Ok((document, api)) => lint(&document, &api),
            Err(problems) => problems,
        };
        let run = Run::of(&problems, &sources);
        assert_eq!(run.list("/results").len(), problems.len(), "{}", path.display());
        run.assert_rules();
        run.assert_places(&sources);
        fixes += run.assert_fixes(&sources);
        seen.extend(problems.iter().map(|problem| problem.code));
    }
    assert!(seen.len() > 60 && fixes > 20, "{} codes, {fixes} fixes", seen.len());
}

/// What a fix writes is what was meant.
#[test]
fn a_fix_mends() {
    let sources = Sources::from_files([("api.yaml", "format: 1\nnmae: \"é\" # é\ntitle: Desk\n")]);
    let problems = load(&sources).unwrap_err();
    let log = problems.sarif(&sources, TOOL);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let fix = results.iter().find_map(|result| result["fixes"].get(0)).unwrap();
    let replacement = &fix["artifactChanges"][0]["replacements"][0];
    let region = &replacement["deletedRegion"];
    let column = |key: &str| region[key].as_u64().unwrap() as usize - 1;
    let line = sources.text(0).lines().nth(1).unwrap();
    let before: String = line.chars().take(column("startColumn")).collect();
    let after: String = line.chars().skip(column("endColumn")).collect();
    let mended = format!("{before}{}{after}", text(replacement, "/insertedContent/text"));
    assert_eq!(mended, "name: \"é\" # é");
}

/// The text of a member, which must be there and not be empty.
fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    let text = value.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    assert!(!text.is_empty(), "{pointer} of {value:#}");
    text
}

fn assert_place(place: &Value, sources: &Sources) {
    assert_region(&place["region"], text(place, "/artifactLocation/uri"), sources);
}

/// 3.30: within a line that the file has; columns count characters, as `columnKind` says.
fn assert_region(region: &Value, uri: &str, sources: &Sources) {
    let number = |key: &str| region[key].as_u64().unwrap() as usize;
    let file = (0..sources.len() as u32).find(|file| sources.name(*file).ends_with(uri));
    let file = file.unwrap_or_else(|| panic!("there is no file {uri}"));
    let line = sources.text(file).split('\n').nth(number("startLine") - 1);
    let line = line.unwrap_or_else(|| panic!("{uri} has no line of {region}"));
    assert_eq!(region["endLine"], region["startLine"]);
    assert!(number("startColumn") >= 1 && number("startColumn") <= number("endColumn"), "{region}");
    assert!(number("endColumn") <= line.chars().count() + 1, "{region} of {uri}: {line}");
}

/// Descriptions with problems and with findings.
fn fixtures() -> Vec<std::path::PathBuf> {
    let entries = ["tests/problems", "tests/lints/found"].into_iter().flat_map(|folder| {
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap()
    });
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.is_dir() || path.extension().is_some_and(|it| it == "yaml"))
        // Names as people see them are relative.
        .filter_map(|path| path.strip_prefix(env!("CARGO_MANIFEST_DIR")).ok().map(Path::to_owned))
        .collect();
    paths.sort();
    paths
}
