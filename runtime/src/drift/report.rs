//! All findings, as people and files want them.

use std::fmt;

use super::finding::Finding;
use crate::{Decode, Encode, Invalid, JsonReader, Writer, to_json};

/// The version of the format.
const VERSION: u32 = 1;

/// What a [`Drift`](super::Drift) has seen; with serde, and in the file of
/// [`write_to`](super::Drift::write_to), JSON.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{drift::Report, from_json};
///
/// let report: Report = from_json(
///     br#"{"drift": 1, "findings": [
///         {"kind": "unknown_field", "operation": "tickets.list", "path": "data[].order_number",
///          "seen": ["integer", "null"], "count": 41,
///          "first": "2026-11-28T09:00:00Z", "last": "2026-11-28T17:30:00Z"},
///         {"kind": "unknown_code", "operation": "tickets.lock", "status": 400, "code": "is_merged",
///          "count": 1}]}"#,
/// )?;
/// assert_eq!(
///     report.to_string(),
///     "tickets.list: data[].order_number is not described: null, integer (41 times)\n\
///      tickets.lock: was refused with 400 and `is_merged`, which is not described (once)\n",
/// );
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// By operation, path and kind.
    pub findings: Vec<Finding>,
    /// How often something was seen that there was no room for.
    pub left_out: u64,
}

impl Report {
    /// JSON with a finding a line, so that two reports can be compared.
    pub(super) fn to_text(&self) -> String {
        let findings: Vec<String> =
            self.findings.iter().map(|finding| format!("\n    {}", to_json(finding))).collect();
        let end = if findings.is_empty() { "" } else { "\n  " };
        format!(
            "{{\n  \"drift\": {VERSION},\n  \"findings\": [{}{end}],\n  \"left_out\": {}\n}}\n",
            findings.join(","),
            self.left_out,
        )
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.iter().try_for_each(|finding| writeln!(f, "{finding}"))?;
        match self.left_out {
            0 => Ok(()),
            count => writeln!(f, "There was no room for {count} more."),
        }
    }
}

impl Encode for Report {
    fn encode(&self, json: &mut Writer) {
        json.object(&[
            ("drift", &VERSION),
            ("findings", &self.findings),
            ("left_out", &self.left_out),
        ]);
    }
}

impl Decode for Report {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let (start, mut version) = (json.clone(), 0);
        json.object(&mut [
            ("drift", &mut version),
            ("findings", &mut self.findings),
            ("left_out", &mut self.left_out),
        ])?;
        match version == VERSION {
            true => Ok(()),
            false => Err(start.unexpected("a report of version 1")),
        }
    }
}

crate::serde!(Report);
