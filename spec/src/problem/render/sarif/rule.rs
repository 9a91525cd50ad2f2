//! A code as a rule, with all that its explanation says.

use serde_json::{Value, json};

use crate::problem::{Code, explain};

/// What viewers show of a code when somebody asks what it means.
pub(super) fn rule(code: Code) -> Value {
    let level = if code.is_finding() { "warning" } else { "error" };
    let configuration = json!({ "level": level });
    let Some(explanation) = explain(code) else {
        return json!({ "id": code.to_string(), "defaultConfiguration": configuration });
    };
    let (title, text) = (explanation.title, explanation.text);
    let (wrong, right) = (explanation.wrong.trim_end(), explanation.right.trim_end());
    json!({
        "id": code.to_string(),
        "name": pascal_case(&explanation.name()),
        "shortDescription": { "text": format!("{}.", capitalized(title)) },
        "fullDescription": { "text": text },
        "help": {
            "text": format!("{text}\n\nWrong:\n\n{wrong}\n\nRight:\n\n{right}"),
            "markdown": format!("{text}\n\nWrong:\n\n```\n{wrong}\n```\n\nRight:\n\n```\n{right}\n```"),
        },
        "defaultConfiguration": configuration,
    })
}

/// `unknown_key` as `UnknownKey`, which the standard asks of the names of rules.
fn pascal_case(name: &str) -> String {
    name.split('_').map(capitalized).collect()
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}
