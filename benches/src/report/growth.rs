//! How cost grows with the size of the API.

use crate::compare::results::Results;

/// How the cost of a client grows: the two largest sizes that it was measured with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Growth {
    /// The exponent: 1 where twice the size costs twice as much.
    pub(super) exponent: f64,
    size: f64,
    cost: f64,
}

impl Growth {
    /// The growth of a figure of a client; `None` with fewer than two sizes.
    ///
    /// The two largest sizes say most of what is larger still: what does not depend on the size, such as
    /// the start of a process, weighs least in them.
    pub(super) fn of(results: &Results, figure: &str, client: &str) -> Option<Self> {
        let points = points(results, figure, client);
        let [.., (small, less), (large, more)] = points.as_slice() else { return None };
        let exponent = (more / less).ln() / (large / small).ln();
        Some(Self { exponent, size: *large, cost: *more })
    }

    /// What another size would cost, if it goes on like this.
    pub(super) fn at(&self, size: f64) -> f64 {
        self.cost * (size / self.size).powf(self.exponent)
    }
}

/// The medians of a figure of a client, by size.
pub(super) fn points(results: &Results, figure: &str, client: &str) -> Vec<(f64, f64)> {
    let of_client = results.found.iter().map(|found| &found.measurement);
    let mut points: Vec<(f64, f64)> = of_client
        .filter(|it| it.figure == figure && it.client == client && it.case.is_empty())
        .filter_map(|it| Some((it.resources? as f64, it.median())))
        .collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    points
}

#[cfg(test)]
mod tests {
    use super::Growth;
    use crate::compare::results::Results;
    use crate::measurement::Measurement;

    #[test]
    fn the_largest_sizes_foretell_larger_ones() {
        let of = |size: usize, cost| {
            Measurement::new("generate.cpu", "deskpro", "s").resources(size).samples([cost])
        };
        let mut results = Results::default();
        assert_eq!(Growth::of(&results, "generate.cpu", "deskpro"), None);
        results.add(vec![of(10, 5.0), of(50, 1.0), of(200, 16.0)], "");
        let growth = Growth::of(&results, "generate.cpu", "deskpro").unwrap();
        assert!((growth.exponent - 2.0).abs() < 1e-9);
        assert!((growth.at(400.0) - 64.0).abs() < 1e-6);
    }
}
