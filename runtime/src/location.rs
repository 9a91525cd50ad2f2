//! Addresses that an answer names: where they lead, and whether credentials may go there.

use http::{Uri, uri::Scheme};

/// What a `Location` means when it came from `base` (RFC 3986, section 5.2, but for steps such as `..`,
/// which no helpdesk sends and which stay as they are).
pub(crate) fn resolve(base: &Uri, reference: &str) -> Option<Uri> {
    let reference = reference.split('#').next()?;
    let scheme = base.scheme_str()?;
    let authority = base.authority()?.as_str();
    let absolute = match reference {
        "" => return Some(base.clone()),
        _ if has_scheme(reference) => reference.to_owned(),
        _ if reference.starts_with("//") => format!("{scheme}:{reference}"),
        _ if reference.starts_with('/') => format!("{scheme}://{authority}{reference}"),
        _ if reference.starts_with('?') => {
            format!("{scheme}://{authority}{}{reference}", base.path())
        }
        _ => {
            let folder = base.path().rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{scheme}://{authority}{folder}/{reference}")
        }
    };
    absolute.parse().ok()
}

/// Whether two addresses belong to the same server, so that credentials may follow.
pub(crate) fn same_origin(a: &Uri, b: &Uri) -> bool {
    let (Some(here), Some(there)) = (origin(a), origin(b)) else {
        return false;
    };
    here.0 == there.0 && here.1.eq_ignore_ascii_case(there.1) && here.2 == there.2
}

fn origin(uri: &Uri) -> Option<(&Scheme, &str, u16)> {
    let scheme = uri.scheme()?;
    let authority = uri.authority()?;
    if authority.as_str().contains('@') {
        return None;
    }
    let port = match authority.port_u16() {
        Some(port) => port,
        // What follows the host is a port beyond 65535, which is not the default one.
        None if !authority.as_str().trim_end_matches(':').ends_with(authority.host()) => {
            return None;
        }
        None if *scheme == Scheme::HTTPS => 443,
        None => 80,
    };
    Some((scheme, authority.host(), port))
}

fn has_scheme(reference: &str) -> bool {
    reference.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

#[cfg(test)]
mod tests {
    use super::{Uri, resolve, same_origin};

    #[test]
    fn references_are_resolved_against_where_they_came_from() {
        let base = Uri::from_static("https://example.com/api/v2/tickets/13?include=person");
        for (reference, expected) in [
            ("https://other.example.com/x", "https://other.example.com/x"),
            ("//other.example.com/x", "https://other.example.com/x"),
            ("/api/v2/tickets/14", "https://example.com/api/v2/tickets/14"),
            ("14", "https://example.com/api/v2/tickets/14"),
            ("?page=2", "https://example.com/api/v2/tickets/13?page=2"),
            ("/x#part", "https://example.com/x"),
        ] {
            assert_eq!(resolve(&base, reference).unwrap(), expected, "{reference}");
        }
        assert_eq!(resolve(&base, "/a b"), None);
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let same = |a: &str, b: &str| same_origin(&a.parse().unwrap(), &b.parse().unwrap());
        assert!(same("https://example.com/a", "https://EXAMPLE.com:443/b"));
        assert!(same("http://example.com:80", "http://example.com"));
        assert!(!same("https://example.com", "http://example.com"));
        assert!(same("https://example.com:", "https://example.com"));
        assert!(!same("https://example.com", "https://example.com:8443"));
        assert!(!same("https://example.com", "https://example.com:65979"));
        assert!(!same("https://example.com", "https://example.com:99999999999999999999"));
        assert!(!same("https://example.com", "https://example.com.example.org"));
        assert!(!same("https://example.com", "https://user@example.com"));
    }
}
