//! Numbers and truth values as requests write them: as such, or as text.

use serde_json::Value;

/// A whole number, as a number or as text; `23.0` is one.
pub(crate) fn whole(value: &Value) -> Option<i128> {
    match value {
        Value::Number(number) => {
            let whole = number.as_i64().map(i128::from).or(number.as_u64().map(i128::from));
            whole.or_else(|| without_fraction(number.as_f64()?))
        }
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// What is too great for 64 bits stays a number with a fraction.
fn without_fraction(number: f64) -> Option<i128> {
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    (number.fract() == 0.0 && number.abs() < BEYOND).then_some(number as i128)
}

/// A number, as a number or as text.
pub(crate) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// True or false, or 1 or 0.
pub(crate) fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(is) => Some(*is),
        Value::Number(number) => match number.as_u64() {
            Some(0) => Some(false),
            Some(1) => Some(true),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn whole_numbers_are_taken_in_every_form() {
        for written in [json!(23), json!(23.0), json!("23")] {
            assert_eq!(whole(&written), Some(23), "{written}");
        }
        assert_eq!(whole(&json!(-1232.0)), Some(-1232));
        for written in [json!(23.5), json!(1e300), json!("23.0"), json!(true), json!(null)] {
            assert_eq!(whole(&written), None, "{written}");
        }
    }
}
