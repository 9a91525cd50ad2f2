//! Names and values as in a query or a form: `page=1&token=abc`.

use percent_encoding::{percent_decode_str, utf8_percent_encode};

use super::{MASK, Mask};
use crate::encoder::RESERVED;

impl Mask {
    /// The same pairs in the same order.
    pub(crate) fn pairs(&self, pairs: &str) -> String {
        let masked: Vec<String> = pairs.split('&').map(|pair| self.pair(pair)).collect();
        masked.join("&")
    }

    fn pair(&self, pair: &str) -> String {
        let Some((name, value)) = pair.split_once('=') else {
            return self.replaced(pair).into_owned();
        };
        if self.hides(&decoded(name)) && !value.is_empty() {
            return format!("{name}={MASK}");
        }
        match self.changed(&decoded(value)) {
            Some(changed) => format!("{name}={}", utf8_percent_encode(&changed, RESERVED)),
            None => pair.to_owned(),
        }
    }
}

/// A name or a value as it was before it was encoded.
pub(crate) fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::Mask;

    #[test]
    fn values_of_secret_names_go_and_all_else_stays_as_it_is() {
        let mask = Mask::default();
        for (pairs, expected) in [
            ("a=b+c&new%5Fpassword=x%20y&d", "a=b+c&new%5Fpassword=***&d"),
            ("next=%2Fx%3Ftoken%3Dabc", "next=%2Fx%3Ftoken%3D%2A%2A%2A"),
            ("a=%ff&=", "a=%ff&="),
            ("", ""),
        ] {
            assert_eq!(mask.pairs(pairs), expected, "{pairs}");
        }
    }
}
