//! The tree of detailed errors as lines for people.

use serde_json::Value;

/// A line for every detailed error: `person: This value should not be blank. (required)`. What has another
/// shape is shown as it is.
pub(crate) fn of(errors: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    match collect(errors, "", &mut lines) {
        Some(()) if !lines.is_empty() => lines,
        _ => vec![errors.to_string()],
    }
}

/// `None` when it is no node of such a tree. The depth is that of JSON, which its parser bounds.
fn collect(node: &Value, path: &str, lines: &mut Vec<String>) -> Option<()> {
    let node = node.as_object()?;
    if node.keys().any(|name| name != "errors" && name != "fields") {
        return None;
    }
    for error in node.get("errors").map_or(Some(&[][..]), |it| it.as_array().map(Vec::as_slice))? {
        let (code, message) = (error.get("code")?.as_str()?, error.get("message")?.as_str()?);
        let colon = if path.is_empty() { "" } else { ": " };
        lines.push(format!("{path}{colon}{message} ({code})"));
    }
    let Some(fields) = node.get("fields") else { return Some(()) };
    for (name, field) in fields.as_object()? {
        let dot = if path.is_empty() { "" } else { "." };
        collect(field, &format!("{path}{dot}{name}"), lines)?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_error_has_a_line_with_its_path() {
        let blank = json!({ "errors": [{ "code": "required", "message": "Blank." }] });
        let tree = json!({
            "errors": [{ "code": "extra_fields", "message": "Unexpected: a" }],
            "fields": { "person": blank, "message": { "fields": { "text": blank } } },
        });
        assert_eq!(
            of(&tree),
            [
                "Unexpected: a (extra_fields)",
                "message.text: Blank. (required)",
                "person: Blank. (required)"
            ]
        );
        for other in [json!(null), json!([1]), json!({}), json!({ "fields": { "a": 1 } })] {
            assert_eq!(of(&other), [other.to_string()]);
        }
    }
}
