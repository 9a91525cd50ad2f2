//! What was measured beside what it may be.

use std::fmt;

use crate::figures::Figures;
use crate::file::{Budget, Line, grouped};

/// What is to be said of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// As it should be.
    Within(&'a Line, u64),
    /// More than it may be.
    Exceeded(&'a Line, u64),
    /// Less than when the line was written, by more than measuring is exact: the limit guards nothing any more.
    Cheaper(&'a Line, u64),
    /// This machine cannot measure it; with the reason.
    Skipped(&'a Line, &'a str),
    /// There is a line and nothing that measures it.
    Unmeasured(&'a Line),
    /// There is no line for what is measured.
    Unlimited(&'a str, u64),
}

/// What is to be said of each figure: of those in the file in its order, then of those that have no line.
pub fn verdicts<'a>(budget: &'a Budget, figures: &'a Figures) -> Vec<Verdict<'a>> {
    let of = |line: &'a Line| match (figures.of(&line.name), figures.skipped(&line.name)) {
        (Some(measured), _) => Verdict::of(line, measured),
        (None, Some(reason)) => Verdict::Skipped(line, reason),
        (None, None) => Verdict::Unmeasured(line),
    };
    let has_line = |name: &str| budget.lines.iter().any(|line| line.name == name);
    let unlimited = figures.measured.iter().filter(|(name, _)| !has_line(name));
    let unlimited = unlimited.map(|(name, measured)| Verdict::Unlimited(name, *measured));
    budget.lines.iter().map(of).chain(unlimited).collect()
}

impl<'a> Verdict<'a> {
    fn of(line: &'a Line, measured: u64) -> Self {
        if measured > line.limit.value {
            Self::Exceeded(line, measured)
        } else if measured < line.least() {
            Self::Cheaper(line, measured)
        } else {
            Self::Within(line, measured)
        }
    }

    /// Whether the budget does not hold.
    pub fn fails(&self) -> bool {
        matches!(self, Self::Exceeded(..) | Self::Unmeasured(_) | Self::Unlimited(..))
    }

    /// What is wrong and the command that changes it, where something is.
    pub fn advice(&self) -> Option<String> {
        match self {
            Self::Within(..) | Self::Skipped(..) => None,
            Self::Exceeded(line, measured) => {
                let (name, limit) = (&line.name, line.limit.value);
                let above = Difference { by: measured - limit, of: limit };
                let (measured, limit) = (grouped(*measured, ','), grouped(limit, ','));
                Some(format!(
                    "{name} is {measured}, {above} above its limit, {limit}. Where that is worth it, \
                     `cargo budget --raise {name}`"
                ))
            }
            Self::Cheaper(line, measured) => {
                let (name, was) = (&line.name, line.measured.value);
                let below = Difference { by: was.saturating_sub(*measured), of: was };
                let (measured, was) = (grouped(*measured, ','), grouped(was, ','));
                Some(format!(
                    "{name} is {measured}, {below} below what it was, {was}. So that it stays so, \
                     `cargo budget --lower {name}`"
                ))
            }
            Self::Unmeasured(line) => {
                Some(format!("{} is not measured any more; take its line out", line.name))
            }
            Self::Unlimited(name, measured) => {
                let (section, key) = name.split_once('.').unwrap_or(("", name));
                Some(format!(
                    "{name} is {} and has no limit; give it a line below [{section}], \
                     `{key} = {{ measured = 0, limit = 0 }}`, and `cargo budget --raise {name}`",
                    grouped(*measured, ',')
                ))
            }
        }
    }
}

/// A line of the table.
impl fmt::Display for Verdict<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, measured, limit, word) = match self {
            Self::Within(line, measured) => (&*line.name, Some(*measured), Some(line), ""),
            Self::Exceeded(line, measured) => {
                (&*line.name, Some(*measured), Some(line), "too much")
            }
            Self::Cheaper(line, measured) => (&*line.name, Some(*measured), Some(line), "cheaper"),
            Self::Skipped(line, reason) => (&*line.name, None, Some(line), *reason),
            Self::Unmeasured(line) => (&*line.name, None, Some(line), "not measured"),
            Self::Unlimited(name, measured) => (*name, Some(*measured), None, "no limit"),
        };
        let measured = measured.map_or_else(|| "-".to_owned(), |number| grouped(number, ','));
        let limit = limit.map_or_else(|| "-".to_owned(), |line| grouped(line.limit.value, ','));
        let row = format!("{name:<28} {measured:>10} of {limit:>10}  {word}");
        f.write_str(row.trim_end())
    }
}

