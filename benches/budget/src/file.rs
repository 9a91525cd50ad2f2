//! `budget.toml`: text -> figures with their places, and back with other numbers and everything else as it was.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::Failure;

/// What stands in the file, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// A line for each figure.
    pub lines: Vec<Line>,
}

/// A figure of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Section and key: `instructions.page`.
    pub name: String,
    /// What was measured when the line was written.
    pub measured: Number,
    /// What it may be at most.
    pub limit: Number,
    /// By how many percent it may differ from what was measured.
    pub tolerance: u64,
}

/// A number of the file and its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub value: u64,
    place: Range<usize>,
}

impl Budget {
    /// Reads the text of the file.
    ///
    /// # Errors
    ///
    /// When it is not TOML, or a line is not what a budget has; with the line's name.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        let mut lines = Vec::new();
        for (section, value) in DeTable::parse(text)?.get_ref().iter() {
            let section = section.get_ref();
            let table = table(section, value)?;
            let tolerance = number(section, table, "tolerance")?.value;
            for (key, value) in table.iter().filter(|(key, _)| key.get_ref() != "tolerance") {
                lines.push(line(format!("{section}.{}", key.get_ref()), value, tolerance)?);
            }
        }
        // Tables are sorted by name; people read the file.
        lines.sort_by_key(|line| line.limit.place.start);
        Ok(Self { lines })
    }

    /// The text with these figures set to what is measured now, and the limits that follow from it. The text must be
    /// the one that was parsed.
    pub fn rewritten<'a>(text: &str, changes: impl IntoIterator<Item = (&'a Line, u64)>) -> String {
        let mut numbers = Vec::new();
        for (line, measured) in changes {
            let limit = measured + share(measured, line.tolerance);
            numbers.extend([(&line.measured.place, measured), (&line.limit.place, limit)]);
        }
        // From the end, so that places before stay what they are.
        numbers.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
        let mut text = text.to_owned();
        for (place, number) in numbers {
            text.replace_range(place.clone(), &grouped(number, '_'));
        }
        text
    }
}

impl Line {
    /// Less than this is cheaper by more than measuring is exact.
    pub fn least(&self) -> u64 {
        self.measured.value - share(self.measured.value, self.tolerance)
    }
}

/// A number with its digits in groups of three.
pub fn grouped(number: u64, between: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(between);
        }
        text.push(digit);
    }
    text
}

fn share(number: u64, percent: u64) -> u64 {
    number.saturating_mul(percent) / 100
}

fn line(name: String, value: &Spanned<DeValue<'_>>, tolerance: u64) -> Result<Line, Failure> {
    let table = table(&name, value)?;
    let known = |key: &str| ["measured", "limit"].contains(&key);
    let unknown = table.keys().find(|key| !known(key.get_ref()));
    if let Some(unknown) = unknown {
        return Err(format!("`{name}`: nobody knows what `{}` means", unknown.get_ref()).into());
    }
    let measured = number(&name, table, "measured")?;
    let limit = number(&name, table, "limit")?;
    Ok(Line { name, measured, limit, tolerance })
}

fn table<'t, 'a>(name: &str, value: &'t Spanned<DeValue<'a>>) -> Result<&'t DeTable<'a>, Failure> {
    value.get_ref().as_table().ok_or_else(|| format!("`{name}` has to be a table").into())
}

fn number(name: &str, table: &DeTable<'_>, key: &str) -> Result<Number, Failure> {
    let value = table.get(key).ok_or_else(|| format!("`{name}` has no `{key}`"))?;
    let read = match value.get_ref() {
        DeValue::Integer(digits) => u64::from_str_radix(digits.as_str(), digits.radix()).ok(),
        _ => None,
    };
    let number = read.map(|read| Number { value: read, place: value.span() });
    number.ok_or_else(|| format!("`{key}` of `{name}` has to be a whole number from 0").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# What it may cost.
[instructions]
tolerance = 5 # percent
page = { measured = 4_000_000, limit = 4_200_000 } # a hundred tickets
list = { limit = 210, measured = 200 }

[allocations]
tolerance = 0
page = { measured = 12, limit = 12 }
";

    #[test]
    fn a_file_is_read_in_its_order() -> Result<(), Failure> {
        let lines = Budget::parse(TEXT)?.lines;
        let found: Vec<_> = lines
            .iter()
            .map(|line| (&*line.name, line.measured.value, line.limit.value, line.tolerance))
            .collect();
        let page = ("instructions.page", 4_000_000, 4_200_000, 5);
        let list = ("instructions.list", 200, 210, 5);
        assert_eq!(found, [page, list, ("allocations.page", 12, 12, 0)]);
        assert_eq!((lines[0].least(), lines[2].least()), (3_800_000, 12));
        Ok(())
    }

    #[test]
    fn only_numbers_of_what_changed_are_written() -> Result<(), Failure> {
        let lines = Budget::parse(TEXT)?.lines;
        let text = Budget::rewritten(TEXT, [(&lines[1], 1_000), (&lines[0], 99)]);
        let expected = TEXT
            .replace("measured = 4_000_000, limit = 4_200_000", "measured = 99, limit = 103")
            .replace("limit = 210, measured = 200", "limit = 1_050, measured = 1_000");
        assert_eq!(text, expected);
        assert_eq!(Budget::rewritten(TEXT, []), TEXT);
        assert_eq!(Budget::parse(&text)?.lines[1].limit.value, 1_050);
        Ok(())
    }

    #[test]
    fn what_is_no_budget_is_refused() {
        let refused = |text| Budget::parse(text).err().map(|failure| failure.to_string());
        let said = |text, words| assert_eq!(refused(text).as_deref(), Some(words));
        said("page = 3", "`page` has to be a table");
        said("[a]\nb = { measured = 1, limit = 1 }", "`a` has no `tolerance`");
        said("[a]\ntolerance = 0\nb = 3", "`a.b` has to be a table");
        said("[a]\ntolerance = 0\nb = { measured = 1 }", "`a.b` has no `limit`");
        let negative = "[a]\ntolerance = 0\nb = { measured = -1, limit = 1 }";
        said(negative, "`measured` of `a.b` has to be a whole number from 0");
        let unknown = "[a]\ntolerance = 0\nb = { measured = 1, limit = 1, limits = 2 }";
        said(unknown, "`a.b`: nobody knows what `limits` means");
        assert!(refused("[a").is_some());
    }

    #[test]
    fn digits_stand_in_groups() {
        let grouped = |number| super::grouped(number, '_');
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1_000", "1_234_567"]);
    }
}
