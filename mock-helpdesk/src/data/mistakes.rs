//! Mistakes in data, each with its line and column.

use deskpro_spec::problem::{Place, closest};

/// How many are told. Who has more mends these first.
const TOLD: usize = 20;

/// All mistakes of a file.
#[derive(Debug, Default)]
pub(super) struct Mistakes {
    list: Vec<(Place, String)>,
}

impl Mistakes {
    pub(super) fn push(&mut self, place: Place, message: impl Into<String>) {
        self.list.push((place, message.into()));
    }

    /// Adds that the name of something, maybe of a part of something else, is not known, with the
    /// known one that is closest to it.
    pub(super) fn push_unknown<'k>(
        &mut self,
        place: Place,
        what: &str,
        name: &str,
        of: Option<&str>,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let close = closest(name, known);
        let close = close.map(|close| format!("; did you mean `{close}`?")).unwrap_or_default();
        let of = of.map(|of| format!(" of `{of}`")).unwrap_or_default();
        self.push(place, format!("unknown {what} `{name}`{of}{close}"));
    }

    pub(super) fn append(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// A line for each mistake, in the order of the text: `data.yaml:3:5: unknown field`.
    pub(super) fn into_result(mut self, file: &str) -> Result<(), String> {
        if self.list.is_empty() {
            return Ok(());
        }
        self.list.sort();
        let told = self.list.iter().take(TOLD);
        let mut lines: Vec<String> = told
            .map(|(place, message)| format!("{file}:{}:{}: {message}", place.line, place.column))
            .collect();
        if let Some(more) = self.list.len().checked_sub(TOLD).filter(|more| *more > 0) {
            lines.push(format!("and {more} more"));
        }
        Err(lines.join("\n"))
    }
}
