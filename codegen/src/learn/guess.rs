//! The type of a field, from what was seen in it.

use std::collections::BTreeSet;

/// The type expression that fits everything that was seen, by the words of a report.
///
/// An empty text or list beside something else is how this API writes nothing.
pub(super) fn type_of(seen: &BTreeSet<String>) -> String {
    let is = |word: &str| seen.contains(word);
    let something: Vec<&str> =
        seen.iter().map(String::as_str).filter(|word| !is_maybe_nothing(word)).collect();
    let (base, takes_text, takes_list) = match something[..] {
        [] => match (is("empty_text"), is("empty_list")) {
            (true, false) => ("string", true, false),
            (false, true) => ("list(json)", false, true),
            _ => ("json", false, false),
        },
        ["boolean"] => ("boolean", false, false),
        ["integer"] => ("integer", false, false),
        ["number"] | ["integer", "number"] => ("number", false, false),
        ["text"] => ("string", true, false),
        ["date"] => ("date", false, false),
        ["datetime"] => ("datetime", false, false),
        // Texts of which some look like a date.
        ["date", "datetime"]
        | ["date", "text"]
        | ["datetime", "text"]
        | ["date", "datetime", "text"] => ("string", true, false),
        ["list"] => ("list(json)", false, true),
        // PHP writes an empty object as an empty list.
        ["object"] => ("json", false, true),
        _ => ("json", true, true),
    };
    let is_nullable =
        is("null") || (is("empty_text") && !takes_text) || (is("empty_list") && !takes_list);
    format!("{base}{}", if is_nullable { "?" } else { "" })
}

fn is_maybe_nothing(word: &str) -> bool {
    matches!(word, "null" | "empty_text" | "empty_list")
}

#[cfg(test)]
mod tests {
    use super::type_of;

    #[test]
    fn what_was_seen_decides() {
        for (seen, expected) in [
            ("integer", "integer"),
            ("integer null", "integer?"),
            ("integer empty_text", "integer?"),
            ("integer number", "number"),
            ("boolean", "boolean"),
            ("text", "string"),
            ("text empty_text", "string"),
            ("text empty_list", "string?"),
            ("empty_text", "string"),
            ("empty_text null", "string?"),
            ("date", "date"),
            ("datetime empty_text", "datetime?"),
            ("date datetime null", "string?"),
            ("datetime text", "string"),
            ("list empty_list", "list(json)"),
            ("empty_list", "list(json)"),
            ("list null", "list(json)?"),
            ("object empty_list", "json"),
            ("object null", "json?"),
            ("integer text", "json"),
            ("null", "json?"),
            ("", "json"),
            ("list text null", "json?"),
            ("later", "json"),
        ] {
            let seen = seen.split_whitespace().map(str::to_owned).collect();
            assert_eq!(type_of(&seen), expected, "{seen:?}");
        }
    }
}
