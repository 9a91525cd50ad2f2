//! Where a helpdesk's API is.

use http::{Uri, uri::Scheme};

use crate::BuildError;

/// The checked address of an API, without a slash at its end.
#[derive(Debug, Clone)]
pub(crate) struct BaseUrl {
    /// Scheme and authority: `https://support.example.com`.
    origin: String,
    /// Where the API is below that, without the version: `/desk/api/v2`.
    api_root: String,
    /// The length of what is before the base path: of `/desk`.
    helpdesk: usize,
    /// `/20161122`, or nothing.
    version: String,
}

impl BaseUrl {
    /// Checks what the user gave; `base_path` is added unless it is there already.
    pub(crate) fn parse(
        given: &str,
        base_path: &str,
        version: Option<&str>,
    ) -> Result<Self, BuildError> {
        let fault = |fault| BuildError::BaseUrl { fault };
        let given = given.trim();
        let uri = parse_absolute(given).map_err(fault)?;
        let (origin, path) = split(given, &uri).ok_or_else(|| fault("it names no host"))?;
        let path = path.trim_end_matches('/');
        if path.contains(['?', '#']) {
            return Err(fault("it has a query or a fragment"));
        }
        let base_path = base_path.trim_end_matches('/');
        let (root, pinned) = match path.rsplit_once('/') {
            Some((root, last))
                if !base_path.is_empty() && root.ends_with(base_path) && is_version(last) =>
            {
                (root, Some(last))
            }
            _ => (path, None),
        };
        let api_root = match root.ends_with(base_path) {
            true => root.to_owned(),
            false => format!("{root}{base_path}"),
        };
        let version = match (version, pinned) {
            (Some(version), Some(pinned)) if version != pinned => {
                return Err(fault("it names another version than the one asked for"));
            }
            (version, pinned) => {
                version.or(pinned).map(|version| format!("/{version}")).unwrap_or_default()
            }
        };
        // Without a base path nothing tells where the helpdesk ends and its API begins.
        let helpdesk = if base_path.is_empty() { 0 } else { api_root.len() - base_path.len() };
        Ok(Self { origin: origin.to_owned(), api_root, helpdesk, version })
    }

    /// The whole address, to which a path such as `/tickets` can be added.
    pub(crate) fn to_text(&self) -> String {
        format!("{}{}{}", self.origin, self.api_root, self.version)
    }

    /// A path and query as it is below the API, when it is: `/desk/api/v2/tickets` is `/tickets`.
    pub(crate) fn path_below<'a>(&self, path: &'a str) -> Option<&'a str> {
        let below = path.strip_prefix(self.api_root.as_str())?;
        let below = below.strip_prefix(self.version.as_str()).unwrap_or(below);
        below.starts_with('/').then_some(below)
    }

    /// A path below the API as it is below the helpdesk: `/tickets` is `/api/v2/tickets`, whatever
    /// comes before `/api/v2` where the helpdesk is not at the root of its server.
    pub(crate) fn below_helpdesk(&self, path: &str) -> String {
        let api = self.api_root.get(self.helpdesk..).unwrap_or(&self.api_root);
        format!("{api}{}{path}", self.version)
    }

    /// Whether credentials would go over the network unencrypted.
    pub(crate) fn is_exposed(&self) -> bool {
        let Ok(uri) = self.origin.parse::<Uri>() else {
            return true;
        };
        uri.scheme() == Some(&Scheme::HTTP) && !uri.host().is_some_and(is_loopback)
    }

    /// Whether what is sent there has to be encrypted.
    #[cfg(feature = "hyper")]
    pub(crate) fn needs_tls(&self) -> bool {
        self.origin.parse::<Uri>().is_ok_and(|uri| uri.scheme() == Some(&Scheme::HTTPS))
    }
}

/// Whether a date pin has the form `YYYYMMDD` and is a day of the calendar.
pub(crate) fn is_version(text: &str) -> bool {
    text.len() == 8
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && jiff::civil::Date::strptime("%Y%m%d", text).is_ok()
}

fn parse_absolute(given: &str) -> Result<Uri, &'static str> {
    if given.is_empty() {
        return Err("it is empty");
    }
    if !given.contains("://") {
        return Err("it does not start with https://");
    }
    let uri: Uri = given.parse().map_err(|_| "it is not a URL")?;
    match uri.scheme() {
        Some(scheme) if *scheme == Scheme::HTTP || *scheme == Scheme::HTTPS => {}
        _ => return Err("its scheme is neither https nor http"),
    }
    let authority = uri.authority().ok_or("it names no host")?;
    if authority.host().is_empty() {
        return Err("it names no host");
    }
    if authority.as_str().contains('@') {
        return Err("it holds a user name or password");
    }
    if authority.as_str() != authority.host() && authority.port_u16().is_none() {
        return Err("its port is not a number up to 65535");
    }
    Ok(uri)
}

