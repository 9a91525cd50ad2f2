//! SARIF 2.1.0, for code scanning and editors.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::diff::Diff;
use crate::diff::change::{Change, RustClass, Spot, WireClass};
use crate::diff::rule::Rule;

impl Diff {
    /// A log with one run, of this version of the tool; a result for each change.
    pub fn sarif(&self, tool_version: &str) -> Value {
        let rules: BTreeMap<_, _> = self.changes.iter().map(|it| (it.rule.id, it.rule)).collect();
        let indices: BTreeMap<_, _> = rules.keys().copied().zip(0_usize..).collect();
        let results: Vec<_> = self
            .changes
            .iter()
            .map(|change| result(change, indices.get(change.rule.id).copied().unwrap_or(0)))
            .collect();
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "deskpro-codegen",
                    "semanticVersion": tool_version,
                    "rules": rules.into_values().map(rule).collect::<Vec<_>>(),
                } },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        })
    }
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.text },
    })
}

fn result(change: &Change, index: usize) -> Value {
    let level = match (change.rust, change.wire) {
        (RustClass::Major, _) | (_, WireClass::Breaking) => "warning",
        _ => "note",
    };
    // Other revisions are not there to be looked at.
    let spots = [&change.new, &change.old].into_iter().flatten().filter(|spot| spot.is_on_disk);
    json!({
        "ruleId": change.rule.id,
        "ruleIndex": index,
        "level": level,
        "message": { "text": change.message },
        "locations": spots.take(1).map(location).collect::<Vec<_>>(),
        "partialFingerprints": { "change/v1": change.id() },
        "properties": { "wire": change.wire.as_str(), "rust": change.rust.as_str() },
    })
}

fn location(spot: &Spot) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": spot.file.replace('\\', "/").replace(' ', "%20") },
        "region": { "startLine": spot.line, "startColumn": spot.column },
    } })
}
