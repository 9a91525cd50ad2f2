//! What was measured beside what it may be.

use std::fmt;

use serde_json::json;

/// A figure and its limit.
///
/// Displayed as one line of JSON, to be read by programs; `used` is the share of the limit, so that
/// anything above 1 is too much:
///
/// ```
/// use deskpro_benches::budget::Budget;
///
/// let budget = Budget { name: "generate.cpu", unit: "s", measured: 0.5, limit: 1.0 };
/// assert_eq!(
///     budget.to_string(),
///     r#"{"budget":"generate.cpu","limit":1.0,"measured":0.5,"unit":"s","used":0.5}"#
/// );
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// What was measured: `generate.cpu`.
    pub name: &'static str,
    /// Its unit; `ratio` for a share of something else.
    pub unit: &'static str,
    /// The figure, rounded to four digits behind the point when displayed.
    pub measured: f64,
    /// What it may be at most.
    pub limit: f64,
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = json!({
            "budget": self.name,
            "unit": self.unit,
            "measured": rounded(self.measured),
            "limit": rounded(self.limit),
            "used": rounded(self.measured / self.limit),
        });
        write!(f, "{line}")
    }
}

fn rounded(figure: f64) -> f64 {
    (figure * 10_000.0).round() / 10_000.0
}