/// The text before and after the end of the authority.
fn split<'a>(given: &'a str, uri: &Uri) -> Option<(&'a str, &'a str)> {
    let origin = uri.scheme_str()?.len() + "://".len() + uri.authority()?.as_str().len();
    given.split_at_checked(origin)
}

pub(crate) fn is_loopback(host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    match host.parse::<std::net::IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => {
            let host = host.to_ascii_lowercase();
            host == "localhost" || host.ends_with(".localhost")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    fn text(given: &str) -> String {
        BaseUrl::parse(given, "/api/v2", None).unwrap().to_text()
    }

    #[test]
    fn the_base_path_is_added_once_and_a_sub_path_kept() {
        for (given, expected) in [
            ("https://support.example.com", "https://support.example.com/api/v2"),
            (" https://support.example.com/ ", "https://support.example.com/api/v2"),
            ("https://support.example.com/api/v2", "https://support.example.com/api/v2"),
            ("https://support.example.com/api/v2//", "https://support.example.com/api/v2"),
            ("https://example.com:8443/desk/", "https://example.com:8443/desk/api/v2"),
            ("https://example.com/desk/api/v2/", "https://example.com/desk/api/v2"),
            ("https://example.com/api/v2/20161122", "https://example.com/api/v2/20161122"),
            ("http://[::1]:80", "http://[::1]:80/api/v2"),
        ] {
            assert_eq!(text(given), expected, "{given}");
        }
    }

    #[test]
    fn a_version_comes_after_the_base_path() {
        let base = BaseUrl::parse("https://example.com/desk", "/api/v2", Some("20161122")).unwrap();
        assert_eq!(base.to_text(), "https://example.com/desk/api/v2/20161122");
        assert_eq!(base.path_below("/desk/api/v2/20161122/tickets/13"), Some("/tickets/13"));
        assert_eq!(base.path_below("/desk/api/v2/tickets/13"), Some("/tickets/13"));
        assert_eq!(base.path_below("/tickets/13"), None);
        assert_eq!(base.path_below("/desk/api/v2x/tickets"), None);
        assert!(
            BaseUrl::parse("https://example.com/api/v2/20170101", "/api/v2", Some("20161122"))
                .is_err()
        );
    }

    #[test]
    fn below_the_helpdesk_is_the_base_path_and_not_what_comes_before_it() {
        let below = |given, base_path, version| {
            BaseUrl::parse(given, base_path, version).unwrap().below_helpdesk("/tickets/13")
        };
        for given in
            ["https://example.com", "https://example.com/desk", "https://example.com/desk/api/v2"]
        {
            assert_eq!(below(given, "/api/v2", None), "/api/v2/tickets/13");
        }
        assert_eq!(
            below("https://example.com/desk", "/api/v2", Some("20161122")),
            "/api/v2/20161122/tickets/13"
        );
        assert_eq!(below("https://example.com/api/v2", "", None), "/api/v2/tickets/13");
    }

    #[test]
    fn bad_ones_are_refused_with_the_fault() {
        for (given, expected) in [
            ("", "it is empty"),
            ("support.example.com", "it does not start with https://"),
            ("ftp://example.com", "its scheme is neither https nor http"),
            ("https://", "it is not a URL"),
            ("https:///x", "it is not a URL"),
            ("https://user:secret@example.com", "it holds a user name or password"),
            ("https://example.com:99999", "its port is not a number up to 65535"),
            ("https://example.com/?x=1", "it has a query or a fragment"),
            ("https://example.com/#x", "it has a query or a fragment"),
            ("https://exa mple.com", "it is not a URL"),
        ] {
            let error = BaseUrl::parse(given, "/api/v2", None).unwrap_err().to_string();
            assert!(error.ends_with(expected), "{given}: {error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn plain_http_is_exposed_unless_it_stays_on_this_machine() {
        let exposed = |given| BaseUrl::parse(given, "", None).unwrap().is_exposed();
        assert!(exposed("http://example.com"));
        assert!(exposed("http://127.0.0.1.example.com"));
        assert!(!exposed("https://example.com"));
        assert!(!exposed("http://127.0.0.2:8080"));
        assert!(!exposed("http://[::1]"));
        assert!(!exposed("http://LOCALHOST:1"));
    }
}
