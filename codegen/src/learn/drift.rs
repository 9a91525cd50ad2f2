//! The reports of the client's `Drift`, read from JSON.
//!
//! The format is that of `deskpro_runtime::drift::Report`; this crate knows it from its documentation,
//! as everybody does.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

/// A report, as a client has written it.
#[derive(Debug, Clone)]
pub struct Drift {
    pub(super) findings: Vec<Finding>,
    pub(super) left_out: u64,
}

/// Why a text is no report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DriftError(String);

/// One thing that differs from the description, however often it was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) operation: String,
    pub(super) path: String,
    pub(super) deviation: Deviation,
    /// The words for what stood there.
    pub(super) seen: BTreeSet<String>,
    pub(super) count: u64,
    /// When it was seen first and last, where that is known.
    pub(super) first: Option<String>,
    pub(super) last: Option<String>,
}

/// How it differs. A name that looked like data is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deviation {
    UnknownField,
    UnknownValue(Option<String>),
    UnexpectedNull,
    WrongKind,
    UnknownStatus(u16),
    UnknownCode(u16, Option<String>),
    UnknownValidationCode(Option<String>),
    /// One that a later version of the client has.
    Other(String),
}

impl Drift {
    /// Reads a report.
    ///
    /// # Errors
    ///
    /// When the text is no JSON, or not a report of this version.
    pub fn read(text: &str) -> Result<Self, DriftError> {
        let json: Value =
            serde_json::from_str(text).map_err(|error| DriftError(format!("no JSON: {error}")))?;
        match json["drift"].as_u64() {
            Some(1) => {}
            Some(version) => {
                let fault = format!("a report of version {version}, of which only 1 is known");
                return Err(DriftError(fault));
            }
            None => {
                return Err(DriftError("no report of a drift: `drift: 1` is missing".to_owned()));
            }
        }
        let findings = json["findings"].as_array().map_or(&[][..], Vec::as_slice);
        let read = findings.iter().enumerate().map(|(place, finding)| {
            Finding::read(finding)
                .ok_or_else(|| DriftError(format!("findings[{place}] is no finding")))
        });
        let left_out = json["left_out"].as_u64().unwrap_or_default();
        Ok(Self { findings: read.collect::<Result<_, _>>()?, left_out })
    }
}

impl fmt::Display for DriftError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DriftError {}

impl Finding {
    fn read(json: &Value) -> Option<Self> {
        let text = |name: &str| json[name].as_str().map(str::to_owned);
        let status = json["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        let deviation = match json["kind"].as_str()? {
            "unknown_field" => Deviation::UnknownField,
            "unknown_value" => Deviation::UnknownValue(text("value")),
            "unexpected_null" => Deviation::UnexpectedNull,
            "wrong_kind" => Deviation::WrongKind,
            "unknown_status" => Deviation::UnknownStatus(status?),
            "unknown_code" => Deviation::UnknownCode(status?, text("code")),
            "unknown_validation_code" => Deviation::UnknownValidationCode(text("code")),
            other => Deviation::Other(other.to_owned()),
        };
        let seen = json["seen"].as_array().map_or(&[][..], Vec::as_slice);
        Some(Self {
            operation: text("operation")?,
            path: text("path").unwrap_or_default(),
            deviation,
            seen: seen.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            count: json["count"].as_u64()?,
            first: text("first"),
            last: text("last"),
        })
    }
}

/// A phrase for people: what was seen, and where.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |name: &Option<String>| match name {
            Some(name) => format!("`{name}`"),
            None => "something that looks like no name".to_owned(),
        };
        match &self.deviation {
            Deviation::UnknownField => f.write_str("the field")?,
            Deviation::UnknownValue(value) => write!(f, "the value {}", name(value))?,
            Deviation::UnexpectedNull => f.write_str("null")?,
            Deviation::WrongKind => f.write_str("another kind of value")?,
            Deviation::UnknownStatus(status) => write!(f, "the status {status}")?,
            Deviation::UnknownCode(status, code) => {
                write!(f, "the code {} ({status})", name(code))?;
            }
            Deviation::UnknownValidationCode(code) => {
                write!(f, "the validation code {}", name(code))?;
            }
            Deviation::Other(kind) => write!(f, "the finding `{kind}`")?,
        }
        match self.path.is_empty() {
            true => write!(f, " in {}", self.operation),
            false => write!(f, " {} in {}", self.path, self.operation),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Deviation, Drift};

    #[test]
    fn a_report_is_read() {
        let drift = Drift::read(
            r#"{"drift": 1, "left_out": 2, "findings": [
                {"kind": "unknown_code", "operation": "tickets.lock", "status": 400, "code": "x",
                 "count": 3, "first": "2026-11-28T09:00:00Z"},
                {"kind": "later", "operation": "a", "path": "b", "seen": ["text"], "count": 1}]}"#,
        );
        let Drift { findings, left_out } = drift.unwrap();
        assert_eq!(left_out, 2);
        assert_eq!(findings[0].deviation, Deviation::UnknownCode(400, Some("x".to_owned())));
        assert_eq!(findings[0].first.as_deref(), Some("2026-11-28T09:00:00Z"));
        assert_eq!(findings[0].to_string(), "the code `x` (400) in tickets.lock");
        assert_eq!(findings[1].to_string(), "the finding `later` b in a");
    }

    #[test]
    fn what_is_no_report_is_said_to_be_none() {
        for (text, fault) in [
            ("{", "no JSON: EOF while parsing an object at line 1 column 1"),
            ("[]", "no report of a drift: `drift: 1` is missing"),
            (r#"{"drift": 2}"#, "a report of version 2, of which only 1 is known"),
            (r#"{"drift": 1, "findings": [7]}"#, "findings[0] is no finding"),
            (
                r#"{"drift": 1, "findings": [{"kind": "unknown_status", "operation": "a", "count": 1}]}"#,
                "findings[0] is no finding",
            ),
        ] {
            assert_eq!(Drift::read(text).unwrap_err().to_string(), fault, "{text}");
        }
    }
}
