//! Names of what is secret wherever it is.

/// How they end, in letters and digits alone, without a last `s`.
const ENDS: [&str; 15] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "authorization",
    "credential",
    "cookie",
    "sessionid",
    "jwt",
    "amzsignature",
    "otp",
];

/// Those that are only so when there is nothing before them.
const WHOLE: [&str; 5] = ["auth", "pass", "pwd", "session", "sig"];

/// The name in lower case, letters and digits alone: `X-API-Key` and `api_key` end alike.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a plain name is one of a secret.
pub(super) fn is_secret(plain: &str) -> bool {
    let single = plain.strip_suffix('s').unwrap_or(plain);
    ENDS.iter().any(|end| single.ends_with(end)) || WHOLE.contains(&plain)
}

#[cfg(test)]
mod tests {
    use super::{is_secret, plain};

    #[test]
    fn however_they_are_spelt_secrets_are_known() {
        for name in [
            "password",
            "newPassword",
            "user[password]",
            "api_tokens",
            "X-API-Key",
            "client_secret",
            "Set-Cookie",
            "X-Amz-Signature",
            "auth",
            "pass",
        ] {
            assert!(is_secret(&plain(name)), "{name}");
        }
        for name in ["subject", "author", "token_type", "compass", "signature", "keys", "", "s"] {
            assert!(!is_secret(&plain(name)), "{name}");
        }
    }
}
