//! What was measured, for the report.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Samples of one figure of one client.
///
/// Displayed as one line of JSON, which `compare` collects from the programs that it runs:
///
/// ```
/// use deskpro_benches::measurement::Measurement;
///
/// let line = Measurement::new("decode.instructions", "deskpro", "instructions")
///     .case("100 tickets, shuffled")
///     .samples([4_110_000.0])
///     .to_string();
/// assert_eq!(Measurement::from_line(&line).unwrap().median(), 4_110_000.0);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// What was measured: `compile.check`.
    pub figure: String,
    /// Whose figure it is: `deskpro`, `progenitor`, `hand-written`.
    pub client: String,
    /// Which case of several; empty where there is only one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub case: String,
    /// How many resources the API has, where that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<usize>,
    /// Its unit: `s`, `MB`, `instructions`, `allocations`.
    pub unit: String,
    /// What each run took.
    pub samples: Vec<f64>,
}

impl Measurement {
    /// A figure without samples.
    pub fn new(figure: &str, client: &str, unit: &str) -> Self {
        Self {
            figure: figure.to_owned(),
            client: client.to_owned(),
            case: String::new(),
            resources: None,
            unit: unit.to_owned(),
            samples: Vec::new(),
        }
    }

    /// Which case of several it is.
    #[must_use]
    pub fn case(mut self, case: &str) -> Self {
        case.clone_into(&mut self.case);
        self
    }

    /// How many resources the API has.
    #[must_use]
    pub fn resources(mut self, resources: usize) -> Self {
        self.resources = Some(resources);
        self
    }

    /// What each run took.
    #[must_use]
    pub fn samples(mut self, samples: impl IntoIterator<Item = f64>) -> Self {
        self.samples.extend(samples);
        self
    }

    /// The measurement in a line of a program's output, if it is one.
    pub fn from_line(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }

    /// The sample in the middle; of an even number, the mean of both. Not a number where there is none.
    pub fn median(&self) -> f64 {
        let mut sorted = self.samples.clone();
        sorted.sort_by(f64::total_cmp);
        let (low, high) = (sorted.len().saturating_sub(1) / 2, sorted.len() / 2);
        match (sorted.get(low), sorted.get(high)) {
            (Some(low), Some(high)) => f64::midpoint(*low, *high),
            _ => f64::NAN,
        }
    }

    /// The least and the greatest sample.
    pub fn range(&self) -> (f64, f64) {
        let least = self.samples.iter().copied().fold(f64::INFINITY, f64::min);
        let greatest = self.samples.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        (least, greatest)
    }

    /// Whether another one is of the same figure, client, case and size.
    pub fn is_of_same(&self, other: &Self) -> bool {
        (&self.figure, &self.client, &self.case, self.resources)
            == (&other.figure, &other.client, &other.case, other.resources)
    }
}

impl fmt::Display for Measurement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

#[cfg(test)]
mod tests {
    use super::Measurement;

    #[test]
    fn the_middle_of_samples() {
        let of = |samples: &[f64]| Measurement::new("", "", "").samples(samples.iter().copied());
        assert!((of(&[3.0, 1.0, 2.0]).median() - 2.0).abs() < f64::EPSILON);
        assert!((of(&[4.0, 1.0, 2.0, 3.0]).median() - 2.5).abs() < f64::EPSILON);
        assert!(of(&[]).median().is_nan());
        assert_eq!(of(&[3.0, 1.0, 2.0]).range(), (1.0, 3.0));
    }
}
