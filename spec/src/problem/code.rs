//! The code of a kind of problem, as people write it.

use std::fmt;

/// A stable code such as `DP0012`, `DL0101` of a finding of the lint, or `DG0001` of a file that is
/// made of a description. [`explain`](super::explain) tells more about it.
///
/// Findings are counted from [`FINDINGS`](Self::FINDINGS) up, so `Code(10101)` is `DL0101`; what
/// is said of made files is counted from [`MADE_FILES`](Self::MADE_FILES) up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

/// What the codes of a group begin with, and what is added to their numbers.
const GROUPS: [(&str, u16); 3] =
    [("DG", Code::MADE_FILES), ("DL", Code::FINDINGS), ("DP", Code::PROBLEMS)];

impl Code {
    /// What is added to the number of a problem: nothing.
    const PROBLEMS: u16 = 0;

    /// What is added to the number of a finding.
    pub const FINDINGS: u16 = 10_000;

    /// What is added to the number of what is wrong with files that are made of a description.
    pub const MADE_FILES: u16 = 20_000;

    /// Whether it is the code of a finding of the lint, not of a problem.
    pub fn is_finding(self) -> bool {
        (Self::FINDINGS..Self::MADE_FILES).contains(&self.0)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups = GROUPS.iter();
        let group = groups.find_map(|(name, first)| Some((name, self.0.checked_sub(*first)?)));
        let (name, number) = group.unwrap_or((&"DP", self.0));
        write!(f, "{name}{number:04}")
    }
}

impl std::str::FromStr for Code {
    type Err = NotACode;

    /// Reads `DP0012`, `dp0012` or `12`, and `DL0101` or `dl0101`.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let upper = text.to_ascii_uppercase();
        let mut groups = GROUPS.iter();
        let group = groups.find_map(|(name, first)| Some((upper.strip_prefix(name)?, *first)));
        let (digits, first) = group.unwrap_or((&upper, Self::PROBLEMS));
        let is_short = !digits.is_empty() && digits.len() <= 4;
        if !is_short || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotACode);
        }
        digits.parse::<u16>().map(|number| Self(first + number)).map_err(|_| NotACode)
    }
}

/// A text that is not a code such as `DP0012`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACode;

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a code such as DP0012")
    }
}

impl std::error::Error for NotACode {}

#[cfg(test)]
mod tests {
    use super::{Code, NotACode};

    #[test]
    fn codes_are_read_as_they_are_written() {
        for (code, text) in [(12, "DP0012"), (10_101, "DL0101"), (20_001, "DG0001")] {
            assert_eq!(Code(code).to_string(), text);
            assert_eq!(text.parse(), Ok(Code(code)));
            assert_eq!(text.to_lowercase().parse(), Ok(Code(code)));
        }
        assert_eq!("12".parse(), Ok(Code(12)));
        for text in ["", "DP", "DP00012", "DX0001", "DP-012", "unknown_key", "DPé"] {
            assert_eq!(text.parse::<Code>(), Err(NotACode), "{text}");
        }
    }
}
