//! What is reached without a proxy, as `NO_PROXY` says it.

use std::net::IpAddr;

use ipnet::IpNet;

/// Hosts that are reached without a proxy.
#[derive(Debug, Default)]
pub(super) struct NoProxy(Vec<Entry>);

#[derive(Debug)]
enum Entry {
    All,
    Network(IpNet),
    /// A domain with all below it, in lower case and without a dot at its start.
    Domain(String),
}

impl NoProxy {
    /// Reads a list with commas: addresses, networks such as `10.0.0.0/8`, domains, and `*` for all.
    pub(super) fn parse(list: &str) -> Self {
        let entries = list.split(',').map(str::trim).filter(|entry| !entry.is_empty());
        Self(entries.map(Entry::parse).collect())
    }

    pub(super) fn covers(&self, host: &str) -> bool {
        let host = host.trim_matches(['[', ']']).to_ascii_lowercase();
        let address: Option<IpAddr> = host.parse().ok();
        self.0.iter().any(|entry| match (entry, address) {
            (Entry::All, None) => true,
            (Entry::Network(network), Some(address)) => network.contains(&address),
            (Entry::Domain(domain), None) => match host.strip_suffix(domain.as_str()) {
                Some(rest) => rest.is_empty() || rest.ends_with('.'),
                None => false,
            },
            _ => false,
        })
    }
}

impl Entry {
    fn parse(text: &str) -> Self {
        if text == "*" {
            return Self::All;
        }
        let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
        match network {
            Ok(network) => Self::Network(network),
            Err(_) => Self::Domain(text.strip_prefix('.').unwrap_or(text).to_ascii_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NoProxy;

    #[test]
    fn addresses_networks_and_domains_are_covered() {
        let list = NoProxy::parse("example.com, .internal,10.0.0.0/8,192.168.1.1,fd00::/8,,");
        for covered in [
            "example.com",
            "www.Example.com",
            "internal",
            "a.b.internal",
            "10.1.2.3",
            "192.168.1.1",
            "[fd00::1]",
        ] {
            assert!(list.covers(covered), "{covered}");
        }
        for other in [
            "notexample.com",
            "example.com.evil.com",
            "com",
            "11.0.0.1",
            "192.168.1.10",
            "[fe00::1]",
            "0.0.0",
        ] {
            assert!(!list.covers(other), "{other}");
        }
    }

    #[test]
    fn a_star_covers_every_name_and_nothing_covers_none() {
        assert!(NoProxy::parse("*").covers("example.com"));
        assert!(!NoProxy::parse("").covers("example.com"));
    }
}
