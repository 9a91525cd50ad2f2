//! Texts of which some are known: `x-extensible-enum`, since `enum` would refuse all others.

use super::extension::Members;

/// The member that lists what is known.
const KNOWN: &str = "x-extensible-enum";

/// Says which texts are known, each with its meaning; `what` they are, in the plural.
pub(super) fn known<'a>(
    says: Members,
    docs: &str,
    what: &str,
    known: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Members {
    let texts: Vec<_> = known.clone().map(|(text, _)| text).collect();
    says.with("description", documented(docs, what, known)).with(KNOWN, texts)
}

/// Documentation with what is known, each with its meaning.
pub(super) fn documented<'a>(
    docs: &str,
    what: &str,
    known: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let lines: Vec<_> = known.map(|(text, docs)| format!("- `{text}`: {}", docs.trim())).collect();
    match lines.is_empty() {
        true => docs.trim().to_owned(),
        false => {
            format!("{}\n\nKnown {what}; others may come:\n\n{}", docs.trim(), lines.join("\n"))
        }
    }
}
