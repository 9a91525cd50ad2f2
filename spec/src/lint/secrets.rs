//! Secrets that would appear in logs.

use super::described::Described;
use super::finding::{Finding, Findings};
use super::words::words;
use crate::document::{FieldDoc, QueryDoc, Text};
use crate::problem::codes::lint::SECRET_IN_LOGS;

/// Words that the name of a secret ends with.
const SECRETS: [&str; 8] =
    ["password", "passwd", "passphrase", "secret", "token", "credentials", "jwt", "apikey"];

/// Pairs of words that the name of a secret ends with.
const PAIRS: [(&str, &str); 3] = [("api", "key"), ("private", "key"), ("secret", "key")];

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    for list in described.field_lists() {
        for (key, field) in list.fields.iter().filter(|(key, _)| is_secret(&key.value)) {
            if field.sensitive.is_none() && is_text(field) {
                let message = format!("`{}` looks like a secret and is not `sensitive`", key.value);
                let about = format!("{}.{}", list.owner, key.value);
                findings.push(
                    Finding::new(SECRET_IN_LOGS, key.place, [about], message)
                        .label("would appear in logs")
                        .help("say `sensitive: true`, or `sensitive: false` if it is no secret"),
                );
            }
        }
    }
    let shared = described.document.parameters.iter().map(|(name, _)| (name, "parameters"));
    let own = described.operations().flat_map(|(_, it)| {
        let own = it.doc.query.iter().filter(|(_, query)| matches!(query, QueryDoc::Own(_)));
        own.map(|(name, _)| (name, it.name.as_str()))
    });
    for (name, owner) in shared.chain(own).filter(|(name, _)| is_secret(&name.value)) {
        findings.push(in_address(name, owner));
    }
}

fn in_address(name: &Text, owner: &str) -> Finding {
    let about = format!("{owner}.{}", name.value);
    let message = format!("`{}` looks like a secret and is part of the address", name.value);
    Finding::new(SECRET_IN_LOGS, name.place, [about], message)
        .label("servers and proxies log addresses")
        .help("see whether the API takes it in a header or in the body as well")
}

fn is_secret(name: &str) -> bool {
    let words: Vec<String> = words(name).collect();
    match words.as_slice() {
        [.., last] if SECRETS.contains(&last.as_str()) => true,
        [.., before, last] => PAIRS.contains(&(before.as_str(), last.as_str())),
        _ => false,
    }
}

fn is_text(field: &FieldDoc) -> bool {
    let types = [field.ty.as_ref(), field.write.as_ref()];
    types.into_iter().flatten().any(|ty| ty.value.trim_end_matches('?') == "string")
}

#[cfg(test)]
mod tests {
    use super::is_secret;

    #[test]
    fn names_of_secrets() {
        for name in ["password", "api_key", "refresh_token", "clientSecret_secret", "jwt"] {
            assert!(is_secret(name), "{name}");
        }
        for name in ["token_count", "key", "keyboard", "password_changed_at", "monkey", ""] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
