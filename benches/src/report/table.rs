//! Tables of figures in Markdown.

use crate::compare::results::Results;
use crate::measurement::Measurement;

/// Whose figures all others are shown as multiples of.
const OURS: &str = "deskpro";

/// A column of a table: a figure, with a case and a size where there are several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column<'a> {
    /// What stands above it.
    pub(super) title: &'a str,
    pub(super) figure: &'a str,
    pub(super) case: &'a str,
    pub(super) resources: Option<usize>,
}

impl<'a> Column<'a> {
    /// A figure that has neither case nor size.
    pub(super) fn of(title: &'a str, figure: &'a str) -> Self {
        Self { title, figure, case: "", resources: None }
    }

    /// The same of a case.
    pub(super) fn case(self, case: &'a str) -> Self {
        Self { case, ..self }
    }

    /// The same of a size.
    pub(super) fn size(self, resources: usize) -> Self {
        Self { resources: Some(resources), ..self }
    }

    /// What was measured of a client.
    pub(super) fn measured<'r>(
        &self,
        results: &'r Results,
        client: &str,
    ) -> Option<&'r Measurement> {
        results.get(self.figure, client, self.case, self.resources)
    }

    /// The figure, and how many times ours it is.
    fn cell(&self, results: &Results, client: &str) -> String {
        let Some(found) = self.measured(results, client) else { return "–".to_owned() };
        let figure = shown(found);
        match self.measured(results, OURS) {
            Some(ours) if client != OURS && ours.median() > 0.0 => {
                format!("{figure} ({}×)", digits(found.median() / ours.median()))
            }
            _ => figure,
        }
    }
}

/// A table with a row for each client that has one of the figures.
pub(super) fn by_client(results: &Results, clients: &[&str], columns: &[Column<'_>]) -> String {
    let mut text = format!("| |{}\n|---|", titles(columns.iter().map(|column| column.title)));
    text += &"---:|".repeat(columns.len());
    for client in clients {
        if columns.iter().any(|column| column.measured(results, client).is_some()) {
            let cells = columns.iter().map(|column| column.cell(results, client));
            text += &format!("\n| {client} | {} |", cells.collect::<Vec<_>>().join(" | "));
        }
    }
    text + "\n"
}

/// A table with a row for each figure and a column for each client.
pub(super) fn by_figure(results: &Results, clients: &[&str], rows: &[Column<'_>]) -> String {
    let mut text = format!("| |{}\n|---|", titles(clients.iter().copied()));
    text += &"---:|".repeat(clients.len());
    for row in rows {
        if clients.iter().any(|client| row.measured(results, client).is_some()) {
            let cells = clients.iter().map(|client| row.cell(results, client));
            text += &format!("\n| {} | {} |", row.title, cells.collect::<Vec<_>>().join(" | "));
        }
    }
    text + "\n"
}

fn titles<'t>(titles: impl Iterator<Item = &'t str>) -> String {
    titles.map(|title| format!(" {title} |")).collect()
}

/// The median, and how far the samples are from it where they are several.
fn shown(found: &Measurement) -> String {
    let median = found.median();
    let (least, greatest) = found.range();
    let unit = match found.unit.as_str() {
        unit @ ("s" | "ms" | "µs" | "MB" | "kB") => format!(" {unit}"),
        _ => String::new(),
    };
    let spread = (greatest - least) / 2.0 / median;
    match found.samples.len() {
        0 => "–".to_owned(),
        1 => format!("{}{unit}", digits(median)),
        _ if spread < 0.005 => format!("{}{unit}", digits(median)),
        _ => format!("{}{unit} ±{:.0} %", digits(median), spread * 100.0),
    }
}

/// A number with three digits that count; a whole one, unless it is large, as it is.
pub(super) fn digits(number: f64) -> String {
    match number.abs() {
        size if size < 1e4 && size.fract() == 0.0 => format!("{number}"),
        size if size >= 1e6 => format!("{:.2} M", number / 1e6),
        size if size >= 1e4 => format!("{:.1} k", number / 1e3),
        size if size >= 100.0 => format!("{number:.0}"),
        size if size >= 10.0 => format!("{number:.1}"),
        size if size >= 0.1 => format!("{number:.2}"),
        _ => format!("{number:.3}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, by_client, digits};
    use crate::compare::results::Results;
    use crate::measurement::Measurement;

    #[test]
    fn figures_are_multiples_of_ours() {
        let mut results = Results::default();
        let of = |client, samples: [f64; 2]| {
            Measurement::new("compile.check", client, "s").resources(50).samples(samples)
        };
        results.add(vec![of("deskpro", [1.0, 1.0]), of("progenitor", [14.0, 16.0])], "");
        let column = Column::of("check", "compile.check").size(50);
        let table = by_client(&results, &["deskpro", "progenitor", "nobody"], &[column]);
        let rows = "| deskpro | 1 s |\n| progenitor | 15 s ±7 % (15×) |\n";
        assert_eq!(table, format!("| | check |\n|---|---:|\n{rows}"));
    }

    #[test]
    fn three_digits() {
        let shown = [0.0, 0.0123, 1.234, 12.34, 123.4, 54.0, 12_345.0, 4_110_000.0].map(digits);
        assert_eq!(shown, ["0", "0.012", "1.23", "12.3", "123", "54", "12.3 k", "4.11 M"]);
    }
}
