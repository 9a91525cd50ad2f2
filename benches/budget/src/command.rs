//! What the program is asked to do, and which lines of the file change with that.

use crate::Failure;
use crate::figures::Figures;
use crate::file::{Budget, Line};
use crate::verdict::{Verdict, verdicts};

/// How the program is called.
pub const USAGE: &str = "usage: cargo budget [--raise [figure...] | --lower [figure...]]";

/// What the program is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// To say whether the budget holds.
    Check,
    /// To raise the limits of what costs more, of all or of these figures.
    Raise(Vec<String>),
    /// To lower the limits of what costs less, of all or of these figures.
    Lower(Vec<String>),
}

impl Command {
    /// What these arguments ask for.
    ///
    /// # Errors
    ///
    /// When they ask for nothing, with the usage.
    pub fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let Some((first, rest)) = arguments.split_first() else { return Ok(Self::Check) };
        let names = || match rest.iter().all(|name| !name.starts_with('-')) {
            true => Ok(rest.to_vec()),
            false => Err(USAGE),
        };
        match first.as_str() {
            "--raise" => Ok(Self::Raise(names()?)),
            "--lower" => Ok(Self::Lower(names()?)),
            _ => Err(USAGE.into()),
        }
    }

    /// The lines that get other numbers, and what was measured. Without names they are those that cost more than they
    /// may or much less than they did; those that are named need only have changed.
    ///
    /// # Errors
    ///
    /// When a name is that of no line, or of one that cannot be measured here.
    pub fn changes<'a>(
        &self,
        budget: &'a Budget,
        figures: &'a Figures,
    ) -> Result<Vec<(&'a Line, u64)>, Failure> {
        let (names, up) = match self {
            Self::Check => return Ok(Vec::new()),
            Self::Raise(names) => (names, true),
            Self::Lower(names) => (names, false),
        };
        if names.is_empty() {
            let due = verdicts(budget, figures).into_iter().filter_map(|verdict| match verdict {
                Verdict::Exceeded(line, measured) if up => Some((line, measured)),
                Verdict::Cheaper(line, measured) if !up => Some((line, measured)),
                _ => None,
            });
            return Ok(due.collect());
        }
        let named = names.iter().map(|name| named(name, budget, figures));
        let named = named.collect::<Result<Vec<_>, _>>()?.into_iter();
        Ok(named
            .filter(|(line, measured)| match up {
                true => *measured > line.measured.value,
                false => *measured < line.measured.value,
            })
            .collect())
    }
}

fn named<'a>(
    name: &str,
    budget: &'a Budget,
    figures: &'a Figures,
) -> Result<(&'a Line, u64), Failure> {
    let line = budget.lines.iter().find(|line| line.name == name);
    let line = line.ok_or_else(|| format!("`{name}` has no line in the budget"))?;
    let why = || figures.skipped(name).unwrap_or("nothing measures it");
    let measured = figures.of(name).ok_or_else(|| format!("`{name}`: {}", why()))?;
    Ok((line, measured))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[a]\ntolerance = 10\nless = { measured = 100, limit = 110 }\n\
                        more = { measured = 100, limit = 110 }\nlittle = { measured = 100, limit = 110 }\n\
                        [b]\ntolerance = 0\nskipped = { measured = 1, limit = 1 }";

    fn command(arguments: &[&str]) -> Result<Command, Failure> {
        Command::parse(&arguments.iter().map(|&it| it.to_owned()).collect::<Vec<_>>())
    }

    /// The file after a command, as its lines that differ.
    fn changed(arguments: &[&str]) -> Result<Vec<String>, Failure> {
        let budget = Budget::parse(TEXT)?;
        let measured = [("a.less", 80), ("a.more", 120), ("a.little", 105)];
        let measured = measured.map(|(name, figure)| (name.to_owned(), figure)).to_vec();
        let figures = Figures { measured, skipped: vec![("b", "not here".to_owned())] };
        let changes = command(arguments)?.changes(&budget, &figures)?;
        let text = Budget::rewritten(TEXT, changes);
        let lines = text.lines().zip(TEXT.lines()).filter(|(new, old)| new != old);
        Ok(lines.map(|(new, _)| new.to_owned()).collect())
    }

    #[test]
    fn arguments_say_what_to_do() -> Result<(), Failure> {
        assert_eq!(command(&[])?, Command::Check);
        assert_eq!(command(&["--raise"])?, Command::Raise(vec![]));
        assert_eq!(command(&["--lower", "a.less"])?, Command::Lower(vec!["a.less".to_owned()]));
        assert!(command(&["--raise", "--lower"]).is_err() && command(&["a.less"]).is_err());
        Ok(())
    }

    #[test]
    fn a_check_changes_nothing() -> Result<(), Failure> {
        assert_eq!(changed(&[])?, Vec::<String>::new());
        Ok(())
    }

    #[test]
    fn without_names_what_is_due_changes() -> Result<(), Failure> {
        assert_eq!(changed(&["--raise"])?, ["more = { measured = 120, limit = 132 }"]);
        assert_eq!(changed(&["--lower"])?, ["less = { measured = 80, limit = 88 }"]);
        Ok(())
    }

    #[test]
    fn with_names_only_these_change_and_only_in_that_direction() -> Result<(), Failure> {
        let little = ["little = { measured = 105, limit = 115 }"];
        assert_eq!(changed(&["--raise", "a.little", "a.less"])?, little);
        assert_eq!(changed(&["--lower", "a.more"])?, Vec::<String>::new());
        Ok(())
    }

    #[test]
    fn names_have_to_be_those_of_figures_that_were_measured() {
        let refused = |name| changed(&["--raise", name]).err().map(|error| error.to_string());
        assert_eq!(refused("a.nobody").as_deref(), Some("`a.nobody` has no line in the budget"));
        assert_eq!(refused("b.skipped").as_deref(), Some("`b.skipped`: not here"));
    }
}
