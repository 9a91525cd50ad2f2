//! For other programs.

use serde_json::{Value, json};

use crate::diff::Diff;
use crate::diff::change::{Change, Spot};

impl Diff {
    /// A JSON object: `rust` and `wire`, the gravest of all (null where nothing changed), `version` where
    /// one is suggested, and `changes`.
    ///
    /// Each change has `id`, `rule`, `subject`, `message`, `wire`, `rust`, `guess`, `announced`, `old`
    /// and `new` (`file`, `line`, `column`, or null), `operations`, `types`, `features` and `items`
    /// (`item`, `what`, `rust`).
    pub fn json(&self, version: Option<&str>) -> Value {
        let changes: Vec<_> = self.changes.iter().map(change).collect();
        json!({
            "rust": self.rust().map(|it| it.as_str()),
            "wire": self.wire().map(|it| it.as_str()),
            "version": version,
            "changes": changes,
        })
    }
}

fn change(change: &Change) -> Value {
    let items: Vec<_> = change
        .items
        .iter()
        .map(|it| json!({ "item": it.item, "what": it.what, "rust": it.rust.as_str() }))
        .collect();
    json!({
        "id": change.id(),
        "rule": change.rule.id,
        "subject": change.subject,
        "message": change.message,
        "wire": change.wire.as_str(),
        "rust": change.rust.as_str(),
        "guess": change.is_guess,
        "announced": change.is_announced,
        "old": spot(change.old.as_ref()),
        "new": spot(change.new.as_ref()),
        "operations": change.affected.operations,
        "types": change.affected.types,
        "features": change.affected.features,
        "items": items,
    })
}

fn spot(spot: Option<&Spot>) -> Value {
    spot.map_or(
        Value::Null,
        |spot| json!({ "file": spot.file, "line": spot.line, "column": spot.column }),
    )
}
