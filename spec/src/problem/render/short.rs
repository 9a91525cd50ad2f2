//! One line for a problem.

use super::{level, line};
use crate::Sources;
use crate::problem::Problem;

pub(super) fn problem(problem: &Problem, sources: &Sources) -> String {
    let place = problem.place;
    format!(
        "{}:{}:{}: {}[{}]: {}",
        sources.name(place.file),
        place.line,
        place.column,
        level(problem),
        problem.code,
        line(&problem.message)
    )
}
