//! The parameters of a query, in one text.

use crate::encoder::encode;

/// The parameters of a query, encoded, as they stand in a URL: `page=2&ids=1,2`.
#[derive(Clone, Default)]
pub(crate) struct Parameters(String);

impl Parameters {
    /// Sets a parameter to what is written, encoded; an earlier one of the same name gives way to it.
    pub(super) fn set(&mut self, name: &str, write: &mut dyn FnMut(&mut String)) {
        let start = self.0.len();
        if start > 0 {
            self.0.push('&');
        }
        encode(&mut self.0, &name);
        self.0.push('=');
        write(&mut self.0);
        let (before, pair) = self.0.split_at(start);
        let pair = pair.trim_start_matches('&');
        if before.split('&').any(|earlier| name_of(earlier) == name_of(pair)) {
            let pairs = before.split('&');
            let pairs: Vec<&str> = pairs
                .map(|earlier| if name_of(earlier) == name_of(pair) { pair } else { earlier })
                .collect();
            self.0 = pairs.join("&");
        }
    }

    /// As they stand in a URL.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Names and values, both encoded.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.split('&').filter_map(|pair| pair.split_once('='))
    }
}

/// The name in `name=value`; none where there is no pair.
fn name_of(pair: &str) -> Option<&str> {
    pair.split_once('=').map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::{Parameters, encode};

    fn set(parameters: &mut Parameters, name: &str, value: &str) {
        parameters.set(name, &mut |url| {
            encode(url, &value);
        });
    }

    #[test]
    fn a_later_value_counts_and_nothing_leaves_its_place() {
        let mut parameters = Parameters::default();
        set(&mut parameters, "a", "1");
        set(&mut parameters, "b&c", "2=3&4");
        set(&mut parameters, "a", "5,6 ");
        assert_eq!(parameters.as_str(), "a=5%2C6%20&b%26c=2%3D3%264");
        set(&mut parameters, "b&c", "");
        assert_eq!(parameters.as_str(), "a=5%2C6%20&b%26c=");
        assert_eq!(parameters.iter().collect::<Vec<_>>(), [("a", "5%2C6%20"), ("b%26c", "")]);
    }
}
