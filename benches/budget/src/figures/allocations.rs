//! How often a round allocates; memory that is moved to grow counts again.

use std::process::Command;

use crate::rounds::CASES;
use crate::{Failure, place};

pub(super) fn measure() -> Result<Vec<(&'static str, u64)>, Failure> {
    let said = place::said(&mut Command::new(place::program("allocations")?))?;
    let of = |case: &'static str| {
        let mut lines = said.lines().filter_map(|line| line.split_once(' '));
        let (_, count) = lines.find(|(name, _)| *name == case).ok_or("a case was not counted")?;
        Ok((case, count.parse()?))
    };
    CASES.into_iter().map(of).collect()
}
