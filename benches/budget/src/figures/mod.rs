//! What is measured, by the names of `budget.toml`.

mod allocations;
mod dependencies;
mod generated;
mod instructions;

use crate::{Failure, place};

/// What was measured.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Section and key, and the number.
    pub measured: Vec<(String, u64)>,
    /// Sections of which nothing can be measured on this machine, and why.
    pub skipped: Vec<(&'static str, String)>,
}

impl Figures {
    /// Measures everything.
    ///
    /// # Errors
    ///
    /// When something that is measured does not compile, run, or do what it should.
    pub fn measure() -> Result<Self, Failure> {
        let mut figures = Self::default();
        place::build_programs()?;
        match instructions::unavailable() {
            Some(reason) => figures.skipped.push(("instructions", reason)),
            None => figures.add("instructions", instructions::measure()?),
        }
        figures.add("allocations", allocations::measure()?);
        figures.add("generated", generated::measure()?);
        figures.add("dependencies", dependencies::measure()?);
        Ok(figures)
    }

    /// What was measured of this figure.
    pub fn of(&self, name: &str) -> Option<u64> {
        self.measured.iter().find(|(other, _)| other == name).map(|(_, figure)| *figure)
    }

    /// Why nothing was measured of this figure, where that is to be expected.
    pub fn skipped(&self, name: &str) -> Option<&str> {
        let section = name.split('.').next();
        let mut skipped = self.skipped.iter().filter(|(other, _)| Some(*other) == section);
        skipped.next().map(|(_, reason)| reason.as_str())
    }

    fn add(&mut self, section: &str, figures: Vec<(&str, u64)>) {
        let named = figures.into_iter().map(|(key, figure)| (format!("{section}.{key}"), figure));
        self.measured.extend(named);
    }
}
