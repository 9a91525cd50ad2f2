//! Plain scalars by the core schema of YAML 1.2.

use serde_json::Number;

/// What a single value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scalar {
    /// Nothing: empty, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number that JSON can hold.
    Number(Number),
    /// A whole number that does not fit into 64 bits with a sign.
    LargeInteger,
    /// `.inf`, `-.inf`, `.nan`, or a number too large to hold.
    NotFinite,
    /// Text.
    Text,
}

impl Scalar {
    /// What a plain scalar is: one without quotes and tag.
    pub(crate) fn of_plain(text: &str) -> Self {
        match text {
            "" | "~" | "null" | "Null" | "NULL" => Self::Null,
            "true" | "True" | "TRUE" => Self::Bool(true),
            "false" | "False" | "FALSE" => Self::Bool(false),
            ".nan" | ".NaN" | ".NAN" => Self::NotFinite,
            _ => Self::number(text).unwrap_or(Self::Text),
        }
    }

    /// A whole number or a number with a fraction; `None` for any other text.
    fn number(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
            return Some(Self::NotFinite);
        }
        if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return None;
        }
        if is_digits(unsigned) {
            return Some(integer(text, 10));
        }
        if let Some(digits) = text.strip_prefix("0x") {
            return (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
                .then(|| integer(digits, 16));
        }
        if let Some(digits) = text.strip_prefix("0o") {
            return (!digits.is_empty() && digits.bytes().all(|byte| matches!(byte, b'0'..=b'7')))
                .then(|| integer(digits, 8));
        }
        is_float(unsigned).then(|| float(text))
    }
}

/// A whole number; the digits are known to be right.
fn integer(digits: &str, radix: u32) -> Scalar {
    i64::from_str_radix(digits, radix)
        .map_or(Scalar::LargeInteger, |number| Scalar::Number(number.into()))
}

/// A number with a fraction; the form is known to be right.
fn float(text: &str) -> Scalar {
    text.parse::<f64>().ok().and_then(Number::from_f64).map_or(Scalar::NotFinite, Scalar::Number)
}

/// `.5`, `1.`, `1.5`, `1e3`, `1.5e-3`, without a sign.
fn is_float(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let mantissa_fits = match mantissa.split_once('.') {
        Some(("", fraction)) => is_digits(fraction),
        Some((whole, "")) => is_digits(whole),
        Some((whole, fraction)) => is_digits(whole) && is_digits(fraction),
        None => is_digits(mantissa),
    };
    let exponent_fits = exponent
        .is_none_or(|exponent| is_digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)));
    mantissa_fits && exponent_fits
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Scalar;

    fn number(text: &str) -> String {
        match Scalar::of_plain(text) {
            Scalar::Number(number) => number.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn integers() {
        assert_eq!(number("13"), "13");
        assert_eq!(number("-13"), "-13");
        assert_eq!(number("+13"), "13");
        assert_eq!(number("0x1F"), "31");
        assert_eq!(number("0o17"), "15");
        assert_eq!(number("9223372036854775807"), "9223372036854775807");
        assert_eq!(number("9223372036854775808"), "LargeInteger");
    }

    #[test]
    fn numbers_with_fraction() {
        assert_eq!(number("1.5"), "1.5");
        assert_eq!(number(".5"), "0.5");
        assert_eq!(number("1e3"), "1000.0");
        assert_eq!(number("-.inf"), "NotFinite");
        assert_eq!(number("1e999"), "NotFinite");
    }

    #[test]
    fn text_that_looks_like_more() {
        for text in [
            "yes",
            "off",
            "2016-01-01",
            "1_000",
            "0x",
            "1.2.3",
            "e3",
            ".",
            "-",
            "+",
            "1e",
            "0o8",
            "infinity",
            "nan",
            "-0x1",
            "tRue",
            "nil",
        ] {
            assert_eq!(Scalar::of_plain(text), Scalar::Text, "{text}");
        }
    }

    #[test]
    fn nothing_and_truth() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(Scalar::of_plain(text), Scalar::Null, "{text}");
        }
        assert_eq!(Scalar::of_plain("True"), Scalar::Bool(true));
        assert_eq!(Scalar::of_plain("FALSE"), Scalar::Bool(false));
    }
}
