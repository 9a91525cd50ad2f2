//! One line for a problem.

use super::line;
use crate::Sources;
use crate::problem::Problem;

pub(super) fn problem(problem: &Problem, sources: &Sources) -> String {
    let place = problem.place;
    format!(
        "{}:{}:{}: error[{}]: {}",
        sources.name(place.file),
        place.line,
        place.column,
        problem.code,
        line(&problem.message)
    )
}