/// `66,700 (1.6 %)`, or without a share of nothing.
struct Difference {
    by: u64,
    of: u64,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&grouped(self.by, ','))?;
        match self.of {
            0 => Ok(()),
            of => write!(f, " ({:.1} %)", self.by as f64 * 100.0 / of as f64),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Failure;

    const TEXT: &str = "[instructions]\ntolerance = 5\npage = { measured = 1_000, limit = 1_050 }\n\
                        [dependencies]\ntolerance = 0\nnone = { measured = 19, limit = 19 }";

    fn figures(measured: &[(&str, u64)]) -> Figures {
        let measured = measured.iter().map(|(name, figure)| ((*name).to_owned(), *figure));
        Figures { measured: measured.collect(), skipped: Vec::new() }
    }

    /// What is said of a page and of the dependencies, and whether it fails.
    fn advice(figures: &Figures) -> Result<(Vec<String>, bool), Failure> {
        let budget = Budget::parse(TEXT)?;
        let verdicts = verdicts(&budget, figures);
        let said = verdicts.iter().filter_map(Verdict::advice).collect();
        Ok((said, verdicts.iter().any(Verdict::fails)))
    }

    #[test]
    fn up_to_the_limit_nothing_is_said() -> Result<(), Failure> {
        for page in [950, 1_000, 1_050] {
            let figures = figures(&[("instructions.page", page), ("dependencies.none", 19)]);
            assert_eq!(advice(&figures)?, (vec![], false));
        }
        Ok(())
    }

    #[test]
    fn above_the_limit_it_fails() -> Result<(), Failure> {
        let figures = figures(&[("instructions.page", 1_155), ("dependencies.none", 20)]);
        let page = "instructions.page is 1,155, 105 (10.0 %) above its limit, 1,050. Where that is \
                    worth it, `cargo budget --raise instructions.page`";
        let none = "dependencies.none is 20, 1 (5.3 %) above its limit, 19. Where that is worth it, \
                    `cargo budget --raise dependencies.none`";
        assert_eq!(advice(&figures)?, (vec![page.to_owned(), none.to_owned()], true));
        Ok(())
    }

    #[test]
    fn what_became_cheaper_is_said_and_holds() -> Result<(), Failure> {
        let figures = figures(&[("instructions.page", 949), ("dependencies.none", 18)]);
        let (said, fails) = advice(&figures)?;
        let page = "instructions.page is 949, 51 (5.1 %) below what it was, 1,000. So that it stays \
                    so, `cargo budget --lower instructions.page`";
        assert_eq!((&*said[0], said.len(), fails), (page, 2, false));
        Ok(())
    }

    #[test]
    fn what_cannot_be_measured_here_is_passed_over_and_nothing_else() -> Result<(), Failure> {
        let mut figures = figures(&[("dependencies.none", 19)]);
        let gone = "instructions.page is not measured any more; take its line out";
        assert_eq!(advice(&figures)?, (vec![gone.to_owned()], true));
        figures.skipped.push(("instructions", "there is no valgrind".to_owned()));
        assert_eq!(advice(&figures)?, (vec![], false));
        Ok(())
    }

    #[test]
    fn what_has_no_line_fails() -> Result<(), Failure> {
        let figures =
            figures(&[("instructions.page", 1_000), ("dependencies.none", 19), ("new.one", 3)]);
        let said = "new.one is 3 and has no limit; give it a line below [new], `one = { measured = 0, \
                    limit = 0 }`, and `cargo budget --raise new.one`";
        assert_eq!(advice(&figures)?, (vec![said.to_owned()], true));
        Ok(())
    }
}
