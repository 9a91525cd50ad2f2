//! Numbers: their grammar, and integers read from what PHP makes of them.

use super::{invalid::Invalid, kind::Kind, reader::JsonReader};

impl<'a> JsonReader<'a> {
    /// Reads a number, as it is spelled.
    pub(super) fn number(&mut self) -> Result<&'a str, Invalid> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        self.whole_part()?;
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    /// Reads an integer: a number, a text that spells one, or `null` as 0.
    ///
    /// `limits` are the least and the greatest value that is taken.
    pub(super) fn integer(&mut self, least: i64, greatest: u64) -> Result<i128, Invalid> {
        let start = self.at;
        let integer = match self.kind() {
            Kind::Number => self.integral_number()?,
            Kind::String => {
                let text = self.string()?;
                let mut inside = JsonReader::of(&text);
                match inside.integral_number() {
                    Ok(integer) if inside.rest().is_empty() => integer,
                    _ => return Err(self.unexpected_at(start, "an integer")),
                }
            }
            Kind::Null if self.take_null() => Some(0),
            _ => return Err(self.unexpected("an integer")),
        };
        match integer {
            Some(integer) if integer >= i128::from(least) && integer <= i128::from(greatest) => {
                Ok(integer)
            }
            Some(_) => {
                let expected = format!("an integer from {least} to {greatest}");
                Err(self.unexpected_at(start, expected))
            }
            None => Err(self.unexpected_at(start, "an integer")),
        }
    }

    /// Reads a floating point number: a number, a text that spells one, or `null` as 0.
    pub(super) fn float(&mut self) -> Result<f64, Invalid> {
        let start = self.at;
        let float = match self.kind() {
            Kind::Number => self.number()?.parse().ok(),
            Kind::String => {
                let text = self.string()?;
                let mut inside = JsonReader::of(&text);
                match inside.number() {
                    Ok(number) if inside.rest().is_empty() => number.parse().ok(),
                    _ => None,
                }
            }
            Kind::Null if self.take_null() => Some(0.0),
            _ => None,
        };
        match float {
            Some(float) if f64::is_finite(float) => Ok(float),
            Some(_) => Err(self.unexpected_at(start, "a number within the range of a double")),
            None => Err(self.unexpected_at(start, "a number")),
        }
    }

    /// Consumes a number in its usual spelling, up to 19 digits and nothing else, if it comes next
    /// and is not above `greatest`.
    #[inline(never)]
    pub(super) fn take_natural(&mut self, greatest: u64) -> Option<u64> {
        let mut value = 0_u64;
        let mut end = self.at;
        let text = self.text.as_bytes();
        while let Some(digit @ b'0'..=b'9') = text.get(end) {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            end += 1;
        }
        let length = end - self.at;
        let goes_on = matches!(text.get(end), Some(b'.' | b'e' | b'E'));
        let has_leading_zero = length > 1 && self.byte() == Some(b'0');
        // 19 digits fit whatever they are.
        if goes_on || has_leading_zero || !matches!(length, 1..=19) || value > greatest {
            return None;
        }
        self.at = end;
        Some(value)
    }

    /// The value of a number that is an integer, `1.0` and `1e3` included; `None` for a fraction.
    #[inline]
    fn integral_number(&mut self) -> Result<Option<i128>, Invalid> {
        let start = self.at;
        let is_negative = self.byte() == Some(b'-');
        if is_negative {
            self.at += 1;
        }
        let magnitude = self.whole_part()?;
        if let Some(b'.' | b'e' | b'E') = self.byte() {
            self.at = start;
            return Ok(integer_of(self.number()?));
        }
        let magnitude = i128::from(magnitude.unwrap_or(u64::MAX)) + i128::from(magnitude.is_none());
        Ok(Some(if is_negative { -magnitude } else { magnitude }))
    }

    /// Reads the digits before the point: `None` when they do not fit.
    #[inline]
    fn whole_part(&mut self) -> Result<Option<u64>, Invalid> {
        if self.byte() == Some(b'0') {
            self.at += 1;
            return match self.byte() {
                Some(b'0'..=b'9') => Err(self.malformed("no digit after a leading zero")),
                _ => Ok(Some(0)),
            };
        }
        self.digits()
    }

    /// Reads at least one digit: `None` when their value does not fit.
    #[inline]
    fn digits(&mut self) -> Result<Option<u64>, Invalid> {
        let start = self.at;
        let mut value = 0_u64;
        while let Some(digit @ b'0'..=b'9') = self.byte() {
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            self.at += 1;
        }
        match self.at - start {
            0 => Err(self.malformed("a digit")),
            // 19 digits fit whatever they are, more have to be looked at.
            1..=19 => Ok(Some(value)),
            _ => Ok(self.text.get(start..self.at).and_then(|digits| digits.parse().ok())),
        }
    }

    #[cold]
    fn unexpected_at(
        &self,
        start: usize,
        expected: impl Into<std::borrow::Cow<'static, str>>,
    ) -> Invalid {
        let mut reader = self.clone();
        reader.at = start;
        reader.unexpected(expected)
    }
}

/// The value of a number in point or exponent notation, where it is an integer.
///
/// Moves the point among the digits, because a double would round them.
fn integer_of(number: &str) -> Option<i128> {
    let (number, exponent) = match number.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
        None => (number, 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = [whole, fraction].concat();
    let significant = digits.trim_end_matches('0');
    if matches!(significant, "" | "-") {
        return Some(0);
    }
    let point = i64::try_from(whole.len()).ok()? + i64::from(exponent);
    let zeros = point - i64::try_from(significant.len()).ok()?;
    let scale = 10_i128.checked_pow(u32::try_from(zeros).ok()?)?;
    significant.parse::<i128>().ok()?.checked_mul(scale)
}
